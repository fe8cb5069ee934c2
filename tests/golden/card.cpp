// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/card.h"

#ifdef LONGHAND_WITH_CUDA
#include "cuda/backend/cuda_backend.h"
#endif

namespace longhand::test {

std::shared_ptr<tensor::Backend> card()
{
#ifdef LONGHAND_WITH_CUDA
    auto made = gpu::make_cuda_backend({});
    if (made.ok())
        return std::move(made).value();
#endif
    return nullptr;
}

} // namespace longhand::test
