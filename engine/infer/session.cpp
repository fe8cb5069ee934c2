// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/session.h"

#include "engine/infer/session_sequence.h"

#include <algorithm>
#include <new>

namespace longhand::infer {
namespace {

KvIdentity identity_of(const LoadedModel& model)
{
    const model::ModelConfig& config = model.transformer->config();
    const std::string device = model.transformer->backend().describe().name;
    std::string rope = to_string(config.rope) + " " + std::to_string(config.rope_theta);
    if (depends_on_length(config.rope))
        rope += " " + std::to_string(model.runner.positions);
    return {.model = model.identity,
            .rope = std::move(rope),
            .adapter = model.adapter_identity,
            .device = device.substr(0, device.find(',')),  // no matter how many threads
            .dtype = model.runner.kv_dtype};
}

}  // namespace

Session::Session(LoadedModel model, std::unique_ptr<KvStore> store)
    : model_(std::move(model)), store_(model_.identity.empty() ? nullptr : std::move(store)),
      identity_(identity_of(model_))
{
}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(LoadedModel model, std::unique_ptr<KvStore> store)
{
    ENSURE(model.transformer != nullptr && model.tokenizer != nullptr);
    std::unique_ptr<Session> session(new Session(std::move(model), std::move(store)));
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
    return {.adapter = true, .prefix = true, .mask = true, .log_probabilities = true};
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
                                                            std::size_t index)
{
    TRY(check_adapter(request.adapter.get()));
    TRY(Sampler::check(request.sampling));
    std::vector<TokenId> tokens;
    if (request.prefix != nullptr) {
        const auto* prefix = dynamic_cast<const SessionPrefix*>(request.prefix.get());
        if (prefix == nullptr || prefix->kv().pool().get() != &runner_->pool())
            return Error{ErrorKind::invalid, "the prefix belongs to another session"};
        if (prefix->adapter() != request.adapter)
            return Error{ErrorKind::invalid, "the prefix was read with another adapter"};
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
    auto sequence =
        std::make_unique<Sequence>(request, index, std::move(tokens), runner_->make_sequence());
    if (request.grammar) {
        TRY(sequence->grammar, mask_of(*request.grammar));
    }
    return sequence;
}

Result<std::shared_ptr<const TokenMask>> Session::mask_of(const Grammar& grammar)
{
    TRY(std::shared_ptr<const ByteGrammar> compiled, compile(grammar));
    if (sorted_tokens_ == nullptr)
        sorted_tokens_ = std::make_shared<SortedTokens>(*model_.tokenizer);
    return std::shared_ptr<const TokenMask>(
        std::make_shared<GrammarMask>(std::move(compiled), sorted_tokens_));
}

// As many as decode together, each with room for a prompt and an answer of usual size.
std::size_t Session::parallel() const
{
    constexpr std::int64_t kUsualTokens = 2048;
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(pool_tokens() / kUsualTokens, 1, runner_->options().logit_rows));
}

void Session::generate_each(std::vector<Request> first, const TextSink& sink,
                            const NextRequest& next, std::stop_token stop,
                            const ProgressSink& progress)
{
    Meter meter(progress);
    Batch batch;
    batch.sink = &sink;
    batch.next = &next;
    batch.stop = std::move(stop);
    batch.meter = &meter;
    batch.requests.resize(first.size());
    std::optional<Error> broken;
    try {
        for (std::size_t i = 0; i < first.size(); ++i)
            enqueue(batch, i, std::move(first[i]));
        run(batch);
    } catch (const DeviceError& error) {
        broken = Error{error.kind(), error.what()};
    } catch (const std::bad_alloc&) {
        broken = Error{ErrorKind::out_of_memory, "no memory for a request"};
    }
    if (!broken)
        return;
    remembered_.clear();  // nobody knows what of it was written
    for (auto* list : {&batch.running, &batch.waiting})
        for (const auto& sequence : *list)
            (void)next(sequence->index, *broken);
}

void Session::enqueue(Batch& batch, std::size_t index, std::optional<Request> request)
{
    while (request) {
        batch.requests[index] = std::move(*request);
        const Request& kept = batch.requests[index];
        auto sequence = prepare(kept, index);
        if (sequence.ok()) {
            batch.meter->expect((*sequence)->prompt_tokens,
                                static_cast<std::uint64_t>(kept.max_tokens));
            batch.waiting.push_back(std::move(sequence).value());
            return;
        }
        request = (*batch.next)(index, sequence.error());
    }
}

void Session::hand_over(Batch& batch, Sequence& sequence)
{
    Result<Completion> answer =
        sequence.failed ? Result<Completion>(*sequence.failed)
                        : Result<Completion>(std::move(sequence.completion));
    enqueue(batch, sequence.index, (*batch.next)(sequence.index, std::move(answer)));
}

Result<PrefixHandle> Session::read_prefix(const Prompt& prompt, const AdapterHandle& adapter,
                                          std::stop_token stop, const ProgressSink& progress)
{
    TRY(check_adapter(adapter.get()));
    TRY(const std::vector<TokenId> tokens, encode(prompt, /*continues=*/false));
    const auto count = static_cast<std::int64_t>(tokens.size());
    if (tokens.empty() || count >= context_length())
        return Error{ErrorKind::invalid, "a prefix of " + std::to_string(count) +
                                             " tokens in a context of " +
                                             std::to_string(context_length()) + " tokens"};
    Meter meter(progress);
    meter.expect(tokens.size(), 0);
    try {
        const Request request{.prompt = prompt, .adapter = adapter, .max_tokens = 1};
        Sequence sequence(request, 0, tokens, longest_prefix(nullptr, tokens, request));
        if (!make_room(sequence.kv, count))
            return Error{ErrorKind::out_of_memory, "the KV cache has no room for a prefix of " +
                                                       std::to_string(count) + " tokens"};
        if (!read(sequence, meter, stop))
            return Error{ErrorKind::cancelled, "reading a prefix was stopped"};
        sequence.kv.truncate(count);  // what was reserved beyond goes back
        return PrefixHandle(
            std::make_shared<SessionPrefix>(tokens, std::move(sequence.kv), adapter));
    } catch (const DeviceError& error) {
        remembered_.clear();
        return Error{error.kind(), error.what()};
    } catch (const std::bad_alloc&) {
        return Error{ErrorKind::out_of_memory, "no memory for a prefix"};
    }
}

bool Session::read(Sequence& sequence, Meter& meter, const std::stop_token& stop)
{
    meter.prefilled(static_cast<std::uint64_t>(sequence.kv.length()), 0, 0.0);
    use(sequence.request->adapter.get());
    const auto most = static_cast<std::size_t>(runner_->options().step_rows);
    while (sequence.unread() > 0) {
        if (stop.stop_requested())
            return false;
        const auto start = Clock::now();
        const std::size_t rows = rows_of_chunk(sequence.unread(), most);
        const model::SequenceTokens part = sequence.next_tokens(rows);
        ENSURE(runner_->forward(std::span(&part, 1), {}));
        meter.prefilled(rows, rows, seconds_since(start));
    }
    return !stop.stop_requested();
}

}  // namespace longhand::infer
