// SPDX-License-Identifier: GPL-3.0-or-later
// The rules behind the names that GGUF files give their pre-tokenisers. Each is what the model was
// trained with: the Split expressions of its tokenizer.json or its tiktoken expression.
#include "engine/tokenizer/pre_tokenizer.h"
#include "engine/tokenizer/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

namespace longhand::tokenizer {
namespace {

enum class Family : std::uint8_t {
    gpt2,
    gpt2_digits,
    plain,
    falcon,
    llama3,
    qwen2,
    qwen35,
    deepseek_llm,
    deepseek_coder,
    deepseek_v3,
    gpt4o,
    tekken,
    bloom,
    viking,
    bailing,
};

struct Name {
    std::string_view name;
    Family family;
};

constexpr std::array kNames = std::to_array<Name>({
    {"gpt-2", Family::gpt2},
    {"gpt2", Family::gpt2},
    {"phi-2", Family::gpt2},
    {"mpt", Family::gpt2},
    {"olmo", Family::gpt2},
    {"jais", Family::gpt2},
    {"trillion", Family::gpt2},
    {"granite-docling", Family::gpt2},
    {"jina-es", Family::gpt2},
    {"jina-de", Family::gpt2},
    {"jina-v2-es", Family::gpt2},
    {"jina-v2-de", Family::gpt2},
    {"gigachat", Family::gpt2},
    {"a.x-4.0", Family::gpt2},
    {"mellum", Family::gpt2},
    {"exaone4", Family::gpt2},
    {"modern-bert", Family::gpt2},
    {"smollm", Family::gpt2_digits},
    {"starcoder", Family::gpt2_digits},
    {"refact", Family::gpt2_digits},
    {"command-r", Family::gpt2_digits},
    {"codeshell", Family::gpt2_digits},
    {"exaone", Family::gpt2_digits},
    {"mellum2", Family::gpt2_digits},
    {"minerva-7b", Family::gpt2_digits},
    {"default", Family::plain},
    {"falcon", Family::falcon},
    {"llama-bpe", Family::llama3},
    {"llama3", Family::llama3},
    {"llama-v3", Family::llama3},
    {"falcon3", Family::llama3},
    {"falcon-h1", Family::llama3},
    {"pixtral", Family::llama3},
    {"midm-2.0", Family::llama3},
    {"lfm2", Family::llama3},
    {"dbrx", Family::llama3},
    {"smaug-bpe", Family::llama3},
    {"chatglm-bpe", Family::llama3},
    {"glm4", Family::llama3},
    {"glm5", Family::llama3},
    {"qwen2", Family::qwen2},
    {"deepseek-r1-qwen", Family::qwen2},
    {"stablelm2", Family::qwen2},
    {"hunyuan", Family::qwen2},
    {"megrez", Family::qwen2},
    {"kormo", Family::qwen2},
    {"solar-open", Family::qwen2},
    {"grok-2", Family::qwen2},
    {"qwen35", Family::qwen35},
    {"deepseek-llm", Family::deepseek_llm},
    {"deepseek-coder", Family::deepseek_coder},
    {"deepseek-v3", Family::deepseek_v3},
    {"hunyuan-dense", Family::deepseek_v3},
    {"joyai-llm", Family::deepseek_v3},
    {"gpt-4o", Family::gpt4o},
    {"llama4", Family::gpt4o},
    {"kanana2", Family::gpt4o},
    {"minimax-m2", Family::gpt4o},
    {"tekken", Family::tekken},
    {"bloom", Family::bloom},
    {"poro-chat", Family::bloom},
    {"gpt3-finnish", Family::bloom},
    {"viking", Family::viking},
    {"bailingmoe", Family::bailing},
    {"bailingmoe2", Family::bailing},
    {"llada-moe", Family::bailing},
});

const std::string kContraction = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const std::string kTail = R"(|\s*[\r\n]+|\s+(?!\S)|\s+)";

// cl100k and its relatives: contraction, letters with one sign before them, digits, other signs.
std::string cl100k(const std::string& letters, const std::string& digits)
{
    return kContraction + R"(|[^\r\n\p{L}\p{N}]?)" + letters + "|" + digits +
           R"(| ?[^\s\p{L}\p{N}]+[\r\n]*)" + kTail;
}

// o200k and its relatives, whose words also end where a capital follows a small letter.
std::string o200k(const std::string& ending, const std::string& digits)
{
    const std::string upper = R"([\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}])";
    const std::string lower = R"([\p{Ll}\p{Lm}\p{Lo}\p{M}])";
    const std::string before = R"([^\r\n\p{L}\p{N}]?)";
    return before + upper + "*" + lower + "+" + ending + "|" + before + upper + "+" + lower + "*" +
           ending + "|" + digits + R"(| ?[^\s\p{L}\p{N}]+[\r\n/]*)" + kTail;
}

// The letters that have a case, as deepseek-llm lists them: not all that Unicode has.
std::string cased_letters()
{
    constexpr std::array kRanges = std::to_array<std::array<std::uint32_t, 2>>({
        {0x41, 0x5A},       {0x61, 0x7A},       {0xB5, 0xB5},       {0xC0, 0xD6},
        {0xD8, 0xF6},       {0xF8, 0x1BA},      {0x1BC, 0x1BF},     {0x1C4, 0x293},
        {0x295, 0x2AF},     {0x370, 0x373},     {0x376, 0x377},     {0x37B, 0x37D},
        {0x37F, 0x37F},     {0x386, 0x386},     {0x388, 0x38A},     {0x38C, 0x38C},
        {0x38E, 0x3A1},     {0x3A3, 0x3F5},     {0x3F7, 0x481},     {0x48A, 0x52F},
        {0x531, 0x556},     {0x10A0, 0x10C5},   {0x13A0, 0x13F5},   {0x13F8, 0x13FD},
        {0x1C90, 0x1CBA},   {0x1CBD, 0x1CBF},   {0x1D00, 0x1D2B},   {0x1D6B, 0x1D77},
        {0x1D79, 0x1D9A},   {0x1E00, 0x1F15},   {0x1F18, 0x1F1D},   {0x1F20, 0x1F45},
        {0x1F48, 0x1F4D},   {0x1F50, 0x1F57},   {0x1F59, 0x1F59},   {0x1F5B, 0x1F5B},
        {0x1F5D, 0x1F5D},   {0x1F5F, 0x1F7D},   {0x1F80, 0x1FB4},   {0x1FB6, 0x1FBC},
        {0x1FBE, 0x1FBE},   {0x1FC2, 0x1FC4},   {0x1FC6, 0x1FCC},   {0x1FD0, 0x1FD3},
        {0x1FD6, 0x1FDB},   {0x1FE0, 0x1FEC},   {0x1FF2, 0x1FF4},   {0x1FF6, 0x1FFC},
        {0x2102, 0x2102},   {0x2107, 0x2107},   {0x210A, 0x2113},   {0x2115, 0x2115},
        {0x2119, 0x211D},   {0x2124, 0x2124},   {0x2126, 0x2126},   {0x2128, 0x2128},
        {0x212A, 0x212D},   {0x212F, 0x2134},   {0x2139, 0x2139},   {0x213C, 0x213F},
        {0x2145, 0x2149},   {0x214E, 0x214E},   {0x2183, 0x2184},   {0x2C00, 0x2C7B},
        {0x2C7E, 0x2CE4},   {0x2CEB, 0x2CEE},   {0x2CF2, 0x2CF3},   {0xA640, 0xA66D},
        {0xA680, 0xA69B},   {0xA722, 0xA76F},   {0xA771, 0xA787},   {0xA78B, 0xA78E},
        {0xAB70, 0xABBF},   {0xFB00, 0xFB06},   {0xFB13, 0xFB17},   {0xFF21, 0xFF3A},
        {0xFF41, 0xFF5A},   {0x10400, 0x1044F}, {0x104B0, 0x104D3}, {0x104D8, 0x104FB},
        {0x10C80, 0x10CB2}, {0x10CC0, 0x10CF2}, {0x118A0, 0x118DF}, {0x1E900, 0x1E943},
    });
    const auto code_point = [](std::uint32_t value) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string hex;
        for (; value > 0; value >>= 4U)
            hex.insert(hex.begin(), kDigits[value & 15U]);
        return "\\x{" + hex + "}";
    };
    std::string set;
    for (const auto& [first, last] : kRanges)
        set += code_point(first) + "-" + code_point(last);
    return set;
}

// Han, kana and hangul as the DeepSeek models group them (up to 龥, and from U+0800 to 一).
const std::string kWide = R"([\x{4e00}-\x{9fa5}\x{800}-\x{4e00}\x{ac00}-\x{d7ff}]+)";
const std::string kGpt2 =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S))";

