// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/package_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace longhand::exporting {
namespace {

constexpr std::time_t kFixedDate = 946'684'800;  // 2000-01-01

struct FreeArchive {
    void operator()(archive* writer) const { archive_write_free(writer); }
};
struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

class ZipWriter : public PackageWriter {
public:
    explicit ZipWriter(std::filesystem::path path) : path_(std::move(path)), part_(path_)
    {
        part_ += ".part" + std::to_string(::getpid());
    }

    ~ZipWriter() override
    {
        zip_.reset();
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
    }

    Result<void> open(std::string_view mimetype)
    {
        zip_.reset(archive_write_new());
        if (zip_ == nullptr)
            return Error{ErrorKind::out_of_memory, "no memory for the export"};
        if (archive_write_set_format_zip(zip_.get()) != ARCHIVE_OK ||
            archive_write_open_filename(zip_.get(), part_.c_str()) != ARCHIVE_OK)
            return failure("create");
        archive_write_zip_set_compression_store(zip_.get());
        if (!mimetype.empty())
            TRY(add("mimetype", mimetype));
        archive_write_zip_set_compression_deflate(zip_.get());
        return {};
    }

    Result<void> add(const std::string& name, std::string_view content) override
    {
        const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
        if (entry == nullptr)
            return Error{ErrorKind::out_of_memory, "no memory for the export"};
        archive_entry_set_pathname_utf8(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), kFixedDate, 0);
        if (archive_write_header(zip_.get(), entry.get()) != ARCHIVE_OK)
            return failure("write");
        if (archive_write_data(zip_.get(), content.data(), content.size()) !=
            static_cast<la_ssize_t>(content.size()))
            return failure("write");
        return {};
    }

    Result<void> finish() override
    {
        if (archive_write_close(zip_.get()) != ARCHIVE_OK)
            return failure("write");
        zip_.reset();
        std::error_code error;
        std::filesystem::rename(part_, path_, error);
        if (error)
            return Error{ErrorKind::unreadable,
                         path_.string() + ": cannot replace: " + error.message()};
        return {};
    }

private:
    Error failure(const char* action) const
    {
        const int code = archive_errno(zip_.get());
        const char* text = archive_error_string(zip_.get());
        return {code == ENOSPC || code == EDQUOT ? ErrorKind::out_of_memory
                                                 : ErrorKind::unreadable,
                path_.string() + ": cannot " + action + ": " +
                    (text == nullptr ? std::strerror(code) : text)};
    }

    std::filesystem::path path_, part_;
    std::unique_ptr<archive, FreeArchive> zip_;
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
