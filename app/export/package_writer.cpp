// SPDX-License-Identifier: GPL-3.0-or-later
// Written here rather than by a library for archives: those give every entry an extra field with
// its times, which the container of an EPUB forbids for its first one.
#include "app/export/package_writer.h"

#include <zlib.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>

#include <unistd.h>

namespace longhand::exporting {
namespace {

constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint16_t kVersion = 20;           // of the format: deflate, no 64-bit sizes
constexpr std::uint16_t kUtf8Names = 1U << 11U;  // general purpose flag
constexpr std::uint16_t kMidnight = 0;
constexpr std::uint16_t kFixedDate = (20U << 9U) | (1U << 5U) | 1U;  // 2000-01-01
constexpr std::size_t kMostEntries = std::numeric_limits<std::uint16_t>::max() - 1;
constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - (1U << 20U);

void put16(std::string& out, std::size_t value)
{
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::size_t value)
{
    put16(out, value & 0xFFFFU);
    put16(out, (value >> 16U) & 0xFFFFU);
}

// Without zlib's own header, as ZIP wants it.
Result<std::string> deflated(std::string_view content)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return Error{ErrorKind::out_of_memory, "no memory for the export"};
    std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    std::string in(content);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (end != Z_STREAM_END)
        return Error{ErrorKind::internal, "the export could not be compressed"};
    return out;
}

class ZipWriter : public PackageWriter {
public:
    explicit ZipWriter(std::filesystem::path path) : path_(std::move(path)), part_(path_)
    {
        part_ += ".part" + std::to_string(::getpid());
    }

    ~ZipWriter() override
    {
        file_.reset();
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
    }

    Result<void> open(std::string_view mimetype)
    {
        file_.reset(std::fopen(part_.c_str(), "wb"));
        if (file_ == nullptr)
            return failure("create");
        if (!mimetype.empty())
            TRY(add_entry("mimetype", mimetype, kStored));
        return {};
    }

    Result<void> add(const std::string& name, std::string_view content) override
    {
        return add_entry(name, content, kDeflated);
    }

    Result<void> finish() override
    {
        std::string end = "PK\x05\x06";
        put32(end, 0);  // disks
        put16(end, entries_);
        put16(end, entries_);
        put32(end, directory_.size());
        put32(end, at_);
        put16(end, 0);  // comment
        TRY(write(directory_));
        TRY(write(end));
        if (std::fclose(file_.release()) != 0)
            return failure("write");
        std::error_code error;
        std::filesystem::rename(part_, path_, error);
        if (error)
            return Error{ErrorKind::unreadable,
                         path_.string() + ": cannot replace: " + error.message()};
        return {};
    }

private:
    Result<void> add_entry(const std::string& name, std::string_view content, std::uint16_t method)
    {
        if (entries_ >= kMostEntries || name.size() > 0xFFFFU ||
            at_ + directory_.size() + content.size() > kMostBytes)
            return Error{ErrorKind::unsupported, path_.string() + ": more than a ZIP of 4 GB holds"};
        std::string packed(content);
        if (method == kDeflated) {
            TRY(packed, deflated(content));
        }
        const uLong crc = crc32(0, reinterpret_cast<const Bytef*>(content.data()),
                                static_cast<uInt>(content.size()));
        std::string facts;  // the part that header and directory share
        put16(facts, kVersion);
        put16(facts, kUtf8Names);
        put16(facts, method);
        put16(facts, kMidnight);
        put16(facts, kFixedDate);
        put32(facts, crc);
        put32(facts, packed.size());
        put32(facts, content.size());
        put16(facts, name.size());
        put16(facts, 0);  // extra field

        std::string record = "PK\x01\x02";
        put16(record, (3U << 8U) | kVersion);  // made under Unix
        record += facts;
        put16(record, 0);  // comment
        put16(record, 0);  // disk
        put16(record, 0);  // inner attributes
        put32(record, 0100644UL << 16U);
        put32(record, at_);
        record += name;

        TRY(write("PK\x03\x04" + facts + name));
        TRY(write(packed));
        at_ += 4 + facts.size() + name.size() + packed.size();
        directory_ += record;
        ++entries_;
        return {};
    }

    Result<void> write(std::string_view bytes)
    {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
            return failure("write");
        return {};
    }

    Error failure(const char* action) const
    {
        const int code = errno;
        return {code == ENOSPC || code == EDQUOT ? ErrorKind::out_of_memory
                                                 : ErrorKind::unreadable,
                path_.string() + ": cannot " + action + ": " + std::strerror(code)};
    }

    struct CloseFile {
        void operator()(FILE* file) const { std::fclose(file); }
    };
    std::filesystem::path path_, part_;
    std::unique_ptr<FILE, CloseFile> file_;
    std::string directory_;  // written behind the entries
    std::size_t entries_ = 0;
    std::uint64_t at_ = 0;  // in the file
};

}  // namespace

Result<std::unique_ptr<PackageWriter>> PackageWriter::create(const std::filesystem::path& path,
                                                             std::string_view mimetype)
{
    auto writer = std::make_unique<ZipWriter>(path);
    TRY(writer->open(mimetype));
    return std::unique_ptr<PackageWriter>(std::move(writer));
}

}  // namespace longhand::exporting
