// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ingest/allocations.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> largest{0};

}  // namespace

void* operator new(std::size_t bytes)
{
    std::size_t seen = largest.load();
    while (bytes > seen && !largest.compare_exchange_weak(seen, bytes)) {
    }
    if (void* memory = std::malloc(bytes == 0 ? 1 : bytes); memory != nullptr)
        return memory;
    throw std::bad_alloc();
}
// Sanitizers bring this form too: one family must allocate and free.
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept
{
    try {
        return ::operator new(bytes);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace longhand::ingest::test {

std::size_t largest_allocation() { return largest.load(); }
void forget_allocations() { largest = 0; }

}  // namespace longhand::ingest::test
