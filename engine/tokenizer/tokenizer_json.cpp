// SPDX-License-Identifier: GPL-3.0-or-later
// tokenizer.json, the file of Hugging Face's fast tokenizers: what engine/tokenizer/pipeline.h
// runs.
#include "engine/tokenizer/json_steps.h"
#include "engine/tokenizer/kinds.h"

#include "engine/base/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace longhand::tokenizer {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostTokens = 1 << 22;

Error corrupt(const std::string& what)
{
    return {ErrorKind::corrupt, "tokenizer.json: " + what};
}
Error unsupported(const std::string& what)
{
    return {ErrorKind::unsupported, "tokenizer.json: " + what + " is not supported"};
}

const json& member(const json& object, const char* name)
{
    static const json kNothing;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found == object.end() ? kNothing : *found;
}

bool flag(const json& object, const char* name)
{
    const json& value = member(object, name);
    return value.is_boolean() && value.get<bool>();
}

std::string text(const json& object, const char* name)
{
    const json& value = member(object, name);
    return value.is_string() ? value.get<std::string>() : std::string();
}

bool says_something(const json& value)
{
    return !(value.is_null() ||
             (value.is_string() && value.get_ref<const std::string&>().empty()) ||
             (value.is_number() && value.get<double>() == 0.0));
}

Result<TokenId> id_of(const json& value, const std::string& token)
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() >= kMostTokens)
        return corrupt("the token \"" + token + "\" has the id " + value.dump());
    return static_cast<TokenId>(value.get<std::uint64_t>());
}

class Reader {
public:
    Reader(const json& root, Vocabulary vocabulary)
        : root_(root), model_(member(root, "model")), vocabulary_(std::move(vocabulary))
    {
    }

    Result<std::unique_ptr<Tokenizer>> run()
    {
        TRY(pipeline_.normalise, read_normalizer(member(root_, "normalizer").dump()));
        TRY(WordSteps words, read_pre_tokenizer(member(root_, "pre_tokenizer").dump()));
        vocabulary_.blank_after_mark = !words.first_only;
        pipeline_.words = PreTokenizer(std::move(words.steps));
        TRY(pipeline_.decode, read_decoder(member(root_, "decoder").dump()));
        if (pipeline_.decode.empty() && words.letters) {
            TRY(pipeline_.decode, read_decoder(R"({"type": "ByteLevel"})"));
        }
        TRY(read_tokens());
        TRY(read_added());
        TRY(read_model());
        TRY(read_post_processor(member(root_, "post_processor")));
        for (auto [name, id] : {std::pair(&vocabulary_.bos_text, &vocabulary_.bos),
                                {&vocabulary_.eos_text, &vocabulary_.eos},
                                {&vocabulary_.pad_text, &vocabulary_.pad}})
            if (*id < 0 && !name->empty())
                *id = find(*name);
        vocabulary_.model = {};
        return make_pipeline(std::move(vocabulary_), std::move(pipeline_));
    }

private:
    [[nodiscard]] TokenId find(std::string_view token) const
    {
        const auto found = ids_.find(token);
        return found == ids_.end() ? -1 : found->second;
    }

    Result<void> put(const std::string& token, TokenId id, TokenType type)
    {
        const auto index = static_cast<std::size_t>(id);
        if (index >= vocabulary_.tokens.size()) {
            vocabulary_.tokens.resize(index + 1);
            vocabulary_.types.resize(index + 1, TokenType::unused); // an id without a token
        }
        vocabulary_.tokens[index] = token;
        vocabulary_.types[index] = type;
        ids_[token] = id;
        return {};
    }

