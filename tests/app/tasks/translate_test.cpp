// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tasks/task_fixture.h"

#include <algorithm>

namespace longhand::tasks {
namespace {

using infer::ScriptedGenerator;
using library::Segment;
using library::SegmentStatus;

// The last text it is asked to translate, between the languages' names.
std::string asked(const std::string& rendered)
{
    const std::size_t begin = rendered.rfind("English: ") + 9;
    return rendered.substr(begin, rendered.rfind("\nChinese:") - begin);
}

// A Chinese text of fitting length that names its source by a number.
std::string pretend(const std::string& source)
{
    std::string text = "译文";
    std::size_t hash = 7;
    for (const char sign : source)
        hash = hash * 31 + static_cast<unsigned char>(sign);
    static const std::vector<std::string> kSigns = {"天", "地", "人", "山", "水", "火", "木", "金", "土", "日", "月"};
    for (std::size_t i = 0; i < source.size() / 3; ++i)
        text += kSigns[(hash = hash * 6364136223846793005ULL + 1442695040888963407ULL) % kSigns.size()];
    return text + (source.ends_with('.') ? "。" : "");
}

ScriptedGenerator translator()
{
    return ScriptedGenerator([](const infer::Request&, const std::string& rendered) { return pretend(asked(rendered)); });
}

struct Outcome {
    std::vector<Segment> segments;
    TranslationReport report;
};

Outcome run(infer::Generator& generator, TranslateOptions options = {},
        const document::Document& book = test::sample_novel())
{
    options.to = "zh";
    Outcome result;
    TranslateSink sink;
    sink.segment_done = [&](const Segment& segment) -> Result<void> {
        result.segments.push_back(segment);
        return {};
    };
    result.report = translate(book, options, real_prompts(), generator, sink, {}).value();
    return result;
}

TEST(Translate, DoesEverySegmentInOrder)
{
    auto generator = translator();
    const Outcome done = run(generator);
    ASSERT_EQ(done.segments.size(), 4U);
    EXPECT_EQ(done.report.state.done + done.report.state.warned, 4U);
    EXPECT_EQ(done.segments[2].chapter, 1U);
    EXPECT_EQ(done.segments[2].index, 0U);
    for (const Segment& segment : done.segments)
        EXPECT_EQ(segment.target, pretend(segment.source));
}

TEST(Translate, ShowsTheModelTheEarlierPairsOfTheChapter)
{
    auto generator = translator();
    const Outcome done = run(generator);
    EXPECT_EQ(generator.prompts()[0].find(done.segments[0].target), std::string::npos);
    EXPECT_NE(generator.prompts()[1].find(done.segments[0].target), std::string::npos);
    EXPECT_EQ(generator.prompts()[2].find(done.segments[1].target), std::string::npos)
        << "chapters run side by side";
    EXPECT_NE(generator.prompts()[3].find(done.segments[2].target), std::string::npos);
}

TEST(Translate, ChaptersSideBySideGiveTheSame)
{
    document::Document book = test::sample_novel();
    for (int c = 0; c < 4; ++c) {
        book.chapters.push_back(book.chapters[static_cast<std::size_t>(c % 2)]);
        for (auto& paragraph : book.chapters.back().paragraphs)
            paragraph.text = "On day " + std::to_string(c + 2) + " it was so. " + paragraph.text;
    }
    auto alone = translator();
    const Outcome expected = run(alone, {}, book);
    ScriptedGenerator together(
        [](const infer::Request&, const std::string& rendered) { return pretend(asked(rendered)); },
        {.parallel = 3});
    std::vector<std::pair<std::uint32_t, std::uint32_t>> watched;
    std::string text;
    TranslateSink sink;
    std::vector<Segment> made;
    sink.segment_started = [&](const Segment& segment) {
        watched.emplace_back(segment.chapter, segment.index);
        text += "|";
    };
    sink.text = [&](std::string_view piece) { text += piece; };
    sink.segment_done = [&](const Segment& segment) -> Result<void> {
        made.push_back(segment);
        return {};
    };
    TranslateOptions options;
    options.to = "zh";
    ASSERT_TRUE(translate(book, options, real_prompts(), together, sink, {}).ok());
    ASSERT_EQ(made.size(), expected.segments.size());
    EXPECT_NE(made[1].chapter, made[0].chapter) << "they do run side by side";
    std::sort(made.begin(), made.end(), [](const Segment& a, const Segment& b) {
        return std::pair(a.chapter, a.index) < std::pair(b.chapter, b.index);
    });
    for (std::size_t i = 0; i < made.size(); ++i) {
        EXPECT_EQ(made[i].target, expected.segments[i].target);
        EXPECT_EQ(made[i].warnings, expected.segments[i].warnings);
    }
    EXPECT_TRUE(std::is_sorted(watched.begin(), watched.end()));
    // what is watched is whole: the target of each segment behind its sign
    for (const auto& [chapter, index] : watched)
        for (const Segment& segment : made) {
            if (segment.chapter != chapter || segment.index != index)
                continue;
            EXPECT_NE(text.find("|" + segment.target), std::string::npos) << chapter << " " << index;
        }
}

TEST(Translate, ClimbsTheLadderAndListsWhatFailed)
{
    int asked_for_first = 0;
    ScriptedGenerator generator([&](const infer::Request& request, const std::string& rendered) {
        const std::string source = asked(rendered);
        if (source.starts_with("The ferry left Marrow Point"))
            return ++asked_for_first == 1 ? source : pretend(source);  // the first rung echoes
        if (source.find("Hull Island") != std::string::npos || source.find("Anders Lund") != std::string::npos)
            return source;  // never translated
        EXPECT_EQ(request.sampling.temperature, 0.0F);
        return pretend(source);
    });
    const Outcome done = run(generator);
    EXPECT_EQ(done.segments[0].attempts, 2);
    EXPECT_EQ(done.segments[0].status, SegmentStatus::done);
    EXPECT_EQ(done.segments[2].status, SegmentStatus::failed);
    EXPECT_EQ(done.segments[2].target, "");
    EXPECT_EQ(done.segments[2].attempts, 3);
    ASSERT_EQ(done.report.failed.size(), 1U);
    EXPECT_EQ(done.report.state.failed, 1U);
}

TEST(Translate, GoesOnWhereItWasWithTheSameResult)
{
    auto generator = translator();
    const Outcome whole = run(generator);
    for (std::size_t stopped = 0; stopped <= whole.segments.size(); ++stopped) {
        auto fresh = translator();
        TranslateOptions options;
        options.done.assign(whole.segments.begin(), whole.segments.begin() + static_cast<std::ptrdiff_t>(stopped));
        const Outcome rest = run(fresh, options);
        ASSERT_EQ(rest.segments.size(), whole.segments.size() - stopped);
        for (std::size_t i = 0; i < rest.segments.size(); ++i)
            EXPECT_EQ(rest.segments[i].target, whole.segments[stopped + i].target);
        // the same prompts as in the unbroken run: the same earlier pairs
        for (std::size_t i = 0; i < fresh.prompts().size(); ++i)
            EXPECT_EQ(fresh.prompts()[i], generator.prompts()[stopped + i]);
        EXPECT_EQ(rest.report.state.segments, whole.report.state.segments);
    }
}

TEST(Translate, SeedsASegmentByItsPlaceAlone)
{
    std::map<std::string, std::uint64_t> seeds;
    const auto record = [&](const infer::Request& request, const std::string& rendered) {
        const auto [entry, fresh] = seeds.emplace(asked(rendered), request.seed.value);
        EXPECT_EQ(entry->second, request.seed.value);
        return pretend(asked(rendered));
    };
    ScriptedGenerator first(record);
    run(first, {.seed = {5}});
    ScriptedGenerator second(record);
    run(second, {.chapters = {1}, .seed = {5}});
    EXPECT_EQ(seeds.size(), 4U);
}

TEST(Translate, KeepsSpansAndLeavesNumbersAndApparatusAlone)
{
    document::Document book = test::sample_novel();
    book.chapters[0].paragraphs[0].spans = {{document::SpanKind::emphasis, 4, 9, ""}};
    book.chapters[0].paragraphs.push_back({.text = "* * *"});
    document::Chapter index;
    index.role = document::ChapterRole::index;
    index.paragraphs.push_back({.text = "Brandt, Ilse 11"});
    book.chapters.push_back(index);
    book.notes.push_back({.id = "n", .label = "1", .paragraphs = {{.text = "A note about the ferry."}}, .chapter = 0});
    ScriptedGenerator generator([](const infer::Request&, const std::string& rendered) {
        const std::string source = asked(rendered);
        return source.find("<1>ferry</1>") == std::string::npos ? pretend(source) : "这艘<1>渡轮</1>" + pretend(source);
    });
    const Outcome done = run(generator, {}, book);
    ASSERT_EQ(done.segments.size(), 7U);
    ASSERT_EQ(done.segments[0].spans.size(), 1U);
    EXPECT_EQ(done.segments[0].target.substr(done.segments[0].spans[0].begin, 6), "渡轮");
    EXPECT_EQ(done.segments[2].status, SegmentStatus::skipped);
    EXPECT_EQ(done.segments[2].target, "* * *");
    EXPECT_EQ(done.segments[5].status, SegmentStatus::skipped);
    EXPECT_EQ(done.segments[6].chapter, 3U);  // the note, behind the last chapter
    EXPECT_EQ(done.report.state.skipped, 2U);
}

TEST(Translate, AFirstAttemptIsHeldToTheTagsWhereTheGeneratorCan)
{
    document::Document book = test::sample_novel();
    book.chapters[0].paragraphs[0].spans = {{document::SpanKind::emphasis, 4, 9, ""}};
    for (const bool can : {true, false}) {
        std::vector<bool> held;
        const auto reply = [&held](const infer::Request& request, const std::string& rendered) {
            if (asked(rendered).find("<1>") != std::string::npos)
                held.push_back(request.grammar.has_value());
            else
                EXPECT_FALSE(request.grammar.has_value());
            return std::string(held.size() == 1 ? "" : "这艘<1>渡轮</1>" + pretend(asked(rendered)));
        };
        ScriptedGenerator generator(reply, {.capabilities = {.mask = can}});
        run(generator, {}, book);
        ASSERT_GE(held.size(), 2U) << "nothing came, so it is tried again";
        EXPECT_EQ(held[0], can);
        EXPECT_FALSE(held[1]);
    }
}

TEST(Translate, ShowsOnlyTheTermsThatOccur)
{
    auto generator = translator();
    run(generator, {.glossary = {{"Tomas", "托马斯", "a boy"}, {"Gandalf", "甘道夫", ""}}});
    EXPECT_EQ(generator.prompts()[0].find("托马斯"), std::string::npos);
    EXPECT_NE(generator.prompts()[1].find("Tomas = 托马斯 (a boy)"), std::string::npos);
    for (const std::string& prompt : generator.prompts())
        EXPECT_EQ(prompt.find("甘道夫"), std::string::npos);
}

TEST(Translate, TellsGenderAndAddressAlwaysAndTheWishForAParagraph)
{
    auto generator = translator();
    TranslateOptions options;
    options.terms = {{.kind = library::TermKind::character, .status = library::TermStatus::confirmed, .source = "Ilse Brandt",
                      .target = "伊尔莎", .gender = library::Gender::female, .address = "as Captain"},
                     {.kind = library::TermKind::character, .source = "Tomas", .target = "托马斯", .gender = library::Gender::male}};
    const Outcome done = run(generator, options);
    for (const std::string& prompt : generator.prompts()) {
        EXPECT_NE(prompt.find("Ilse Brandt: female, addressed as Captain"), std::string::npos);
        EXPECT_EQ(prompt.find("托马斯"), std::string::npos);  // only proposed
    }
    EXPECT_NE(generator.prompts()[0].find("Ilse Brandt = 伊尔莎"), std::string::npos);
    EXPECT_EQ(generator.prompts()[1].find("Ilse Brandt = 伊尔莎"), std::string::npos);
    EXPECT_EQ(done.segments[0].warnings, std::vector<std::string>{"glossary"});  // the model ignored it
    auto again = translator();
    options.to = "zh";
    options.instruction = "More formal, please";
    const auto one = retranslate(test::sample_novel(), 1, 0, options, {done.segments[1]}, real_prompts(), again, {}, {});
    ASSERT_TRUE(one.ok());
    EXPECT_EQ(one->chapter, 1U);
    EXPECT_NE(again.prompts()[0].find("More formal, please"), std::string::npos);
    EXPECT_NE(again.prompts()[0].find(done.segments[1].target), std::string::npos);
    EXPECT_EQ(retranslate(test::sample_novel(), 9, 0, options, {}, real_prompts(), again, {}, {}).error().kind, ErrorKind::invalid);
}

TEST(Translate, SkipsAChapterAndStopsWhereAPersonSays)
{
    auto generator = translator();
    TranslateOptions options{.to = "zh"};
    std::vector<Segment> made;
    TranslateSink sink;
    sink.segment_done = [&](const Segment& segment) -> Result<void> {
        made.push_back(segment);
        return {};
    };
    sink.direction = [](std::uint32_t chapter) { return chapter == 0 ? Direction::skip_chapter : Direction::on; };
    const auto report = translate(test::sample_novel(), options, real_prompts(), generator, sink, {}).value();
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0].chapter, 1U);
    EXPECT_EQ(report.state.waiting, 2U);
    sink.direction = [](std::uint32_t) { return Direction::stop; };
    EXPECT_EQ(translate(test::sample_novel(), options, real_prompts(), generator, sink, {}).error().kind, ErrorKind::cancelled);
    EXPECT_EQ(made.size(), 2U);
}

