// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a training step as a file: magic, digest of what is trained, counters, the caller's
// cursor, then values and both moments as f32, little-endian; at the end the SHA-256 of all that.
#include "engine/base/byte_reader.h"
#include "engine/base/mapped_file.h"
#include "engine/base/sha256.h"
#include "engine/train/step.h"

#include <array>
#include <cstring>

namespace longhand::train {
namespace {

constexpr std::string_view kMagic = "LHTRAIN1";
constexpr std::size_t kDigestBytes = 64;
constexpr std::uint64_t kMostCursorBytes = std::uint64_t{1} << 24;

// Names, shapes and order of the trained tensors: a state fits no other set.
std::string digest_of(const Parameters& parameters)
{
    std::string text;
    for (const Parameter& one : parameters.all())
        text += one.name + to_string(one.value.shape) + "\n";
    return sha256(text);
}

void append(std::string& to, std::uint64_t value)
{
    for (unsigned byte = 0; byte < 8; ++byte)
        to.push_back(static_cast<char>(value >> (8 * byte)));
}

std::string_view text_of(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::array<const tensor::Tensor*, 3> buffers_of(const Parameters& parameters)
{
    return {&parameters.values(), &parameters.first_moments(), &parameters.second_moments()};
}

}  // namespace

Result<StepState> TrainStep::state() const
{
    try {
        return StepState{.values = parameters_->get(parameters_->values()),
                         .first_moments = parameters_->get(parameters_->first_moments()),
                         .second_moments = parameters_->get(parameters_->second_moments()),
                         .updates = updates_,
                         .micro_batches = micro_batches_};
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
}

Result<void> TrainStep::restore(const StepState& state)
{
    const auto buffers = buffers_of(*parameters_);
    const std::array<const std::vector<float>*, 3> from = {&state.values, &state.first_moments,
                                                           &state.second_moments};
    try {
        for (std::size_t i = 0; i < buffers.size(); ++i)
            base_->backend().upload(*buffers[i], std::as_bytes(std::span(*from[i])));
        base_->backend().training().zero(parameters_->gradients());
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    updates_ = state.updates;
    micro_batches_ = state.micro_batches;
    pending_ = 0;
    return {};
}

Result<void> TrainStep::save(const std::filesystem::path& path,
                             std::span<const std::byte> cursor) const
{
    ENSURE(cursor.size() <= kMostCursorBytes);
    std::string content(kMagic);
    content += digest_of(*parameters_);
    append(content, static_cast<std::uint64_t>(updates_));
    append(content, micro_batches_);
    append(content, cursor.size());
    content += text_of(cursor);
    try {
        for (const tensor::Tensor* const buffer : buffers_of(*parameters_)) {
            const std::vector<float> numbers = parameters_->get(*buffer);
            content += text_of(std::as_bytes(std::span(numbers)));
        }
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    content += sha256(content);
    return write_file(path, content);
}

Result<std::vector<std::byte>> TrainStep::load(const std::filesystem::path& path)
{
    TRY(const std::shared_ptr<const MappedFile> file, MappedFile::open(path));
    const std::span<const std::byte> bytes = file->bytes();
    const std::string name = path.filename().string();
    if (bytes.size() < kMagic.size() + 2 * kDigestBytes ||
        text_of(bytes).substr(0, kMagic.size()) != kMagic)
        return Error{ErrorKind::corrupt, name + " is no training state"};
    const auto body = bytes.first(bytes.size() - kDigestBytes);
    if (sha256(text_of(body)) != text_of(bytes.last(kDigestBytes)))
        return Error{ErrorKind::corrupt, name + ": the training state is damaged"};
    ByteReader in(body, name);
    TRY(in.skip(kMagic.size()));
    TRY(const std::span<const std::byte> digest, in.bytes(kDigestBytes));
    if (text_of(digest) != digest_of(*parameters_))
        return Error{ErrorKind::invalid, name + " was made while other parts were trained"};
    TRY(const std::uint64_t updates, in.u64());
    TRY(const std::uint64_t micro_batches, in.u64());
    TRY(const std::uint64_t cursor_bytes, in.u64());
    TRY(const std::span<const std::byte> cursor, in.bytes(cursor_bytes));
    const auto each = static_cast<std::uint64_t>(parameters_->values().shape.count()) * sizeof(float);
    if (in.remaining() != 3 * each)
        return in.corrupt("expected " + std::to_string(3 * each) + " bytes of numbers");
    try {
        for (const tensor::Tensor* const buffer : buffers_of(*parameters_)) {
            TRY(const std::span<const std::byte> numbers, in.bytes(each));
            base_->backend().upload(*buffer, numbers);
        }
        base_->backend().training().zero(parameters_->gradients());
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    updates_ = static_cast<std::int64_t>(updates);
    micro_batches_ = micro_batches;
    pending_ = 0;
    return std::vector<std::byte>(cursor.begin(), cursor.end());
}

}  // namespace longhand::train