    Result<void> read_tokens()
    {
        const json& vocab = member(model_, "vocab");
        if (vocab.is_object()) { // BPE: text to id
            for (const auto& [token, value] : vocab.items()) {
                TRY(const TokenId id, id_of(value, token));
                TRY(put(token, id, TokenType::normal));
            }
        } else if (vocab.is_array()) { // Unigram: text and score, the id is the place
            for (const json& entry : vocab) {
                if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() ||
                    !entry[1].is_number())
                    return corrupt("an entry of the vocabulary is " + entry.dump());
                if (scores_.size() >= kMostTokens)
                    return corrupt("too many tokens");
                const auto id = static_cast<TokenId>(scores_.size());
                TRY(put(entry[0].get<std::string>(), id, TokenType::normal));
                scores_.push_back(entry[1].get<double>());
            }
        }
        if (vocabulary_.tokens.empty())
            return corrupt("the vocabulary is empty");
        return {};
    }

    Result<void> read_added()
    {
        std::vector<AddedToken> raw;
        std::vector<AddedToken> normalised;
        const json& list = member(root_, "added_tokens");
        for (const json& entry : list.is_array() ? list : json::array()) {
            AddedToken token{.text = text(entry, "content"),
                             .strips_left = flag(entry, "lstrip"),
                             .strips_right = flag(entry, "rstrip"),
                             .single_word = flag(entry, "single_word")};
            if (token.text.empty())
                return corrupt("an added token without content");
            TRY(token.id, id_of(member(entry, "id"), token.text));
            const bool special = flag(entry, "special");
            TRY(put(token.text, token.id, special ? TokenType::control : TokenType::user_defined));
            if (token.strips_right)
                vocabulary_.strips_right.push_back(token.id);
            if (special || is_written_like_a_mark(token.text))
                continue;
            if (!flag(entry, "normalized")) {
                raw.push_back(std::move(token));
                continue;
            }
            // looked for in normalised text, and so in its own normal form
            for (const NormalStep& step : pipeline_.normalise)
                token.text = step(std::move(token.text), Place::start);
            normalised.push_back(std::move(token));
        }
        for (auto* tokens : {&raw, &normalised}) // a later entry may have given an id anew
            std::erase_if(*tokens, [this](const AddedToken& token) {
                return vocabulary_.types[static_cast<std::size_t>(token.id)] !=
                       TokenType::user_defined;
            });
        pipeline_.raw = AddedTokens(std::move(raw));
        pipeline_.normalised = AddedTokens(std::move(normalised));
        return {};
    }

    // What words may become: no token that steers the model.
    [[nodiscard]] bool is_text(TokenId id) const
    {
        const auto index = static_cast<std::size_t>(id);
        return vocabulary_.types[index] == TokenType::normal ||
               (vocabulary_.types[index] == TokenType::user_defined &&
                !is_written_like_a_mark(vocabulary_.tokens[index]));
    }

    ByteTokens byte_tokens()
    {
        ByteTokens bytes;
        bytes.fill(-1);
        for (std::size_t i = 0; i < vocabulary_.tokens.size(); ++i)
            if (const int byte = byte_of_piece(vocabulary_.tokens[i]); byte >= 0) {
                bytes[static_cast<std::size_t>(byte)] = static_cast<TokenId>(i);
                vocabulary_.types[i] = TokenType::byte;
            }
        return bytes;
    }

    Result<void> read_model()
    {
        std::string type = text(model_, "type");
        if (type.empty()) // older files leave it out
            type = member(model_, "merges").is_array() ? "BPE" : "";
        if (type == "BPE")
            return read_bpe();
        if (type == "Unigram")
            return read_unigram();
        return unsupported("the model \"" + type + "\" (BPE and Unigram are)");
    }

    // What stands for unknown text; -1 where the file names a token that steers the model ("the end
    // of a text", for one), which no text may make.
    TokenId set_unknown(TokenId id)
    {
        vocabulary_.unknown = id;
        if (id < 0)
            return -1;
        const auto index = static_cast<std::size_t>(id);
        const std::string& token = vocabulary_.tokens[index];
        if (token == "<unk>" || token == "<UNK>" || token == "[UNK]")
            vocabulary_.types[index] = TokenType::unknown;
        return vocabulary_.types[index] == TokenType::unknown || is_text(id) ? id : -1;
    }

    Result<void> read_bpe()
    {
        for (const char* name : {"continuing_subword_prefix", "end_of_word_suffix", "dropout"})
            if (says_something(member(model_, name)))
                return unsupported(std::string("BPE with ") + name);
        if (!member(model_, "vocab").is_object())
            return corrupt("BPE without a vocabulary");
        BpeSettings settings{.fuse_unknown = flag(model_, "fuse_unk"),
                             .byte_fallback = flag(model_, "byte_fallback"),
                             .whole_words = flag(model_, "ignore_merges")};
        if (settings.byte_fallback)
            settings.bytes = byte_tokens();
        const json& merges = member(model_, "merges");
        for (const json& merge : merges.is_array() ? merges : json::array()) {
            if (merge.is_string())
                settings.merges.push_back(merge.get<std::string>());
            else if (merge.is_array() && merge.size() == 2 && merge[0].is_string() &&
                     merge[1].is_string())
                settings.merges.push_back(merge[0].get<std::string>() + " " +
                                          merge[1].get<std::string>());
            else
                return corrupt("a merge is " + merge.dump());
        }
        if (const std::string unknown = text(model_, "unk_token"); !unknown.empty())
            settings.unknown = set_unknown(find(unknown));
        for (const auto& [token, id] : ids_)
            if (is_text(id))
                settings.ids.emplace(token, id);
        TRY(pipeline_.model, make_bpe_model(std::move(settings)));
        return {};
    }

    Result<void> read_unigram()
    {
        if (!member(model_, "vocab").is_array())
            return corrupt("Unigram without a list of pieces");
        UnigramSettings settings{.byte_fallback = flag(model_, "byte_fallback")};
        if (settings.byte_fallback)
            settings.bytes = byte_tokens();
        if (const json& unknown = member(model_, "unk_id"); !unknown.is_null()) {
            TRY(settings.unknown, id_of(unknown, "unk_id"));
            if (static_cast<std::size_t>(settings.unknown) >= vocabulary_.tokens.size())
                return corrupt("unk_id " + unknown.dump() + " lies outside the vocabulary");
            settings.unknown = set_unknown(settings.unknown);
        }
        for (std::size_t i = 0; i < scores_.size(); ++i) {
            const auto id = static_cast<TokenId>(i);
            const double score = scores_[i];
            settings.least_score = i == 0 ? score : std::min(settings.least_score, score);
            if (is_text(id) && id != vocabulary_.unknown)
                settings.pieces.push_back({vocabulary_.tokens[i], id, score});
        }
        TRY(pipeline_.model, make_unigram_model(std::move(settings)));
        return {};
    }

    // Which tokens go around a text; only a BOS before and an EOS behind are known.
    Result<void> read_post_processor(const json& part)
    {
        const std::string type = text(part, "type");
        if (part.is_null() || type == "ByteLevel")
            return {};
        if (type == "Sequence") {
            const json& list = member(part, "processors");
            for (const json& entry : list.is_array() ? list : json::array()) {
                TRY(read_post_processor(entry));
            }
            return {};
        }
        if (type != "TemplateProcessing")
            return unsupported("the post_processor \"" + type + "\"");
        bool behind = false;
        const json& single = member(part, "single");
        for (const json& entry : single.is_array() ? single : json::array()) {
            if (!member(entry, "Sequence").is_null()) {
                behind = true;
                continue;
            }
            const std::string token = text(member(entry, "SpecialToken"), "id");
            if (token.empty() || find(token) < 0)
                return corrupt("the template writes the token \"" + token +
                               "\", which there is not");
            (behind ? vocabulary_.eos_text : vocabulary_.bos_text) = token;
            (behind ? vocabulary_.eos : vocabulary_.bos) = -1;
            if (!vocabulary_.says_add_bos)
                (behind ? vocabulary_.add_eos : vocabulary_.add_bos) = true;
        }
        return {};
    }

    const json& root_;
    const json& model_;
    Vocabulary vocabulary_;
    Pipeline pipeline_;
    TokenMap ids_;
    std::vector<double> scores_; // Unigram: of the pieces by id
};

} // namespace

Result<std::unique_ptr<Tokenizer>> make_json_tokenizer(Vocabulary vocabulary)
{
    if (is_nested_deeper_than(vocabulary.model, kMaxJsonDepth))
        return corrupt("nested deeper than " + std::to_string(kMaxJsonDepth) + " levels");
    const json root = json::parse(vocabulary.model, nullptr, /*allow_exceptions=*/false);
    if (!root.is_object())
        return corrupt("no JSON object");
    vocabulary.tokens = {};
    vocabulary.types = {};
    vocabulary.scores = {};
    return Reader(root, std::move(vocabulary)).run();
}

} // namespace longhand::tokenizer
