// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/dtype.h"

#include <array>

namespace longhand::tensor {

const DTypeTraits& traits(DType dtype)
{
    static constexpr std::array<DTypeTraits, 7> kTraits = {{{"f32", 1, 4},
                                                            {"f16", 1, 2},
                                                            {"bf16", 1, 2},
                                                            {"q4_0", 32, 18},
                                                            {"q4_1", 32, 20},
                                                            {"q8_0", 32, 34},
                                                            {"i32", 1, 4}}};
    const auto index = static_cast<std::size_t>(dtype);
    ENSURE(index < kTraits.size());
    return kTraits[index];
}

}  // namespace longhand::tensor
