// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/session.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/tiny_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace longhand::infer::test_session {

using test::random_tokens;

// Allows a few tokens alone, the same at every step.
class Only : public TokenMask {
public:
    explicit Only(std::vector<TokenId> tokens) : tokens_(std::move(tokens)) {}
    void apply(std::span<const TokenId>, std::vector<bool>& allowed) const override
    {
        std::fill(allowed.begin(), allowed.end(), false);
        for (const TokenId token : tokens_)
            allowed[static_cast<std::size_t>(token)] = true;
    }

private:
    std::vector<TokenId> tokens_;
};

inline std::shared_ptr<const TokenMask> letters()
{
    std::vector<TokenId> tokens(26);
    std::iota(tokens.begin(), tokens.end(), 'a');
    return std::make_shared<Only>(tokens);
}

// Letters, drawn so that an answer does not fall into a loop.
inline Request request_for(std::vector<TokenId> prompt, std::int32_t max_tokens = 24)
{
    Request request;
    request.prompt = RawTokens{std::move(prompt)};
    request.mask = letters();
    request.max_tokens = max_tokens;
    request.sampling.temperature = 1.0F;
    request.seed = Seed{17};
    request.want_log_probabilities = true;
    return request;
}

inline std::vector<Result<Completion>> run(Session& session, std::span<const Request> requests)
{
    return session.generate(requests, {}, {});
}

inline Completion run_one(Session& session, const Request& request)
{
    auto result = generate_one(session, request, {}, {});
    EXPECT_TRUE(result.ok()) << result.error().message;
    return result.ok() ? std::move(result).value() : Completion{};
}

inline test::TinySessionOptions on_cpu(std::int64_t context = 256)
{
    test::TinySessionOptions options;
    options.model.backend = tensor::make_cpu_backend({.threads = 2});
    options.context = context;
    return options;
}

}  // namespace longhand::infer::test_session
