// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/event_stream.h"

#include <utility>

namespace longhand::infer::remote {

Result<std::vector<std::string>> EventStream::add(std::string_view bytes)
{
    std::vector<std::string> events;
    for (const char sign : bytes) {
        const bool second = sign == '\n' && after_return_;
        after_return_ = sign == '\r';
        if (second)
            continue;
        if (sign == '\n' || sign == '\r') {
            TRY(end_line(events));
            continue;
        }
        if (line_.size() >= max_line_bytes_)
            return Error{ErrorKind::corrupt, "the server sends a line of more than " +
                                                    std::to_string(max_line_bytes_) + " bytes"};
        line_ += sign;
    }
    return events;
}

Result<void> EventStream::end_line(std::vector<std::string>& events)
{
    const std::string line = std::exchange(line_, {});
    if (line.empty()) {
        if (has_data_)
            events.push_back(std::exchange(data_, {}));
        has_data_ = false;
        return {};
    }
    std::string_view rest = line;
    if (!rest.starts_with("data:"))
        return {}; // a comment, or a field that says nothing here
    rest.remove_prefix(5);
    if (rest.starts_with(' '))
        rest.remove_prefix(1);
    if (data_.size() + rest.size() > max_line_bytes_)
        return Error{ErrorKind::corrupt, "the server sends an event of more than " +
                                                std::to_string(max_line_bytes_) + " bytes"};
    if (has_data_)
        data_ += '\n';
    data_ += rest;
    has_data_ = true;
    return {};
}

} // namespace longhand::infer::remote