std::vector<std::string> deepseek_v3()
{
    const std::string signs = R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])";
    return {R"(\p{N}{1,3})", R"([\x{4e00}-\x{9fa5}\x{3040}-\x{309f}\x{30a0}-\x{30ff}]+)",
            signs + R"([A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*)" +
                kTail};
}

std::vector<std::string> expressions(Family family)
{
    switch (family) {
    case Family::gpt2:
        return {};
    case Family::gpt2_digits:
        return {};
    case Family::plain:
        return {R"([\p{P}\$\+<=>\^~\|]+)", kGpt2, R"(\p{N}+)", "[0-9][0-9][0-9]"};
    case Family::falcon:
        return {R"([\p{P}\$\+<=>\^~\|`]+)", kGpt2, "[0-9][0-9][0-9]"};
    case Family::llama3:
        return {cl100k(R"(\p{L}+)", R"(\p{N}{1,3})")};
    case Family::qwen2:
        return {cl100k(R"(\p{L}+)", R"(\p{N})")};
    case Family::qwen35:
        return {kContraction +
                R"(|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*)" + kTail};
    case Family::deepseek_llm:
        return {
            R"([\r\n])",
            R"(\s?[)" + cased_letters() + "]+",
            R"(\s?[!-/:-~\x{ff01}-\x{ff0f}\x{ff1a}-\x{ff5e}\x{2018}-\x{201f}\x{3000}-\x{3002}]+)",
            R"(\s+$)",
            kWide,
            R"(\p{N}+)"};
    case Family::deepseek_coder:
        return {R"([\r\n])", R"(\s?\p{L}+)", R"(\s?\p{P}+)", kWide, R"(\p{N})"};
    case Family::deepseek_v3:
        return deepseek_v3();
    case Family::gpt4o:
        return {o200k(kContraction + "?", R"(\p{N}{1,3})")};
    case Family::tekken:
        return {o200k("", R"(\p{N})")};
    case Family::bloom:
        return {R"( ?[^(\s|.,!?…。，、।۔،)]+)"};
    case Family::viking:
        return {R"( ?[^(\s|.,!?…。，、।۔،)]+)", R"(\p{N})"};
    case Family::bailing:
        return {
            R"('(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]++[\r\n]*)"
            R"(|\s*[\r\n]|\s+(?!\S)|\s+)"};
    }
    return {};
}

} // namespace

