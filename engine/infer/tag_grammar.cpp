// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/grammar.h"

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <vector>

namespace longhand::infer {
namespace {

constexpr std::size_t kMostTags = 32;

// Text with <n>...</n> for each given number, once, well nested and around something. `<` stands
// for nothing else.
class TagGrammar final : public ByteGrammar {
public:
    explicit TagGrammar(std::vector<std::uint16_t> numbers) : numbers_(std::move(numbers)) {}

    [[nodiscard]] bool step(GrammarState& state, std::uint8_t byte) const override
    {
        Place place = read(state);
        const bool taken =
            place.phase == text ? step_text(place, byte) : step_tag(place, byte);
        if (taken)
            std::memcpy(state.bytes.data(), &place, sizeof place);
        return taken;
    }

    [[nodiscard]] bool may_end(const GrammarState& state) const override
    {
        const Place place = read(state);
        return place.phase == text && place.utf8 == 0 && place.depth == 0 &&
               place.used == all_used();
    }

private:
    enum Phase : std::uint8_t { text, opened, closing };  // behind "<", behind "</"
    struct Place {
        std::uint32_t used = 0;  // bit i: numbers_[i] was opened
        std::uint16_t number = 0;  // digits of a tag so far
        std::uint8_t phase = text;
        std::uint8_t digits = 0;
        std::uint8_t utf8 = 0;
        std::uint8_t empty = 0;  // nothing stands in the innermost tag yet
        std::uint8_t depth = 0;
        std::uint8_t open[kMostTags] = {};  // indices, outermost first
    };
    static_assert(sizeof(Place) <= GrammarState::kBytes && std::is_trivially_copyable_v<Place>);

    static Place read(const GrammarState& state)
    {
        Place place;
        std::memcpy(&place, state.bytes.data(), sizeof place);
        return place;
    }

    [[nodiscard]] std::uint32_t all_used() const
    {
        return numbers_.size() == kMostTags ? ~0U : (1U << numbers_.size()) - 1U;
    }

    [[nodiscard]] bool step_text(Place& place, std::uint8_t byte) const
    {
        if (byte != '<') {
            place.empty = 0;
            return byte != 0 && step_utf8(place.utf8, byte);
        }
        if (place.utf8 != 0 || (!may_close(place) && place.used == all_used()))
            return false;
        place.phase = opened;
        place.number = 0;
        place.digits = 0;
        return true;
    }

    [[nodiscard]] static bool may_close(const Place& place)
    {
        return place.depth > 0 && place.empty == 0;
    }

    [[nodiscard]] bool step_tag(Place& place, std::uint8_t byte) const
    {
        if (byte == '/' && place.phase == opened && place.digits == 0 && may_close(place)) {
            place.phase = closing;
            return true;
        }
        if (byte >= '0' && byte <= '9' && place.digits < 4) {
            place.number = static_cast<std::uint16_t>(place.number * 10 + (byte - '0'));
            ++place.digits;
            return leads_somewhere(place);
        }
        return byte == '>' && place.digits > 0 && finish_tag(place);
    }

    // Whether tag `index` is among those that may come.
    [[nodiscard]] bool fits(const Place& place, std::size_t index) const
    {
        if (place.phase == closing)
            return place.open[place.depth - 1U] == index;
        return (place.used >> index & 1U) == 0;
    }

    [[nodiscard]] bool leads_somewhere(const Place& place) const
    {
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            std::uint16_t head = numbers_[i];
            int digits = 1;
            for (std::uint16_t rest = head; rest >= 10; rest /= 10)
                ++digits;
            for (; digits > place.digits; --digits)
                head /= 10;
            if (digits == place.digits && head == place.number && fits(place, i))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool finish_tag(Place& place) const
    {
        const auto found = std::find(numbers_.begin(), numbers_.end(), place.number);
        const auto index = static_cast<std::size_t>(found - numbers_.begin());
        if (found == numbers_.end() || !fits(place, index))
            return false;
        if (place.phase == closing) {
            place.open[--place.depth] = 0;
            place.empty = 0;
        } else {
            place.used |= 1U << index;
            place.open[place.depth++] = static_cast<std::uint8_t>(index);
            place.empty = 1;
        }
        place.phase = text;
        place.number = 0;
        place.digits = 0;
        return true;
    }

    std::vector<std::uint16_t> numbers_;
};

}  // namespace

Result<std::shared_ptr<const ByteGrammar>> compile_tags(const TaggedAnswer& answer)
{
    if (answer.numbers.size() > kMostTags)
        return Error{ErrorKind::unsupported, std::to_string(answer.numbers.size()) +
                                                 " tags in one text; supported: 32"};
    std::vector<std::uint16_t> numbers;
    for (const std::int32_t number : answer.numbers) {
        const auto small = static_cast<std::uint16_t>(number);
        if (number < 1 || number > 9999 ||
            std::find(numbers.begin(), numbers.end(), small) != numbers.end())
            return Error{ErrorKind::invalid, "a tag numbered " + std::to_string(number) +
                                                 ", expected 1 to 9999 and each once"};
        numbers.push_back(small);
    }
    return std::shared_ptr<const ByteGrammar>(std::make_shared<TagGrammar>(std::move(numbers)));
}

}  // namespace longhand::infer
