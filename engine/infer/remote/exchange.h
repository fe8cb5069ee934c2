// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/remote/event_stream.h"
#include "engine/infer/remote/messages.h"
#include "engine/infer/remote/remote_generator.h"
#include "engine/infer/text_stream.h"

namespace longhand::infer::remote {

// Where one request stands: what its answer has said so far, over all attempts. Knows no network:
// it is told of bytes and of ends, and says what follows.
class Exchange {
public:
    Exchange(std::size_t index, const Request& request, Call call, const RemoteOptions& options,
             const TextSink& sink);

    [[nodiscard]] const Call& call() const { return call_; }
    [[nodiscard]] std::size_t index() const { return index_; }

    void begin_attempt();
    // The head of the answer; `content_type` in lower case.
    void head(int status, const std::string& content_type, std::chrono::milliseconds retry_after);
    // False when the transfer is to end: the answer is complete, or it cannot be used.
    bool body(std::string_view bytes);

    // What is to be done once a transfer has ended.
    struct Next {
        std::optional<Result<Completion>> result; // done, or
        std::chrono::milliseconds pause{0};       // again after this
    };
    // `transfer_error`: what the network said, empty when it ended in order. `jitter`: 0 to 1.
    Next end_attempt(const std::string& transfer_error, std::chrono::milliseconds spent,
                     double jitter);
    [[nodiscard]] Completion cancelled();
    // The server was away when last it was asked.
    [[nodiscard]] bool waits() const { return away_since_.has_value(); }

private:
    Result<void> take_events(std::string_view bytes);
    Result<void> take(const Piece& piece);
    Result<void> show(const std::string& text);
    [[nodiscard]] Completion completion(Finish finish);
    [[nodiscard]] Error status_error() const;
    // Whether the attempt that ended got no answer at all, good or bad.
    [[nodiscard]] bool was_away() const;
    // Whether another attempt may follow after `pause`.
    [[nodiscard]] bool goes_on(std::chrono::milliseconds spent, std::chrono::milliseconds pause);

    std::size_t index_;
    const Request& request_;
    Call call_;
    const RemoteOptions& options_;
    const TextSink& sink_;
    int attempt_ = 0;
    int unusable_ = 0; // attempts with an answer that could not be used
    std::optional<std::chrono::milliseconds> away_since_; // without an answer
    std::string shown_; // went to the sink, in any attempt
    // of this attempt:
    int status_ = 0;
    bool streams_ = false;
    std::chrono::milliseconds retry_after_{0};
    EventStream events_{0};
    TextStream text_{{}};
    std::string said_;  // what text_ let through
    std::string whole_; // a body that is no stream
    std::size_t bytes_ = 0;
    bool ended_ = false; // [DONE], a finish, or a stop string
    std::optional<Finish> finish_;
    std::optional<Error> error_; // that no other attempt would mend, or that this one met
    bool mends_ = true;          // whether another attempt may mend error_
    std::int64_t prompt_tokens_ = 0;
};

} // namespace longhand::infer::remote
