// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs of the real program whose model is on a server: one that misbehaves, one that dies.
#include "engine/base/mapped_file.h"
#include "tests/e2e/program.h"
#include "tests/support/environment.h"
#include "tests/support/model_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <set>

namespace longhand::test {
namespace {

using testing::HasSubstr;

constexpr int kChapters = 12;

const std::vector<std::string> kNames = {"Agnes", "Bertil", "Carola", "Didrik", "Elsa",  "Fredrik",
                                         "Greta", "Henrik", "Ingrid", "Joakim", "Karin", "Lennart"};

// What the first sentence of each chapter says of its person.
const std::vector<std::string> kDeeds = {
    "lit the lamp of the tower before the storm",    "mended three brown nets by the stove",
    "baked forty loaves for the wedding feast",      "sold a blind horse to the miller",
    "counted the gulls on the customs house",        "carved a wooden flute from an elder branch",
    "hid the silver spoons under the kitchen floor", "rowed across the sound to fetch a doctor",
    "taught the harbour pilot to read maps",         "painted every shutter of the inn green",
    "buried an old dog beneath the pear tree",       "wrote a long letter to the king's steward"};

std::string novel()
{
    std::string text = "---\ntitle: The Twelve Lamps\nlanguage: en\n---\n\n";
    for (int c = 0; c < kChapters; ++c) {
        const std::string& name = kNames[static_cast<std::size_t>(c)];
        text += "# Chapter " + std::to_string(c + 1) + "\n\n" + name + " " +
                kDeeds[static_cast<std::size_t>(c)] +
                ". The wind came from the sea all night, and nobody slept.\n\nIn the morning " +
                name + " counted the boats in the bay and found that one of them was missing.\n\n";
    }
    return text;
}

// The person that a prompt's text speaks of; empty: it is about the whole book.
std::string name_in(const std::string& prompt)
{
    const std::string text = prompt.substr(0, prompt.rfind("</text>"));
    std::string found;
    for (const std::string& name : kNames)
        if (text.find(name) != std::string::npos)
            found = found.empty() ? name : "several";
    return found == "several" ? "" : found;
}

// What an honest model says to any of the program's prompts.
std::string honest(const std::string& prompt)
{
    const std::string name = name_in(prompt);
    if (prompt.find("Translate the following") != std::string::npos) {
        const std::size_t begin = prompt.rfind("English: ") + 9;
        const std::string source = prompt.substr(begin, prompt.rfind("\nChinese:") - begin);
        static const char* const kSigns[] = {"天", "地", "人", "山", "水", "火", "木"};
        std::string target;
        std::size_t state = source.size();
        for (const char sign : source)
            state = state * 31 + static_cast<unsigned char>(sign);
        for (std::size_t i = 0; i < source.size() / 3 + 1; ++i)
            target += kSigns[(state = state * 6364136223846793005ULL + 1442695040888963407ULL) / 7 % 7];
        return target + (source.ends_with('.') ? "。" : "");
    }
    const auto at = std::find(kNames.begin(), kNames.end(), name.empty() ? kNames.front() : name);
    return "- " + *at + " " + kDeeds[static_cast<std::size_t>(at - kNames.begin())] + ".\n";
}

std::string prompt_of(const ModelServer::Call& call)
{
    const Json body = Json::parse(call.body);
    return body["messages"].back()["content"];
}

void say_all(const ModelServer::Line& line, const std::string& text, int pause_ms = 0)
{
    line.head(200, "text/event-stream");
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.size(), at + 12);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        if (!line.say(text.substr(at, end - at)))
            return;
        line.wait(pause_ms);
        if (line.ending())
            return;
        at = end;
    }
    line.end();
}

// Fails in every way once, then is honest and a little slow.
void misbehave(const ModelServer::Call& call, const ModelServer::Line& line)
{
    const std::string text = honest(prompt_of(call));
    switch (call.number) {
    case 0: // cut off
        line.head(200, "text/event-stream");
        line.say(text.substr(0, 3));
        return;
    case 1:
        line.head(200, "text/event-stream");
        line.send("data: {\"choices\": [{\"delta\": \n\n");
        return;
    case 2:
        line.head(429, "application/json", "Retry-After: 1\r\n");
        return;
    case 3:
        line.head(500, "application/json");
        line.send(R"({"error":{"message":"out of workers"}})");
        return;
    case 4:
        line.head(200, "text/html");
        line.send("<html>not here</html>"); // the same request comes once more
        return;
    default:
        say_all(line, text, 5);
    }
}

