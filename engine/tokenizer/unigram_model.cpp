// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/word_model.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>

namespace longhand::tokenizer {
namespace {

constexpr double kUnknownPenalty = 10.0;
constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

// Pieces by their bytes, one node a byte.
class PieceTrie {
public:
    void add(std::string_view text, std::int32_t piece)
    {
        std::uint32_t node = 0;
        for (const char byte : text) {
            const auto [found, fresh] = edges_.try_emplace(key(node, byte), count_);
            if (fresh) {
                pieces_.push_back(-1);
                ++count_;
            }
            node = found->second;
        }
        pieces_[node] = piece; // of two pieces with one text the later, as its readers keep it
    }
    [[nodiscard]] std::uint32_t follow(std::uint32_t node, char byte) const
    {
        const auto found = edges_.find(key(node, byte));
        return found == edges_.end() ? kNoNode : found->second;
    }
    [[nodiscard]] std::int32_t piece(std::uint32_t node) const { return pieces_[node]; }

private:
    static std::uint64_t key(std::uint32_t node, char byte)
    {
        return (std::uint64_t{node} << 8U) | static_cast<unsigned char>(byte);
    }
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;
    std::vector<std::int32_t> pieces_ = {-1};
    std::uint32_t count_ = 1;
};

class UnigramModel : public WordModel {
public:
    explicit UnigramModel(UnigramSettings settings) : settings_(std::move(settings))
    {
        for (std::size_t i = 0; i < settings_.pieces.size(); ++i)
            if (!settings_.pieces[i].text.empty())
                trie_.add(settings_.pieces[i].text, static_cast<std::int32_t>(i));
    }

    void encode(std::string_view word, std::vector<TokenId>& ids) const override
    {
        const std::vector<Step> path = best_path(word);
        std::string_view unknown; // a run that is not known, not yet written
        const auto write_unknown = [&] {
            if (!unknown.empty() &&
                !(settings_.byte_fallback && append_bytes(settings_.bytes, unknown, ids)) &&
                settings_.unknown >= 0)
                ids.push_back(settings_.unknown);
            unknown = {};
        };
        for (const Step& step : path) {
            const std::string_view text = word.substr(step.begin, step.end - step.begin);
            if (step.piece < 0) {
                unknown = unknown.empty()
                              ? text
                              : std::string_view(unknown.data(), unknown.size() + text.size());
                continue;
            }
            write_unknown();
            ids.push_back(settings_.pieces[static_cast<std::size_t>(step.piece)].id);
        }
        write_unknown();
    }

private:
    struct Step {
        std::size_t begin = 0, end = 0;
        std::int32_t piece = -1; // -1: a character that is not known
    };
    struct Node {
        double score = -HUGE_VAL;
        std::size_t from = 0;
        std::int32_t piece = -1;
    };

    [[nodiscard]] std::vector<Step> best_path(std::string_view word) const
    {
        std::vector<Node> nodes(word.size() + 1);
        nodes[0].score = 0.0;
        const auto offer = [&](std::size_t from, std::size_t to, double score, std::int32_t piece) {
            if (nodes[from].score + score > nodes[to].score)
                nodes[to] = {nodes[from].score + score, from, piece};
        };
        const double unknown_score = settings_.least_score - kUnknownPenalty;
        for (std::size_t begin = 0; begin < word.size();) {
            std::size_t next = begin;
            utf8::next(word, next);
            bool alone = false; // some piece is this very character
            std::uint32_t node = 0;
            for (std::size_t end = begin; end < word.size();) {
                node = trie_.follow(node, word[end++]);
                if (node == kNoNode)
                    break;
                const std::int32_t piece = trie_.piece(node);
                // a piece may end within a character only where the text is no UTF-8
                if (piece < 0 || (end < next))
                    continue;
                alone = alone || end == next;
                offer(begin, end, settings_.pieces[static_cast<std::size_t>(piece)].score, piece);
            }
            if (!alone)
                offer(begin, next, unknown_score, -1);
            begin = next;
        }
        std::vector<Step> path;
        for (std::size_t end = word.size(); end > 0; end = nodes[end].from)
            path.push_back({nodes[end].from, end, nodes[end].piece});
        std::reverse(path.begin(), path.end());
        return path;
    }

    UnigramSettings settings_;
    PieceTrie trie_;
};

} // namespace

Result<std::unique_ptr<WordModel>> make_unigram_model(UnigramSettings settings)
{
    for (const UnigramSettings::Piece& piece : settings.pieces)
        if (!std::isfinite(piece.score))
            return Error{ErrorKind::corrupt, "a score of the vocabulary is not a number"};
    return std::unique_ptr<WordModel>(std::make_unique<UnigramModel>(std::move(settings)));
}

} // namespace longhand::tokenizer
