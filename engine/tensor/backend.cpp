// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/backend.h"

#include "engine/tensor/recording.h"

namespace longhand::tensor {

std::unique_ptr<Recording> Backend::record()
{
    return nullptr;
}

} // namespace longhand::tensor
