// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/packed_blob.h"

#include <new>
#include <zstd.h>

namespace longhand::library {

Result<std::string> pack_blob(std::string_view bytes)
{
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3);
    if (ZSTD_isError(size) != 0)
        return Error{ErrorKind::out_of_memory, std::string("zstd: ") + ZSTD_getErrorName(size)};
    packed.resize(size);
    return packed;
}

Result<std::string> unpack_blob(std::string_view packed)
{
    constexpr unsigned long long kMost = 1ULL << 30U;
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMost)
        return Error{ErrorKind::corrupt, "a stored blob of the library is damaged"};
    try {
        std::string bytes(size, '\0');
        const std::size_t got =
            ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
        if (ZSTD_isError(got) != 0 || got != size)
            return Error{ErrorKind::corrupt, "a stored blob of the library is damaged"};
        return bytes;
    } catch (const std::bad_alloc&) {
        return Error{ErrorKind::out_of_memory, "no memory to unpack a stored document"};
    }
}

}  // namespace longhand::library
