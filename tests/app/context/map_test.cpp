// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/document_map.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

namespace longhand::context {
namespace {

std::optional<MapQuestionKind> kind(std::string_view question)
{
    const auto found = recognise_map_question(question);
    return found ? std::optional(found->kind) : std::nullopt;
}

TEST(MapQuestions, AreRecognisedInFourLanguages)
{
    EXPECT_EQ(kind("How many chapters does this book have?"), MapQuestionKind::chapters);
    EXPECT_EQ(kind("这本书有多少章？"), MapQuestionKind::chapters);
    EXPECT_EQ(kind("Wie viele Seiten hat das Buch?"), MapQuestionKind::pages);
    EXPECT_EQ(kind("Who is the author of this book?"), MapQuestionKind::author);
    EXPECT_EQ(kind("作者是谁？"), MapQuestionKind::author);
    EXPECT_EQ(kind("What is the title of chapter 2?"), MapQuestionKind::chapter_title);
    EXPECT_EQ(kind("What is the last sentence of the book?"), MapQuestionKind::last_sentence);
}

TEST(MapQuestions, AreNotThoseAboutWhatTheBookSays)
{
    for (const char* question : {"How many pages of the treaty were lost?", "Who wrote the letter to Anna?",
                                 "What is the title of the song they sing?", "How many passengers were aboard?",
                                 "Who is the keeper of the lamp?", "书中的船长是谁？"})
        EXPECT_EQ(kind(question), std::nullopt) << question;
}

TEST(MapQuestions, AreAnsweredFromTheDocument)
{
    const auto book = test::sample_novel();
    const auto ask = [&](std::string_view question, std::string_view language = "en") {
        const auto recognised = recognise_map_question(question);
        EXPECT_TRUE(recognised.has_value()) << question;
        return answer_from_map(book, *recognised, language);
    };
    EXPECT_EQ(ask("How many chapters are there?").text, "The document has 2 chapters.");
    EXPECT_EQ(ask("How many pages does it have?").text, "The document has 4 pages.");
    EXPECT_NE(ask("What is chapter 2 called?").text.find("The Island"), std::string::npos);
    EXPECT_NE(ask("Who is the author?").text.find("M. Okafor"), std::string::npos);
    EXPECT_EQ(ask("What is the last sentence of the book?").text, "Anders laughed about it for years.");
    EXPECT_FALSE(ask("What is the title of chapter 9?").found);
    EXPECT_EQ(ask("这本书有多少章？", "zh").text, "该文档共有2章。");
}

}  // namespace
}  // namespace longhand::context
