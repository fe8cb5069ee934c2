// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/session.h"

#include "engine/infer/session_sequence.h"

#include <algorithm>
#include <new>

namespace longhand::infer {
namespace {

constexpr std::size_t kMostRemembered = 8;

std::size_t common_length(std::span<const TokenId> a, std::span<const TokenId> b)
{
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

Session::Session(LoadedModel model) : model_(std::move(model)) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(LoadedModel model)
{
    ENSURE(model.transformer != nullptr && model.tokenizer != nullptr);
    std::unique_ptr<Session> session(new Session(std::move(model)));
    try {
        TRY(session->runner_,
            model::Runner::make(session->model_.transformer, session->model_.runner));
        const model::RunnerOptions& options = session->runner_->options();
        session->logits_.resize(static_cast<std::size_t>(
            options.logit_rows * session->runner_->config().vocabulary));
    } catch (const std::bad_alloc&) {
        return Error{ErrorKind::out_of_memory, "no memory for a session"};
    }
    return session;
}

std::int64_t Session::context_length() const { return runner_->options().positions; }

std::int64_t Session::measured_length() const
{
    return std::min(model_.measured_length, context_length());
}

Capabilities Session::capabilities() const
{
    return {.adapter = false, .prefix = true, .mask = true, .log_probabilities = true};
}

TokenCount Session::count_tokens(std::string_view text) const
{
    return {static_cast<std::int64_t>(model_.tokenizer->encode(text).size()), false};
}

TokenCount Session::count_tokens(const Prompt& prompt) const
{
    const auto tokens = encode(prompt, /*continues=*/false);
    return {tokens.ok() ? static_cast<std::int64_t>(tokens->size()) : 0, false};
}

Result<std::vector<TokenId>> Session::encode(const Chat& chat) const
{
    if (!model_.chat_template)
        return Error{ErrorKind::unsupported,
                     model_.name + " cannot chat: " + model_.chat_template_missing +
                         "; --chat-template chatml writes conversations as ChatML all the same"};
    std::vector<tokenizer::ChatTurn> turns;
    for (const Message& message : chat.messages) {
        const auto role = message.role == Role::system ? tokenizer::ChatRole::system
                          : message.role == Role::user ? tokenizer::ChatRole::user
                                                       : tokenizer::ChatRole::assistant;
        turns.push_back({role, message.content});
    }
    TRY(std::vector<TokenId> tokens,
        model_.chat_template->encode(*model_.tokenizer, turns, /*open_assistant=*/true));
    if (!chat.assistant_prefix.empty()) {
        const auto more = model_.tokenizer->encode(chat.assistant_prefix, /*at_start=*/false);
        tokens.insert(tokens.end(), more.begin(), more.end());
    }
    return tokens;
}

Result<std::vector<TokenId>> Session::encode(const Prompt& prompt, bool continues) const
{
    const tokenizer::Tokenizer& tokenizer = *model_.tokenizer;
    if (const auto* chat = std::get_if<Chat>(&prompt)) {
        if (continues)
            return Error{ErrorKind::invalid, "a chat cannot continue a prefix; give text"};
        return encode(*chat);
    }
    if (const auto* ids = std::get_if<RawTokens>(&prompt)) {
        for (const TokenId token : ids->tokens)
            if (token < 0 || token >= tokenizer.size())
                return Error{ErrorKind::invalid, "token " + std::to_string(token) +
                                                     " is not in the vocabulary of " +
                                                     std::to_string(tokenizer.size())};
        return ids->tokens;
    }
    std::vector<TokenId> tokens = tokenizer.encode(std::get<RawText>(prompt).text, !continues);
    const tokenizer::Vocabulary& vocabulary = tokenizer.vocabulary();
    if (!continues && vocabulary.add_bos && vocabulary.bos >= 0)
        tokens.insert(tokens.begin(), vocabulary.bos);
    return tokens;
}

Result<std::unique_ptr<Session::Sequence>> Session::prepare(const Request& request,
                                                            std::size_t index) const
{
    if (request.adapter != nullptr)
        return Error{ErrorKind::unsupported, "this version runs no adapters"};
    TRY(Sampler::check(request.sampling));
    std::vector<TokenId> tokens;
    if (request.prefix != nullptr) {
        const auto* prefix = dynamic_cast<const SessionPrefix*>(request.prefix.get());
        if (prefix == nullptr || prefix->kv().pool().get() != &runner_->pool())
            return Error{ErrorKind::invalid, "the prefix belongs to another session"};
        tokens = prefix->ids();
    }
    TRY(const std::vector<TokenId> more, encode(request.prompt, request.prefix != nullptr));
    tokens.insert(tokens.end(), more.begin(), more.end());
    if (tokens.empty())
        return Error{ErrorKind::invalid, "the prompt is empty"};
    const auto prompt_tokens = static_cast<std::int64_t>(tokens.size());
    if (request.max_tokens < 1)
        return Error{ErrorKind::invalid,
                     "an answer of " + std::to_string(request.max_tokens) + " tokens"};
    if (prompt_tokens + request.max_tokens > context_length())
        return Error{ErrorKind::invalid, "the prompt of " + std::to_string(prompt_tokens) +
                                             " tokens and the answer of " +
                                             std::to_string(request.max_tokens) +
                                             " exceed the context of " +
                                             std::to_string(context_length()) + " tokens"};
    return std::make_unique<Sequence>(request, index, std::move(tokens), runner_->make_sequence());
}

std::vector<Result<Completion>> Session::generate(std::span<const Request> requests,
                                                  const TextSink& sink, std::stop_token stop,
                                                  const ProgressSink& progress)
{
    Meter meter(progress);
    Batch batch;
    batch.sink = &sink;
    batch.stop = std::move(stop);
    batch.meter = &meter;
    batch.results.resize(requests.size());
    std::optional<Error> broken;
    try {
        for (std::size_t i = 0; i < requests.size(); ++i) {
            auto sequence = prepare(requests[i], i);
            if (!sequence.ok()) {
                batch.results[i] = sequence.error();
                continue;
            }
            meter.expect((*sequence)->prompt_tokens,
                         static_cast<std::uint64_t>(requests[i].max_tokens));
            batch.waiting.push_back(std::move(sequence).value());
        }
        run(batch);
    } catch (const DeviceError& error) {
        broken = Error{error.kind(), error.what()};
    } catch (const std::bad_alloc&) {
        broken = Error{ErrorKind::out_of_memory, "no memory for a request"};
    }
    if (broken)
        remembered_.clear();  // nobody knows what of it was written
    std::vector<Result<Completion>> results;
    for (std::optional<Result<Completion>>& result : batch.results) {
        if (!result) {
            ENSURE(broken.has_value());
            result = *broken;
        }
        results.push_back(std::move(*result));
    }
    return results;
}

void Session::run(Batch& batch)
{
    while (!batch.waiting.empty() || !batch.running.empty()) {
        admit(batch);
        if (batch.stop.stop_requested()) {
            for (const auto& sequence : batch.running)
                finish(batch, *sequence, Finish::cancelled);
            for (const auto& sequence : batch.waiting)
                finish(batch, *sequence, Finish::cancelled);
            return;
        }
        if (!batch.running.empty())
            step(batch);
    }
}

// Prefills waiting requests while there is room for them, prompt and whole answer.
void Session::admit(Batch& batch)
{
    const auto most = static_cast<std::size_t>(runner_->options().logit_rows);
    while (!batch.waiting.empty() && !batch.full && batch.running.size() < most &&
           !batch.stop.stop_requested()) {
        Sequence& sequence = *batch.waiting.front();
        sequence.kv = longest_prefix(&batch, sequence.tokens, sequence.request->prefix);
        sequence.completion.reused_tokens = sequence.kv.length();
        const auto whole = static_cast<std::int64_t>(sequence.prompt_tokens) +
                           sequence.request->max_tokens;
        if (!make_room(sequence.kv, whole)) {
            sequence.kv = runner_->make_sequence();
            batch.full = !batch.running.empty();
            if (batch.full)
                return;
            batch.results[sequence.index] =
                Error{ErrorKind::out_of_memory,
                      "the KV cache has no room for " + std::to_string(whole) +
                          " tokens beside the prefixes that are held"};
            batch.waiting.pop_front();
            continue;
        }
        if (!prefill(sequence, *batch.meter, batch.stop))
            return;
        sequence.decode_start = Clock::now();
        batch.running.push_back(std::move(batch.waiting.front()));
        batch.waiting.pop_front();
        const std::span<float> row(
            logits_.data(), static_cast<std::size_t>(runner_->config().vocabulary));
        runner_->logits(0, 1, row);
        take_logits(batch, sequence, row);
        std::erase_if(batch.running, [](const auto& one) { return one->done; });
    }
}

bool Session::prefill(Sequence& sequence, Meter& meter, const std::stop_token& stop)
{
    const auto reused = static_cast<std::uint64_t>(sequence.kv.length());
    meter.prefilled(reused, 0, 0.0);
    const auto chunk = static_cast<std::size_t>(runner_->options().step_rows);
    for (auto at = static_cast<std::size_t>(sequence.kv.length()); at < sequence.prompt_tokens;) {
        if (stop.stop_requested())
            return false;
        const auto start = Clock::now();
        const std::size_t count = std::min(chunk, sequence.prompt_tokens - at);
        const bool last = at + count == sequence.prompt_tokens;
        const model::SequenceTokens part{&sequence.kv, std::span(sequence.tokens).subspan(at, count)};
        const model::WantedRows wanted{last ? static_cast<std::int64_t>(count) - 1 : 0,
                                       last ? 1 : 0};
        ENSURE(runner_->forward(std::span(&part, 1), wanted));
        at += count;
        const double seconds = seconds_since(start);
        sequence.completion.prefill_s += seconds;
        meter.prefilled(count, count, seconds);
    }
    return !stop.stop_requested();
}

// One token for every running sequence.
void Session::step(Batch& batch)
{
    const auto start = Clock::now();
    batch.parts.clear();
    for (const auto& sequence : batch.running)
        batch.parts.push_back({&sequence->kv, std::span(sequence->tokens).last(1)});
    const auto rows = static_cast<std::int64_t>(batch.parts.size());
    ENSURE(runner_->forward(batch.parts, {0, rows}));
    const auto vocabulary = static_cast<std::size_t>(runner_->config().vocabulary);
    runner_->logits(0, rows, std::span(logits_).first(static_cast<std::size_t>(rows) * vocabulary));
    for (std::size_t i = 0; i < batch.running.size(); ++i)
        take_logits(batch, *batch.running[i],
                    std::span(logits_).subspan(i * vocabulary, vocabulary));
    batch.meter->decoded(static_cast<std::uint64_t>(rows), seconds_since(start));
    std::erase_if(batch.running, [](const auto& one) { return one->done; });
}

// Picks the sequence's next token and says what follows from it.
void Session::take_logits(Batch& batch, Sequence& sequence, std::span<float> logits)
{
    const Request& request = *sequence.request;
    Completion& completion = sequence.completion;
    // A table may be padded beyond the vocabulary.
    logits = logits.first(std::min(logits.size(), static_cast<std::size_t>(model_.tokenizer->size())));
    if (request.want_log_probabilities)
        raw_logits_.assign(logits.begin(), logits.end());
    allowed_.clear();
    if (request.mask != nullptr) {
        allowed_.assign(logits.size(), true);
        request.mask->apply(completion.tokens, allowed_);
    }
    const Result<TokenId> picked = sequence.sampler.pick(logits, allowed_);
    if (!picked.ok()) {
        batch.results[sequence.index] = picked.error();
        sequence.done = true;
        batch.full = false;
        return;
    }
    const TokenId token = *picked;
    if (token < 0 || model_.tokenizer->ends_generation(token))
        return finish(batch, sequence, Finish::stop);
    sequence.sampler.accept(token);
    sequence.tokens.push_back(token);
    completion.tokens.push_back(token);
    if (request.want_log_probabilities)
        completion.log_probabilities.push_back(log_probability(raw_logits_, token));
    const bool opens = completion.tokens.size() == 1 && request.prefix == nullptr &&
                       std::holds_alternative<Chat>(request.prompt) &&
                       std::get<Chat>(request.prompt).assistant_prefix.empty();
    const std::string piece = sequence.text.add(model_.tokenizer->piece(token, opens));
    completion.text += piece;
    if (*batch.sink && !piece.empty())
        (*batch.sink)(sequence.index, piece);
    if (sequence.text.stopped())
        finish(batch, sequence, Finish::stop);
    else if (sequence.loops.add(token) && request.stop_loops)
        finish(batch, sequence, Finish::loop);
    else if (static_cast<std::int32_t>(completion.tokens.size()) == request.max_tokens)
        finish(batch, sequence, Finish::length);
}

void Session::finish(Batch& batch, Sequence& sequence, Finish finish)
{
    Completion& completion = sequence.completion;
    const std::string rest = sequence.text.finish();
    completion.text += rest;
    if (*batch.sink && !rest.empty())
        (*batch.sink)(sequence.index, rest);
    completion.finish = finish;
    if (sequence.decode_start != Clock::time_point{})
        completion.decode_s = seconds_since(sequence.decode_start);
    batch.meter->forget(static_cast<std::uint64_t>(sequence.request->max_tokens) -
                        completion.tokens.size());
    batch.results[sequence.index] = std::move(completion);
    sequence.done = true;
    batch.full = false;
    sequence.tokens.resize(static_cast<std::size_t>(sequence.kv.length()));
    remember(std::move(sequence.tokens), std::move(sequence.kv));
}

// The longest beginning of `tokens` that the cache, a running request or the prefix holds; at
// least one token is left to compute, whose logits are needed.
model::KvSequence Session::longest_prefix(const Batch* batch, std::span<const TokenId> tokens,
                                          const PrefixHandle& prefix) const
{
    const model::KvSequence* best = nullptr;
    std::size_t length = 0;
    const auto consider = [&](std::span<const TokenId> known, const model::KvSequence& kv) {
        const auto held = known.first(static_cast<std::size_t>(kv.length()));
        const std::size_t common = std::min(common_length(held, tokens), tokens.size() - 1);
        if (common > length) {
            length = common;
            best = &kv;
        }
    };
    if (const auto* read = dynamic_cast<const SessionPrefix*>(prefix.get()))
        consider(read->ids(), read->kv());
    for (const Remembered& one : remembered_)
        consider(one.tokens, one.kv);
    if (batch != nullptr)
        for (const auto& sequence : batch->running)
            consider(sequence->tokens, sequence->kv);
    return best == nullptr ? runner_->make_sequence()
                           : best->fork(static_cast<std::int64_t>(length));
}

// Forgets what was read longest ago until `kv` can grow to `tokens`. What `kv` itself shares with
// a forgotten sequence stays.
bool Session::make_room(model::KvSequence& kv, std::int64_t tokens)
{
    while (!kv.reserve(tokens)) {
        if (remembered_.empty())
            return false;
        remembered_.pop_back();
    }
    return true;
}

void Session::remember(std::vector<TokenId> tokens, model::KvSequence kv)
{
    if (kv.length() == 0)
        return;
    kv.truncate(kv.length());  // gives back what was reserved for the rest of the answer
    // One that the new sequence continues is of no more use.
    std::erase_if(remembered_, [&](const Remembered& old) {
        return common_length(old.tokens, tokens) == old.tokens.size();
    });
    remembered_.push_front({std::move(tokens), std::move(kv)});
    if (remembered_.size() > kMostRemembered)
        remembered_.pop_back();
}

Result<PrefixHandle> Session::read_prefix(const Prompt& prompt, std::stop_token stop,
                                          const ProgressSink& progress)
{
    TRY(const std::vector<TokenId> tokens, encode(prompt, /*continues=*/false));
    const auto count = static_cast<std::int64_t>(tokens.size());
    if (tokens.empty() || count >= context_length())
        return Error{ErrorKind::invalid, "a prefix of " + std::to_string(count) +
                                             " tokens in a context of " +
                                             std::to_string(context_length()) + " tokens"};
    Meter meter(progress);
    meter.expect(tokens.size(), 0);
    try {
        const Request request{.prompt = prompt, .max_tokens = 1};
        Sequence sequence(request, 0, tokens, longest_prefix(nullptr, tokens, nullptr));
        if (!make_room(sequence.kv, count))
            return Error{ErrorKind::out_of_memory, "the KV cache has no room for a prefix of " +
                                                       std::to_string(count) + " tokens"};
        if (!prefill(sequence, meter, stop))
            return Error{ErrorKind::cancelled, "reading a prefix was stopped"};
        return PrefixHandle(std::make_shared<SessionPrefix>(tokens, std::move(sequence.kv)));
    } catch (const DeviceError& error) {
        remembered_.clear();
        return Error{error.kind(), error.what()};
    } catch (const std::bad_alloc&) {
        return Error{ErrorKind::out_of_memory, "no memory for a prefix"};
    }
}

}  // namespace longhand::infer
