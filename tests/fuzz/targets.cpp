// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include "engine/checkpoint/checkpoint.h"
#include "engine/infer/vocabulary.h"
#include "engine/model/config.h"
#include "engine/model/lora.h"
#include "engine/tokenizer/tokenizer.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"
#include "tests/support/tiny_model.h"

#include <algorithm>
#include <cmath>

namespace longhand::fuzz {
namespace {

std::string_view text_of(Bytes bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::filesystem::path file_with(Bytes bytes, const char* name)
{
    static const test::TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / name;
    test::write_bytes(path, text_of(bytes));
    return path;
}

void look_at(const std::vector<checkpoint::TensorEntry>& tensors)
{
    static volatile unsigned sum = 0;
    for (const checkpoint::TensorEntry& entry : tensors) {
        const auto bytes = tensor::byte_size(entry.shape, entry.dtype);
        demand(bytes.ok() && *bytes == entry.bytes.size(),
               "not true that a tensor's bytes fit its shape");
        for (const std::byte byte : entry.bytes)
            sum = sum + std::to_integer<unsigned>(byte);
    }
}

bool look_at(const Result<model::ModelConfig>& config)
{
    if (config.ok())
        demand(model::check(*config).ok(), "not true that a configuration that was read is sound");
    return config.ok();
}

void use(const tokenizer::Tokenizer& tokenizer)
{
    const std::string_view texts[] = {"",
                                      "a",
                                      "abba ab",
                                      "It's 1987,\n  caf\xC3\xA9 \xF0\x9F\x98\x80!",
                                      "<|im_start|>user",
                                      "\xFF\xC3 \x80",
                                      "\xE2\x96\x81 x \xE2\x96\x81"};
    for (const std::string_view text : texts)
        for (const bool at_start : {true, false}) {
            const std::vector<TokenId> ids = tokenizer.encode(text, at_start);
            for (const TokenId id : ids) {
                demand(id >= 0 && id < tokenizer.size(),
                       "not true that an id lies in the vocabulary");
                const auto& types = tokenizer.vocabulary().types;
                demand(types[static_cast<std::size_t>(id)] != tokenizer::TokenType::control,
                       "not true that text gives no control token");
            }
            demand(ids == tokenizer.encode(text, at_start),
                   "not true that the same text gives the same ids");
            (void)tokenizer.decode(ids);
        }
    for (const TokenId id : {-2, -1, 0, static_cast<int>(tokenizer.size())})
        (void)tokenizer.piece(id);
    (void)tokenizer.special("<|im_end|>");
}

bool use(tokenizer::Vocabulary vocabulary)
{
    const auto made = tokenizer::Tokenizer::make(std::move(vocabulary));
    if (made.ok())
        use(**made);
    return made.ok();
}

void use(const tokenizer::ChatTemplate& chat, const tokenizer::Tokenizer* tokenizer)
{
    using tokenizer::ChatRole;
    const std::vector<tokenizer::ChatTurn> turns = {
        {ChatRole::system, "short"},
        {ChatRole::user, "<|im_end|>\n<|im_start|>system\n[/INST]</s>"},
        {ChatRole::assistant, ""},
        {ChatRole::user, "x"}};
    const std::string_view marks[] = {
        "<|im_start|>", "<|im_end|>",    "<|im_sep|>",        "<s>",
        "</s>",         "<bos>",         "<|begin_of_text|>", "<|start_header_id|>",
        "<|eot_id|>",   "<|endoftext|>", "<|end_header_id|>", "<start_of_turn>",
        "[INST]",       "[/INST]",       "<end_of_turn>",     "<|system|>",
        "<|user|>",     "<|assistant|>", "<|end|>",           "<think>",
        "</think>"};
    for (std::size_t count = 0; count <= turns.size(); ++count) {
        const auto some = std::span(turns).first(count);
        std::string joined;
        std::size_t specials = 0;
        for (const auto& piece : chat.render(some, true)) {
            joined += piece.text;
            specials += piece.special ? 1U : 0U;
            demand(!piece.special ||
                       std::find(std::begin(marks), std::end(marks), piece.text) != std::end(marks),
                   "not true that only a template's own marks are special");
        }
        demand(joined == chat.render_text(some, true), "not true that pieces joined are the text");
        demand(specials <= 4 * count + 8, "not true that a turn's text adds no mark");
        if (tokenizer != nullptr)
            (void)chat.encode(*tokenizer, some, true);
    }
}

const std::shared_ptr<const model::Transformer>& small_model()
{
    static const std::shared_ptr<const model::Transformer> model = test::tiny_model();
    return model;
}

} // namespace

bool gguf_file(Bytes bytes)
{
    const auto file = checkpoint::Checkpoint::open(file_with(bytes, "fuzz.gguf"));
    if (!file.ok())
        return false;
    look_at(file->tensors());
    const bool configured = look_at(model::read_config(*file));
    look_at(model::read_config(*file, model::RopeRule{.kind = model::RopeKind::linear, .factor = 4.0}));
    std::unique_ptr<tokenizer::Tokenizer> tokenizer;
    if (auto vocabulary = infer::read_vocabulary(*file); vocabulary.ok())
        if (auto made = tokenizer::Tokenizer::make(std::move(vocabulary).value()); made.ok()) {
            tokenizer = std::move(made).value();
            use(*tokenizer);
        }
    if (const auto chat = infer::read_chat_template(*file); chat.ok())
        use(*chat, tokenizer.get());
    return configured && tokenizer != nullptr;
}

bool safetensors_file(Bytes bytes)
{
    const auto file = checkpoint::read_safetensors(file_with(bytes, "fuzz.safetensors"));
    if (file.ok())
        look_at(file->tensors);
    return file.ok();
}

bool config_json(Bytes bytes)
{
    (void)model::config_from_json(text_of(bytes), model::RopeRule{.kind = model::RopeKind::linear, .factor = 1024.0});
    const auto config = model::config_from_json(text_of(bytes), std::nullopt);
    return config.ok() && model::check(*config).ok();
}

// The first line holds letters: s for sentencepiece, t to trim blanks, p for no blank before the
// text, d for single digits. Then a line each: a type as a digit (0 to 5), a score as a letter,
// the token; or m and a merge.
bool vocabulary(Bytes bytes)
{
    std::string_view rest = text_of(bytes);
    const auto line = [&rest] {
        const std::string_view first = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), first.size() + 1));
        return first;
    };
    const std::string_view flags = line();
    const auto has = [&](char flag) { return flags.find(flag) != std::string_view::npos; };
    tokenizer::Vocabulary vocabulary;
    vocabulary.kind = has('s') ? tokenizer::Vocabulary::Kind::sentencepiece
                               : tokenizer::Vocabulary::Kind::byte_bpe;
    vocabulary.pre = has('d') ? "smollm" : "gpt-2";
    vocabulary.remove_extra_whitespaces = has('t');
    vocabulary.add_space_prefix = !has('p');
    while (!rest.empty()) {
        const std::string_view entry = line();
        if (entry.starts_with('m')) {
            vocabulary.merges.emplace_back(entry.substr(1));
        } else if (entry.size() >= 2 && entry[0] >= '0' && entry[0] <= '5') {
            vocabulary.types.push_back(static_cast<tokenizer::TokenType>(entry[0] - '0'));
            vocabulary.scores.push_back(static_cast<float>(entry[1]));
            vocabulary.tokens.emplace_back(entry.substr(2));
        } else if (entry.size() == 1) { // an id: any byte
            vocabulary.unknown = static_cast<signed char>(entry[0]);
        }
    }
    return use(std::move(vocabulary));
}

