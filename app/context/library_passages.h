// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/passages.h"
#include "app/library/library.h"

namespace longhand::context {

// The library's full-text index of one book. Borrows the library.
class LibraryPassages : public PassageFinder {
public:
    LibraryPassages(library::Library& library, library::BookId book)
        : library_(library), book_(book)
    {
    }
    Result<std::vector<Passage>> find(const std::string& question, std::uint32_t limit) override;

private:
    library::Library& library_;
    library::BookId book_;
};

}  // namespace longhand::context
