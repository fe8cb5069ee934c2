// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/raw_receiver.h"

#include "app/document/serialise.h"

namespace longhand::ingest {
namespace {

constexpr std::size_t kMostProblems = 1000;
constexpr std::size_t kMostOutlineEntries = 20'000;

}  // namespace

Result<void> RawReceiver::take(RecordKind kind, Payload payload)
{
    switch (kind) {
    case RecordKind::facts:
        return take_facts(payload);
    case RecordKind::page:
        return take_page(payload);
    case RecordKind::outline: {
        TRY(OutlineEntry entry, unpack_outline(payload));
        if (read_.pdf.outline.size() < kMostOutlineEntries)
            read_.pdf.outline.push_back(std::move(entry));
        return {};
    }
    case RecordKind::alive:
        ++blocks_;
        return {};
    case RecordKind::document: {
        TRY(read_.flowing, document::deserialise(payload));
        return {};
    }
    case RecordKind::problem: {
        TRY(document::Problem problem, unpack_problem(payload));
        if (read_.pdf.problems.size() < kMostProblems)
            read_.pdf.problems.push_back(std::move(problem));
        return {};
    }
    case RecordKind::failure:
        refused_ = true;
        return unpack_error(payload);
    default:
        return Error{ErrorKind::corrupt, "the reader sent a record out of turn"};
    }
}

Result<void> RawReceiver::finished(document::Format format) const
{
    if (format == document::Format::pdf ? !has_facts_ : !read_.flowing.has_value())
        return Error{ErrorKind::corrupt, "the reader sent nothing"};
    return {};
}

void RawReceiver::fail_next_page(const std::string& reason)
{
    ENSURE(!has_every_page());
    RawPage page;
    page.number = next_page_++;
    page.state = document::PageState::failed;
    page.reason = reason;
    read_.pdf.pages.push_back(std::move(page));
}

Result<void> RawReceiver::take_facts(Payload payload)
{
    TRY(RawDocument facts, unpack_facts(payload));
    if (has_facts_)
        return {};  // a later child tells the same
    facts.problems = std::move(read_.pdf.problems);
    read_.pdf = std::move(facts);
    has_facts_ = true;
    return {};
}

Result<void> RawReceiver::take_page(Payload payload)
{
    TRY(RawPage page, unpack_page(payload));
    if (!has_facts_ || page.number != next_page_ || page.number > read_.pdf.page_count)
        return Error{ErrorKind::corrupt, "the reader sent a page out of turn"};
    ++next_page_;
    read_.pdf.pages.push_back(std::move(page));
    return {};
}

}  // namespace longhand::ingest
