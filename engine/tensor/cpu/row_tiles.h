// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace longhand::tensor {

// How the rows of a step are cut into tiles of the heights that product kernels know: whole tiles
// of `height` (a power of two), then the bits of what remains, largest first.
class RowTiles {
public:
    struct Tile {
        std::int64_t first = 0;
        int rows = 0;
    };

    RowTiles(std::int64_t rows, int height) : rows_(rows), height_(height) {}

    [[nodiscard]] std::int64_t count() const
    {
        return rows_ / height_ + std::popcount(static_cast<std::uint64_t>(rows_ % height_));
    }

    [[nodiscard]] Tile operator[](std::int64_t index) const
    {
        const std::int64_t whole = rows_ / height_;
        if (index < whole)
            return {index * height_, height_};
        std::int64_t first = whole * height_;
        auto rest = static_cast<std::uint64_t>(rows_ - first);
        for (std::int64_t i = whole; i < index; ++i) {
            first += static_cast<std::int64_t>(std::bit_floor(rest));
            rest -= std::bit_floor(rest);
        }
        return {first, static_cast<int>(std::bit_floor(rest))};
    }

private:
    std::int64_t rows_;
    int height_;
};

} // namespace longhand::tensor
