// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/base/result.h"
#include "engine/tokenizer/tokenizer.h"
#include "engine/train/token_source.h"

#include <memory>
#include <string>
#include <vector>

namespace longhand::learn {

// One text of a corpus.
struct CorpusText {
    std::string name;  // of its file or book
    std::string text;
};

// What became of a text: written beside what was trained, so that nobody measures on it.
struct SplitEntry {
    std::string name;
    std::string sha256;  // of the text as it was read
    std::uint64_t tokens = 0;
    bool held_out = false;
};

struct CorpusOptions {
    // So many whole texts are held out, chosen by their content alone: the same ones however the
    // others change.
    std::size_t held_out = 0;
    bool end_of_text = true;    // the vocabulary's EOS behind each text
    bool across_texts = true;   // sequences run from one text into the next
    bool blocks = false;        // disjoint sequences in turn instead of cuts anywhere
    Seed seed;
};

struct Corpus {
    std::shared_ptr<const train::TokenSource> train;
    std::shared_ptr<const train::TokenSource> held_out;  // null: none is
    std::vector<SplitEntry> split;                       // in the order given
    std::string digest;                                  // of all of it
};

// Tokens raw, without BOS. Fails: invalid (nothing left to learn from).
Result<Corpus> make_corpus(std::vector<CorpusText> texts, const tokenizer::Tokenizer& tokenizer,
                           const CorpusOptions& options);

// The split and `about` (JSON) as one JSON document.
std::string split_record(const std::vector<SplitEntry>& split, const std::string& about);

}  // namespace longhand::learn