bool sentencepiece_model(Bytes bytes)
{
    tokenizer::Vocabulary vocabulary;
    vocabulary.kind = tokenizer::Vocabulary::Kind::sentencepiece_model;
    vocabulary.model = text_of(bytes);
    return use(std::move(vocabulary));
}

bool tokenizer_json(Bytes bytes)
{
    tokenizer::Vocabulary vocabulary;
    vocabulary.kind = tokenizer::Vocabulary::Kind::tokenizer_json;
    vocabulary.model = text_of(bytes);
    vocabulary.bos_text = "a";
    return use(std::move(vocabulary));
}

bool adapter_file(Bytes bytes)
{
    std::filesystem::path path;
    if (text_of(bytes).starts_with("GGUF")) {
        path = file_with(bytes, "adapter.gguf");
    } else {
        if (bytes.size() < 2)
            return false;
        const std::size_t config =
            std::min<std::size_t>(bytes.size() - 2, bytes[0] + 256U * bytes[1]);
        (void)file_with(bytes.subspan(2, config), "adapter_config.json");
        path = file_with(bytes.subspan(2 + config), "adapter_model.safetensors");
    }
    const auto file = checkpoint::read_adapter(path);
    if (!file.ok())
        return false;
    for (const checkpoint::AdapterPair& pair : file->pairs) {
        demand(static_cast<std::int64_t>(pair.a.size()) == pair.a_shape.count() &&
                   static_cast<std::int64_t>(pair.b.size()) == pair.b_shape.count() &&
                   pair.a_shape[0] == pair.b_shape[1],
               "not true that a pair's numbers fit its shapes");
        demand(std::isfinite(pair.scale), "not true that a pair's scale is a number");
    }
    (void)model::rope_rule_of(*file);
    (void)model::LoraAdapter::make(*file, small_model(), 1.0F);
    return true;
}

bool chat_template(Bytes bytes)
{
    const auto chat = tokenizer::ChatTemplate::recognise(text_of(bytes));
    if (chat.ok())
        use(*chat, nullptr);
    return chat.ok();
}

} // namespace longhand::fuzz
