// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/text_stream.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <utility>

namespace longhand::infer {
namespace {

// Length of the longest end of `text` that begins `marker`, all of it at most.
std::size_t overlap(std::string_view text, std::string_view marker)
{
    for (std::size_t length = std::min(text.size(), marker.size()); length > 0; --length)
        if (text.substr(text.size() - length) == marker.substr(0, length))
            return length;
    return 0;
}

}  // namespace

TextStream::TextStream(std::vector<std::string> stop) : stop_(std::move(stop))
{
    std::erase_if(stop_, [](const std::string& marker) { return marker.empty(); });
}

std::string TextStream::add(std::string_view bytes)
{
    std::string out;
    if (stopped_)
        return out;
    partial_ += bytes;
    const std::size_t complete = partial_.size() - utf8::incomplete_tail(partial_);
    const std::string text = utf8::sanitise(std::string_view(partial_).substr(0, complete));
    partial_.erase(0, complete);
    for (std::size_t offset = 0; offset < text.size() && !stopped_;) {
        const std::size_t begin = offset;
        utf8::next(text, offset);
        add_character(std::string_view(text).substr(begin, offset - begin), out);
    }
    return out;
}

void TextStream::add_character(std::string_view character, std::string& out)
{
    held_ += character;
    std::size_t keep = 0;
    std::size_t complete = 0; // of two that end here the longer: nothing of either is shown
    for (const std::string& marker : stop_) {
        const std::size_t length = overlap(held_, marker);
        keep = std::max(keep, length);
        if (length == marker.size())
            complete = std::max(complete, length);
    }
    if (complete > 0) {
        out.append(held_, 0, held_.size() - complete);
        held_.clear();
        stopped_ = true;
        return;
    }
    out.append(held_, 0, held_.size() - keep);
    held_.erase(0, held_.size() - keep);
}

std::string TextStream::finish()
{
    partial_.clear();
    return std::exchange(held_, {});
}

}  // namespace longhand::infer
