// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tiny_model.h"

#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"

#include <algorithm>
#include <cmath>

namespace longhand::test {
namespace {

class ByteTokenizer : public tokenizer::Tokenizer {
public:
    ByteTokenizer() : Tokenizer(bytes_and_specials()) {}

    [[nodiscard]] std::vector<TokenId> encode(std::string_view text, bool) const override
    {
        std::vector<TokenId> tokens;
        for (const char c : text)
            tokens.push_back(static_cast<unsigned char>(c));
        return tokens;
    }
    [[nodiscard]] std::string piece(TokenId token, bool) const override
    {
        return token < 256 ? std::string(1, static_cast<char>(token)) : std::string();
    }

private:
    static tokenizer::Vocabulary bytes_and_specials()
    {
        tokenizer::Vocabulary vocabulary;
        for (int byte = 0; byte < 256; ++byte)
            vocabulary.tokens.push_back("byte " + std::to_string(byte));
        vocabulary.types.assign(256, tokenizer::TokenType::byte);
        for (const char* const special : {"<|start|>", "<|end|>", "<|pad|>"}) {
            vocabulary.tokens.emplace_back(special);
            vocabulary.types.push_back(tokenizer::TokenType::control);
        }
        vocabulary.bos = 256;
        vocabulary.eos = 257;
        vocabulary.pad = 258;
        return vocabulary;
    }
};

}  // namespace

model::ModelConfig tiny_config(const TinyOptions& options)
{
    model::ModelConfig config;
    config.architecture = "llama";
    config.names = model::gguf_names();
    config.layers = 2;
    config.dim = options.dim;
    config.heads = options.heads;
    config.kv_heads = options.kv_heads;
    config.head_dim = options.head_dim;
    config.rotary_dim = options.head_dim;
    config.mlp_dim = 96;
    config.vocabulary = kTinyVocabulary;
    config.context_length = 256;
    config.tied_head = options.tied_head;
    config.rope = options.rope;
    config.rope_theta = options.rope_theta;
    config.windows = options.windows;
    config.rope_interleaved = options.interleaved;
    return config;
}

std::shared_ptr<const model::Transformer> tiny_model(const TinyOptions& options)
{
    std::shared_ptr<tensor::Backend> backend = options.backend;
    if (backend == nullptr)
        backend = tensor::make_oracle_backend();
    return model::Transformer::load(tiny_config(options),
                                    model::random_weights(options.weights, options.seed), backend)
        .value();
}

std::shared_ptr<const tokenizer::Tokenizer> byte_tokenizer()
{
    return std::make_shared<ByteTokenizer>();
}

std::unique_ptr<infer::Session> tiny_session(const TinySessionOptions& options)
{
    infer::LoadedModel model;
    model.name = "tiny";
    model.transformer = tiny_model(options.model);
    model.tokenizer = byte_tokenizer();
    model.runner = {.positions = options.context,
                    .kv_tokens = options.kv_tokens,
                    .sequences = options.window_sequences,
                    .step_rows = std::max(options.prefill_tokens, options.max_sequences),
                    .logit_rows = options.max_sequences,
                    .kv_dtype = options.kv_dtype};
    model.measured_length = options.context;
    std::unique_ptr<infer::KvStore> store;
    if (!options.kept.empty()) {
        model.identity = "tiny";
        store = std::make_unique<infer::KvStore>(infer::KvStore::Options{
            .folder = options.kept, .most_bytes = std::uint64_t{1} << 30});
    }
    return infer::Session::open(std::move(model), std::move(store)).value();
}

std::vector<TokenId> random_tokens(Seed seed, std::int64_t count, std::int64_t vocabulary)
{
    Random random(seed);
    std::vector<TokenId> tokens;
    for (std::int64_t i = 0; i < count; ++i)
        tokens.push_back(static_cast<TokenId>(random.below(static_cast<std::uint64_t>(vocabulary))));
    return tokens;
}

std::vector<float> logits_of(const std::shared_ptr<const model::Transformer>& transformer,
                             std::span<const TokenId> tokens, std::int64_t chunk,
                             tensor::DType kv_dtype)
{
    const auto runner =
        model::Runner::make(transformer, {.positions = static_cast<std::int64_t>(tokens.size()),
                                          .step_rows = chunk,
                                          .logit_rows = chunk,
                                          .kv_dtype = kv_dtype})
            .value();
    const auto vocabulary = static_cast<std::size_t>(transformer->config().vocabulary);
    std::vector<float> logits(tokens.size() * vocabulary);
    model::KvSequence sequence = runner->make_sequence();
    for (std::size_t at = 0; at < tokens.size(); at += static_cast<std::size_t>(chunk)) {
        const std::size_t count = std::min(static_cast<std::size_t>(chunk), tokens.size() - at);
        const model::SequenceTokens part{&sequence, tokens.subspan(at, count)};
        const auto rows = static_cast<std::int64_t>(count);
        ENSURE(runner->forward(std::span(&part, 1), {0, rows}));
        runner->logits(0, rows, std::span(logits).subspan(at * vocabulary, count * vocabulary));
    }
    return logits;
}

double relative_error(std::span<const float> a, std::span<const float> b)
{
    ENSURE(a.size() == b.size());
    double difference = 0.0;
    double norm = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double d = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        difference += d * d;
        norm += static_cast<double>(b[i]) * static_cast<double>(b[i]);
    }
    return std::sqrt(difference / norm);
}

}  // namespace longhand::test
