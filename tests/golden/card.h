// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <memory>

namespace longhand::test {

// The first card; null where this build or machine has none that it can use.
std::shared_ptr<tensor::Backend> card();

} // namespace longhand::test
