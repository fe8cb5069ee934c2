// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/grammar.h"

namespace longhand::infer {
namespace {

// Bytes that are still to come, and what the next one may be.
enum Utf8 : std::uint8_t { none, one, two, three, after_e0, after_ed, after_f0, after_f4 };

struct Follow {
    std::uint8_t low, high;
    Utf8 next;
};

Follow follow(Utf8 state)
{
    switch (state) {
    case one: return {0x80, 0xBF, none};
    case two: return {0x80, 0xBF, one};
    case three: return {0x80, 0xBF, two};
    case after_e0: return {0xA0, 0xBF, one};
    case after_ed: return {0x80, 0x9F, one};
    case after_f0: return {0x90, 0xBF, two};
    case after_f4: return {0x80, 0x8F, two};
    case none: break;
    }
    return {1, 0, none};
}

}  // namespace

bool step_utf8(std::uint8_t& state, std::uint8_t byte)
{
    if (state != none) {
        const Follow expected = follow(static_cast<Utf8>(state));
        state = expected.next;
        return byte >= expected.low && byte <= expected.high;
    }
    if (byte < 0x80)
        return true;
    if (byte < 0xC2 || byte > 0xF4)
        return false;
    state = byte < 0xE0    ? one
            : byte == 0xE0 ? after_e0
            : byte == 0xED ? after_ed
            : byte < 0xF0  ? two
            : byte == 0xF0 ? after_f0
            : byte == 0xF4 ? after_f4
                           : three;
    return true;
}

Result<std::shared_ptr<const ByteGrammar>> compile(const Grammar& grammar)
{
    if (const auto* tags = std::get_if<TaggedAnswer>(&grammar))
        return compile_tags(*tags);
    return compile_json(std::get<JsonAnswer>(grammar));
}

}  // namespace longhand::infer
