// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/corrections.h"

#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace longhand::jobs {
namespace {

using library::Segment;
using library::SegmentStatus;

class CorrectionsTest : public testing::Test {
protected:
    CorrectionsTest()
    {
        library_ = library::Library::open(folder_.path() / "data").value();
        EXPECT_TRUE(write_file(folder_.path() / "book.txt", "book").ok());
        const document::Document book = test::sample_novel();
        key_ = {library_->add(folder_.path() / "book.txt", book).value().book, "en", "de"};
        const std::vector<std::string> targets = {
            "Die Fähre verließ Marrow Point um zwölf Uhr mittags mit elf Passagieren und einer Kiste Orangen. "
            "Kapitänin Ilse Brandt befuhr die Meerenge seit dreißig Jahren und war nie zu spät gekommen. "
            "An jenem Morgen kam der Nebel, bevor sie die Boje erreicht hatte.",
            "Ein Kind namens Tomas fragte, ob das Meer fortgegangen sei, und seine Großmutter sagte ihm, "
            "dass es sich nur ausruhe. Die Glocke schlug zehn nach zwölf, leise und im Osten.",
            "Nach Einbruch der Dunkelheit landeten sie auf Hull Island. Der Wärter Anders Lund hatte die große "
            "Lampe von Hand entzündet, weil der Generator im März ausgefallen war."};
        for (std::uint32_t i = 0; i < 3; ++i)
            EXPECT_TRUE(library_->save_segments(key_, {{.chapter = i / 2, .index = i % 2,
                                                     .source = book.chapters[i / 2].paragraphs[i % 2].text,
                                                     .target = targets[i], .status = SegmentStatus::done}})
                            .ok());
    }
    std::string target(std::uint32_t chapter, std::uint32_t index)
    {
        const auto all = library_->segments(key_).value();
        for (const Segment& segment : all)
            if (segment.chapter == chapter && segment.index == index)
                return segment.target;
        return "(none)";
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<library::Library> library_;
    library::TranslationKey key_;
};

TEST_F(CorrectionsTest, AnEditIsThePersonsAndCanBeTakenBack)
{
    const std::string before = target(0, 1);
    const auto edited = edit_segment(*library_, key_, {0, 1}, "Ein Kind fragte nach dem Meer.");
    ASSERT_TRUE(edited.ok()) << to_string(edited.error());
    ASSERT_EQ(edited->before.size(), 1U);
    EXPECT_EQ(edited->before[0].target, before);
    EXPECT_EQ(edited->now[0].author, library::Author::person);
    EXPECT_EQ(target(0, 1), "Ein Kind fragte nach dem Meer.");
    ASSERT_TRUE(take_back(*library_, key_, edited->before).ok());
    EXPECT_EQ(target(0, 1), before);
    EXPECT_EQ(library_->segments(key_)->at(1).author, library::Author::model);
}

TEST_F(CorrectionsTest, AParagraphNobodyTranslatedCanBeWrittenByHand)
{
    ASSERT_TRUE(edit_segment(*library_, key_, {1, 1}, "Am Morgen war der Nebel fort.").ok());
    EXPECT_EQ(target(1, 1), "Am Morgen war der Nebel fort.");
    const auto nowhere = edit_segment(*library_, key_, {7, 0}, "x");
    ASSERT_FALSE(nowhere.ok());
    EXPECT_EQ(nowhere.error().kind, ErrorKind::not_found);
}

TEST_F(CorrectionsTest, ALockedParagraphIsLeftAloneByEditsAndReplacements)
{
    ASSERT_TRUE(lock_segments(*library_, key_, {{0, 0}}, true).ok());
    const std::string before = target(0, 0);
    EXPECT_EQ(edit_segment(*library_, key_, {0, 0}, "x").error().kind, ErrorKind::invalid);
    tasks::Replacement replacement;
    replacement.find = "die";
    replacement.by = "DIE";
    replacement.whole_words = true;
    const auto replaced = replace_all(*library_, key_, replacement, std::nullopt, {});
    ASSERT_TRUE(replaced.ok()) << to_string(replaced.error());
    EXPECT_EQ(target(0, 0), before);
    EXPECT_EQ(replaced->before.size(), 1U); // "die große Lampe"
    EXPECT_NE(target(1, 0).find("DIE große"), std::string::npos);
    EXPECT_EQ(lock_segments(*library_, key_, {{5, 5}}, true).error().kind, ErrorKind::not_found);
}

TEST_F(CorrectionsTest, AReplacementCanStayInOneChapterAndBeTakenBackAsOne)
{
    tasks::Replacement replacement;
    replacement.find = "Uhr|Lampe|Kind";
    replacement.by = "#";
    replacement.regex = true;
    const auto one = replace_all(*library_, key_, replacement, 0U, {});
    ASSERT_TRUE(one.ok()) << to_string(one.error());
    EXPECT_EQ(one->before.size(), 2U);
    EXPECT_EQ(target(1, 0).find('#'), std::string::npos);
    ASSERT_TRUE(take_back(*library_, key_, one->before).ok());
    EXPECT_EQ(target(0, 0).find('#'), std::string::npos);
    replacement.find = "(";
    EXPECT_FALSE(replace_all(*library_, key_, replacement, std::nullopt, {}).ok());
}

TEST_F(CorrectionsTest, TheGlossaryActsOnWhatIsStoredAndTravelsAsATable)
{
    library::Term term;
    term.kind = library::TermKind::character;
    term.status = library::TermStatus::confirmed;
    term.source = "Ilse Brandt";
    term.target = "Else Brand";
    ASSERT_TRUE(library_->save_terms(key_, {term}).ok());
    const auto changed = review_stored(*library_, key_);
    ASSERT_TRUE(changed.ok()) << to_string(changed.error());
    ASSERT_FALSE(changed->empty());
    EXPECT_EQ((*changed)[0].chapter, 0U);
    EXPECT_EQ(std::count((*changed)[0].warnings.begin(), (*changed)[0].warnings.end(), "glossary"), 1);
    ASSERT_TRUE(export_terms(*library_, key_, folder_.path() / "terms.csv").ok());
    ASSERT_TRUE(library_->remove_terms(key_, {"Ilse Brandt"}).ok());
    EXPECT_EQ(import_terms(*library_, key_, folder_.path() / "terms.csv").value(), 1U);
    EXPECT_EQ(library_->terms(key_)->at(0).target, "Else Brand");
    ASSERT_TRUE(write_file(folder_.path() / "bad.csv", "source,target\n\"never closed\n").ok());
    EXPECT_FALSE(import_terms(*library_, key_, folder_.path() / "bad.csv").ok());
}

}  // namespace
}  // namespace longhand::jobs
