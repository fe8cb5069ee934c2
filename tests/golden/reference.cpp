// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/reference.h"

#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace longhand::test {
namespace {

template <typename T>
std::vector<T> copy_of(const checkpoint::SafeTensors& values, const std::string& name)
{
    const checkpoint::TensorEntry* entry = values.find(name);
    if (entry == nullptr) {
        ADD_FAILURE() << "the reference lacks " << name;
        return {};
    }
    std::vector<T> copied(entry->bytes.size() / sizeof(T));
    std::memcpy(copied.data(), entry->bytes.data(), copied.size() * sizeof(T));
    return copied;
}

}  // namespace

std::vector<float> Reference::floats(const std::string& name) const
{
    return copy_of<float>(values, name);
}

std::vector<TokenId> Reference::ids(const std::string& name) const
{
    return copy_of<TokenId>(values, name);
}

std::optional<Reference> reference(const std::string& name)
{
    const auto golden = folder_from("LONGHAND_GOLDEN");
    if (!golden)
        return std::nullopt;
    Reference found;
    found.folder = *golden / name;
    const auto about = read_file(found.folder / "case.json", 64U << 20U);
    auto values = checkpoint::read_safetensors(found.folder / "expected.safetensors");
    if (!about.ok() || !values.ok()) {
        ADD_FAILURE() << "the reference " << found.folder << " cannot be read"
                      << (values.ok() ? "" : ": " + to_string(values.error()));
        return std::nullopt;
    }
    found.about = nlohmann::json::parse(*about, nullptr, false);
    found.values = std::move(*values);
    return found;
}

std::vector<std::string> references_of_kind(const std::string& kind)
{
    std::vector<std::string> names;
    const auto golden = folder_from("LONGHAND_GOLDEN");
    if (!golden)
        return names;
    for (const auto& entry : std::filesystem::directory_iterator(*golden)) {
        if (!std::filesystem::exists(entry.path() / "case.json"))
            continue;
        const auto text = read_file(entry.path() / "case.json", 64U << 20U);
        const auto about = nlohmann::json::parse(text.ok() ? *text : "", nullptr, false);
        if (!about.is_object() || !about.contains("kind"))
            ADD_FAILURE() << entry.path() << " holds no case";
        else if (about["kind"] == kind)
            names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<std::filesystem::path> embedded_model_file()
{
    return file_from("LONGHAND_MODELS", "SmolLM2-135M-Instruct.Q4_1.gguf");
}

}  // namespace longhand::test
