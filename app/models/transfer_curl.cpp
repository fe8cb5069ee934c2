// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/transfer.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <memory>
#include <mutex>
#include <string_view>

namespace longhand::models {
namespace {

constexpr long kConnectSeconds = 20;
constexpr long kStalledSeconds = 30;
constexpr long kRedirections = 5;

struct Closer {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

// What libcurl calls back with.
struct State {
    const TransferRequest& request;
    const std::stop_token& stop;
    CURL* handle;
    Reply reply;
    bool began = false; // `begin` was asked
    bool wanted = true; // and wants the body
    bool write_failed = false;
};

std::string lower(std::string_view text)
{
    std::string word(text);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return word;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    return text;
}

std::uint64_t number(std::string_view text)
{
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// "bytes 100-199/200"
void read_content_range(std::string_view value, Reply& reply)
{
    const std::size_t digit = value.find_first_of("0123456789*");
    const std::size_t slash = value.find('/');
    if (digit != std::string_view::npos && value[digit] != '*')
        reply.range_begin = number(value.substr(digit));
    if (slash != std::string_view::npos)
        reply.total = number(value.substr(slash + 1));
}

// Some servers name the hash of a large file as the mark of what they point to.
std::string hash_of_mark(std::string_view value)
{
    while (!value.empty() && value.front() == '"')
        value.remove_prefix(1);
    while (!value.empty() && value.back() == '"')
        value.remove_suffix(1);
    const std::string hash = lower(value);
    const bool sha256 =
        hash.size() == 64 && hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    return sha256 ? hash : std::string();
}

std::size_t on_header(char* text, std::size_t size, std::size_t count, void* user)
{
    State& state = *static_cast<State*>(user);
    const std::string_view line(text, size * count);
    if (line.starts_with("HTTP/")) { // a new answer, after a redirection
        const std::string announced = state.reply.announced_sha256;
        state.reply = {};
        state.reply.announced_sha256 = announced;
        return line.size();
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return line.size();
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "etag")
        state.reply.etag = std::string(value);
    else if (name == "last-modified")
        state.reply.last_modified = std::string(value);
    else if (name == "content-range")
        read_content_range(value, state.reply);
    else if (name == "content-length")
        state.reply.length = number(value);
    else if (name == "x-linked-etag" || name == "x-checksum-sha256")
        state.reply.announced_sha256 = hash_of_mark(value);
    return line.size();
}

bool begin(State& state)
{
    if (!state.began) {
        state.began = true;
        long status = 0;
        curl_easy_getinfo(state.handle, CURLINFO_RESPONSE_CODE, &status);
        state.reply.status = static_cast<int>(status);
        state.wanted = state.request.begin(state.reply);
    }
    return state.wanted;
}

std::size_t on_body(char* text, std::size_t size, std::size_t count, void* user)
{
    State& state = *static_cast<State*>(user);
    if (!begin(state))
        return 0;
    if (!state.request.write(std::span<const char>(text, size * count))) {
        state.write_failed = true;
        return 0;
    }
    return size * count;
}

int on_progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<State*>(user)->stop.stop_requested() ? 1 : 0;
}

bool is_loopback(std::string_view url)
{
    for (const std::string_view host : {"http://127.0.0.1:", "http://localhost:", "http://[::1]:"})
        if (url.starts_with(host))
            return true;
    return false;
}

void set_options(CURL* handle, State& state, bool loopback)
{
    const auto set = [handle](CURLoption option, auto value) {
        curl_easy_setopt(handle, option, value);
    };
    set(CURLOPT_URL, state.request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, loopback ? "http" : "https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kRedirections);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, kStalledSeconds);
    set(CURLOPT_USERAGENT, "longhand");
    set(CURLOPT_HEADERFUNCTION, on_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&state));
    set(CURLOPT_WRITEFUNCTION, on_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&state));
    set(CURLOPT_XFERINFOFUNCTION, on_progress);
    set(CURLOPT_XFERINFODATA, static_cast<void*>(&state));
    set(CURLOPT_NOPROGRESS, 0L);
    if (loopback)
        set(CURLOPT_NOPROXY, "*");
    if (state.request.from > 0)
        set(CURLOPT_RANGE, (std::to_string(state.request.from) + "-").c_str());
}

Error failure(CURLcode code, const std::string& url)
{
    const ErrorKind kind = code == CURLE_UNSUPPORTED_PROTOCOL ? ErrorKind::unsupported
                           : code == CURLE_OUT_OF_MEMORY      ? ErrorKind::out_of_memory
                                                              : ErrorKind::unreadable;
    return {kind, url + ": " + curl_easy_strerror(code)};
}

} // namespace

bool has_network()
{
    return true;
}

Result<void> transfer(const TransferRequest& request, const std::stop_token& stop)
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const bool loopback = request.loopback_http && is_loopback(request.url);
    if (!loopback && !request.url.starts_with("https://"))
        return Error{ErrorKind::unsupported, request.url + ": only https is fetched from"};
    const std::unique_ptr<CURL, Closer> handle(curl_easy_init());
    if (handle == nullptr)
        return Error{ErrorKind::out_of_memory, "no memory for a connection"};
    State state{request, stop, handle.get(), {}};
    set_options(handle.get(), state, loopback);
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(nullptr,
                                                                        curl_slist_free_all);
    if (request.from > 0 && !request.if_range.empty())
        headers.reset(curl_slist_append(nullptr, ("If-Range: " + request.if_range).c_str()));
    if (headers != nullptr)
        curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    const CURLcode code = curl_easy_perform(handle.get());
    if (stop.stop_requested())
        return Error{ErrorKind::cancelled, "fetching was stopped"};
    if (state.write_failed)
        return Error{ErrorKind::unreadable, "what was fetched cannot be written"};
    if (state.began && !state.wanted)
        return {};
    if (code != CURLE_OK)
        return failure(code, request.url);
    begin(state); // an answer without a body
    return {};
}

} // namespace longhand::models
