// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/remote_generator.h"

#include "engine/base/utf8.h"
#include "engine/infer/remote/exchange.h"
#include "engine/infer/remote/transfers.h"

#include <algorithm>
#include <cstdlib>

namespace longhand::infer::remote {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::int64_t kUsualContext = 8192; // where a server does not say

class RemoteGenerator : public Generator {
public:
    RemoteGenerator(RemoteOptions options, std::string key)
        : options_(std::move(options)), key_(std::move(key)), random_(Seed{1})
    {
    }

    // Asks for the models once; what is likely to pass is tried again, as in generate.
    Result<void> open(const std::stop_token& stop)
    {
        std::string body;
        int status = 0;
        int attempt = 0;
        std::string failure;
        std::vector<Transfer> transfers(1);
        transfers[0] = {.path = "/models",
                        .head = [&](int said, const std::string&, milliseconds) { status = said; },
                        .body_bytes =
                            [&](std::string_view bytes) {
                                body += bytes;
                                return body.size() <= options_.max_line_bytes;
                            },
                        .ended =
                            [&](const std::string& error) {
                                failure = error;
                                const bool again =
                                    (!error.empty() || status >= 500 || status == 429) &&
                                    ++attempt < kOpenAttempts;
                                return again ? options_.first_pause : milliseconds{-1};
                            },
                        .begins =
                            [&] {
                                body.clear();
                                status = 0;
                            }};
        TRY(run_transfers(transfers, options_, key_, stop));
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "asking the server was stopped"};
        if (!failure.empty())
            return Error{ErrorKind::unreadable, options_.url + ": " + failure};
        if (status != 200)
            return Error{status == 401 || status == 403 ? ErrorKind::invalid
                                                        : ErrorKind::unreadable,
                         options_.url + ": the server answers with status " +
                             std::to_string(status) + " " + error_text(body)};
        TRY(const ServedModel model, served_model(body, options_.model));
        options_.model = model.name;
        if (options_.context_length <= 0)
            options_.context_length =
                model.context_length > 0 ? model.context_length : kUsualContext;
        return {};
    }

    void generate_each(std::vector<Request> first, const TextSink& sink, const NextRequest& next,
                       std::stop_token stop, const ProgressSink& progress) override
    {
        Conversation all{.sink = sink, .next = next, .progress = progress};
        all.places.resize(first.size());
        std::vector<Transfer> transfers(first.size());
        for (std::size_t i = 0; i < first.size(); ++i)
            ask(all, i, std::move(first[i]), transfers[i]);
        for (std::size_t i = 0; i < first.size(); ++i)
            connect(all, i, transfers[i]);
        const auto ran = run_transfers(transfers, options_, key_, stop, [&all] { report(all); });
        for (std::size_t i = 0; i < first.size(); ++i)
            if (const auto& exchange = all.places[i].exchange)
                (void)next(i, ran.ok() ? Result<Completion>(exchange->cancelled())
                                       : Result<Completion>(ran.error()));
    }
    [[nodiscard]] std::size_t parallel() const override { return options_.max_parallel; }

    Result<PrefixHandle> read_prefix(const Prompt&, const AdapterHandle&, std::stop_token,
                                     const ProgressSink&) override
    {
        return Error{ErrorKind::unsupported,
                     "a model on a server keeps no prefix that was read once"};
    }

    // Bytes of Latin script by four and other characters one by one: within a third of what common
    // vocabularies give for prose, and rather too many than too few.
    [[nodiscard]] TokenCount count_tokens(std::string_view text) const override
    {
        std::int64_t plain = 0;
        std::int64_t wide = 0;
        for (std::size_t at = 0; at < text.size();)
            (utf8::next(text, at) < 0x250 ? plain : wide) += 1;
        return {(plain + 3) / 4 + plain / 16 + wide, true};
    }

    [[nodiscard]] TokenCount count_tokens(const Prompt& prompt) const override
    {
        constexpr std::int64_t kAroundAMessage = 8; // marks of a template
        if (const auto* raw = std::get_if<RawText>(&prompt))
            return count_tokens(raw->text);
        if (const auto* ids = std::get_if<RawTokens>(&prompt))
            return {static_cast<std::int64_t>(ids->tokens.size()), true};
        const auto& chat = std::get<Chat>(prompt);
        std::int64_t tokens = kAroundAMessage + count_tokens(chat.assistant_prefix).tokens;
        for (const Message& message : chat.messages)
            tokens += kAroundAMessage + count_tokens(message.content).tokens;
        return {tokens, true};
    }

    [[nodiscard]] std::int64_t context_length() const override { return options_.context_length; }
    [[nodiscard]] std::int64_t measured_length() const override { return options_.context_length; }
    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] std::string model_name() const override { return options_.model; }

