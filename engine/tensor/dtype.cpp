// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/dtype.h"

#include <array>

namespace longhand::tensor {

namespace {

constexpr std::array<DTypeTraits, kDTypes> kTraits = {{{"f32", 1, 4},
                                                       {"f16", 1, 2},
                                                       {"bf16", 1, 2},
                                                       {"q4_0", 32, 18},
                                                       {"q4_1", 32, 20},
                                                       {"q5_0", 32, 22},
                                                       {"q5_1", 32, 24},
                                                       {"q8_0", 32, 34},
                                                       {"iq4_nl", 32, 18},
                                                       {"q2_k", 256, 84},
                                                       {"q3_k", 256, 110},
                                                       {"q4_k", 256, 144},
                                                       {"q5_k", 256, 176},
                                                       {"q6_k", 256, 210},
                                                       {"iq4_xs", 256, 136},
                                                       {"nf4", 64, 33},
                                                       {"i32", 1, 4}}};

}  // namespace

const DTypeTraits& traits(DType dtype)
{
    const auto index = static_cast<std::size_t>(dtype);
    ENSURE(index < kTraits.size());
    return kTraits[index];
}

std::optional<DType> dtype_named(std::string_view name)
{
    for (std::size_t i = 0; i < kTraits.size(); ++i)
        if (kTraits[i].name == name)
            return static_cast<DType>(i);
    return std::nullopt;
}

}  // namespace longhand::tensor
