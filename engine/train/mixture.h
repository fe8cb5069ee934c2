// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/token_source.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace longhand::train {

// One part of what is learned from, by its share of the tokens.
struct MixturePart {
    std::string name;
    std::shared_ptr<const TokenSource> source;
    double weight = 1.0;  // > 0
};

// Draws from several sources so that each keeps to its share of all tokens drawn: the next
// sequence comes from the part that is furthest behind (the first of equals). No random number, so
// its state is what it drew.
class Mixture {
public:
    // Fails: invalid (no part, a weight that is not positive).
    static Result<Mixture> make(std::vector<MixturePart> parts);

    Result<LabelledTokens> next(std::int64_t length);

    struct Drawn {
        std::uint64_t sequences = 0;
        std::uint64_t tokens = 0;
        friend bool operator==(const Drawn&, const Drawn&) = default;
    };
    [[nodiscard]] const std::vector<Drawn>& drawn() const { return drawn_; }
    [[nodiscard]] const std::vector<MixturePart>& parts() const { return parts_; }
    // Goes on from there: one entry a part.
    void go_on_from(std::vector<Drawn> drawn);

private:
    explicit Mixture(std::vector<MixturePart> parts)
        : parts_(std::move(parts)), drawn_(parts_.size())
    {
    }

    std::vector<MixturePart> parts_;
    std::vector<Drawn> drawn_;
};

}  // namespace longhand::train
