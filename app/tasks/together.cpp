// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/together.h"

#include <algorithm>
#include <deque>
#include <vector>

namespace longhand::tasks {
namespace {

constexpr std::size_t kMostUnanswered = 3; // before anything was answered

bool may_pass_next_time(ErrorKind kind)
{
    return kind == ErrorKind::corrupt || kind == ErrorKind::out_of_memory;
}

class Run {
public:
    Run(const Together& with, const StrandSource& source)
        : with_(with), source_(source), places_(std::max<std::size_t>(1, with.generator.parallel())),
          forward_(with.stop, [this] { ending_.request_stop(); })
    {
    }

    Result<void> all()
    {
        while (true) {
            if (with_.stop.stop_requested())
                return stopped();
            TRY(fill());
            std::vector<infer::Request> first;
            asked_.clear();
            for (std::size_t i = 0; i < places_.size(); ++i)
                if (places_[i].request) {
                    asked_.push_back(i);
                    first.push_back(*places_[i].request);
                }
            if (first.empty())
                return held_.empty() ? Result<void>() : Result<void>(held_.front().error);
            show_foremost();
            ask(std::move(first));
            if (error_)
                return *error_;
            if (with_.pause)
                with_.pause();
        }
    }

private:
    struct Place {
        std::unique_ptr<Strand> strand;
        std::size_t order = 0;
        std::optional<infer::Request> request; // asked, or to be asked in the next round
        std::size_t number = 0;                // of the request, to tell it from the one before
        std::string written;                   // in answer to it
        bool again = false;                    // it was asked before
    };
    // Could not be answered while nothing was; who knows whether anything will be.
    struct Held {
        std::unique_ptr<Strand> strand;
        std::size_t order = 0;
        Error error;
    };

    static Error stopped() { return {ErrorKind::cancelled, "the work was stopped"}; }

    Result<void> fill()
    {
        for (Place& place : places_)
            if (!place.request)
                TRY(advance(place));
        return {};
    }

    // The place's next request: of its strand, or of the next one.
    Result<void> advance(Place& place)
    {
        place.request.reset();
        place.written.clear();
        place.again = false;
        while (true) {
            if (place.strand == nullptr) {
                TRY(take_next_strand(place));
                if (place.strand == nullptr)
                    return {};
            }
            TRY(place.request, place.strand->next());
            place.number = ++requests_;
            if (place.request)
                return {};
            place.strand.reset();
        }
    }

    Result<void> take_next_strand(Place& place)
    {
        if (any_answered_ && !held_.empty()) {
            Held held = std::move(held_.front());
            held_.pop_front();
            held.strand->take(std::move(held.error));
            place.strand = std::move(held.strand);
            place.order = held.order;
            return {};
        }
        if (source_is_dry_)
            return {};
        TRY(place.strand, source_());
        place.order = next_order_++;
        source_is_dry_ = place.strand == nullptr;
        return {};
    }

    void ask(std::vector<infer::Request> first)
    {
        with_.generator.generate_each(
            std::move(first),
            [this](std::size_t index, std::string_view piece) {
                Place& place = places_[asked_[index]];
                place.written += piece;
                if (&place == foremost_)
                    place.strand->text(piece);
            },
            [this](std::size_t index, Result<infer::Completion> answer) {
                return follow(places_[asked_[index]], std::move(answer));
            },
            ending_.get_token(), with_.progress);
    }

    std::optional<infer::Request> follow(Place& place, Result<infer::Completion> answer)
    {
        if (error_)
            return std::nullopt; // the others are being ended
        if (const auto went = take(place, std::move(answer)); !went.ok()) {
            error_ = went.error();
            ending_.request_stop();
            return std::nullopt;
        }
        show_foremost();
        if (with_.pause_wanted && with_.pause_wanted())
            return std::nullopt; // the request waits in its place
        return place.request;
    }

    Result<void> take(Place& place, Result<infer::Completion> answer)
    {
        if (answer.ok() && answer->finish == infer::Finish::cancelled)
            return stopped();
        if (!answer.ok() && answer.error().kind == ErrorKind::unreadable)
            return answer.error();
        if (!answer.ok() && !place.again && may_pass_next_time(answer.error().kind)) {
            place.again = true;
            place.written.clear();
            return {};
        }
        if (!answer.ok() && !any_answered_) {
            held_.push_back({std::move(place.strand), place.order, answer.error()});
            if (held_.size() >= kMostUnanswered)
                return held_.front().error;
            return advance(place);
        }
        any_answered_ = any_answered_ || answer.ok();
        place.strand->take(std::move(answer));
        return advance(place);
    }

    void show_foremost()
    {
        Place* first = nullptr;
        for (Place& place : places_)
            if (place.request && (first == nullptr || place.order < first->order))
                first = &place;
        foremost_ = first;
        if (first == nullptr || shown_ == first->number)
            return;
        shown_ = first->number;
        first->strand->begun();
        if (!first->written.empty())
            first->strand->text(first->written);
    }

    const Together& with_;
    const StrandSource& source_;
    std::vector<Place> places_;
    std::vector<std::size_t> asked_; // places of the present round
    std::deque<Held> held_;
    Place* foremost_ = nullptr;
    std::size_t shown_ = 0; // number of the request that is shown
    std::size_t requests_ = 0;
    std::size_t next_order_ = 0;
    bool source_is_dry_ = false;
    bool any_answered_ = false;
    std::optional<Error> error_;
    std::stop_source ending_;
    std::stop_callback<std::function<void()>> forward_;
};

// Lends a strand to a run.
class Lent : public Strand {
public:
    explicit Lent(Strand& strand) : strand_(strand) {}
    Result<std::optional<infer::Request>> next() override { return strand_.next(); }
    void take(Result<infer::Completion> answer) override { strand_.take(std::move(answer)); }
    void begun() override { strand_.begun(); }
    void text(std::string_view piece) override { strand_.text(piece); }

private:
    Strand& strand_;
};

} // namespace

Result<void> run_together(const Together& with, const StrandSource& source)
{
    return Run(with, source).all();
}

Result<void> run_alone(const Together& with, Strand& strand)
{
    std::unique_ptr<Strand> only = std::make_unique<Lent>(strand);
    return run_together(with, [&only]() -> Result<std::unique_ptr<Strand>> { return std::move(only); });
}

} // namespace longhand::tasks
