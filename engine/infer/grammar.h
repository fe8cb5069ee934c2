// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/infer/generator.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace longhand::infer {

// Where an answer stands in its grammar: plain bytes that only the grammar reads. Two equal states
// allow the same continuations.
struct GrammarState {
    static constexpr std::size_t kBytes = 72;
    std::array<std::uint8_t, kBytes> bytes{};
    friend bool operator==(const GrammarState&, const GrammarState&) = default;
};

// A language of byte strings, one byte after another. Immutable.
class ByteGrammar {
public:
    virtual ~ByteGrammar() = default;
    [[nodiscard]] virtual GrammarState start() const { return {}; }
    // Takes one byte. False: no answer of the language goes on so, and the state is void.
    [[nodiscard]] virtual bool step(GrammarState& state, std::uint8_t byte) const = 0;
    // What was taken is a whole answer.
    [[nodiscard]] virtual bool may_end(const GrammarState& state) const = 0;
};

// Fails: unsupported (a keyword of the schema, a nesting of more than 8 levels, more than 16
// properties, more than 32 tags, by name), invalid (no JSON, tags without a number or twice the
// same).
Result<std::shared_ptr<const ByteGrammar>> compile(const Grammar& grammar);
Result<std::shared_ptr<const ByteGrammar>> compile_json(const JsonAnswer& answer);
Result<std::shared_ptr<const ByteGrammar>> compile_tags(const TaggedAnswer& answer);

// Takes one byte of UTF-8 (RFC 3629): `state` is 0 between characters. False: not UTF-8.
bool step_utf8(std::uint8_t& state, std::uint8_t byte);

}  // namespace longhand::infer
