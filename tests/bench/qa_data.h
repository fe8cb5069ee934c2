// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longhand::bench {

struct Question {
    std::string text;
    std::vector<std::string> answers;  // each verbatim in the paragraph
    std::uint32_t chapter = 0, paragraph = 0;
};

// Articles of a file in SQuAD form joined into one long document, an article a chapter.
struct LongDocument {
    document::Document document;
    std::vector<Question> questions;
};

// The articles [first, last) of a .jsonl.xz file. Fails: unreadable, corrupt.
Result<LongDocument> join_articles(const std::filesystem::path& file, std::size_t first,
                                   std::size_t last, const std::string& language);
// How many articles the file has.
Result<std::size_t> count_articles(const std::filesystem::path& file);

}  // namespace longhand::bench