TEST(Probe, TellsWhetherTheModelCanTranslateThisPair)
{
    auto able = translator();
    const auto good = probe_translation(test::sample_novel(), {.to = "zh"}, real_prompts(), able, {});
    ASSERT_TRUE(good.ok());
    EXPECT_TRUE(good->able);
    EXPECT_EQ(good->segments.size(), 3U);
    ScriptedGenerator unable([](const infer::Request&, const std::string& rendered) { return asked(rendered); });
    const auto bad = probe_translation(test::sample_novel(), {.to = "zh"}, real_prompts(), unable, {});
    ASSERT_TRUE(bad.ok());
    EXPECT_FALSE(bad->able);
    EXPECT_NE(bad->reason.find("3 of 3 passages"), std::string::npos);
    EXPECT_NE(bad->reason.find("Chinese"), std::string::npos);
}

TEST(Translate, RefusesWithoutLanguages)
{
    auto generator = translator();
    EXPECT_EQ(translate(test::sample_novel(), {}, real_prompts(), generator, {}, {}).error().kind, ErrorKind::invalid);
    document::Document unknown = test::sample_novel();
    unknown.language.clear();
    EXPECT_EQ(translate(unknown, {.to = "zh"}, real_prompts(), generator, {}, {}).error().kind, ErrorKind::invalid);
}

