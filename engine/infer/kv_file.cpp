// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/kv_file.h"

#include "engine/base/byte_reader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <unistd.h>

namespace longhand::infer {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::string_view kMagic = "LHKV";
constexpr std::uint32_t kVersion = 2;  // also raised when the engine computes other keys or values
constexpr std::uint64_t kAlignment = 64;
constexpr std::uint64_t kMostTokens = std::uint64_t{1} << 28;
constexpr std::size_t kIdentityBytes = 64;

std::uint64_t aligned(std::uint64_t offset)
{
    return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

// A page with its checksum.
std::uint64_t page_stride(std::uint64_t page_bytes)
{
    return aligned(page_bytes + sizeof(std::uint64_t));
}

std::uint64_t head_bytes(std::uint64_t tokens)
{
    return kMagic.size() + 4 + kIdentityBytes + 6 * 8 + 4 * tokens;
}

// Where a page begins, or the file ends, behind the head.
std::uint64_t page_offset(const KvFileShape& shape, std::uint64_t index)
{
    const std::uint64_t narrow = std::min(index, shape.dropped);
    return narrow * page_stride(shape.narrow_page_bytes) +
           (index - narrow) * page_stride(shape.page_bytes);
}

template <class T>
void append(std::string& to, const T& value)
{
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Everything that the checksum covers before it, in file order.
std::string head_of(const std::string& identity, const KvFileShape& shape)
{
    std::string head(kMagic);
    append(head, kVersion);
    head += identity;
    for (const std::uint64_t number : {shape.tokens, shape.page_bytes, shape.narrow_page_bytes,
                                       shape.dropped, shape.window})
        append(head, number);
    return head;
}

std::uint64_t head_checksum(const std::string& head, std::span<const TokenId> tokens)
{
    return checksum(std::as_bytes(std::span(head))) ^
           std::rotl(checksum(std::as_bytes(tokens)), 1);
}

Result<void> write_all(const std::filesystem::path& part, const std::string& head,
                       std::span<const TokenId> tokens, const model::KvSequence& sequence)
{
    const model::KvPool& pool = *sequence.pool();
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    const auto put = [&out](std::span<const std::byte> bytes) {
        out.write(reinterpret_cast<const char*>(bytes.data()),
                  static_cast<std::streamsize>(bytes.size()));
    };
    std::string start = head;
    append(start, head_checksum(head, tokens));
    start.append(reinterpret_cast<const char*>(tokens.data()), tokens.size_bytes());
    start.resize(aligned(start.size()), '\0');
    put(std::as_bytes(std::span(start)));
    const KvFileShape shape =
        kv_file_shape(sequence, static_cast<std::int64_t>(tokens.size()));
    std::vector<std::byte> page;
    for (std::size_t i = 0; i < tokens.size() / model::KvPool::kPageTokens && out; ++i) {
        const std::uint64_t bytes = shape.bytes_of_page(static_cast<std::int64_t>(i));
        page.assign(page_stride(bytes), std::byte{0});
        const auto content = std::span(page).first(bytes);
        const auto window = sequence.window_pages();
        pool.read_page(content, sequence.pages()[i], i < shape.dropped || window.empty() ? -1 : window[i]);
        const std::uint64_t sum = checksum(content);
        std::memcpy(page.data() + content.size(), &sum, sizeof sum);
        put(page);
    }
    out.close();
    if (!out)
        return Error{errno == ENOSPC ? ErrorKind::out_of_memory : ErrorKind::unreadable,
                     part.string() + ": cannot be written"};
    return {};
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes)
{
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
    std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
    const auto mix = [](std::uint64_t lane, std::uint64_t word) {
        return std::rotl(lane ^ word, 27) * kOdd;
    };
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32) {
        std::array<std::uint64_t, 4> words;
        std::memcpy(words.data(), bytes.data() + at, sizeof words);
        for (std::size_t i = 0; i < 4; ++i)
            lanes[i] = mix(lanes[i], words[i]);
    }
    std::uint64_t sum = bytes.size();
    for (const std::uint64_t lane : lanes)
        sum = mix(sum, lane);
    for (; at < bytes.size(); ++at)
        sum = mix(sum, static_cast<std::uint64_t>(bytes[at]));
    return sum ^ (sum >> 29U);
}

std::uint64_t KvFileShape::bytes() const
{
    return aligned(head_bytes(tokens)) +
           page_offset(*this, tokens / static_cast<std::uint64_t>(model::KvPool::kPageTokens));
}

std::uint64_t KvFileShape::bytes_of_page(std::int64_t index) const
{
    return static_cast<std::uint64_t>(index) < dropped ? narrow_page_bytes : page_bytes;
}

bool KvFileShape::covers(std::int64_t count) const
{
    const std::int64_t first_seen =
        std::max<std::int64_t>(0, count - static_cast<std::int64_t>(window) + 1);
    return dropped == 0 ||
           static_cast<std::int64_t>(dropped) * model::KvPool::kPageTokens <= first_seen;
}

KvFileShape kv_file_shape(const model::KvSequence& sequence, std::int64_t tokens)
{
    const model::KvPool& pool = *sequence.pool();
    return {.tokens = static_cast<std::uint64_t>(tokens),
            .page_bytes = pool.page_bytes(),
            .narrow_page_bytes = pool.narrow_page_bytes(),
            .dropped = static_cast<std::uint64_t>(
                std::min(sequence.dropped_window_pages(), model::KvPool::pages_for(tokens))),
            .window = static_cast<std::uint64_t>(pool.widest_window())};
}

Result<KvFile> KvFile::open(const std::filesystem::path& path)
{
    KvFile found;
    TRY(found.file, MappedFile::open(path));
    ByteReader in(found.file->bytes(), path.filename().string());
    const auto text = [&in](std::uint64_t count) -> Result<std::string> {
        TRY(const std::span<const std::byte> bytes, in.bytes(count));
        return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    TRY(const std::string magic, text(kMagic.size()));
    TRY(const std::uint32_t version, in.u32());
    if (magic != kMagic || version != kVersion)
        return in.corrupt("not kept by this version");
    TRY(found.identity, text(kIdentityBytes));
    KvFileShape& shape = found.shape;
    for (std::uint64_t* const number : {&shape.tokens, &shape.page_bytes, &shape.narrow_page_bytes,
                                        &shape.dropped, &shape.window}) {
        TRY(*number, in.u64());
    }
    TRY(const std::uint64_t sum, in.u64());
    const auto page_tokens = static_cast<std::uint64_t>(model::KvPool::kPageTokens);
    if (shape.tokens == 0 || shape.tokens > kMostTokens || shape.tokens % page_tokens != 0 ||
        shape.page_bytes == 0 || shape.page_bytes > in.remaining() ||
        shape.narrow_page_bytes > shape.page_bytes ||
        shape.dropped > shape.tokens / page_tokens || shape.window > kMostTokens)
        return in.corrupt(std::to_string(shape.tokens) + " tokens in pages of " +
                          std::to_string(shape.page_bytes) + " bytes");
    TRY(const std::span<const std::byte> ids, in.bytes(shape.tokens * sizeof(TokenId)));
    found.tokens.resize(shape.tokens);
    std::memcpy(found.tokens.data(), ids.data(), ids.size());
    const std::string head = head_of(found.identity, shape);
    if (sum != head_checksum(head, found.tokens))
        return in.corrupt("its checksum differs");
    found.first_page_ = aligned(in.offset());
    if (found.file->bytes().size() != shape.bytes())
        return in.corrupt(std::to_string(found.file->bytes().size()) + " bytes in all");
    return found;
}

Result<std::span<const std::byte>> KvFile::page(std::int64_t index) const
{
    const std::uint64_t page_bytes = shape.bytes_of_page(index);
    const std::uint64_t offset =
        first_page_ + page_offset(shape, static_cast<std::uint64_t>(index));
    const auto whole = file->bytes().subspan(offset, page_bytes + sizeof(std::uint64_t));
    std::uint64_t sum = 0;
    std::memcpy(&sum, whole.data() + page_bytes, sizeof sum);
    if (checksum(whole.first(page_bytes)) != sum)
        return Error{ErrorKind::corrupt, file->path().filename().string() + ": page " +
                                             std::to_string(index) + " differs from its checksum"};
    return whole.first(page_bytes);
}

Result<void> write_kv_file(const std::filesystem::path& path, const std::string& identity,
                           std::span<const TokenId> tokens, const model::KvSequence& sequence)
{
    ENSURE(identity.size() == kIdentityBytes);
    const std::string head =
        head_of(identity, kv_file_shape(sequence, static_cast<std::int64_t>(tokens.size())));
    const std::filesystem::path part = path.string() + ".part" + std::to_string(::getpid());
    std::error_code failed;
    if (const Result<void> written = write_all(part, head, tokens, sequence); !written) {
        std::filesystem::remove(part, failed);
        return written.error();
    }
    std::filesystem::rename(part, path, failed);
    if (failed) {
        const Error error{ErrorKind::unreadable, path.string() + ": " + failed.message()};
        std::filesystem::remove(part, failed);
        return error;
    }
    return {};
}

}  // namespace longhand::infer
