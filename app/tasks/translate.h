// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/tasks/prompts.h"
#include "engine/infer/generator.h"

#include <functional>

namespace longhand::tasks {

struct GlossaryEntry {
    std::string source, target, note;
};

struct TranslateOptions {
    std::string from; // BCP 47; empty: the document's
    std::string to;
    std::vector<std::uint32_t> chapters; // from 0; empty: all
    std::vector<GlossaryEntry> glossary;  // of a file
    std::vector<library::Term> terms;     // of the library; the confirmed ones act
    std::string instruction;              // a person's wish for this very work; data for the prompt
    bool include_back_matter = false; // bibliography and index
    Seed seed;
    std::vector<library::Segment> done; // from an earlier run or a person: kept, used as context
};

// What a person wants of the chapter that comes next, or is being worked on. After `stop` nothing
// more of that chapter is made and no other is begun; those under way are asked about themselves.
enum class Direction : std::uint8_t { on, skip_chapter, stop };

struct TranslateSink {
    std::function<Direction(std::uint32_t chapter)> direction; // asked before every segment
    // Of the segment that is watched, the first of those being written: source known, target empty;
    // then its text as the model writes.
    std::function<void(const library::Segment&)> segment_started;
    std::function<void(std::string_view piece)> text;
    std::function<Result<void>(const library::Segment&)>
        segment_done;      // commits; an Error ends the task
    ProgressSink progress; // unit "tokens" of source
    // Others wait for the generator; they have it while pause() lasts.
    std::function<bool()> pause_wanted;
    std::function<void()> pause;
};

struct TranslationReport {
    library::TranslationState state; // `waiting` ones are of chapters that were skipped
    std::vector<library::Segment> failed; // listed, never called done
};

// As many chapters side by side as the generator takes; in each segment by segment in document
// order, earlier pairs of the chapter as context, spans kept, checks and one retry ladder. Each
// segment's seed derives from options.seed and its place alone, and nothing depends on which
// chapters ran beside it. Fails: cancelled, invalid, what run_together() and the sink fail with.
Result<TranslationReport> translate(const document::Document& document,
                                    const TranslateOptions& options, const Prompts& prompts,
                                    infer::Generator& generator, const TranslateSink& sink,
                                    std::stop_token stop);

// One paragraph again, with a person's instruction, whatever stood there. `earlier` are segments in
// front of it, for context. Fails: invalid (no such paragraph, nothing to translate in it), and as
// translate() does.
Result<library::Segment> retranslate(const document::Document& document, std::uint32_t chapter,
                                     std::uint32_t index, const TranslateOptions& options,
                                     const std::vector<library::Segment>& earlier,
                                     const Prompts& prompts, infer::Generator& generator,
                                     const std::function<void(std::string_view)>& text,
                                     std::stop_token stop);

constexpr std::size_t kMostPassageBytes = 8000;

// A passage as a person selected it, for reading at once: each line a paragraph, the confirmed terms
// in force, nothing of the book around it shown. Depends on the passage and options.seed alone.
// Fails: invalid (no words in it, or over kMostPassageBytes), unsupported (a paragraph failed every
// attempt), and as translate() does.
Result<std::string> translate_passage(const document::Document& document, std::string_view passage,
                                      const TranslateOptions& options, const Prompts& prompts,
                                      infer::Generator& generator,
                                      const std::function<void(std::string_view)>& text,
                                      std::stop_token stop);

struct Probe {
    bool able = false;
    std::string reason;                     // one sentence, what was seen
    std::vector<library::Segment> segments; // the three that were tried
    double seconds_per_source_token = 0.0;
};
// Translates three segments of this very book and judges whether the loaded model can do this
// pair at all.
Result<Probe> probe_translation(const document::Document& document, const TranslateOptions& options,
                                const Prompts& prompts, infer::Generator& generator,
                                std::stop_token stop);

} // namespace longhand::tasks
