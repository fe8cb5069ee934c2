// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/library_passages.h"

namespace longhand::context {

Result<std::vector<Passage>> LibraryPassages::find(const std::string& question, std::uint32_t limit)
{
    TRY(const auto hits,
        library_.search(question, {.book = book_, .limit = limit, .any_word = true}));
    std::vector<Passage> passages;
    for (const library::Hit& hit : hits)
        passages.push_back({hit.range, hit.score});
    return passages;
}

}  // namespace longhand::context