class OnAServer : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(write_file(folder_.path() / "novel.md", novel()).ok()); }

    [[nodiscard]] std::vector<std::string> command(std::vector<std::string> words, const ModelServer& server) const
    {
        for (const std::string& word :
             {std::string("--json"), std::string("--data-dir"), data(), std::string("--server"), server.url()})
            words.push_back(word);
        return words;
    }
    [[nodiscard]] std::string book() const { return (folder_.path() / "novel.md").string(); }
    [[nodiscard]] std::string data() const { return (folder_.path() / "data").string(); }

    static std::vector<int> numbers(const std::vector<Json>& events, const char* field)
    {
        std::vector<int> all;
        for (const Json& event : events)
            all.push_back(event[field].get<int>());
        return all;
    }
    static std::vector<int> chapters()
    {
        std::vector<int> all;
        for (int c = 1; c <= kChapters; ++c)
            all.push_back(c);
        return all;
    }
    // Every chapter, in order, each with the point that its own text supports.
    static void expect_whole(const Finished& done)
    {
        const auto made = done.events("chapter_summary");
        ASSERT_EQ(numbers(made, "chapter"), chapters());
        for (std::size_t c = 0; c < made.size(); ++c) {
            EXPECT_EQ(made[c]["origin"], "model");
            ASSERT_EQ(made[c]["points"].size(), 1U) << c;
            EXPECT_THAT(made[c]["points"][0]["text"].get<std::string>(), HasSubstr(kNames[c]));
            EXPECT_EQ(made[c]["points"][0]["sources"][0]["chapter"].get<std::size_t>(), c + 1);
        }
        const auto coverage = done.events("coverage");
        ASSERT_EQ(coverage.size(), 1U);
        EXPECT_EQ(coverage[0]["words_read"], coverage[0]["words_total"]);
    }

    TemporaryFolder folder_;
};

TEST_F(OnAServer, ASummaryComesWholeFromOneThatMisbehaves)
{
    ModelServer server(misbehave);
    const Finished done = run(command({"summarise", book()}, server));
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    expect_whole(done);
    EXPECT_GT(server.most_at_once(), 1);
    EXPECT_LE(server.most_at_once(), 4);
    EXPECT_EQ(server.calls().size(), static_cast<std::size_t>(kChapters + 1 + 5));
    EXPECT_THAT(done.errors, HasSubstr("The text leaves this machine: it goes to small on " + server.url()));
    EXPECT_THAT(done.errors, HasSubstr("With this model the book is not studied (no Temp-LoRA)"));
    const auto end = done.events("finished");
    ASSERT_EQ(end.size(), 1U);
    EXPECT_TRUE(end[0]["complete"].get<bool>());
    EXPECT_EQ(end[0]["left_out"], Json({"study", "form", "kept"}));
    EXPECT_GE(end[0]["warnings"].get<int>(), 3);
}

TEST_F(OnAServer, AQuestionToEveryChapterIsAnsweredInTheOrderOfTheBook)
{
    // Later chapters are answered sooner.
    ModelServer server([](const ModelServer::Call& call, const ModelServer::Line& line) {
        const std::string prompt = prompt_of(call);
        line.wait(100 - 8 * static_cast<int>(std::find(kNames.begin(), kNames.end(), name_in(prompt)) - kNames.begin()));
        say_all(line, honest(prompt));
    });
    const Finished done = run(command({"ask", book(), "List all deeds of the people.", "--strategy",
                                       "every-chapter", "--server-parallel", "12"}, server));
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    const auto answers = done.events("answer");
    ASSERT_EQ(answers.size(), 1U);
    ASSERT_EQ(answers[0]["sentences"].size(), kNames.size()) << answers[0].dump(1);
    for (std::size_t c = 0; c < kNames.size(); ++c)
        EXPECT_THAT(answers[0]["sentences"][c]["text"].get<std::string>(), HasSubstr(kNames[c]));
    EXPECT_GT(server.most_at_once(), 4);
}

