// SPDX-License-Identifier: GPL-3.0-or-later
// How the requests of one generate_each() call run together.
#include "engine/infer/session_sequence.h"

#include <algorithm>

namespace longhand::infer {
namespace {

// Rows of prompts in a step that sequences decode in too: enough to keep the products busy, few
// enough that a token does not take seconds.
constexpr std::size_t kRowsBesideDecodes = 128;

}  // namespace

void Session::run(Batch& batch)
{
    while (!batch.waiting.empty() || !batch.running.empty()) {
        if (!batch.stop.stop_requested())
            admit(batch);
        if (batch.stop.stop_requested()) {
            for (auto* list : {&batch.running, &batch.waiting})
                for (; !list->empty(); list->pop_front()) {
                    finish(batch, *list->front(), Finish::cancelled);
                    (void)(*batch.next)(list->front()->index, std::move(list->front()->completion));
                }
            return;
        }
        if (!batch.running.empty())
            step(batch);
    }
}

// Lets waiting requests in, first come first served, while there is room for the whole prompt and
// the whole answer of each: what is let in never runs out of memory.
void Session::admit(Batch& batch)
{
    const auto most = static_cast<std::size_t>(runner_->options().logit_rows);
    while (!batch.waiting.empty() && !batch.full && batch.running.size() < most) {
        Sequence& sequence = *batch.waiting.front();
        const auto whole = static_cast<std::int64_t>(sequence.prompt_tokens) +
                           sequence.request->max_tokens;
        sequence.kv = longest_prefix(&batch, sequence.tokens, *sequence.request);
        if (is_read_by_another(batch, sequence)) {
            sequence.kv = runner_->make_sequence();  // shares no page that the other writes
            return;
        }
        restore_longer(sequence, whole);
        if (!make_room(sequence.kv, whole)) {
            sequence.kv = runner_->make_sequence();
            batch.full = !batch.running.empty();
            if (batch.full)
                return;
            sequence.failed = Error{ErrorKind::out_of_memory,
                                    "the KV cache of " + std::to_string(pool_tokens()) +
                                        " tokens has no room for " + std::to_string(whole) +
                                        " beside the prefixes that are held"};
            const std::unique_ptr<Sequence> refused = std::move(batch.waiting.front());
            batch.waiting.pop_front();
            hand_over(batch, *refused);
            continue;
        }
        sequence.completion.reused_tokens = sequence.kv.length();
        batch.meter->prefilled(static_cast<std::uint64_t>(sequence.kv.length()), 0, 0.0);
        batch.running.push_back(std::move(batch.waiting.front()));
        batch.waiting.pop_front();
    }
}

// A running request is still reading a beginning that this one has too: once it has, this one
// shares its pages.
bool Session::is_read_by_another(const Batch& batch, const Sequence& sequence)
{
    const auto held = static_cast<std::size_t>(sequence.kv.length());
    return std::any_of(batch.running.begin(), batch.running.end(), [&](const auto& other) {
        if (other->unread() == 0 || other->request->adapter != sequence.request->adapter)
            return false;
        const std::size_t common = std::min(common_length(other->tokens, sequence.tokens),
                                            sequence.prompt_tokens - 1);
        return common > static_cast<std::size_t>(other->kv.length()) &&
               common > held + model::KvPool::kPageTokens;
    });
}

// One step: every running sequence goes on, those with the same adapter together.
void Session::step(Batch& batch)
{
    std::vector<const Adapter*>& adapters = batch.adapters;
    adapters.clear();
    for (const auto& sequence : batch.running)
        if (const Adapter* const adapter = sequence->request->adapter.get();
            std::find(adapters.begin(), adapters.end(), adapter) == adapters.end())
            adapters.push_back(adapter);
    for (const Adapter* const adapter : adapters)
        step_with(batch, adapter);
    for (std::size_t i = 0; i < batch.running.size();) {
        if (!batch.running[i]->done) {
            ++i;
            continue;
        }
        const std::unique_ptr<Sequence> ended = std::move(batch.running[i]);
        batch.running.erase(batch.running.begin() + static_cast<std::ptrdiff_t>(i));
        hand_over(batch, *ended);
    }
}

// The next token of every sequence that decodes, and beside them the next rows of the prompts that
// are being read, in the order they were let in. Packed so that the rows whose logits are wanted
// stand together: prompts that do not end, prompts that do, tokens that decode.
void Session::step_with(Batch& batch, const Adapter* adapter)
{
    const auto start = Clock::now();
    use(adapter);
    plan_step(batch, adapter);
    batch.parts.clear();
    std::int64_t rows = 0, first_wanted = -1;
    for (Turn& turn : batch.turns) {
        batch.parts.push_back(turn.sequence->next_tokens(turn.rows));
        rows += static_cast<std::int64_t>(turn.rows);
        turn.last_row = rows - 1;
        if (turn.wanted && first_wanted < 0)
            first_wanted = turn.last_row;
    }
    const std::int64_t wanted = first_wanted < 0 ? 0 : rows - first_wanted;
    ENSURE(runner_->forward(batch.parts, {std::max<std::int64_t>(first_wanted, 0), wanted}));
    for (Turn& turn : batch.turns)
        turn.last_row -= first_wanted;
    sample_step(batch);
    count_step(batch, rows, seconds_since(start));
}

void Session::plan_step(Batch& batch, const Adapter* adapter)
{
    const auto takes_part = [adapter](const Sequence& sequence) {
        return sequence.request->adapter.get() == adapter;
    };
    std::size_t decoding = 0;
    bool any_decodes = false;
    for (const auto& sequence : batch.running) {
        const bool decodes = sequence->unread() == 0 && !sequence->done;
        decoding += decodes && takes_part(*sequence) ? 1 : 0;
        any_decodes = any_decodes || decodes;
    }
    std::size_t room = static_cast<std::size_t>(runner_->options().step_rows) - decoding;
    if (any_decodes)
        room = std::min(room, kRowsBesideDecodes);
    batch.turns.clear();
    bool ends = false;  // a prompt of several rows does
    for (const auto& sequence : batch.running) {
        if (!takes_part(*sequence))
            continue;
        const std::size_t left = sequence->unread();
        // A chunk of one row only where nothing else would be read: see rows_of_chunk.
        if (left == 0 || room == 0 || (room == 1 && left > 1 && !batch.turns.empty()))
            continue;
        std::size_t rows = rows_of_chunk(left, room);
        // One prompt ends in a step: the last layer then sums its last row alone, as it does for a
        // prompt that runs by itself. Another is read up to its last rows.
        if (rows == left && rows > 1) {
            if (ends && left < 4)
                continue;
            rows -= ends ? 2 : 0;
            ends = true;
        }
        batch.turns.push_back({sequence.get(), rows, rows == left, true});
        room -= rows;
    }
    // Those that end behind those that do not; of several rows before single ones.
    std::stable_sort(batch.turns.begin(), batch.turns.end(), [](const Turn& a, const Turn& b) {
        return a.wanted != b.wanted ? b.wanted : a.wanted && a.rows > b.rows;
    });
    for (const auto& sequence : batch.running)
        if (takes_part(*sequence) && sequence->unread() == 0)
            batch.turns.push_back({sequence.get(), 1, true, false});
}

// Rows at the end follow one another and are computed in one go; the ends of other prompts stand
// alone.
void Session::sample_step(Batch& batch)
{
    const auto vocabulary = static_cast<std::size_t>(runner_->config().vocabulary);
    for (std::size_t i = 0; i < batch.turns.size();) {
        std::size_t end = i + 1;
        if (!batch.turns[i].wanted) {
            ++i;
            continue;
        }
        while (end < batch.turns.size() &&
               batch.turns[end].last_row == batch.turns[end - 1].last_row + 1)
            ++end;
        const std::size_t rows = end - i;
        const auto logits = std::span(logits_).first(rows * vocabulary);
        runner_->logits(batch.turns[i].last_row, static_cast<std::int64_t>(rows), logits);
        for (std::size_t row = 0; row < rows; ++row)
            take_logits(batch, *batch.turns[i + row].sequence,
                        logits.subspan(row * vocabulary, vocabulary));
        i = end;
    }
}

// The step's time falls on its rows alike.
void Session::count_step(Batch& batch, std::int64_t rows, double seconds)
{
    std::uint64_t decoded = 0, read = 0;
    const double each = seconds / static_cast<double>(rows);
    for (const Turn& turn : batch.turns) {
        (turn.reads ? read : decoded) += turn.rows;
        if (!turn.reads)
            continue;
        turn.sequence->completion.prefill_s += each * static_cast<double>(turn.rows);
    }
    if (read > 0)
        batch.meter->prefilled(read, read, each * static_cast<double>(read));
    if (decoded > 0)
        batch.meter->decoded(decoded, each * static_cast<double>(decoded));
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
    for (const TokenMask* const mask : {request.mask.get(), sequence.grammar.get()}) {
        if (mask == nullptr)
            continue;
        if (allowed_.empty())
            allowed_.assign(logits.size(), true);
        mask->apply(completion.tokens, allowed_);
    }
    const Result<TokenId> picked = sequence.sampler.pick(logits, allowed_);
    if (!picked.ok()) {
        sequence.failed = picked.error();
        sequence.done = true;
        batch.full = false;
        return;
    }
    if (sequence.decode_start == Clock::time_point{})
        sequence.decode_start = Clock::now();
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
    sequence.done = true;
    batch.full = false;
    sequence.tokens.resize(static_cast<std::size_t>(sequence.kv.length()));
    if (finish != Finish::cancelled)
        keep(sequence);
    remember(std::move(sequence.tokens), std::move(sequence.kv), sequence.request->adapter);
}

}  // namespace longhand::infer
