// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/pipeline.h"

namespace longhand::tokenizer {
namespace {

constexpr std::size_t kLongestKept = 64; // bytes of a word whose ids are remembered within a text

class PipelineTokenizer : public Tokenizer {
public:
    PipelineTokenizer(Vocabulary vocabulary, Pipeline pipeline)
        : Tokenizer(std::move(vocabulary)), pipeline_(std::move(pipeline))
    {
    }

    [[nodiscard]] std::vector<TokenId> encode(std::string_view text, bool at_start) const override
    {
        Work work;
        work.ids.reserve(text.size() / 3);
        Place place = at_start ? Place::start : Place::continues;
        pipeline_.raw.split(text, [&](std::string_view stretch, TokenId token) {
            if (token >= 0)
                work.ids.push_back(token);
            else
                encode_stretch(stretch, place, work);
            place = Place::inside;
        });
        return std::move(work.ids);
    }

    [[nodiscard]] std::string piece(TokenId token, bool at_start) const override
    {
        if (token < 0 || token >= size())
            return {};
        const auto index = static_cast<std::size_t>(token);
        std::string text = vocabulary_.tokens[index];
        switch (vocabulary_.types[index]) {
        case TokenType::control:
        case TokenType::unused:
            return {};
        case TokenType::user_defined:
            return text;
        default:
            break;
        }
        for (const DecodeStep& step : pipeline_.decode)
            step(text, at_start);
        return text;
    }

private:
    struct Work {
        std::vector<TokenId> ids;
        // a book repeats its words: each is encoded once; where its ids begin and how many they are
        std::unordered_map<std::string, std::pair<std::size_t, std::size_t>, TextHash,
                           std::equal_to<>>
            seen;
    };

    void encode_stretch(std::string_view stretch, Place place, Work& work) const
    {
        std::string text(stretch);
        for (const NormalStep& step : pipeline_.normalise)
            text = step(std::move(text), place);
        pipeline_.normalised.split(text, [&](std::string_view part, TokenId token) {
            if (token >= 0)
                work.ids.push_back(token);
            else
                pipeline_.words.split(part, place,
                                      [&](std::string_view word) { encode_word(word, work); });
            place = Place::inside;
        });
    }

    void encode_word(std::string_view word, Work& work) const
    {
        if (const auto known = work.seen.find(word); known != work.seen.end()) {
            const auto [begin, count] = known->second;
            for (std::size_t i = 0; i < count; ++i)
                work.ids.push_back(work.ids[begin + i]);
            return;
        }
        const std::size_t begin = work.ids.size();
        pipeline_.model->encode(word, work.ids);
        if (word.size() <= kLongestKept)
            work.seen.emplace(word, std::pair(begin, work.ids.size() - begin));
    }

    Pipeline pipeline_;
};

} // namespace

std::unique_ptr<Tokenizer> make_pipeline(Vocabulary vocabulary, Pipeline pipeline)
{
    ENSURE(pipeline.model != nullptr);
    return std::make_unique<PipelineTokenizer>(std::move(vocabulary), std::move(pipeline));
}

} // namespace longhand::tokenizer
