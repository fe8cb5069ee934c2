// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/records.h"

#include "app/library/journal.h"

namespace longhand::library {

std::string_view to_string(Strategy strategy)
{
    switch (strategy) {
    case Strategy::automatic: return "automatic";
    case Strategy::whole: return "whole";
    case Strategy::passages: return "passages";
    case Strategy::every_chapter: return "every-chapter";
    case Strategy::document_map: return "document-map";
    }
    return "automatic";
}

std::string_view to_string(TermKind kind)
{
    switch (kind) {
    case TermKind::character: return "character";
    case TermKind::place: return "place";
    case TermKind::organisation: return "organisation";
    case TermKind::term: return "term";
    }
    return "term";
}

std::string_view to_string(TermStatus status)
{
    switch (status) {
    case TermStatus::proposed: return "proposed";
    case TermStatus::confirmed: return "confirmed";
    case TermStatus::rejected: return "rejected";
    }
    return "proposed";
}

std::string_view to_string(Gender gender)
{
    switch (gender) {
    case Gender::unknown: return "";
    case Gender::female: return "female";
    case Gender::male: return "male";
    case Gender::other: return "other";
    }
    return "";
}

std::string_view to_string(SegmentStatus status)
{
    switch (status) {
    case SegmentStatus::waiting: return "waiting";
    case SegmentStatus::done: return "done";
    case SegmentStatus::warned: return "warned";
    case SegmentStatus::failed: return "failed";
    case SegmentStatus::skipped: return "skipped";
    }
    return "waiting";
}

std::string_view to_string(JobKind kind)
{
    switch (kind) {
    case JobKind::summarise: return "summarise";
    case JobKind::ask: return "ask";
    case JobKind::translate: return "translate";
    }
    return "summarise";
}

std::string_view to_string(JobState state)
{
    switch (state) {
    case JobState::queued: return "queued";
    case JobState::running: return "running";
    case JobState::paused: return "paused";
    case JobState::finished: return "finished";
    case JobState::finished_with_warnings: return "finished-with-warnings";
    case JobState::failed: return "failed";
    case JobState::cancelled: return "cancelled";
    }
    return "queued";
}

}  // namespace longhand::library