Result<PreTokenizer::Rule> PreTokenizer::rule_named(std::string_view name)
{
    const auto found = std::find_if(kNames.begin(), kNames.end(),
                                    [&](const Name& known) { return known.name == name; });
    if (name.empty())
        return Error{ErrorKind::unsupported,
                     "the file does not name its pre-tokeniser (tokenizer.ggml.pre); a wrong one "
                     "would spoil every answer: convert the model again"};
    if (found == kNames.end()) {
        std::string known;
        for (const Name& each : kNames)
            known.append(known.empty() ? "" : ", ").append(each.name);
        return Error{ErrorKind::unsupported,
                     "the pre-tokeniser \"" + std::string(name) + "\" is not one of " + known};
    }
    return Rule{.single_digits = found->family == Family::gpt2_digits,
                .gpt2_words =
                    found->family == Family::gpt2 || found->family == Family::gpt2_digits,
                .expressions = tokenizer::expressions(found->family)};
}

Result<PreTokenizer> PreTokenizer::named(std::string_view name)
{
    TRY(const Rule rule, rule_named(name));
    std::vector<SplitStep> steps;
    if (rule.single_digits)
        steps.push_back(single_digits());
    if (rule.gpt2_words)
        steps.push_back(tokenizer::gpt2_words());
    for (const std::string& expression : rule.expressions) {
        TRY(Pattern pattern, Pattern::compile(expression));
        steps.push_back(pattern_words(std::move(pattern)));
    }
    return PreTokenizer(std::move(steps));
}

std::string_view PreTokenizer::probe()
{
    return "I'm sure we'LL don't, o'clock 'tis 1 12 123 1234567 x1234y ½ Ⅷ\u0664\u0662\n\n  if "
           "(camelCase != HTTPServer) {\n\t\treturn snake_case / 3.14;\r\n}\r\n \n   a  b   "
           "...!?\" --- $5 +7 <tag/>\n/ **bold** #1 @x ~^|` naïve ÉCOLE Straße ἀρχή ελληνικά "
           "Привет ҠАЛА שלום שָׁלוֹם مرحبا، كيف؟ हिन्दी में ไทย 中文字符，你好。「日本語」ひらがなカタカナ "
           "한국어 ﬁn ǅ ʰa e\u0301 \u00A0nbsp\u3000wide 🙂👍🏽 end.  ";
}

std::vector<std::string_view> PreTokenizer::names_of(const std::vector<std::string>& words,
                                                     bool whole_words)
{
    std::vector<std::string_view> names;
    std::vector<std::pair<Family, bool>> seen;
    for (const Name& known : kNames) {
        const std::pair rule{known.family, takes_whole_words(known.name)};
        if (std::find(seen.begin(), seen.end(), rule) != seen.end())
            continue;
        seen.push_back(rule);
        const auto cutter = named(known.name);
        std::vector<std::string> cut;
        if (cutter.ok())
            cutter->split(probe(), [&](std::string_view word) { cut.emplace_back(word); });
        if (cut == words)
            names.push_back(known.name);
    }
    std::stable_partition(names.begin(), names.end(), [whole_words](std::string_view name) {
        return takes_whole_words(name) == whole_words;
    });
    return names;
}

bool PreTokenizer::takes_whole_words(std::string_view name)
{
    constexpr auto kWhole =
        std::to_array<std::string_view>({"llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1",
                                         "pixtral", "midm-2.0", "lfm2", "tekken", "glm4", "glm5"});
    return std::find(kWhole.begin(), kWhole.end(), name) != kWhole.end();
}

bool begins_with_bos_by_default(std::string_view pre)
{
    // of the models whose words are taken whole all but GLM's were trained behind a BOS
    return PreTokenizer::takes_whole_words(pre) && !pre.starts_with("glm");
}

} // namespace longhand::tokenizer