std::string passage_of(infer::Generator& generator, const std::string& passage,
                       TranslateOptions options = {})
{
    options.to = "zh";
    return translate_passage(test::sample_novel(), passage, options, real_prompts(), generator, {}, {})
        .value();
}

TEST(TranslatePassage, KeepsTheLinesAndShowsNothingOfTheBook)
{
    std::vector<std::string> prompts;
    auto generator = ScriptedGenerator([&](const infer::Request&, const std::string& rendered) {
        prompts.push_back(rendered);
        return pretend(asked(rendered));
    });
    const std::string first = "The gulls had gone before dawn.", second = "Nobody in the harbour saw them leave.";
    EXPECT_EQ(passage_of(generator, "  " + first + "\n\n" + second + "\n"),
              pretend(first) + "\n" + pretend(second));
    ASSERT_EQ(prompts.size(), 2U);
    EXPECT_EQ(prompts[1].find(first), std::string::npos);
}

TEST(TranslatePassage, ObeysTheConfirmedTermsThatOccurInIt)
{
    std::string prompt;
    auto generator = ScriptedGenerator([&](const infer::Request&, const std::string& rendered) {
        prompt = rendered;
        return pretend(asked(rendered));
    });
    TranslateOptions options;
    library::Term term;
    term.status = library::TermStatus::confirmed;
    term.source = "harbour";
    term.target = "海港";
    options.terms = {term};
    passage_of(generator, "Nobody in the harbour saw them leave.", options);
    EXPECT_NE(prompt.find("harbour = 海港"), std::string::npos) << prompt;
}

TEST(TranslatePassage, RefusesWhatHasNoWordsOrIsTooLongWithoutAskingTheModel)
{
    int calls = 0;
    auto generator = ScriptedGenerator([&](const infer::Request&, const std::string&) {
        ++calls;
        return std::string("译");
    });
    TranslateOptions options;
    options.to = "zh";
    for (const std::string& passage : {std::string(), std::string(" \n * * * \n"), std::string(kMostPassageBytes + 1, 'a')}) {
        const auto result = translate_passage(test::sample_novel(), passage, options, real_prompts(),
                                              generator, {}, {});
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.error().kind, ErrorKind::invalid);
    }
    EXPECT_EQ(calls, 0);
}

TEST(TranslatePassage, SaysSoWhenNoAttemptIsUsable)
{
    auto parrot = ScriptedGenerator([](const infer::Request&, const std::string& rendered) { return asked(rendered); });
    TranslateOptions options;
    options.to = "zh";
    const auto result = translate_passage(test::sample_novel(), "The gulls had gone before dawn. Nobody saw them leave.",
                                          options, real_prompts(), parrot, {}, {});
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::unsupported);
}

}  // namespace
}  // namespace longhand::tasks
