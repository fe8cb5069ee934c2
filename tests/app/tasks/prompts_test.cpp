// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/glossary.h"
#include "app/tasks/points.h"
#include "engine/base/mapped_file.h"
#include "tests/app/tasks/task_fixture.h"
#include "tests/support/environment.h"

namespace longhand::tasks {
namespace {

TEST(Prompts, FillPlacesAndNeverSearchWhatWasFilledIn)
{
    test::TemporaryFolder folder;
    ASSERT_TRUE(write_file(folder.path() / "p.txt", "A {{text}} B {{book}}\n").ok());
    const auto prompts = Prompts::load(folder.path());
    ASSERT_TRUE(prompts.ok());
    EXPECT_EQ(prompts->fill("p", {{"text", "{{book}} {{x}}"}, {"book", "C"}}), "A {{book}} {{x}} B C");
    EXPECT_THROW(static_cast<void>(prompts->fill("absent", {})), BrokenInvariant);
    EXPECT_THROW(static_cast<void>(prompts->fill("p", {{"text", ""}})), BrokenInvariant);
}

TEST(Prompts, RefuseBrokenFiles)
{
    test::TemporaryFolder folder;
    EXPECT_EQ(Prompts::load(folder.path()).error().kind, ErrorKind::not_found);
    ASSERT_TRUE(write_file(folder.path() / "p.txt", "A {{te xt}}").ok());
    EXPECT_EQ(Prompts::load(folder.path()).error().kind, ErrorKind::corrupt);
}

TEST(Statements, AreTheLinesOfAListOrTheSentencesOfProse)
{
    const auto texts = [](std::string_view answer) {
        std::vector<std::string> all;
        for (const Statement& statement : statements_of(answer))
            all.push_back(statement.text);
        return all;
    };
    using Texts = std::vector<std::string>;
    EXPECT_EQ(texts("Here are the points:\n- First thing.\n- **Second** thing.\n- First thing."),
              (Texts{"First thing.", "Second thing."}));
    EXPECT_EQ(texts("1. First thing.\n2. Second thing."), (Texts{"First thing.", "Second thing."}));
    EXPECT_EQ(texts("First it rained. Then it stopped."), (Texts{"First it rained.", "Then it stopped."}));
    EXPECT_EQ(texts("- 船长把海图折好。\n- 他们改走另一条航线。"), (Texts{"船长把海图折好。", "他们改走另一条航线。"}));
    EXPECT_EQ(texts(""), Texts{});
    const auto both = statements_of("- Das Schiff fuhr ab. || \u201Cthe ferry left\u201D");
    ASSERT_EQ(both.size(), 1U);
    EXPECT_EQ(both[0].quotation, "the ferry left");
}

TEST(Statements, ThatSayNothingAreLeftOut)
{
    const auto left = worth_saying(statements_of("- The Long Winter\n- He went.\n- <text>The keeper lit "
                                                 "the lamp at noon.\n- Long Winter"),
                                   {"The Long Winter"});
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].text, "The keeper lit the lamp at noon.");
}

TEST(Statements, OfAnAnswerThatWasStoppedEndWithAWholeOne)
{
    EXPECT_EQ(without_unfinished_line("- The lamp failed.\n- The keeper of the"),
              "- The lamp failed.\n");
    EXPECT_EQ(without_unfinished_line("- It failed.\n- He slept."), "- It failed.\n- He slept.");
    EXPECT_EQ(without_unfinished_line("The lamp failed. The keeper of"), "The lamp failed. ");
    EXPECT_EQ(without_unfinished_line("The keeper of the"), "The keeper of the");
}

TEST(Statements, OfAnAnswerThatWentRoundInCirclesStandOnce)
{
    EXPECT_EQ(without_repetitions("It is red. It is old. It is red. It is old. It is RED!"),
              "It is red. It is old.");
    EXPECT_EQ(without_repetitions("灯灭了。灯灭了。他走了。"), "灯灭了。他走了。");
}

TEST(Statements, NotFoundInTheTextAreListedOnce)
{
    Checked checked;
    add_unlocated(checked, "The keeper sold the lamp to a merchant.");
    add_unlocated(checked, "The keeper sold the lamp to the merchant.");
    add_unlocated(checked, "Nobody came in the winter.");
    EXPECT_EQ(checked.unlocated.size(), 2U);
}

TEST(Glossary, ReadsTabsAndQuotedCommas)
{
    test::TemporaryFolder folder;
    const auto path = folder.path() / "g.csv";
    ASSERT_TRUE(write_file(path, "# names\nIlse,伊尔莎,she\n\"Lund, Anders\",伦德\n").ok());
    const auto entries = read_glossary(path);
    ASSERT_TRUE(entries.ok());
    ASSERT_EQ(entries->size(), 2U);
    EXPECT_EQ((*entries)[0].note, "she");
    EXPECT_EQ((*entries)[1].source, "Lund, Anders");
    ASSERT_TRUE(write_file(path, "a\tb\nonly one\n").ok());
    EXPECT_NE(read_glossary(path).error().message.find("line 2"), std::string::npos);
}

}  // namespace
}  // namespace longhand::tasks
