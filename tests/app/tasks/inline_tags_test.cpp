// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/inline_tags.h"

#include <gtest/gtest.h>

namespace longhand::tasks {
namespace {

using document::Span;
using document::SpanKind;

TEST(InlineTags, SurroundSpansAndComeBack)
{
    const std::string text = "He was very late today.";
    const std::vector<Span> spans = {{SpanKind::emphasis, 7, 16, ""}, {SpanKind::strong, 12, 16, ""}};
    const TaggedText tagged = tag_spans(text, spans);
    EXPECT_EQ(tagged.text, "He was <1>very <2>late</2></1> today.");
    const Untagged same = untag(tagged.text, tagged);
    EXPECT_TRUE(same.complete);
    EXPECT_EQ(same.text, text);
    EXPECT_EQ(same.spans, spans);
    const Untagged german = untag("Er kam heute <1>sehr <2>sp\u00E4t</2></1>.", tagged);
    EXPECT_TRUE(german.complete);
    EXPECT_EQ(german.text.substr(german.spans[0].begin, german.spans[0].end - german.spans[0].begin), "sehr sp\u00E4t");
}

TEST(InlineTags, GiveUpSpansWhenTheModelMixesThemUp)
{
    const TaggedText tagged = tag_spans("a very b", {{SpanKind::emphasis, 2, 6, ""}});
    for (const char* reply : {"x sehr y", "x <1>sehr y", "x </1>sehr<1> y", "x <1>sehr</1> <1>y</1>", "<2>x</2>"}) {
        const Untagged result = untag(reply, tagged);
        EXPECT_FALSE(result.complete) << reply;
        EXPECT_TRUE(result.spans.empty());
        EXPECT_EQ(result.text.find('<'), std::string::npos) << reply;
    }
}

TEST(InlineTags, KeepASpanOverEverythingWithoutTags)
{
    const TaggedText tagged = tag_spans("All of it.", {{SpanKind::emphasis, 0, 10, ""}});
    EXPECT_EQ(tagged.text, "All of it.");
    const Untagged result = untag("Alles.", tagged);
    ASSERT_EQ(result.spans.size(), 1U);
    EXPECT_EQ(result.spans[0].end, 6U);
}

TEST(InlineTags, PutNoteReferencesBehindTheirSentence)
{
    const std::string text = "First one.1 Second one.2";
    const TaggedText tagged = tag_spans(text, {{SpanKind::note_reference, 10, 11, "n1"},
                                               {SpanKind::note_reference, 23, 24, "n2"}});
    EXPECT_EQ(tagged.text, "First one. Second one.");
    const Untagged result = untag("Erster Satz. Zweiter Satz.", tagged);
    EXPECT_EQ(result.text, "Erster Satz.1 Zweiter Satz.2");
    ASSERT_EQ(result.spans.size(), 2U);
    EXPECT_EQ(result.spans[0].value, "n1");
    EXPECT_EQ(result.text.substr(result.spans[1].begin, 1), "2");
}

TEST(InlineTags, LeaveTextAloneThatLooksLikeATag)
{
    const std::string text = "type <1> here";
    const TaggedText tagged = tag_spans(text, {{SpanKind::code, 5, 8, ""}});
    EXPECT_EQ(tagged.text, text);
}

TEST(InlineTags, OnlyTagsThatPairAndNestCanBeHeldTo)
{
    using Numbers = std::vector<std::int32_t>;
    EXPECT_EQ(paired_tags("a <1>b</1> <3>c <2>d</2></3>"), (Numbers{1, 3, 2}));
    for (const char* text : {"plain", "<1>a", "a</1>", "<1>a<2>b</1></2>", "<1>a</1><1>b</1>",
                             "<1>a</1> 2 < 3", "<1>a</1> <b>"})
        EXPECT_EQ(paired_tags(text), Numbers()) << text;
}

}  // namespace
}  // namespace longhand::tasks
