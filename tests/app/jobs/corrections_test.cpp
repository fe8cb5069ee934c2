// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/corrections.h"

#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace longhand::jobs {
namespace {

using library::Author;
using library::Segment;
using library::SegmentStatus;

class Corrections : public testing::Test {
protected:
    Corrections()
    {
        library_ = library::Library::open(folder_.path() / "data").value();
        EXPECT_TRUE(write_file(folder_.path() / "book.txt", "book").ok());
        key_ = {library_->add(folder_.path() / "book.txt", test::sample_novel()).value().book, "en",
                "de"};
        const auto book = test::sample_novel();
        std::vector<Segment> segments;
        for (std::uint32_t c = 0; c < 2; ++c)
            for (std::uint32_t p = 0; p < 2; ++p) {
                const std::string& source = book.chapters[c].paragraphs[p].text;
                segments.push_back({.chapter = c, .index = p, .source = source,
                                    .target = "Die Fähre " + std::to_string(c) + std::to_string(p) +
                                              std::string(source.size() / 2, 'x'),
                                    .status = SegmentStatus::done});
            }
        EXPECT_TRUE(library_->save_segments(key_, segments).ok());
    }
    Segment at(std::uint32_t chapter, std::uint32_t index)
    {
        const auto all = library_->segments(key_).value();
        for (const Segment& segment : all)
            if (segment.chapter == chapter && segment.index == index)
                return segment;
        return {};
    }
    bool warns(const Segment& segment, const std::string& name)
    {
        return std::find(segment.warnings.begin(), segment.warnings.end(), name) !=
               segment.warnings.end();
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<library::Library> library_;
    library::TranslationKey key_;
};

TEST_F(Corrections, AnEditIsAPersonsAndIsCheckedAndCanBeUndone)
{
    const std::string before = at(0, 1).target;
    const auto edited = edit_segment(*library_, key_, {0, 1}, "Kurz.");
    ASSERT_TRUE(edited.ok()) << to_string(edited.error());
    EXPECT_EQ(at(0, 1).target, "Kurz.");
    EXPECT_EQ(at(0, 1).author, Author::person);
    EXPECT_TRUE(warns(at(0, 1), "length")); // five letters for two sentences
    ASSERT_TRUE(undo(*library_, key_, *edited).ok());
    EXPECT_EQ(at(0, 1).target, before);
}

TEST_F(Corrections, UndoLeavesAloneWhatChangedSinceThen)
{
    const auto first = edit_segment(*library_, key_, {0, 0}, "Erste Fassung der Fähre.");
    ASSERT_TRUE(edit_segment(*library_, key_, {0, 0}, "Zweite Fassung der Fähre.").ok());
    const auto undone = undo(*library_, key_, *first);
    ASSERT_TRUE(undone.ok());
    EXPECT_TRUE(undone->before.empty());
    EXPECT_EQ(at(0, 0).target, "Zweite Fassung der Fähre.");
}

TEST_F(Corrections, ALockedParagraphIsNeitherEditedNorReplacedNorTakenBack)
{
    const std::string before = at(0, 0).target;
    const auto edited = edit_segment(*library_, key_, {0, 0}, "Die Fähre legte ab.");
    ASSERT_TRUE(lock_segments(*library_, key_, {{0, 0}}, true).ok());
    EXPECT_EQ(edit_segment(*library_, key_, {0, 0}, "Anders.").error().kind, ErrorKind::invalid);
    ASSERT_TRUE(replace_all(*library_, key_, {.find = "Fähre", .by = "Barke"}, {}, {}).ok());
    EXPECT_EQ(at(0, 0).target, "Die Fähre legte ab.");
    EXPECT_NE(at(0, 1).target.find("Barke"), std::string::npos);
    EXPECT_EQ(take_back(*library_, key_, edited->before.front()).error().kind, ErrorKind::invalid);
    ASSERT_TRUE(undo(*library_, key_, *edited).ok()); // the lock came after
    EXPECT_EQ(at(0, 0).target, "Die Fähre legte ab.");
    ASSERT_TRUE(lock_segments(*library_, key_, {{0, 0}}, false).ok());
    ASSERT_TRUE(take_back(*library_, key_, edited->before.front()).ok());
    EXPECT_EQ(at(0, 0).target, before);
}

TEST_F(Corrections, AReplacementIsOneStepAndKeepsToItsChapter)
{
    const auto replaced =
        replace_all(*library_, key_, {.find = "fähre", .by = "Barke", .match_case = false}, 1U, {});
    ASSERT_TRUE(replaced.ok());
    EXPECT_EQ(replaced->before.size(), 2U);
    EXPECT_NE(at(0, 0).target.find("Fähre"), std::string::npos);
    EXPECT_NE(at(1, 0).target.find("Barke"), std::string::npos);
    EXPECT_NE(at(1, 1).target.find("Barke"), std::string::npos);
    ASSERT_TRUE(undo(*library_, key_, *replaced).ok());
    EXPECT_EQ(at(1, 0).target.find("Barke"), std::string::npos);
    EXPECT_EQ(replace_all(*library_, key_, {.find = "(", .by = "", .regex = true}, {}, {}).error().kind,
              ErrorKind::invalid);
}

TEST_F(Corrections, WhatIsNotThereIsSaid)
{
    EXPECT_EQ(edit_segment(*library_, key_, {0, 99}, "x").error().kind, ErrorKind::not_found);
    EXPECT_EQ(edit_segment(*library_, key_, {7, 0}, "x").error().kind, ErrorKind::not_found);
    EXPECT_EQ(lock_segments(*library_, key_, {{0, 99}}, true).error().kind, ErrorKind::not_found);
}

TEST_F(Corrections, AConfirmedTermIsAskedOfEveryParagraphThatHasIt)
{
    library::Term term;
    term.source = "Captain Ilse Brandt";
    term.target = "Kapitänin Ilse Brandt";
    term.status = library::TermStatus::confirmed;
    ASSERT_TRUE(library_->save_terms(key_, {term}).ok());
    const auto changed = review_stored(*library_, key_);
    ASSERT_TRUE(changed.ok());
    EXPECT_TRUE(warns(at(0, 0), "glossary"));
    EXPECT_FALSE(warns(at(1, 0), "glossary"));
    ASSERT_TRUE(edit_segment(*library_, key_, {0, 0},
                             at(0, 0).target + " Kapitänin Ilse Brandt").ok());
    EXPECT_FALSE(warns(at(0, 0), "glossary"));
}

TEST_F(Corrections, AGlossaryComesBackFromItsFileAndABrokenFileChangesNothing)
{
    library::Term term;
    term.kind = library::TermKind::character;
    term.source = "Anders Lund";
    term.target = "Anders \"der Wärter\" Lund, =x";
    term.note = "keeper,\nsecond line";
    term.gender = library::Gender::male;
    term.status = library::TermStatus::confirmed;
    ASSERT_TRUE(library_->save_terms(key_, {term}).ok());
    const auto file = folder_.path() / "terms.csv";
    ASSERT_TRUE(export_terms(*library_, key_, file).ok());
    ASSERT_TRUE(library_->remove_terms(key_, {"Anders Lund"}).ok());
    EXPECT_EQ(import_terms(*library_, key_, file).value(), 1U);
    const auto terms = library_->terms(key_).value();
    ASSERT_EQ(terms.size(), 1U);
    EXPECT_EQ(terms[0].target, term.target);
    EXPECT_EQ(terms[0].note, term.note);
    EXPECT_EQ(terms[0].gender, library::Gender::male);
    ASSERT_TRUE(write_file(file, "source,target\n\"open").ok());
    EXPECT_FALSE(import_terms(*library_, key_, file).ok());
    EXPECT_EQ(library_->terms(key_).value().size(), 1U);
}

}  // namespace
}  // namespace longhand::jobs
