// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace longhand::library {

// zstd, as stored in the library's blobs.
Result<std::string> pack_blob(std::string_view bytes);
// Fails: corrupt (not zstd, or larger than 1 GiB when unpacked), out_of_memory.
Result<std::string> unpack_blob(std::string_view packed);

}  // namespace longhand::library
