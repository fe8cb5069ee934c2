// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/random.h"
#include "engine/base/result.h"
#include "engine/base/token.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace longhand::infer {

// The second seam: features above, models below. `Session` is the real one, `ScriptedGenerator`
// recites in tests, a remote one speaks to a server and can do less.

using longhand::TokenId;

enum class Role : std::uint8_t { system, user, assistant };

struct Message {
    Role role = Role::user;
    std::string content;  // UTF-8; always data: text that looks like a special token is only text
};

// A conversation, rendered by the model's own template, the assistant's turn opened at the end.
// When `assistant_prefix` is set, the answer continues it (it is not part of the output).
struct Chat {
    std::vector<Message> messages;
    std::string assistant_prefix;
};
struct RawText {
    std::string text;  // no template, no BOS unless the model always wants one
};
struct RawTokens {
    std::vector<TokenId> tokens;
};
using Prompt = std::variant<Chat, RawText, RawTokens>;

struct Sampling {
    float temperature = 0.0F;  // 0: greedy, the rest ignored
    std::int32_t top_k = 0;    // 0: off
    float top_p = 1.0F;
    float min_p = 0.0F;
    float repetition_penalty = 1.0F;  // over the last 256 tokens of prompt and answer
    float frequency_penalty = 0.0F;   // subtracted once for each time a token was generated
    // No run of so many tokens comes twice in an answer; greedy answers too. 0: off, else 2 to 64.
    std::int32_t no_repeat_ngram = 0;
};

// Narrows what may come next. `allow` clears the bits of forbidden tokens; `allowed` holds one
// entry a token of the vocabulary and is all true at first. Stateless: `generated` is everything so far.
class TokenMask {
public:
    virtual ~TokenMask() = default;
    virtual void apply(std::span<const TokenId> generated, std::vector<bool>& allowed) const = 0;
};

// Text in which <n> and </n> stand for each of these numbers, once, well nested and around
// something; `<` stands for nothing else.
struct TaggedAnswer {
    std::vector<std::int32_t> numbers;  // at most 32, 1 to 9999
};
// JSON after a schema: type, properties and required (no others may come), items, minItems,
// maxItems, maxLength, enum and const of strings and literals. Written without blanks but one
// behind a colon or comma. Other keywords are unsupported.
struct JsonAnswer {
    std::string schema;
};
using Grammar = std::variant<TaggedAnswer, JsonAnswer>;

// A prompt's beginning that was read once and is kept, so that many requests continue from it.
// Opaque; belongs to the generator that made it; freed when the last copy goes.
class Prefix {
public:
    virtual ~Prefix() = default;
    [[nodiscard]] virtual std::int64_t tokens() const = 0;
};
using PrefixHandle = std::shared_ptr<const Prefix>;

// Low-rank adapters that the generator loaded and knows by this handle (opaque, as above).
class Adapter {
public:
    virtual ~Adapter() = default;
    [[nodiscard]] virtual std::string name() const = 0;
};
using AdapterHandle = std::shared_ptr<const Adapter>;

struct Request {
    Prompt prompt;
    PrefixHandle prefix;    // null: none. The prompt then continues after it (as raw text); read
                            // with the same adapter
    AdapterHandle adapter;  // null: the model as it is
    std::shared_ptr<const TokenMask> mask;
    // What the answer must look like, from its first byte to its end, which comes only where the
    // grammar allows it. A generator without the capability `mask` refuses it.
    std::optional<Grammar> grammar;
    std::int32_t max_tokens = 512;       // budget of the answer
    std::vector<std::string> stop;       // ends the answer; not part of it; may cross token borders
    Sampling sampling;
    Seed seed;
    // Whose text this is ("book-7": letters, digits, dashes): what is read may be kept on the disk
    // under this name, for another session to find. Empty: nothing is kept.
    std::string keep_as;
    bool want_log_probabilities = false;
    bool stop_loops = true;  // end the answer when it only repeats itself (finish: loop)
};

