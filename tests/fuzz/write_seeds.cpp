// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_write_seeds FOLDER: the seeds of every target as files, FOLDER/TARGET/0, 1, ...: what a
// search by libFuzzer begins with.
#include "tests/fuzz/targets.h"

#include "tests/support/model_files.h"

#include <filesystem>

int main(int argc, char** argv)
{
    using namespace longhand;
    if (argc < 2)
        return 2;
    const std::filesystem::path folder = argv[1];
    const std::pair<const char*, std::vector<std::string> (*)()> all[] = {
        {"gguf_file", fuzz::gguf_seeds},
        {"safetensors_file", fuzz::safetensors_seeds},
        {"config_json", fuzz::config_seeds},
        {"vocabulary", fuzz::vocabulary_seeds},
        {"sentencepiece_model", fuzz::sentencepiece_seeds},
        {"tokenizer_json", fuzz::tokenizer_json_seeds},
        {"chat_template", fuzz::template_seeds},
        {"adapter_file", fuzz::adapter_seeds},
        {"reader_stream", fuzz::reader_seeds}};
    for (const auto& [target, seeds] : all) {
        std::filesystem::create_directories(folder / target);
        int number = 0;
        for (const std::string& seed : seeds())
            test::write_bytes(folder / target / std::to_string(number++), seed);
    }
    return 0;
}