TEST_F(OnAServer, ATranslationRunsChaptersSideBySideAndIsWhole)
{
    ModelServer server(misbehave);
    const std::string out = (folder_.path() / "out.txt").string();
    const Finished done = run(command({"translate", book(), "--to", "zh", "--anyway", "--out", out}, server));
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    const auto segments = done.events("segment");
    EXPECT_EQ(segments.size(), 3U * kChapters); // a heading and two paragraphs each
    std::map<int, int> last; // in each chapter in order
    for (const Json& segment : segments) {
        EXPECT_NE(segment["status"], "failed") << segment.dump();
        const int index = segment["index"].get<int>();
        EXPECT_GT(index, last[segment["chapter"].get<int>()]);
        last[segment["chapter"].get<int>()] = index;
    }
    EXPECT_GT(server.most_at_once(), 1);
    EXPECT_TRUE(std::filesystem::file_size(out) > 1000);
}

TEST_F(OnAServer, AChapterThatIsRefusedIsMarkedAndTheOthersAreMade)
{
    ModelServer server([](const ModelServer::Call& call, const ModelServer::Line& line) {
        const std::string prompt = prompt_of(call);
        if (name_in(prompt) == "Elsa") {
            line.head(400, "application/json");
            line.send(R"({"error":{"message":"too long"}})");
        } else {
            say_all(line, honest(prompt));
        }
    });
    const Finished done = run(command({"summarise", book()}, server));
    EXPECT_EQ(done.exit_code, 1) << "something is missing";
    const auto made = done.events("chapter_summary");
    ASSERT_EQ(numbers(made, "chapter"), chapters());
    EXPECT_EQ(made[4]["origin"], "extract");
    EXPECT_EQ(made[4]["warnings"], Json({"unanswered"}));
    EXPECT_FALSE(done.events("finished").at(0)["complete"].get<bool>());
    EXPECT_EQ(done.events("coverage").at(0)["truncated"], 1);
}

TEST_F(OnAServer, TheJobWaitsWhileItIsDownAndEndsWhole)
{
    std::atomic<int> answered = 0;
    ModelServer server([&](const ModelServer::Call& call, const ModelServer::Line& line) {
        say_all(line, honest(prompt_of(call)), 10);
        if (!line.ending())
            ++answered;
    });
    Program program(as_program(command({"summarise", book()}, server)));
    while (answered < 5 && !program.ends_within(5))
        ;
    server.kill();
    EXPECT_FALSE(program.ends_within(600)) << "it waits";
    server.start();
    const Finished done = program.wait();
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    expect_whole(done);
    EXPECT_EQ(server.most_at_once(), 4);
}

TEST_F(OnAServer, AJobWhoseServerStaysAwayStopsAndIsResumed)
{
    std::atomic<int> answered = 0;
    ModelServer server([&](const ModelServer::Call& call, const ModelServer::Line& line) {
        say_all(line, honest(prompt_of(call)), 10);
        if (!line.ending())
            ++answered;
    });
    Program program(as_program(command({"summarise", book(), "--server-patience", "1"}, server)));
    while (answered < 5 && !program.ends_within(5))
        ;
    server.kill();
    const Finished stopped = program.wait();
    EXPECT_EQ(stopped.exit_code, 1);
    const auto before = stopped.events("chapter_summary").size();
    EXPECT_GE(before, 2U);
    EXPECT_LT(before, static_cast<std::size_t>(kChapters));
    server.start();
    const Finished done = run(command({"jobs", "resume", "1"}, server));
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    std::set<int> made;
    for (const Finished* part : {&stopped, &done})
        for (const int chapter : numbers(part->events("chapter_summary"), "chapter"))
            EXPECT_TRUE(made.insert(chapter).second) << chapter << " was made twice";
    EXPECT_EQ(made.size(), static_cast<std::size_t>(kChapters));
    const auto coverage = done.events("coverage");
    ASSERT_EQ(coverage.size(), 1U);
    EXPECT_EQ(coverage[0]["words_read"], coverage[0]["words_total"]);
}

} // namespace
} // namespace longhand::test