enum class Finish : std::uint8_t { stop, length, loop, cancelled };

struct Completion {
    std::string text;  // valid UTF-8
    std::vector<TokenId> tokens;
    std::vector<float> log_probabilities;  // natural, of each token under the unpenalised model at temperature 1; when wanted
    Finish finish = Finish::stop;
    std::int64_t prompt_tokens = 0;
    std::int64_t reused_tokens = 0;  // of those, not computed again
    double prefill_s = 0.0;
    double decode_s = 0.0;
};

// A piece of the answer of request `index`: whole UTF-8 characters; the pieces joined are
// Completion::text. Text that might turn out to begin a stop string is held back.
using TextSink = std::function<void(std::size_t index, std::string_view piece)>;

// What follows an answer in its place: the next request, or nothing.
using NextRequest =
    std::function<std::optional<Request>(std::size_t index, Result<Completion> answer)>;

// The phase of progress while no place hears anything of a server.
inline constexpr std::string_view kWaitingForServer = "waiting for the server";

struct Capabilities {
    bool adapter = false;
    bool prefix = false;
    bool mask = false;  // masks and grammars
    bool log_probabilities = false;
};

struct TokenCount {
    std::int64_t tokens = 0;
    bool estimated = false;  // a remote generator has no tokenizer
};

class Generator {
public:
    virtual ~Generator() = default;

    // Answers requests together. Each answer goes to `next` as soon as it is whole, in whatever
    // order they end, and the request that comes back takes its place, under the same index;
    // returns when no place has one. Each answer has a Result of its own, so that one prompt too
    // long does not lose the others. On a stop the unfinished ones come with finish == cancelled
    // and the text so far, and nothing more is asked. `sink`, `next` and `progress` (of prefill and
    // decode) are called on this thread, and call nothing of the generator but count_tokens.
    // Fails (each alone): invalid (prompt and budget exceed the context, naming both numbers),
    // unsupported (a capability it lacks), out_of_memory, internal; a remote one also unreadable
    // (the server cannot be understood) and busy (it has been away for too long).
    virtual void generate_each(std::vector<Request> first, const TextSink& sink,
                               const NextRequest& next, std::stop_token stop,
                               const ProgressSink& progress = {}) = 0;
    // The same for requests that nothing follows; the results stand in their order.
    std::vector<Result<Completion>> generate(std::span<const Request> requests,
                                             const TextSink& sink, std::stop_token stop,
                                             const ProgressSink& progress = {});
    // Requests that are worth handing over together, at least 1: more would only wait.
    [[nodiscard]] virtual std::size_t parallel() const = 0;

    // Reads a beginning once, for requests with the same adapter (null: none) to continue.
    // Fails: unsupported, invalid, cancelled, out_of_memory.
    virtual Result<PrefixHandle> read_prefix(const Prompt& prompt, const AdapterHandle& adapter,
                                             std::stop_token stop,
                                             const ProgressSink& progress = {}) = 0;

    [[nodiscard]] virtual TokenCount count_tokens(std::string_view text) const = 0;
    // A whole prompt with its template.
    [[nodiscard]] virtual TokenCount count_tokens(const Prompt& prompt) const = 0;
    // Tokens that fit in all: what the session was opened with.
    [[nodiscard]] virtual std::int64_t context_length() const = 0;
    // Tokens up to which the model was measured to work; <= context_length(). Budgets use this.
    [[nodiscard]] virtual std::int64_t measured_length() const = 0;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    // File name or server model name; goes into exports and the journal.
    [[nodiscard]] virtual std::string model_name() const = 0;
};

// One request, for callers with only one.
Result<Completion> generate_one(Generator& generator, const Request& request,
                                const std::function<void(std::string_view)>& sink,
                                std::stop_token stop, const ProgressSink& progress = {});

}  // namespace longhand::infer
