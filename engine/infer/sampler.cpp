// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/sampler.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace longhand::infer {
namespace {

constexpr float kForbidden = -std::numeric_limits<float>::infinity();

Error bad(const char* name, float value, const char* expected)
{
    return {ErrorKind::invalid,
            std::string(name) + " is " + std::to_string(value) + ", expected " + expected};
}

}  // namespace

Result<void> Sampler::check(const Sampling& sampling)
{
    // Written so that NaN fails too.
    if (!(sampling.temperature >= 0.0F && sampling.temperature <= 100.0F))
        return bad("temperature", sampling.temperature, "0 to 100");
    if (sampling.top_k < 0)
        return bad("top_k", static_cast<float>(sampling.top_k), "0 or more");
    if (!(sampling.top_p > 0.0F && sampling.top_p <= 1.0F))
        return bad("top_p", sampling.top_p, "above 0, at most 1");
    if (!(sampling.min_p >= 0.0F && sampling.min_p <= 1.0F))
        return bad("min_p", sampling.min_p, "0 to 1");
    if (!(sampling.repetition_penalty > 0.0F && sampling.repetition_penalty <= 100.0F))
        return bad("repetition_penalty", sampling.repetition_penalty, "above 0, at most 100");
    if (!(std::abs(sampling.frequency_penalty) <= 100.0F))
        return bad("frequency_penalty", sampling.frequency_penalty, "-100 to 100");
    if (sampling.no_repeat_ngram != 0 &&
        (sampling.no_repeat_ngram < 2 || sampling.no_repeat_ngram > NgramState::kMostTokens))
        return bad("no_repeat_ngram", static_cast<float>(sampling.no_repeat_ngram),
                   "0 or 2 to 64");
    return {};
}

Sampler::Sampler(const Sampling& sampling, Seed seed) 
    : sampling_(sampling), random_(seed), ngrams_(sampling.no_repeat_ngram)
{
}

void Sampler::see_prompt(std::span<const TokenId> prompt)
{
    const std::size_t count = std::min(prompt.size(), kPenaltyTokens);
    recent_.assign(prompt.end() - static_cast<std::ptrdiff_t>(count), prompt.end());
}

void Sampler::accept(TokenId token)
{
    ngrams_.add(token);
    if (sampling_.temperature == 0.0F)
        return;
    if (recent_.size() == kPenaltyTokens)
        recent_.erase(recent_.begin());
    recent_.push_back(token);
    if (sampling_.frequency_penalty != 0.0F)
        ++generated_[token];
}

Result<TokenId> Sampler::pick(std::span<float> logits, const std::vector<bool>& allowed)
{
    if (sampling_.temperature > 0.0F)
        penalise(logits);
    bool finite = true;
    float highest = kForbidden;
    TokenId best = -1;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        finite = finite && std::isfinite(logits[i]);
        if (!allowed.empty() && !allowed[i])
            logits[i] = kForbidden;
    }
    for (const TokenId repeats : ngrams_.followers())
        logits[static_cast<std::size_t>(repeats)] = kForbidden;
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (logits[i] > highest) {
            highest = logits[i];
            best = static_cast<TokenId>(i);
        }
    if (!finite)
        return Error{ErrorKind::internal, "the model computed a logit that is not a number"};
    if (best < 0 || sampling_.temperature == 0.0F)
        return best;
    collect(logits, highest);
    return draw(highest);
}

// As in Keskar et al. 2019, section 4.1, but so that negative logits are pushed down too.
void Sampler::penalise(std::span<float> logits)
{
    if (sampling_.repetition_penalty != 1.0F) {
        unique_.assign(recent_.begin(), recent_.end());
        std::sort(unique_.begin(), unique_.end());
        unique_.erase(std::unique(unique_.begin(), unique_.end()), unique_.end());
        for (const TokenId token : unique_) {
            if (static_cast<std::size_t>(token) >= logits.size())
                continue;
            float& logit = logits[static_cast<std::size_t>(token)];
            logit = logit > 0.0F ? logit / sampling_.repetition_penalty
                                 : logit * sampling_.repetition_penalty;
        }
    }
    for (const auto& [token, times] : generated_)
        logits[static_cast<std::size_t>(token)] -=
            sampling_.frequency_penalty * static_cast<float>(times);
}

