// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/mixture.h"

#include <cmath>

namespace longhand::train {

Result<Mixture> Mixture::make(std::vector<MixturePart> parts)
{
    if (parts.empty())
        return Error{ErrorKind::invalid, "there is nothing to learn from"};
    for (const MixturePart& part : parts)
        if (!(part.weight > 0.0) || !std::isfinite(part.weight))
            return Error{ErrorKind::invalid,
                         part.name + ": a weight of " + std::to_string(part.weight)};
    return Mixture(std::move(parts));
}

Result<LabelledTokens> Mixture::next(std::int64_t length)
{
    double weights = 0.0;
    double tokens = 0.0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        weights += parts_[i].weight;
        tokens += static_cast<double>(drawn_[i].tokens);
    }
    std::size_t chosen = 0;
    double furthest = -1.0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const double share = parts_[i].weight / weights * (tokens + static_cast<double>(length));
        const double behind = share - static_cast<double>(drawn_[i].tokens);
        if (behind > furthest) {
            furthest = behind;
            chosen = i;
        }
    }
    Drawn& drawn = drawn_[chosen];
    TRY(LabelledTokens sequence, parts_[chosen].source->sequence(drawn.sequences, length));
    ++drawn.sequences;
    drawn.tokens += sequence.tokens.size();
    return sequence;
}

void Mixture::go_on_from(std::vector<Drawn> drawn)
{
    ENSURE(drawn.size() == parts_.size());
    drawn_ = std::move(drawn);
}

}  // namespace longhand::train
