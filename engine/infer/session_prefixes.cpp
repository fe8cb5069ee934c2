// SPDX-License-Identifier: GPL-3.0-or-later
// What a session has read and can use again: in its cache, and on the disk.
#include "engine/base/log.h"
#include "engine/infer/session_sequence.h"

#include <algorithm>

namespace longhand::infer {
namespace {

constexpr std::size_t kMostRemembered = 8;
constexpr std::int64_t kLeastKept = 512;  // tokens: a shorter text is read sooner than found

}  // namespace

std::size_t common_length(std::span<const TokenId> a, std::span<const TokenId> b)
{
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(end - a.begin());
}

// The longest beginning of `tokens` that the cache, a running request or the prefix holds; at
// least one token is left to compute, whose logits are needed.
model::KvSequence Session::longest_prefix(const Batch* batch, std::span<const TokenId> tokens,
                                          const Request& request) const
{
    const model::KvSequence* best = nullptr;
    std::size_t length = 0;
    const auto consider = [&](std::span<const TokenId> known, const model::KvSequence& kv) {
        const auto held = known.first(static_cast<std::size_t>(kv.length()));
        const std::size_t common = std::min(common_length(held, tokens), tokens.size() - 1);
        if (common > length && kv.covers(static_cast<std::int64_t>(common))) {
            length = common;
            best = &kv;
        }
    };
    if (const auto* read = dynamic_cast<const SessionPrefix*>(request.prefix.get()))
        consider(read->ids(), read->kv());
    // An adapter changes keys and values: what was read with another is another text.
    for (const Remembered& one : remembered_)
        if (one.adapter == request.adapter)
            consider(one.tokens, one.kv);
    if (batch != nullptr)
        for (const auto& sequence : batch->running)
            if (sequence->request->adapter == request.adapter)
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

void Session::remember(std::vector<TokenId> tokens, model::KvSequence kv, AdapterHandle adapter)
{
    if (kv.length() == 0)
        return;
    kv.truncate(kv.length());  // gives back what was reserved for the rest of the answer
    // One that the new sequence continues is of no more use.
    std::erase_if(remembered_, [&](const Remembered& old) {
        return old.adapter == adapter &&
               common_length(old.tokens, tokens) == old.tokens.size();
    });
    remembered_.push_front({std::move(tokens), std::move(kv), std::move(adapter)});
    if (remembered_.size() > kMostRemembered)
        remembered_.pop_back();
}

std::optional<KvIdentity> Session::kept_identity(const Request& request) const
{
    if (store_ == nullptr || request.keep_as.empty())
        return std::nullopt;
    KvIdentity identity = identity_;
    if (const auto* adapter = dynamic_cast<const SessionAdapter*>(request.adapter.get())) {
        if (adapter->identity().empty())
            return std::nullopt;
        identity.adapter += adapter->identity();
    }
    return identity;
}

// Takes a longer beginning from the disk, if there is one.
void Session::restore_longer(Sequence& sequence, std::int64_t whole)
{
    const std::optional<KvIdentity> identity = kept_identity(*sequence.request);
    if (!identity)
        return;
    const auto start = Clock::now();
    const KvStore::Match match =
        store_->find(*identity, sequence.request->keep_as, sequence.tokens);
    if (match.tokens < sequence.kv.length() + kLeastKept)
        return;
    model::KvSequence fresh = runner_->make_sequence();
    if (!make_room(fresh, whole) || !store_->restore(match, *identity, fresh))
        return;
    sequence.kv = std::move(fresh);
    log::info("took " + std::to_string(match.tokens) + " tokens from the disk in " +
              std::to_string(seconds_since(start)) + " s");
}

// Keeps a prompt on the disk, unless most of it stands there.
void Session::keep(const Sequence& sequence)
{
    const auto read = std::min(static_cast<std::int64_t>(sequence.prompt_tokens),
                               sequence.kv.length());
    const std::optional<KvIdentity> identity = kept_identity(*sequence.request);
    if (!identity || read < kLeastKept)
        return;
    const std::string& owner = sequence.request->keep_as;
    const auto prompt = std::span(sequence.tokens).first(static_cast<std::size_t>(read));
    if (store_->find(*identity, owner, prompt).tokens > read - read / 8)
        return;
    const auto start = Clock::now();
    const Result<void> kept = store_->keep(*identity, owner, prompt, sequence.kv);
    if (kept.ok())
        log::info("kept " + std::to_string(read) + " tokens on the disk in " +
                  std::to_string(seconds_since(start)) + " s");
    else
        log::warning("a text that was read is not kept: " + kept.error().message);
}

}  // namespace longhand::infer
