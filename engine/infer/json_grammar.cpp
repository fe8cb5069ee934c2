// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/grammar.h"
#include "engine/infer/json_schema.h"

#include <cstring>
#include <string_view>

namespace longhand::infer {
namespace {

// A level of what is being written.
struct Frame {
    std::uint16_t node = 0;
    std::uint8_t phase = 0;
    std::uint8_t sub = 0;      // bytes matched, or the state inside a character or an escape
    std::uint16_t count = 0;   // items or characters so far; candidate word
    std::uint16_t used = 0;    // bit i: property i was written
};
static_assert(sizeof(Frame) == 8);

struct Place {
    std::uint8_t depth = 0;  // frames; 0: the value is complete
    std::uint8_t begun = 0;  // 1: something was written
    std::uint8_t padding[2] = {};
    Frame frames[kSchemaLevels] = {};
};
static_assert(sizeof(Place) <= GrammarState::kBytes);

enum ObjectPhase : std::uint8_t { before, first_key, key, value_gap, value, after_value, key_gap };
enum StringPhase : std::uint8_t { quote, inside, escape, hex };
enum NumberPhase : std::uint8_t {
    sign, first_digit, zero, digits, point, fraction, exponent, exponent_sign, exponent_digits
};

bool is_digit(std::uint8_t byte) { return byte >= '0' && byte <= '9'; }
bool is_hex(std::uint8_t byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

class JsonGrammar final : public ByteGrammar {
public:
    explicit JsonGrammar(std::vector<JsonNode> nodes) : nodes_(std::move(nodes)) {}

    [[nodiscard]] GrammarState start() const override
    {
        Place place;
        place.depth = 1;
        return packed(place);
    }

    [[nodiscard]] bool step(GrammarState& state, std::uint8_t byte) const override
    {
        Place place = unpacked(state);
        if (place.begun == 0 && byte == ' ') {
            place.begun = 1;
            state = packed(place);
            return true;
        }
        place.begun = 1;
        // A number ends with the first byte that is none of its own, which is the outer level's.
        while (place.depth > 0 && is_number(top(place)) && !continues_number(top(place), byte)) {
            if (!number_may_end(top(place)))
                return false;
            pop(place);
        }
        if (place.depth == 0 || !step_value(place, byte))
            return false;
        state = packed(place);
        return true;
    }

    [[nodiscard]] bool may_end(const GrammarState& state) const override
    {
        const Place place = unpacked(state);
        return place.depth == 0 ||
               (place.depth == 1 && is_number(place.frames[0]) && number_may_end(place.frames[0]));
    }

private:
    static GrammarState packed(const Place& place)
    {
        GrammarState state;
        std::memcpy(state.bytes.data(), &place, sizeof place);
        return state;
    }
    static Place unpacked(const GrammarState& state)
    {
        Place place;
        std::memcpy(&place, state.bytes.data(), sizeof place);
        return place;
    }
    static Frame& top(Place& place) { return place.frames[place.depth - 1]; }
    [[nodiscard]] const JsonNode& node(const Frame& frame) const { return nodes_[frame.node]; }
    [[nodiscard]] bool is_number(const Frame& frame) const
    {
        return node(frame).kind == JsonNode::Kind::number || node(frame).kind == JsonNode::Kind::integer;
    }

    static void push(Place& place, std::uint16_t node)
    {
        place.frames[place.depth++] = {.node = node};
    }
    static void pop(Place& place)
    {
        place.frames[--place.depth] = {};
        if (place.depth > 0)
            top(place).phase = after_value;
    }

    [[nodiscard]] bool step_value(Place& place, std::uint8_t byte) const
    {
        switch (node(top(place)).kind) {
        case JsonNode::Kind::object: return step_object(place, byte);
        case JsonNode::Kind::array: return step_array(place, byte);
        case JsonNode::Kind::string: return step_string(place, byte);
        case JsonNode::Kind::literal: return step_literal(place, byte);
        case JsonNode::Kind::number:
        case JsonNode::Kind::integer: return step_number(top(place), byte);
        }
        return false;
    }

    // Opens the child that the frame is about to hold, and lets it take the byte.
    [[nodiscard]] bool step_child(Place& place, std::uint16_t child, std::uint8_t byte) const
    {
        push(place, child);
        return step_value(place, byte);
    }

    [[nodiscard]] bool step_object(Place& place, std::uint8_t byte) const
    {
        Frame& frame = top(place);
        const JsonNode& object = node(frame);
        const bool complete = (object.required & ~std::uint32_t{frame.used}) == 0;
        switch (frame.phase) {
        case before:
            frame.phase = first_key;
            return byte == '{';
        case first_key:
        case key_gap:
            if (byte == '}' && frame.phase == first_key && complete) {
                pop(place);
                return true;
            }
            if (byte == ' ' && frame.phase == key_gap && frame.sub == 0) {
                frame.sub = 1;
                return true;
            }
            frame.phase = key;
            frame.count = 0;
            frame.sub = 0;
            return step_key(frame, byte);
        case key: return step_key(frame, byte);
        case value_gap:
            frame.phase = value;
            if (byte == ' ')
                return true;
            [[fallthrough]];
        case value: return step_child(place, object.children[frame.count], byte);
        default:
            if (byte == '}' && complete) {
                pop(place);
                return true;
            }
            frame.phase = key_gap;
            frame.sub = 0;
            return byte == ',' && unused(object, frame) != 0;
        }
    }

    static std::uint32_t unused(const JsonNode& object, const Frame& frame)
    {
        return ((1U << object.words.size()) - 1U) & ~std::uint32_t{frame.used};
    }

    // Keys are sorted, so those that begin like what was written follow one another: `count` is
    // the first of them.
    [[nodiscard]] bool step_key(Frame& frame, std::uint8_t byte) const
    {
        const JsonNode& object = node(frame);
        if (!advance_word(object.words, frame, byte, unused(object, frame)))
            return false;
        if (frame.sub == object.words[frame.count].size()) {
            frame.used = static_cast<std::uint16_t>(frame.used | 1U << frame.count);
            frame.phase = value_gap;
            frame.sub = 0;
        }
        return true;
    }

    // Takes a byte of one of the words that `allowed` names and that agree so far.
    static bool advance_word(const std::vector<std::string>& words, Frame& frame,
                             std::uint8_t byte, std::uint32_t allowed)
    {
        if (words.empty())
            return false;
        const std::string_view written = std::string_view(words[frame.count]).substr(0, frame.sub);
        for (std::size_t i = frame.count; i < words.size(); ++i) {
            if (!std::string_view(words[i]).starts_with(written))
                break;
            if ((i >= 32 || (allowed >> i & 1U) != 0) && words[i].size() > frame.sub &&
                static_cast<std::uint8_t>(words[i][frame.sub]) == byte) {
                frame.count = static_cast<std::uint16_t>(i);
                ++frame.sub;
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool step_array(Place& place, std::uint8_t byte) const
    {
        Frame& frame = top(place);
        const JsonNode& array = node(frame);
        const auto open_item = [&] {
            // A count above `least` matters only where there is a limit: fewer states then.
            if (frame.count < (array.most == kNoLimit ? array.least : array.most))
                ++frame.count;
            frame.phase = value;
            return step_child(place, array.children[0], byte);
        };
        switch (frame.phase) {
        case before:
            frame.phase = first_key;
            return byte == '[';
        case first_key:
            if (byte == ']' && array.least == 0) {
                pop(place);
                return true;
            }
            return array.most > 0 && open_item();
        case key_gap:
            if (byte == ' ' && frame.sub == 0) {
                frame.sub = 1;
                return true;
            }
            frame.sub = 0;
            return open_item();
        default:
            if (byte == ']' && frame.count >= array.least) {
                pop(place);
                return true;
            }
            frame.phase = key_gap;
            return byte == ',' && (array.most == kNoLimit || frame.count < array.most);
        }
    }

    [[nodiscard]] bool step_string(Place& place, std::uint8_t byte) const
    {
        Frame& frame = top(place);
        const std::uint16_t most = node(frame).most;
        switch (frame.phase) {
        case quote:
            frame.phase = inside;
            return byte == '"';
        case escape:
            frame.phase = byte == 'u' ? hex : inside;
            frame.sub = byte == 'u' ? 4 : 0;
            return byte == 'u' || (byte != 0 && std::strchr("\"\\/bfnrt", byte) != nullptr);
        case hex:
            // Only characters below the surrogates, so that none stands alone.
            if (frame.sub == 4 && (byte == 'd' || byte == 'D'))
                return false;
            if (--frame.sub == 0)
                frame.phase = inside;
            return is_hex(byte);
        default: break;
        }
        if (byte == '"' && frame.sub == 0) {
            pop(place);
            return true;
        }
        if (byte < 0x20)
            return false;
        if (frame.sub == 0 && most != kNoLimit && ++frame.count > most)
            return false;
        if (byte == '\\' && frame.sub == 0) {
            frame.phase = escape;
            return true;
        }
        return step_utf8(frame.sub, byte);
    }

    [[nodiscard]] bool step_literal(Place& place, std::uint8_t byte) const
    {
        Frame& frame = top(place);
        const std::vector<std::string>& words = node(frame).words;
        if (!advance_word(words, frame, byte, ~0U))
            return false;
        if (frame.sub == words[frame.count].size())
            pop(place);
        return true;
    }

    [[nodiscard]] bool continues_number(const Frame& frame, std::uint8_t byte) const
    {
        Frame copy = frame;
        return step_number(copy, byte);
    }

    // RFC 8259, section 6; no more digits than a double can tell apart.
    [[nodiscard]] bool step_number(Frame& frame, std::uint8_t byte) const
    {
        constexpr std::uint16_t kMostDigits = 17;
        const bool whole = node(frame).kind == JsonNode::Kind::integer;
        const bool digit = is_digit(byte) && ++frame.count <= kMostDigits;
        const auto to = [&frame](NumberPhase phase, bool taken) {
            frame.phase = phase;
            return taken;
        };
        switch (frame.phase) {
        case sign:
            if (byte == '-')
                return to(first_digit, true);
            [[fallthrough]];
        case first_digit: return to(byte == '0' ? zero : digits, digit);
        case digits:
            if (digit)
                return true;
            [[fallthrough]];
        case zero:
            return !whole && (byte == '.' ? to(point, true)
                                          : to(exponent, byte == 'e' || byte == 'E'));
        case point: return to(fraction, digit);
        case fraction: return digit || to(exponent, byte == 'e' || byte == 'E');
        case exponent:
            // Two digits: more would leave the range of a double.
            frame.count = is_digit(byte) ? kMostDigits - 1 : kMostDigits - 2;
            return byte == '-' || byte == '+' ? to(exponent_sign, true)
                                              : to(exponent_digits, is_digit(byte));
        case exponent_sign: return to(exponent_digits, digit);
        default: return digit;
        }
    }

    static bool number_may_end(const Frame& frame)
    {
        return frame.phase == zero || frame.phase == digits || frame.phase == fraction ||
               frame.phase == exponent_digits;
    }

    std::vector<JsonNode> nodes_;
};

}  // namespace

Result<std::shared_ptr<const ByteGrammar>> compile_json(const JsonAnswer& answer)
{
    TRY(std::vector<JsonNode> nodes, read_json_schema(answer.schema));
    return std::shared_ptr<const ByteGrammar>(std::make_shared<JsonGrammar>(std::move(nodes)));
}

}  // namespace longhand::infer
