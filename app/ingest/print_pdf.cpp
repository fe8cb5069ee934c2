// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/print_pdf.h"

#include "app/ingest/child.h"
#include "app/ingest/print_protocol.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace longhand::ingest {
namespace {

constexpr double kSilence_s = 60.0;                 // for one block, or for the fonts at the end
constexpr std::size_t kMostBlockBytes = 200 << 10;  // longer paragraphs are set in parts

// A file beside its place that takes it when everything is there.
class Part {
public:
    explicit Part(std::filesystem::path out) : out_(std::move(out)), path_(out_)
    {
        path_ += ".part" + std::to_string(::getpid());
    }
    ~Part()
    {
        if (file_ >= 0)
            ::close(file_);
        if (!placed_)
            ::unlink(path_.c_str());
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    Result<void> open()
    {
        file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        return file_ < 0 ? failure("create") : Result<void>();
    }
    Result<void> write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count = ::write(file_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return failure("write");
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return {};
    }
    Result<void> place()
    {
        if (::fsync(file_) != 0 || ::rename(path_.c_str(), out_.c_str()) != 0)
            return failure("write");
        placed_ = true;
        return {};
    }

private:
    [[nodiscard]] Result<void> failure(const char* doing) const
    {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        return Error{full ? ErrorKind::out_of_memory : ErrorKind::unreadable,
                     out_.string() + ": cannot " + doing + ": " + std::strerror(errno)};
    }
    std::filesystem::path out_, path_;
    int file_ = -1;
    bool placed_ = false;
};

// Where a text that is too long is divided: behind a line end or a blank, else between characters.
std::size_t cut_of(std::string_view text)
{
    if (text.size() <= kMostBlockBytes)
        return text.size();
    for (const char sign : {'\n', ' '})
        if (const std::size_t at = text.rfind(sign, kMostBlockBytes - 1);
            at != std::string_view::npos && at > kMostBlockBytes / 2)
            return at + 1;
    return utf8::floor_boundary(text, kMostBlockBytes);
}

PrintBlock part_of(const PrintBlock& block, std::size_t begin, std::size_t end)
{
    PrintBlock part = block;
    part.text = block.text.substr(begin, end - begin);
    part.spans.clear();
    for (const PrintSpan& span : block.spans) {
        const std::size_t from = std::max<std::size_t>(span.begin, begin);
        const std::size_t to = std::min<std::size_t>(span.end, end);
        if (from < to)
            part.spans.push_back({span.kind, static_cast<std::uint32_t>(from - begin),
                                  static_cast<std::uint32_t>(to - begin), span.value});
    }
    if (begin > 0) {
        part.label.clear();
        part.anchor.clear();
        part.new_page = false;
    }
    return part;
}

class ChildPrinter final : public PdfPrinter {
public:
    ChildPrinter(ChildProcess child, const std::filesystem::path& out)
        : child_(std::move(child)), part_(out)
    {
    }

    Result<void> open(const PrintFacts& facts)
    {
        TRY(part_.open());
        TRY(child_.send(RecordKind::print_request, pack(facts)));
        TRY(const RecordKind ready, answer());
        if (ready != RecordKind::alive)
            return Error{ErrorKind::corrupt, "the reader sent a record out of turn"};
        return {};
    }

    Result<void> add(const PrintBlock& block) override
    {
        if (block.text.size() <= kMostBlockBytes)
            return send(block);
        for (std::size_t begin = 0; begin < block.text.size();) {
            const std::size_t end = begin + cut_of(std::string_view(block.text).substr(begin));
            TRY(send(part_of(block, begin, end)));
            begin = end;
        }
        return {};
    }

    Result<std::uint32_t> finish() override
    {
        TRY(child_.send(RecordKind::print_end, {}));
        TRY(const RecordKind last, answer());
        if (last != RecordKind::done)
            return Error{ErrorKind::corrupt, "the reader sent a record out of turn"};
        TRY(part_.place());
        return pages_;
    }

private:
    Result<void> send(const PrintBlock& block)
    {
        const std::string packed = pack(block);
        TRY(unpack_print_block(std::as_bytes(std::span(packed))));  // spans off their text: ours
        TRY(child_.send(RecordKind::print_block, packed));
        TRY(const RecordKind kind, answer());
        if (kind != RecordKind::alive)
            return Error{ErrorKind::corrupt, "the reader sent a record out of turn"};
        return {};
    }

    // Writes what comes until the child is through with what it was sent.
    Result<RecordKind> answer()
    {
        while (true) {
            TRY(const Record record, child_.receive(kSilence_s, {}));
            if (record.kind == RecordKind::failure)
                return unpack_error(record.bytes());
            if (record.kind == RecordKind::printed) {
                TRY(part_.write(record.payload));
                continue;
            }
            if (record.kind == RecordKind::done) {
                TRY(pages_, unpack_page_count(record.bytes()));
            }
            return record.kind;
        }
    }

    ChildProcess child_;
    Part part_;
    std::uint32_t pages_ = 0;
};

}  // namespace

Paper paper_of_locale()
{
    std::string name;
    for (const char* variable : {"LC_ALL", "LC_PAPER", "LANG"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') {
            name = value;
            break;
        }
    for (const char* region : {"_US", "_CA", "_MX", "_PH", "_CO", "_CL", "_VE", "_CR", "_GT", "_PA", "_PR"})
        if (name.find(region) != std::string::npos)
            return Paper::letter;
    return Paper::a4;
}

Result<std::unique_ptr<PdfPrinter>> PdfPrinter::start(const std::filesystem::path& reader,
                                                      const PrintFacts& facts,
                                                      const std::filesystem::path& out)
{
    TRY(ChildProcess child, ChildProcess::start(reader, "print"));
    auto printer = std::make_unique<ChildPrinter>(std::move(child), out);
    TRY(printer->open(facts));
    return std::unique_ptr<PdfPrinter>(std::move(printer));
}

}  // namespace longhand::ingest
