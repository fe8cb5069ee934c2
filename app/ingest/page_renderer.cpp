// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/child.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace longhand::ingest {
namespace {

class ChildRenderer final : public PageRenderer {
public:
    ChildRenderer(std::filesystem::path path, Options options)
        : path_(std::move(path)), options_(std::move(options))
    {
    }

    Result<void> start()
    {
        TRY(ChildProcess child, ChildProcess::start(options_.reader, "render", path_));
        ReadRequest request;
        request.password = options_.password;
        request.name = utf8::sanitise(path_.filename().string());
        request.memory_bytes = options_.limits.memory_bytes;
        request.output_bytes = options_.limits.output_bytes;
        TRY(child.send(RecordKind::read_request, pack(request)));
        TRY(const Record first, answer(child));
        if (first.kind == RecordKind::failure)
            return unpack_error(first.bytes());
        if (first.kind != RecordKind::ready)
            return Error{ErrorKind::corrupt, "the reader sent a record out of turn"};
        TRY(const RawDocument facts, unpack_facts(first.bytes()));
        page_count_ = facts.page_count;
        child_.emplace(std::move(child));
        return {};
    }

    Result<Pixels> render(std::uint32_t page, double pixels_per_point) override
    {
        if (page == 0 || page > page_count_ || !(pixels_per_point > 0))
            return Error{ErrorKind::invalid, "no page " + std::to_string(page)};
        if (!child_)
            TRY(start());
        const std::string request = pack(RenderRequest{page, std::min(pixels_per_point, 1e4)});
        if (!child_->send(RecordKind::render_request, request).ok()) {
            child_.reset();  // it died between two pages: a fresh one gets one chance
            TRY(start());
            TRY(child_->send(RecordKind::render_request, request));
        }
        auto record = answer(*child_);
        if (!record.ok()) {
            child_.reset();
            return Error{ErrorKind::unreadable, "page " + std::to_string(page) +
                                                    " could not be drawn: " + record.error().message};
        }
        if (record->kind == RecordKind::failure)
            return unpack_error(record->bytes());
        auto pixels = record->kind == RecordKind::pixels
                          ? unpack_pixels(record->bytes())
                          : Result<Pixels>(Error{ErrorKind::corrupt, "a record out of turn"});
        if (!pixels.ok())
            child_.reset();  // what follows on the channel would not be trusted
        return pixels;
    }

private:
    Result<Record> answer(ChildProcess& child) const
    {
        return child.receive(options_.limits.silence_s, {});
    }

    std::filesystem::path path_;
    Options options_;
    std::optional<ChildProcess> child_;
    std::uint32_t page_count_ = 0;
};

}  // namespace

Result<std::unique_ptr<PageRenderer>> PageRenderer::open(const std::filesystem::path& path,
                                                         const Options& options)
{
    TRY(const document::Format format, detect_format(path));
    if (format != document::Format::pdf)
        return Error{ErrorKind::unsupported,
                     path.filename().string() + ": a file of this kind has no pages to draw"};
    auto renderer = std::make_unique<ChildRenderer>(path, options);
    if (const auto started = renderer->start(); !started.ok()) {
        if (started.error().kind != ErrorKind::unreadable)
            return started.error();
        return Error{ErrorKind::corrupt, path.filename().string() + ": " + started.error().message};
    }
    return std::unique_ptr<PageRenderer>(std::move(renderer));
}

}  // namespace longhand::ingest
