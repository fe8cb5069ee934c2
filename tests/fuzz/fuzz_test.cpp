// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzz targets over some thousand mutated inputs each, always the same ones; other ones when
// LONGHAND_FUZZ_SEED names another number.
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/targets.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace longhand::fuzz {
namespace {

struct Target {
    const char* name;
    bool (*run)(Bytes);
    std::vector<std::string> (*seeds)();
    int rounds;
    const char* folder; // of what searches found, below seeds/
};

void PrintTo(const Target& target, std::ostream* out)
{
    *out << target.name;
}

std::string in_hex(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes.substr(0, 400)) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        text += kDigits[static_cast<unsigned char>(c) >> 4U];
        text += kDigits[static_cast<unsigned char>(c) & 15U];
    }
    return text;
}

// Fails with the input when the target breaks a truth or throws. True when it was accepted.
bool run(const Target& target, const std::string& input, const std::string& what)
{
    try {
        return target.run({reinterpret_cast<const std::uint8_t*>(input.data()), input.size()});
    } catch (const std::exception& error) {
        ADD_FAILURE() << what << ": " << error.what() << ": " << in_hex(input);
    }
    return false;
}

class Fuzz : public ::testing::TestWithParam<Target> {};

INSTANTIATE_TEST_SUITE_P(
    Targets, Fuzz,
    ::testing::Values(Target{"gguf", gguf_file, gguf_seeds, 15000, "gguf_file"},
                      Target{"safetensors", safetensors_file, safetensors_seeds, 15000,
                             "safetensors_file"},
                      Target{"config", config_json, config_seeds, 50000, "config_json"},
                      Target{"vocabulary", vocabulary, vocabulary_seeds, 50000, "vocabulary"},
                      Target{"sentencepiece", sentencepiece_model, sentencepiece_seeds, 20000,
                             "sentencepiece_model"},
                      Target{"tokenizer_json", tokenizer_json, tokenizer_json_seeds, 10000,
                             "tokenizer_json"},
                      Target{"template", chat_template, template_seeds, 50000, "chat_template"},
                      Target{"adapter", adapter_file, adapter_seeds, 8000, "adapter_file"},
                      Target{"reader", reader_stream, reader_seeds, 10000, "reader_stream"}),
    [](const auto& target) { return std::string(target.param.name); });

TEST_P(Fuzz, SoundInputsAreAccepted)
{
    for (const std::string& seed : GetParam().seeds())
        EXPECT_TRUE(run(GetParam(), seed, "seed")) << in_hex(seed);
}

TEST_P(Fuzz, WhatSearchesFoundBreaksNothing)
{
    const std::filesystem::path folder =
        std::filesystem::path(LONGHAND_FUZZ_SEEDS) / GetParam().folder;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        (void)run(GetParam(), bytes.str(), entry.path().filename().string());
        ++files;
    }
    EXPECT_GT(files, 0);
}

TEST_P(Fuzz, MutatedInputsBreakNothing)
{
    const char* other = std::getenv("LONGHAND_FUZZ_SEED");
    const Seed seed{other == nullptr ? 1234 : std::strtoull(other, nullptr, 10)};
    Mutator mutator(GetParam().seeds(), seed);
    int accepted = run(GetParam(), "", "nothing") ? 1 : 0;
    for (int round = 0; round < GetParam().rounds && !HasFailure(); ++round)
        accepted += run(GetParam(), mutator.next(), "round " + std::to_string(round)) ? 1 : 0;
    // Inputs that are all refused, or all accepted, would not show much.
    EXPECT_GT(accepted, GetParam().rounds / 100);
    EXPECT_LT(accepted, GetParam().rounds);
}

} // namespace
} // namespace longhand::fuzz
