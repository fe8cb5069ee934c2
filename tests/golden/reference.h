// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/token.h"
#include "engine/checkpoint/checkpoint.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <optional>
#include <vector>

namespace longhand::test {

// Results of other implementations for one case: a folder of $LONGHAND_GOLDEN.
struct Reference {
    std::filesystem::path folder;
    nlohmann::json about;  // case.json
    checkpoint::SafeTensors values;

    [[nodiscard]] std::vector<float> floats(const std::string& name) const;
    [[nodiscard]] std::vector<TokenId> ids(const std::string& name) const;
};

// A reference file with byte tensors, which no model has: names, types and raw contents.
struct RawReference {
    std::string content;
    nlohmann::json entries;

    [[nodiscard]] std::string_view bytes_of(const std::string& name) const;
    [[nodiscard]] std::vector<float> floats(const std::string& name) const;
};
std::optional<RawReference> raw_reference(const std::string& name);

// Absent data: nothing; a broken case fails the test.
std::optional<Reference> reference(const std::string& name);
// Names of the cases of that kind, sorted; empty without $LONGHAND_GOLDEN. A folder whose
// case.json cannot be read fails the test.
std::vector<std::string> references_of_kind(const std::string& kind);
// The embedded model's file in $LONGHAND_MODELS.
std::optional<std::filesystem::path> embedded_model_file();

}  // namespace longhand::test
