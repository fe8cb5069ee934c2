// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json_text.h"

namespace longhand {

bool is_nested_deeper_than(std::string_view json, std::size_t levels)
{
    std::size_t depth = 0;
    bool inside_string = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (inside_string) {
            if (c == '\\')
                ++at;  // whatever is escaped does not end the string
            else if (c == '"')
                inside_string = false;
        } else if (c == '"') {
            inside_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > levels)
                return true;
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return false;
}

}  // namespace longhand
