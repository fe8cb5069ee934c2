// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace longhand {

// An id from the tokenizer; never negative in a sequence, -1 where one is absent.
using TokenId = std::int32_t;

}  // namespace longhand
