// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/jobs.h"
#include "engine/base/mapped_file.h"
#include "engine/base/random.h"
#include "engine/infer/scripted_generator.h"
#include "tests/support/environment.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

namespace longhand::jobs {

// A runner over a library with one book, and every event it tells of.
class JobRunnerTest : public testing::Test {
protected:
    JobRunnerTest()
    {
        library_ = library::Library::open(folder_.path() / "data").value();
        EXPECT_TRUE(write_file(folder_.path() / "book.txt", "book").ok());
        book_ = library_->add(folder_.path() / "book.txt", test::sample_novel()).value().book;
    }

    // Translates into signs; `hook` sees every prompt first.
    std::unique_ptr<JobRunner> start(std::function<void(const std::string&)> hook = {},
                                     infer::ScriptedGenerator::Options model = {})
    {
        return JobRunner::start(
                   {.data_dir = folder_.path() / "data",
                    .prompts = std::string(LONGHAND_SOURCE_DIR) + "/resources/prompts",
                    .holder = "test",
                    .generator = [this, hook, model](const ProgressSink&) -> Result<std::shared_ptr<infer::Generator>> {
                        ++loads_;
                        return std::shared_ptr<infer::Generator>(std::make_shared<infer::ScriptedGenerator>(
                            [hook](const infer::Request&, const std::string& rendered) {
                                if (hook)
                                    hook(rendered);
                                if (rendered.find("Question:") != std::string::npos)
                                    return std::string("Captain Ilse Brandt had sailed the strait.");
                                if (rendered.find("Translate the following") == std::string::npos)
                                    return std::string("- The ferry left Marrow Point at noon.\n");
                                const std::size_t size = rendered.size() - rendered.rfind("English: ");
                                std::string text;
                                static const char* kSigns[] = {"天", "地", "人", "山", "水"};
                                Random random(Seed{size});
                                for (std::size_t i = 0; i < size / 3; ++i)
                                    text += kSigns[random.below(5)];
                                return text;
                            },
                            model));
                    },
                    .events = [this](const Event& event) {
                        const std::lock_guard lock(mutex_);
                        events_.push_back(event);
                    }})
            .value();
    }
    template <typename T>
    std::vector<T> seen()
    {
        const std::lock_guard lock(mutex_);
        std::vector<T> all;
        for (const Event& event : events_)
            if (const auto* wanted = std::get_if<T>(&event))
                all.push_back(*wanted);
        return all;
    }
    TranslateJob translation() const { return {.book = book_, .options = {.to = "zh"}, .probe_first = false}; }
    std::vector<std::string> targets()
    {
        std::vector<std::string> all;
        const auto segments = library_->segments({book_, "en", "zh"}).value();
        for (const auto& segment : segments)
            all.push_back(segment.target);
        return all;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<library::Library> library_;
    library::BookId book_ = 0;
    std::mutex mutex_;
    std::vector<Event> events_;
    std::atomic<int> loads_ = 0;
};

}  // namespace longhand::jobs
