// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/host_buffer.h"

#include "engine/tensor/nf4.h"

#include <new>
#include <typeinfo>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace longhand::tensor {
namespace {

constexpr std::size_t kLine = 64;
constexpr std::size_t kHugePage = std::size_t{2} << 20U;

const HostBuffer& host_buffer(const Tensor& tensor)
{
    ENSURE(tensor.buffer != nullptr);
    const Buffer& buffer = *tensor.buffer;
    ENSURE(typeid(buffer) == typeid(HostBuffer));
    return static_cast<const HostBuffer&>(buffer);
}

std::uint64_t bytes_inside(const Tensor& tensor, const HostBuffer& buffer)
{
    const DTypeTraits& type = traits(tensor.dtype);
    ENSURE(tensor.shape.back() % type.block_values == 0);
    const auto count = static_cast<std::uint64_t>(tensor.shape.count());
    const std::uint64_t bytes = tensor.dtype == DType::nf4
                                    ? nf4_bytes(count)
                                    : count / type.block_values * type.block_bytes;
    ENSURE(tensor.offset_bytes <= buffer.bytes() && bytes <= buffer.bytes() - tensor.offset_bytes);
    return bytes;
}

template <class T> const T* numbers(const Tensor& tensor, DType dtype)
{
    ENSURE(tensor.dtype == dtype);
    const auto bytes = host_bytes(tensor);
    ENSURE(reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(T) == 0);
    return reinterpret_cast<const T*>(bytes.data());
}

} // namespace

std::shared_ptr<HostBuffer> HostBuffer::allocate(std::uint64_t bytes)
{
    std::shared_ptr<HostBuffer> buffer(new HostBuffer);
    const std::size_t alignment = bytes >= 2 * kHugePage ? kHugePage : kLine;
    // One more line, so that a vector load of the last values stays inside.
    if (bytes > SIZE_MAX - kLine)
        return nullptr;
    void* const memory = ::operator new (bytes + kLine, std::align_val_t{alignment}, std::nothrow);
    if (memory == nullptr)
        return nullptr;
#if defined(__linux__)
    if (alignment == kHugePage)
        (void)madvise(memory, bytes, MADV_HUGEPAGE); // a wish: refused, it is only slower
#endif
    buffer->data_ = static_cast<std::byte*>(memory);
    buffer->bytes_ = bytes;
    buffer->alignment_ = alignment;
    return buffer;
}

std::shared_ptr<HostBuffer> HostBuffer::borrow(std::span<const std::byte> bytes,
                                               std::shared_ptr<const void> owner)
{
    std::shared_ptr<HostBuffer> buffer(new HostBuffer);
    buffer->data_ = const_cast<std::byte*>(bytes.data()); // write() guards it
    buffer->bytes_ = bytes.size();
    buffer->owner_ = std::move(owner);
    return buffer;
}

HostBuffer::~HostBuffer()
{
    if (alignment_ != 0)
        ::operator delete (data_, std::align_val_t{alignment_});
}

std::byte* HostBuffer::write() const
{
    ENSURE(alignment_ != 0);
    return data_;
}

std::span<const std::byte> host_bytes(const Tensor& tensor)
{
    const HostBuffer& buffer = host_buffer(tensor);
    const std::uint64_t bytes = bytes_inside(tensor, buffer);
    return {buffer.read() + tensor.offset_bytes, bytes};
}

std::span<std::byte> writable_host_bytes(const Tensor& tensor)
{
    const HostBuffer& buffer = host_buffer(tensor);
    const std::uint64_t bytes = bytes_inside(tensor, buffer);
    return {buffer.write() + tensor.offset_bytes, bytes};
}

const float* floats(const Tensor& tensor)
{
    return numbers<float>(tensor, DType::f32);
}

float* writable_floats(const Tensor& tensor)
{
    (void)host_buffer(tensor).write();
    return const_cast<float*>(floats(tensor));
}

const std::int32_t* integers(const Tensor& tensor)
{
    return numbers<std::int32_t>(tensor, DType::i32);
}

} // namespace longhand::tensor