double Sampler::weight(float logit, float highest) const
{
    return std::exp((static_cast<double>(logit) - static_cast<double>(highest)) /
                    static_cast<double>(sampling_.temperature));
}

void Sampler::collect(std::span<const float> logits, float highest)
{
    if (sampling_.top_k > 0)
        collect_most_probable(logits, static_cast<std::size_t>(sampling_.top_k));
    if (sampling_.top_p < 1.0F)
        cut_to_top_p(logits, highest);
    else if (sampling_.top_k == 0) {
        candidates_.clear();
        for (std::size_t i = 0; i < logits.size(); ++i)
            if (logits[i] != kForbidden)
                candidates_.push_back({logits[i], static_cast<TokenId>(i)});
    }
    if (sampling_.min_p > 0.0F)
        std::erase_if(candidates_, [&](const Candidate& candidate) {
            return weight(candidate.logit, highest) < static_cast<double>(sampling_.min_p);
        });
}

// The `count` best, best first: one pass with a heap of that size.
void Sampler::collect_most_probable(std::span<const float> logits, std::size_t count)
{
    const auto better = [](const Candidate& a, const Candidate& b) {
        return a.logit != b.logit ? a.logit > b.logit : a.token < b.token;
    };
    candidates_.clear();
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (logits[i] == kForbidden)
            continue;
        const Candidate candidate{logits[i], static_cast<TokenId>(i)};
        if (candidates_.size() == count) {
            if (!better(candidate, candidates_.front()))
                continue;
            std::pop_heap(candidates_.begin(), candidates_.end(), better);
            candidates_.back() = candidate;
        } else {
            candidates_.push_back(candidate);
        }
        std::push_heap(candidates_.begin(), candidates_.end(), better);
    }
    std::sort_heap(candidates_.begin(), candidates_.end(), better);
}

// Without top_k the best 64 mostly suffice; when they do not, eight times as many are taken.
void Sampler::cut_to_top_p(std::span<const float> logits, float highest)
{
    double total = 0.0;
    if (sampling_.top_k > 0) {
        for (const Candidate& candidate : candidates_)
            total += weight(candidate.logit, highest);
    } else {
        for (const float logit : logits)
            total += weight(logit, highest);
    }
    const double wanted = static_cast<double>(sampling_.top_p) * total;
    for (std::size_t count = 64;; count *= 8) {
        if (sampling_.top_k == 0)
            collect_most_probable(logits, count);
        double sum = 0.0;
        for (std::size_t kept = 0; kept < candidates_.size(); ++kept) {
            sum += weight(candidates_[kept].logit, highest);
            if (sum >= wanted) {
                candidates_.resize(kept + 1);
                return;
            }
        }
        if (sampling_.top_k > 0 || candidates_.size() < count)
            return;
    }
}

TokenId Sampler::draw(float highest)
{
    double total = 0.0;
    for (const Candidate& candidate : candidates_)
        total += weight(candidate.logit, highest);
    double left = random_.uniform() * total;
    for (const Candidate& candidate : candidates_) {
        left -= weight(candidate.logit, highest);
        if (left < 0.0)
            return candidate.token;
    }
    return candidates_.back().token;
}

float log_probability(std::span<const float> logits, TokenId token)
{
    const float highest = *std::max_element(logits.begin(), logits.end());
    double total = 0.0;
    for (const float logit : logits)
        total += std::exp(static_cast<double>(logit - highest));
    return static_cast<float>(static_cast<double>(logits[static_cast<std::size_t>(token)]) -
                              static_cast<double>(highest) - std::log(total));
}

}  // namespace longhand::infer