private:
    static constexpr int kOpenAttempts = 3;

    struct Place {
        Request request;
        std::unique_ptr<Exchange> exchange; // null: nothing is asked any more
        Clock::time_point begin;
    };
    // Everything of one generate_each() call.
    struct Conversation {
        const TextSink& sink;
        const NextRequest& next;
        const ProgressSink& progress;
        std::vector<Place> places;
        std::uint64_t answered = 0;
    };

    // Makes `request` what is asked in a place, or the one that follows where it cannot be asked.
    void ask(Conversation& all, std::size_t index, std::optional<Request> request,
             Transfer& transfer)
    {
        Place& place = all.places[index];
        place.exchange.reset();
        while (request) {
            place.request = std::move(*request);
            auto call = call_for(place.request, options_.model);
            if (call.ok()) {
                transfer.path = call->path;
                transfer.body = call->body;
                place.exchange = std::make_unique<Exchange>(index, place.request, std::move(*call),
                                                            options_, all.sink);
                place.begin = Clock::now();
                return;
            }
            request = all.next(index, call.error());
        }
    }

    void connect(Conversation& all, std::size_t index, Transfer& transfer)
    {
        Place& place = all.places[index];
        transfer.head = [&place](int status, const std::string& type, milliseconds retry_after) {
            place.exchange->head(status, type, retry_after);
        };
        transfer.body_bytes = [&place](std::string_view bytes) {
            return place.exchange->body(bytes);
        };
        transfer.begins = [&place] { place.exchange->begin_attempt(); };
        transfer.ended = [this, &all, &place, &transfer, index](const std::string& error) {
            const auto spent =
                std::chrono::duration_cast<milliseconds>(Clock::now() - place.begin);
            Exchange::Next next = place.exchange->end_attempt(error, spent, random_.uniform());
            if (!next.result)
                return next.pause;
            if (next.result->ok())
                (*next.result)->decode_s = std::chrono::duration<double>(spent).count();
            ++all.answered;
            ask(all, index, all.next(index, std::move(*next.result)), transfer);
            report(all);
            return place.exchange ? milliseconds{0} : milliseconds{-1};
        };
    }

    // Also while nothing comes: whoever listens knows that it goes on.
    static void report(const Conversation& all)
    {
        if (!all.progress)
            return;
        std::uint64_t open = 0, waiting = 0;
        for (const Place& place : all.places)
            if (place.exchange != nullptr) {
                ++open;
                waiting += place.exchange->waits() ? 1 : 0;
            }
        all.progress({.phase = open > 0 && waiting == open ? std::string(kWaitingForServer) : "decode",
                      .done = all.answered,
                      .total = all.answered + open,
                      .unit = "requests"});
    }

    RemoteOptions options_;
    std::string key_;
    Random random_; // for the pauses alone
};

bool is_this_machine(std::string_view url)
{
    for (const std::string_view host : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
        if (url.starts_with(host) &&
            (url.size() == host.size() || url[host.size()] == ':' || url[host.size()] == '/'))
            return true;
    return false;
}

Result<std::string> key_of(const RemoteOptions& options)
{
    if (options.key_environment.empty())
        return std::string();
    const char* key = std::getenv(options.key_environment.c_str());
    if (key == nullptr || *key == '\0')
        return Error{ErrorKind::invalid, "the variable " + options.key_environment +
                                             ", which should hold the server's key, is not set"};
    const std::string value = key;
    for (const char sign : value)
        if (static_cast<unsigned char>(sign) <= 0x20)
            return Error{ErrorKind::invalid, "the key in " + options.key_environment +
                                                 " holds a blank or a line break"};
    if (!options.url.starts_with("https://") && !is_this_machine(options.url))
        return Error{ErrorKind::invalid,
                     options.url + ": a key goes over https or to this machine alone"};
    return value;
}

} // namespace

Result<std::shared_ptr<Generator>> open_remote(RemoteOptions options, std::stop_token stop)
{
    if (!options.url.starts_with("http://") && !options.url.starts_with("https://"))
        return Error{ErrorKind::invalid,
                     "\"" + options.url + "\" is no address of a server (http:// or https://)"};
    if (options.max_parallel < 1 || options.max_parallel > 64 || options.attempts < 1)
        return Error{ErrorKind::invalid, std::to_string(options.max_parallel) +
                                             " requests at a time; 1 to 64 are possible"};
    TRY(std::string key, key_of(options));
    auto generator = std::make_shared<RemoteGenerator>(std::move(options), std::move(key));
    TRY(generator->open(stop));
    return std::shared_ptr<Generator>(std::move(generator));
}

} // namespace longhand::infer::remote
