// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace longhand::infer::remote {

// Server-sent events (WHATWG HTML, 9.2.6), of which only "data" matters: lines in, the data of each
// event out. Lines end in \n, \r\n or \r; several data lines are joined by \n.
class EventStream {
public:
    explicit EventStream(std::size_t max_line_bytes) : max_line_bytes_(max_line_bytes) {}
    // The events that `bytes` complete. Fails: corrupt (a line or an event above the limit).
    Result<std::vector<std::string>> add(std::string_view bytes);

private:
    Result<void> end_line(std::vector<std::string>& events);
    std::size_t max_line_bytes_;
    std::string line_, data_;
    bool has_data_ = false;
    bool after_return_ = false; // a \n that follows belongs to the \r before it
};

} // namespace longhand::infer::remote
