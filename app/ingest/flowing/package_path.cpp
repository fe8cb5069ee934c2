// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/package_path.h"

#include "engine/base/utf8.h"

#include <vector>

namespace longhand::ingest::flowing {
namespace {

int hex_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string percent_decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_of(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_of(text[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return utf8::sanitise(out);
}

std::string join_path(const std::string& base, std::string_view href)
{
    href = href.substr(0, href.find('?'));
    const std::size_t slash = base.rfind('/');
    std::string whole;
    if (!href.starts_with('/') && slash != std::string::npos)
        whole = base.substr(0, slash + 1);
    whole += percent_decoded(href);
    std::vector<std::string> steps;
    for (std::size_t begin = 0; begin <= whole.size();) {
        const std::size_t end = std::min(whole.find('/', begin), whole.size());
        const std::string step = whole.substr(begin, end - begin);
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.push_back(step);
        begin = end + 1;
    }
    std::string path;
    for (const std::string& step : steps)
        path += (path.empty() ? "" : "/") + step;
    return path;
}

} // namespace longhand::ingest::flowing
