// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/transfers.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <mutex>

namespace longhand::infer::remote {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kBeat{1000};

struct EasyCloser {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MultiCloser {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct ListCloser {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::string lower(std::string_view text)
{
    std::string word(text);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    return word;
}

// One transfer on its way, or waiting for its next attempt.
struct Running {
    Transfer* transfer = nullptr;
    std::unique_ptr<CURL, EasyCloser> handle;
    std::unique_ptr<curl_slist, ListCloser> headers;
    std::array<char, CURL_ERROR_SIZE> error{};
    milliseconds retry_after{0};
    bool head_given = false, refused = false;
    Clock::time_point ready; // not before
    bool done = false;

    void give_head()
    {
        if (head_given)
            return;
        head_given = true;
        long status = 0;
        const char* type = nullptr;
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &type);
        if (status != 0)
            transfer->head(static_cast<int>(status), lower(type == nullptr ? "" : type),
                           retry_after);
    }
};

// Retry-After in seconds; a date is not read.
std::size_t on_header(char* text, std::size_t size, std::size_t count, void* user)
{
    constexpr std::string_view kName = "retry-after:";
    const std::string line = lower({text, size * count});
    if (line.starts_with(kName)) {
        std::string_view value = std::string_view(line).substr(kName.size());
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        std::int64_t seconds = 0;
        std::from_chars(value.data(), value.data() + value.size(), seconds);
        constexpr std::int64_t kDay = 86400;
        static_cast<Running*>(user)->retry_after =
            std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kDay));
    }
    return size * count;
}

std::size_t on_body(char* text, std::size_t size, std::size_t count, void* user)
{
    Running& running = *static_cast<Running*>(user);
    running.give_head();
    running.refused = !running.transfer->body_bytes({text, size * count});
    return running.refused ? 0 : size * count;
}

std::string base_of(std::string url)
{
    while (url.ends_with('/'))
        url.pop_back();
    return url.ends_with("/v1") ? url : url + "/v1";
}

class Runner {
public:
    Runner(std::vector<Transfer>& transfers, const RemoteOptions& options, const std::string& key)
        : multi_(curl_multi_init()), options_(options), key_(key)
    {
        all_.resize(transfers.size());
        for (std::size_t i = 0; i < transfers.size(); ++i) {
            all_[i].transfer = &transfers[i];
            all_[i].done = transfers[i].path.empty();
        }
    }
    ~Runner()
    {
        for (Running& running : all_)
            leave(running);
    }
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    Result<void> run(const std::stop_token& stop, const std::function<void()>& beat)
    {
        if (multi_ == nullptr)
            return Error{ErrorKind::out_of_memory, "no memory for a connection"};
        const std::stop_callback wake(stop, [this] { curl_multi_wakeup(multi_.get()); });
        while (!stop.stop_requested()) {
            TRY(start_what_is_ready());
            int active = 0;
            curl_multi_perform(multi_.get(), &active);
            take_ended();
            if (std::all_of(all_.begin(), all_.end(), [](const Running& one) { return one.done; }))
                break;
            curl_multi_poll(multi_.get(), nullptr, 0, wait_ms(), nullptr);
            if (beat && Clock::now() - beat_ >= kBeat) {
                beat_ = Clock::now();
                beat();
            }
        }
        return {};
    }

private:
    Result<void> start_what_is_ready()
    {
        auto active = static_cast<std::size_t>(std::count_if(
            all_.begin(), all_.end(), [](const Running& one) { return one.handle != nullptr; }));
        for (Running& running : all_) {
            if (active >= options_.max_parallel)
                break;
            if (running.done || running.handle != nullptr || running.ready > Clock::now())
                continue;
            TRY(start(running));
            ++active;
        }
        return {};
    }

    Result<void> start(Running& running)
    {
        running.handle.reset(curl_easy_init());
        if (running.handle == nullptr)
            return Error{ErrorKind::out_of_memory, "no memory for a connection"};
        running.retry_after = {};
        running.head_given = running.refused = false;
        running.error.fill('\0');
        running.transfer->begins();
        set_options(running);
        curl_multi_add_handle(multi_.get(), running.handle.get());
        return {};
    }

    void set_options(Running& running)
    {
        const auto set = [&](CURLoption option, auto value) {
            curl_easy_setopt(running.handle.get(), option, value);
        };
        const Transfer& transfer = *running.transfer;
        running.headers.reset(curl_slist_append(nullptr, "Content-Type: application/json"));
        if (!key_.empty())
            curl_slist_append(running.headers.get(), ("Authorization: Bearer " + key_).c_str());
        set(CURLOPT_URL, (base_of(options_.url) + transfer.path).c_str()); // copied
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.total_timeout.count()));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME,
            std::max(1L, static_cast<long>(options_.idle_timeout.count() / 1000)));
        set(CURLOPT_USERAGENT, "longhand");
        set(CURLOPT_HTTPHEADER, running.headers.get());
        set(CURLOPT_ERRORBUFFER, running.error.data());
        set(CURLOPT_HEADERFUNCTION, on_header);
        set(CURLOPT_HEADERDATA, static_cast<void*>(&running));
        set(CURLOPT_WRITEFUNCTION, on_body);
        set(CURLOPT_WRITEDATA, static_cast<void*>(&running));
        if (transfer.body.empty())
            return;
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer.body.size()));
        set(CURLOPT_POSTFIELDS, transfer.body.data()); // lives as long as the transfer
    }

    void take_ended()
    {
        int left = 0;
        while (CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            const CURLcode code = message->data.result;
            const auto found =
                std::find_if(all_.begin(), all_.end(), [message](const Running& one) {
                    return one.handle.get() == message->easy_handle;
                });
            ENSURE(found != all_.end());
            found->give_head(); // an answer without a body
            std::string said;
            if (code != CURLE_OK && !found->refused)
                said = found->error[0] != '\0' ? found->error.data() : curl_easy_strerror(code);
            leave(*found);
            const milliseconds pause = found->transfer->ended(said);
            found->done = pause.count() < 0;
            found->ready = Clock::now() + pause;
        }
    }

    void leave(Running& running)
    {
        if (running.handle != nullptr)
            curl_multi_remove_handle(multi_.get(), running.handle.get());
        running.handle.reset();
        running.headers.reset();
    }

    [[nodiscard]] int wait_ms() const
    {
        milliseconds wait = kBeat;
        for (const Running& running : all_)
            if (!running.done && running.handle == nullptr)
                wait = std::min(
                    wait, std::chrono::duration_cast<milliseconds>(running.ready - Clock::now()) +
                              milliseconds{1});
        return static_cast<int>(std::max(wait, milliseconds{1}).count());
    }

    std::unique_ptr<CURLM, MultiCloser> multi_;
    const RemoteOptions& options_;
    const std::string& key_;
    Clock::time_point beat_ = Clock::now();
    std::vector<Running> all_; // not resized while handles point into it
};

} // namespace

Result<void> run_transfers(std::vector<Transfer>& transfers, const RemoteOptions& options,
                           const std::string& key, const std::stop_token& stop,
                           const std::function<void()>& beat)
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    return Runner(transfers, options, key).run(stop, beat);
}

} // namespace longhand::infer::remote
