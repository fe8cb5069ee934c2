// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learn/corpus.h"

#include "engine/base/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace longhand::learn {
namespace {

// The texts whose digests come first are held out.
void choose_held_out(std::vector<SplitEntry>& split, std::size_t count)
{
    std::vector<std::size_t> order(split.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return split[a].sha256 < split[b].sha256;
    });
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i)
        split[order[i]].held_out = true;
}

}  // namespace

Result<Corpus> make_corpus(std::vector<CorpusText> texts, const tokenizer::Tokenizer& tokenizer,
                           const CorpusOptions& options)
{
    Corpus corpus;
    std::string digests;
    for (const CorpusText& text : texts) {
        corpus.split.push_back({.name = text.name, .sha256 = sha256(text.text)});
        digests += corpus.split.back().sha256 + '\n';
    }
    corpus.digest = sha256(digests);
    choose_held_out(corpus.split, options.held_out);
    std::vector<std::vector<TokenId>> learned;
    std::vector<std::vector<TokenId>> kept;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::vector<TokenId> tokens = tokenizer.encode(texts[i].text);
        std::string().swap(texts[i].text);
        corpus.split[i].tokens = tokens.size();
        (corpus.split[i].held_out ? kept : learned).push_back(std::move(tokens));
    }
    const train::BookOptions cuts{
        .cuts = options.blocks ? train::BookOptions::Cuts::blocks
                               : train::BookOptions::Cuts::anywhere,
        .across_books = options.across_texts,
        .separator = options.end_of_text ? tokenizer.vocabulary().eos : TokenId{-1},
        .seed = options.seed};
    TRY(corpus.train, train::make_book_source(std::move(learned), cuts));
    if (!kept.empty()) {
        TRY(corpus.held_out, train::make_book_source(std::move(kept), cuts));
    }
    return corpus;
}

std::string split_record(const std::vector<SplitEntry>& split, const std::string& about)
{
    nlohmann::ordered_json record = nlohmann::ordered_json::parse(about, nullptr, false);
    ENSURE(record.is_object());
    record["split"] = nlohmann::ordered_json::array();
    for (const SplitEntry& entry : split)
        record["split"].push_back({{"name", entry.name},
                                   {"sha256", entry.sha256},
                                   {"tokens", entry.tokens},
                                   {"part", entry.held_out ? "held out" : "train"}});
    return record.dump(2) + "\n";
}

}  // namespace longhand::learn
