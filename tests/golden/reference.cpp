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

} // namespace

std::string_view RawReference::bytes_of(const std::string& name) const
{
    const auto offsets = entries.at(name).at("data_offsets");
    const auto begin = offsets[0].get<std::size_t>();
    return std::string_view(content).substr(begin, offsets[1].get<std::size_t>() - begin);
}

std::vector<float> RawReference::floats(const std::string& name) const
{
    const std::string_view bytes = bytes_of(name);
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

std::optional<RawReference> raw_reference(const std::string& name)
{
    const auto path = file_from("LONGHAND_GOLDEN", name + "/expected.safetensors");
    if (!path)
        return std::nullopt;
    auto content = read_file(*path, 64U << 20U);
    if (!content.ok()) {
        ADD_FAILURE() << content.error().message;
        return std::nullopt;
    }
    std::uint64_t header_bytes = 0;
    std::memcpy(&header_bytes, content->data(), sizeof(header_bytes));
    return RawReference{content->substr(8 + header_bytes),
                        nlohmann::json::parse(content->substr(8, header_bytes))};
}

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

} // namespace longhand::test
