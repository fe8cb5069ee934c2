// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/kv_file.h"

#include "engine/base/byte_reader.h"

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
    return kMagic.size() + 4 + kIdentityBytes + 3 * 8 + 4 * tokens;
}

template <class T>
void append(std::string& to, const T& value)
{
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Everything that the checksum covers before it, in file order.
std::string head_of(const std::string& identity, std::uint64_t tokens, std::uint64_t page_bytes)
{
    std::string head(kMagic);
    append(head, kVersion);
    head += identity;
    append(head, tokens);
    append(head, page_bytes);
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
    std::vector<std::byte> page(page_stride(pool.page_bytes()));
    const auto content = std::span(page).first(pool.page_bytes());
    for (std::size_t i = 0; i < tokens.size() / model::KvPool::kPageTokens && out; ++i) {
        pool.read_page(content, sequence.pages()[i]);
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

std::uint64_t kv_file_bytes(std::int64_t tokens, std::uint64_t page_bytes)
{
    const auto count = static_cast<std::uint64_t>(tokens);
    return aligned(head_bytes(count)) +
           count / static_cast<std::uint64_t>(model::KvPool::kPageTokens) * page_stride(page_bytes);
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
    TRY(const std::uint64_t tokens, in.u64());
    TRY(found.page_bytes, in.u64());
    TRY(const std::uint64_t sum, in.u64());
    const auto page_tokens = static_cast<std::uint64_t>(model::KvPool::kPageTokens);
    if (tokens == 0 || tokens > kMostTokens || tokens % page_tokens != 0 ||
        found.page_bytes == 0 || found.page_bytes > in.remaining())
        return in.corrupt(std::to_string(tokens) + " tokens in pages of " +
                          std::to_string(found.page_bytes) + " bytes");
    TRY(const std::span<const std::byte> ids, in.bytes(tokens * sizeof(TokenId)));
    found.tokens.resize(tokens);
    std::memcpy(found.tokens.data(), ids.data(), ids.size());
    const std::string head = head_of(found.identity, tokens, found.page_bytes);
    if (sum != head_checksum(head, found.tokens))
        return in.corrupt("its checksum differs");
    found.first_page_ = aligned(in.offset());
    if (found.file->bytes().size() !=
        kv_file_bytes(static_cast<std::int64_t>(tokens), found.page_bytes))
        return in.corrupt(std::to_string(found.file->bytes().size()) + " bytes in all");
    return found;
}

Result<std::span<const std::byte>> KvFile::page(std::int64_t index) const
{
    const std::uint64_t offset =
        first_page_ + static_cast<std::uint64_t>(index) * page_stride(page_bytes);
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
    const std::string head = head_of(identity, tokens.size(), sequence.pool()->page_bytes());
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
