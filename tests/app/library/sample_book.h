// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/library/library.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

namespace longhand::library {

inline document::Document sample_document(std::vector<std::string> paragraphs)
{
    document::Document book;
    book.title = "The Ferry";
    book.authors = {"A. Writer", "李四"};
    book.language = "en";
    document::Chapter chapter;
    chapter.title = "One";
    for (std::string& text : paragraphs)
        chapter.paragraphs.push_back({.text = std::move(text)});
    book.chapters.push_back(std::move(chapter));
    return book;
}

// A library in a folder of its own, and a way to put books into it.
class LibraryTest : public testing::Test {
protected:
    void SetUp() override { library_ = open(); }
    std::unique_ptr<Library> open() { return Library::open(folder_.path() / "data").value(); }
    std::filesystem::path file(const std::string& name, const std::string& content)
    {
        const auto path = folder_.path() / name;
        EXPECT_TRUE(write_file(path, content).ok());
        return path;
    }
    BookId add(const std::string& name, std::vector<std::string> paragraphs)
    {
        return library_->add(file(name, name), sample_document(std::move(paragraphs))).value().book;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<Library> library_;
};

}  // namespace longhand::library
