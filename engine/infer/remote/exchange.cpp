// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/exchange.h"

#include <algorithm>

namespace longhand::infer::remote {

Exchange::Exchange(std::size_t index, const Request& request, Call call,
                   const RemoteOptions& options, const TextSink& sink)
    : index_(index), request_(request), call_(std::move(call)), options_(options), sink_(sink)
{
}

void Exchange::begin_attempt()
{
    ++attempt_;
    status_ = 0;
    streams_ = false;
    retry_after_ = {};
    events_ = EventStream(options_.max_line_bytes);
    text_ = TextStream(request_.stop);
    said_.clear();
    whole_.clear();
    bytes_ = 0;
    ended_ = false;
    finish_.reset();
    error_.reset();
    mends_ = true;
}

void Exchange::head(int status, const std::string& content_type,
                    std::chrono::milliseconds retry_after)
{
    status_ = status;
    if (!was_away())
        away_since_.reset();
    retry_after_ = retry_after;
    streams_ = content_type.starts_with("text/event-stream");
    if (status == 200 && !streams_ && !content_type.starts_with("application/json")) {
        error_ = Error{ErrorKind::corrupt, "the server answers with \"" + content_type +
                                                  "\" where an answer of a model was expected"};
        mends_ = false;
    }
}

bool Exchange::body(std::string_view bytes)
{
    bytes_ += bytes.size();
    if (bytes_ > options_.max_answer_bytes && !error_) {
        error_ =
            Error{ErrorKind::corrupt, "the server's answer is longer than " +
                                             std::to_string(options_.max_answer_bytes) + " bytes"};
        mends_ = false;
    }
    if (error_)
        return false;
    if (status_ != 200 || !streams_) {
        whole_ += bytes;
        return true;
    }
    if (const auto taken = take_events(bytes); !taken.ok()) {
        error_ = taken.error();
        return false;
    }
    return !ended_;
}

Result<void> Exchange::take_events(std::string_view bytes)
{
    TRY(const std::vector<std::string> events, events_.add(bytes));
    for (const std::string& event : events) {
        if (event == "[DONE]")
            ended_ = true;
        if (ended_)
            return {};
        TRY(const Piece piece, piece_of(event));
        TRY(take(piece));
    }
    return {};
}

Result<void> Exchange::take(const Piece& piece)
{
    TRY(show(text_.add(piece.text)));
    if (piece.finish)
        finish_ = piece.finish; // the usage may still follow
    prompt_tokens_ = std::max(prompt_tokens_, piece.prompt_tokens);
    if (text_.stopped()) {
        finish_ = Finish::stop;
        ended_ = true;
    }
    return {};
}

// Passes on what was not shown by an earlier attempt.
Result<void> Exchange::show(const std::string& text)
{
    const std::size_t before = said_.size();
    said_ += text;
    const std::size_t known = std::min(said_.size(), shown_.size());
    if (said_.compare(0, known, shown_, 0, known) != 0) {
        mends_ = false;
        return Error{ErrorKind::corrupt,
                     "the server was cut off, and its second answer differs from the first"};
    }
    if (said_.size() <= shown_.size())
        return {};
    const std::string fresh = said_.substr(std::max(before, shown_.size()));
    shown_ = said_;
    if (sink_)
        sink_(index_, fresh);
    return {};
}

Completion Exchange::completion(Finish finish)
{
    Completion completion;
    completion.text = said_;
    completion.finish = finish;
    completion.prompt_tokens = prompt_tokens_;
    return completion;
}

Completion Exchange::cancelled()
{
    Completion completion;
    completion.text = shown_;
    completion.finish = Finish::cancelled;
    completion.prompt_tokens = prompt_tokens_;
    return completion;
}

Error Exchange::status_error() const
{
    std::string said = error_text(whole_);
    if (!said.empty())
        said = ": " + said;
    if (status_ == 401 || status_ == 403)
        return {ErrorKind::invalid,
                options_.key_environment.empty()
                    ? "the server wants a key, and no variable that holds one is set" + said
                    : "the server refuses the key of " + options_.key_environment + said};
    return {status_ == 404                    ? ErrorKind::not_found
            : was_away()                      ? ErrorKind::unreadable
            : status_ >= 400 && status_ < 500 ? ErrorKind::invalid
                                              : ErrorKind::corrupt,
            "the server answers with status " + std::to_string(status_) + said};
}

bool Exchange::was_away() const
{
    return status_ == 0 || status_ == 408 || status_ == 429 || status_ >= 500;
}

bool Exchange::goes_on(std::chrono::milliseconds spent, std::chrono::milliseconds pause)
{
    if (!mends_)
        return false;
    if (!was_away())
        return ++unusable_ < options_.attempts && spent + pause <= options_.total_timeout;
    if (!away_since_)
        away_since_ = spent;
    return spent + pause - *away_since_ <= options_.patience;
}

Exchange::Next Exchange::end_attempt(const std::string& transfer_error,
                                     std::chrono::milliseconds spent, double jitter)
{
    if (!error_ && status_ == 200 && !streams_ && transfer_error.empty()) {
        const auto piece = piece_of(whole_);
        const auto taken = piece.ok() ? take(*piece) : Result<void>(piece.error());
        if (!taken.ok())
            error_ = taken.error();
    }
    if (!error_ && status_ == 200 && (ended_ || finish_)) {
        const auto rest = text_.stopped() ? Result<void>() : show(text_.finish());
        if (rest.ok())
            return {.result = completion(finish_.value_or(Finish::stop))};
        error_ = rest.error();
    }
    if (!error_ && status_ != 0 && status_ != 200) {
        error_ = status_error();
        mends_ = was_away();
    }
    if (!error_)
        error_ = Error{was_away() ? ErrorKind::unreadable : ErrorKind::corrupt,
                       transfer_error.empty() ? "the server's answer was cut off"
                                              : options_.url + ": " + transfer_error};
    const std::chrono::milliseconds doubled =
        options_.first_pause * (std::int64_t{1} << std::min(attempt_ - 1, 20));
    const auto pause = std::min(doubled, options_.longest_pause);
    Next next;
    next.pause = std::chrono::milliseconds(
        static_cast<std::int64_t>(static_cast<double>(pause.count()) * (0.5 + 0.5 * jitter)));
    if (retry_after_.count() > 0)
        next.pause = std::max(next.pause, std::min(retry_after_, options_.longest_pause));
    if (!goes_on(spent, next.pause)) {
        if (mends_ && attempt_ > 1)
            error_->message += ", " + std::to_string(attempt_) + " times";
        next.result = *error_;
    }
    return next;
}

} // namespace longhand::infer::remote
