// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"

namespace longhand {

std::string_view to_string(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::not_found: return "not found";
    case ErrorKind::unreadable: return "unreadable";
    case ErrorKind::corrupt: return "corrupt";
    case ErrorKind::unsupported: return "unsupported";
    case ErrorKind::out_of_memory: return "out of memory";
    case ErrorKind::cancelled: return "cancelled";
    case ErrorKind::invalid: return "invalid";
    case ErrorKind::locked: return "locked";
    case ErrorKind::busy: return "busy";
    case ErrorKind::internal: return "internal";
    }
    return "internal";
}

std::string to_string(const Error& error)
{
    return std::string(to_string(error.kind)) + ": " + error.message;
}

void broken_invariant(const char* condition, const char* file, int line)
{
    throw BrokenInvariant(std::string(file) + ":" + std::to_string(line) + ": " + condition);
}

}  // namespace longhand
