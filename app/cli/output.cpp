// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace longhand::cli {
namespace {

void write_all(std::FILE* stream, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

std::string way_on(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::out_of_memory:
        return " Free some disk space or memory, or use a smaller --context, and run it again.";
    case ErrorKind::busy: return " Wait for it, or stop it with `longhand jobs cancel`.";
    case ErrorKind::corrupt: return " Get a fresh copy of the file and try again.";
    case ErrorKind::internal: return " This is a mistake in Longhand; please report it.";
    default: return "";
    }
}

}  // namespace

std::string sentence(const Error& error)
{
    std::string text = error.message;
    if (!text.empty() && text.back() != '.')
        text += '.';
    return text + way_on(error.kind);
}

int exit_code(const Error& error)
{
    if (error.kind == ErrorKind::cancelled)
        return kInterrupted;
    return error.kind == ErrorKind::invalid ? kUsage : kFailed;
}

Output::Output(bool json, bool quiet)
    : json_(json), quiet_(quiet), terminal_(::isatty(STDERR_FILENO) != 0)
{
}

void Output::clear_progress()
{
    if (progress_shown_)
        write_all(stderr, "\r\033[K");
    progress_shown_ = false;
}

void Output::event(std::string_view name, const Json& body)
{
    if (!json_)
        return;
    Json object = {{"event", name}};
    object.update(body);
    const std::string line = object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    const std::lock_guard lock(mutex_);
    write_all(stdout, line);
}

void Output::text(std::string_view text)
{
    if (json_)
        return;
    const std::lock_guard lock(mutex_);
    clear_progress();
    write_all(stdout, text);
}

void Output::line(std::string_view text)
{
    this->text(std::string(text) + "\n");
}

void Output::progress(const Progress& progress)
{
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (quiet_ || !terminal_ || now - last_progress_ < std::chrono::milliseconds(100))
        return;
    last_progress_ = now;
    std::string line = "\r\033[K" + progress.phase;
    if (progress.total > 0)
        line += " " + std::to_string(progress.done) + " of " + std::to_string(progress.total) +
                " " + progress.unit;
    if (progress.tokens_per_s > 0.0)
        line += ", " + std::to_string(std::lround(progress.tokens_per_s)) + " tokens/s";
    if (progress.eta_s >= 0.0)
        line += ", " + format_duration(progress.eta_s) + " left";
    write_all(stderr, line);
    progress_shown_ = true;
}

void Output::note(std::string_view text)
{
    if (quiet_)
        return;
    const std::lock_guard lock(mutex_);
    clear_progress();
    write_all(stderr, std::string(text) + "\n");
}

int Output::fail(const Error& error)
{
    event("error", {{"kind", to_string(error.kind)}, {"message", error.message}});
    const std::lock_guard lock(mutex_);
    clear_progress();
    write_all(stderr, "longhand: " + sentence(error) + "\n");
    return exit_code(error);
}

int Output::usage(std::string_view what)
{
    const std::lock_guard lock(mutex_);
    clear_progress();
    write_all(stderr, "longhand: " + std::string(what) + "\n");
    return kUsage;
}

Json to_json(const library::Source& source, library::Library* library, library::BookId book)
{
    Json boxes = Json::array();
    if (library != nullptr && source.page != 0)
        if (const auto found = library->boxes(book, source.range); found.ok())
            for (const document::PageBox& box : found.value())
                boxes.push_back({box.page, box.box.x0, box.box.y0, box.box.x1, box.box.y1});
    Json json = {{"chapter", source.range.chapter + 1},
                 {"paragraph", source.range.paragraph + 1},
                 {"quote", source.quote}};
    json["page"] = source.page == 0 ? Json(nullptr) : Json(source.page);
    json["page_label"] = source.page_label.empty() ? Json(nullptr) : Json(source.page_label);
    json["boxes"] = std::move(boxes);
    return json;
}

Json to_json(const library::Point& point, library::Library* library, library::BookId book)
{
    Json sources = Json::array();
    for (const library::Source& source : point.sources)
        sources.push_back(to_json(source, library, book));
    return {{"text", point.text}, {"sources", std::move(sources)}};
}

Json to_json(const library::Segment& segment)
{
    return {{"chapter", segment.chapter + 1},
            {"index", segment.index + 1},
            {"source", segment.source},
            {"target", segment.target},
            {"status", to_string(segment.status)},
            {"warnings", segment.warnings}};
}

Json progress_json(library::JobId job, const Progress& progress, const jobs::Pace& pace)
{
    Json json = {{"job", job},
                 {"phase", progress.phase},
                 {"done", progress.done},
                 {"total", progress.total},
                 {"unit", progress.unit},
                 {"tokens_per_s", progress.tokens_per_s}};
    json["eta_s"] = progress.eta_s < 0.0 ? Json(nullptr) : Json(progress.eta_s);
    if (pace.eta_low_s >= 0.0) {
        json["eta_low_s"] = pace.eta_low_s;
        json["eta_high_s"] = pace.eta_high_s;
    }
    if (pace.words_per_minute > 0.0)
        json["words_per_minute"] = pace.words_per_minute;
    return json;
}

std::string citation(const library::Source& source)
{
    if (!source.page_label.empty())
        return "p. " + source.page_label;
    if (source.page != 0)
        return "p. " + std::to_string(source.page);
    return "ch. " + std::to_string(source.range.chapter + 1) + ", para. " +
           std::to_string(source.range.paragraph + 1);
}

std::string format_duration(double seconds)
{
    const auto whole = static_cast<long>(std::lround(std::max(seconds, 0.0)));
    if (whole < 60)
        return std::to_string(whole) + " s";
    if (whole < 3600)
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

std::string format_bytes(std::uint64_t bytes)
{
    char text[32];
    const auto value = static_cast<double>(bytes);
    if (bytes >= 1'000'000'000)
        std::snprintf(text, sizeof text, "%.2f GB", value / 1e9);
    else if (bytes >= 1'000'000)
        std::snprintf(text, sizeof text, "%.1f MB", value / 1e6);
    else
        std::snprintf(text, sizeof text, "%.1f kB", value / 1e3);
    return text;
}

}  // namespace longhand::cli
