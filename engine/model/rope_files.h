// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"
#include "engine/model/config.h"
#include "engine/model/json_fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::model {

// Rotary rules as files hold them, read and written. A rule of an unknown name is an error, never
// silently none.

// --- JSON: config.json, adapter_config.json, the metadata of an adapter ------------------------
// One object of either layout: rope_scaling, whose rule is called `type` or `rope_type`, or
// rope_parameters, which has the base inside.
struct StoredRope {
    std::optional<double> theta, partial_rotary_factor;  // where the object has them
    Result<RopeRule> rule = RopeRule{};
};
// `claimed`: max_position_embeddings. `original`: original_max_position_embeddings beside the
// object, 0 if there is none. A rule that needs an original length and finds none takes the claimed
// one (llama3: 8192) and says so in the log.
// Fails: corrupt. What is wrong with the rule alone stands in the rule.
Result<StoredRope> rope_from_json(const JsonFields& object, std::int64_t claimed,
                                  std::int64_t original);
// The text of a rope_parameters object that reads back as the same rule over that base, for
// models and adapters. ntk becomes the base it stands for. Fails: unsupported (divisors).
Result<std::string> rope_parameters(const Rotation& rotation, double partial_rotary_factor);

// --- GGUF --------------------------------------------------------------------------------------
// The tensors rope_freqs.weight, rope_factors_long.weight and rope_factors_short.weight: divisors
// of the frequencies, [rotary_dim / 2]; empty where a file has none.
struct RopeLists {
    std::vector<double> divisors, long_factors, short_factors;
};
Result<RopeLists> rope_lists(const checkpoint::Checkpoint& file);

// `prefix`: "llama."; `claimed`: the file's context_length.
// Fails: unsupported (a type, or a combination, by the key's name), corrupt.
Result<RopeRule> rope_from_key_values(const checkpoint::KeyValues& values,
                                      const std::string& prefix, std::int64_t claimed,
                                      const RopeLists& lists);
// Sets every rotary key of `config` and its context_length, and returns the tensors that belong to
// them. GGUF has no dynamic rule: the base for the claimed length takes its place; what it has no
// keys for (llama3, a ramp that is not truncated) becomes divisors.
// Fails: unsupported (a rule of windowed layers other than none).
Result<RopeLists> rope_to_key_values(const ModelConfig& config, const std::string& prefix,
                                     checkpoint::KeyValues& values);

}  // namespace longhand::model
