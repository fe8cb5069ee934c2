// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/adapter_file.h"
#include "engine/train/step.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longhand::adapt {

// Temp-LoRA (Wang et al. 2024, arXiv 2401.11504): a model studies a text chunk by chunk with a LoRA
// of its own, while it reads, writes or translates it; afterwards the LoRA is thrown away and the
// base is as it was. It learns style, words and names; it is no store of facts.

enum class StudySchedule : std::uint8_t {
    // As the published code behaves: warm-up counted in chunks, from 0. The first chunk is studied
    // at rate 0, so nothing can show before the third.
    faithful,
    // Warm-up counted in optimiser steps, the first at 1 / warmup of the rate.
    practical
};

struct StudyOptions {
    std::int64_t chunk = 1024;          // tokens studied at once
    std::int64_t train_context = 3072;  // tokens before them that are read but not learned
    std::int64_t epochs = 2;            // optimiser steps a chunk
    std::int64_t rank = 64;
    float alpha = 64.0F;
    float dropout = 0.05F;
    double rate = 5e-5;
    std::int64_t warmup = 2;
    StudySchedule schedule = StudySchedule::faithful;
    float beta1 = 0.9F, beta2 = 0.999F, eps = 1e-7F, max_norm = 1.0F;
    Seed seed{42};

    // Guard rails. After so many chunks in a row that the base predicts better, studying ends.
    std::int64_t most_worse = 3;
    // A chunk that repeats itself more than this is not studied (repetition_of).
    double most_repetition = 0.5;
    // The model and the text: a state of others is refused.
    std::string subject;
};

// Rate of an optimiser step, `chunks` and `updates` counted before it.
double study_rate(const StudyOptions& options, std::int64_t chunks, std::int64_t updates);

// Share of a chunk's runs of four tokens that stood in it before: about 0.1 in prose, near 1 in a
// text that goes in circles.
double repetition_of(std::span<const TokenId> tokens);

// Where the chunks of a text lie: tokens [context, begin) are read, [begin, end) learned.
struct StudyWindow {
    std::size_t context = 0, begin = 0, end = 0;
    friend bool operator==(const StudyWindow&, const StudyWindow&) = default;
};
// The chunk that begins at `begin`, below `tokens`; the last one is shorter.
StudyWindow study_window(std::size_t begin, std::size_t tokens, const StudyOptions& options);

// One thing to study. Borrowed for the call. In a translation the context holds the pairs before
// and the source, the chunk the translation.
struct Lesson {
    std::span<const TokenId> context;  // at most train_context tokens; its losses do not count
    std::span<const TokenId> chunk;    // 1 to `chunk` tokens, 2 without a context
    std::int64_t position = 0;         // of the chunk's first token in the text
    std::int64_t times = 1;            // studied so often: what a person corrected counts more
};

struct ChunkReport {
    std::int64_t chunk = 0;     // from 0
    std::int64_t position = 0;  // of its first token
    std::int64_t tokens = 0;    // scored
    // Means in nats over the chunk's tokens, without dropout, before anything of it was studied.
    double base_nll = 0.0, adapted_nll = 0.0;
    double learning_rate = 0.0;       // of its first step
    std::vector<double> train_nll;    // before each of its steps, with dropout
    double seconds = 0.0;
    bool studied = false;
    std::string note;  // why it was not, or why studying ended; for people
};

// A text's study, for one base model (of any frozen type, an extension's adapter applied or not).
// Deterministic. Threads: one caller; sessions on its model rest while it studies.
class Study {
public:
    // Fails: invalid, out_of_memory.
    static Result<std::unique_ptr<Study>> make(std::shared_ptr<const model::Transformer> base,
                                               const StudyOptions& options);

    // Measures the chunk, then studies it unless studying is off or the chunk is none to study.
    // Fails: invalid (sizes, a token that is none), DeviceError's kinds; the state is as before.
    Result<ChunkReport> study(const Lesson& lesson);
    // Measures alone: pages that are held out.
    Result<ChunkReport> measure(const Lesson& lesson);

    // What to generate with: the base while nothing has been learned or studying is off, else the
    // base with what it learned so far, which moves with each chunk.
    [[nodiscard]] std::shared_ptr<const model::Transformer> model() const;
    // Whether it still studies; else `why_off` says for people why not.
    [[nodiscard]] bool on() const { return why_off_.empty(); }
    [[nodiscard]] const std::string& why_off() const { return why_off_; }
    [[nodiscard]] std::int64_t chunks() const { return chunks_; }      // seen
    [[nodiscard]] std::int64_t position() const { return position_; }  // behind the last one
    [[nodiscard]] const StudyOptions& options() const { return options_; }
    [[nodiscard]] std::uint64_t bytes() const;  // beside the base

    // Begins with what another study learned (volume 1 of a series); before the first chunk.
    // Fails: invalid (it does not fit, or this study has begun).
    Result<void> begin_with(const checkpoint::AdapterFile& learned);
    // Forgets everything: the base alone, the first chunk next.
    Result<void> discard();
    // Values, moments, schedule, random numbers, place; continues bit for bit. Fails as
    // TrainStep::save and load do; load: invalid when it is another model's, text's or setting's.
    Result<void> save(const std::filesystem::path& file) const;
    Result<void> load(const std::filesystem::path& file);
    // As an adapter that other programs read; it stands beside the adapters of the base.
    [[nodiscard]] Result<checkpoint::AdapterFile> adapter() const;

private:
    struct Sample {
        std::vector<TokenId> tokens, labels;
    };
    Study(std::shared_ptr<const model::Transformer> base, const StudyOptions& options)
        : base_(std::move(base)), options_(options)
    {
    }
    Result<Sample> sample_of(const Lesson& lesson) const;
    Result<ChunkReport> measure(const Sample& sample, const Lesson& lesson);
    // Empty, or why it went wrong.
    Result<std::string> learn(const Sample& sample, const Lesson& lesson, ChunkReport& report);
    // Rolled back to the base and off.
    Result<void> end(ChunkReport& report, std::string why);
    [[nodiscard]] std::string identity() const;

    std::shared_ptr<const model::Transformer> base_;
    StudyOptions options_;
    std::unique_ptr<train::TrainStep> step_;
    std::uint64_t step_bytes_ = 0;
    std::int64_t chunks_ = 0, position_ = 0;
    std::int64_t worse_ = 0;  // chunks in a row
    bool begun_ = false;      // with what another study learned
    std::string why_off_;
};

}  // namespace longhand::adapt
