// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/tokenizer/chat_template.h"
#include "engine/train/token_source.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::learn {

// Supervised samples: JSON Lines, one record a line, of one of these shapes:
//     {"instruction": ..., "output": ...}           LongAlpaca; "input" is put behind a blank line
//     {"messages": [{"role": ..., "content": ...}]}  a chat, the last turn an assistant's
//     {FROM: ..., TO: ...}                           parallel text, with a pair of languages
// Paragraph lists (arrays of strings) are joined by empty lines.

struct SampleOptions {
    // Empty: parallel text is not read. Else ("fr", "en"): the text of one field is the question,
    // behind the instruction, and that of the other the answer.
    std::string from, to;
    std::string instruction;  // "{text}" stands for the source
    bool input_loss = false;  // learn the question too, not the answer alone
};

// The conversation of one line. Fails: invalid (says what is wrong with it).
Result<std::vector<tokenizer::ChatTurn>> read_sample(std::string_view line,
                                                     const SampleOptions& options);

// As the model writes conversations; without a template question, newline, answer, EOS. Each
// answer's tokens are labels, its end of turn the last: a model that never sees one never stops.
// Fails: invalid (turns the template refuses), unsupported.
Result<train::LabelledTokens> tokens_of(const std::vector<tokenizer::ChatTurn>& turns,
                                        const tokenizer::Tokenizer& tokenizer,
                                        const std::optional<tokenizer::ChatTemplate>& chat,
                                        const SampleOptions& options);

struct ReadSamples {
    std::vector<train::LabelledTokens> samples;
    std::size_t lines = 0;      // that are not empty
    std::size_t malformed = 0;  // left out
    std::string first_problem;  // of those, with its line
    std::size_t too_long = 0;   // left out: cutting one would take the answer away
};
// All samples of a file, at most `most_tokens` long each. Fails: not_found, unreadable, invalid
// (not one sample in it).
Result<ReadSamples> read_samples(const std::filesystem::path& file,
                                 const tokenizer::Tokenizer& tokenizer,
                                 const std::optional<tokenizer::ChatTemplate>& chat,
                                 const SampleOptions& options, std::int64_t most_tokens);

}  // namespace longhand::learn
