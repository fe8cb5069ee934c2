// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eval/throughput.h"

#include "engine/model/random_model.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace longhand::eval {
namespace {

using Clock = std::chrono::steady_clock;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

constexpr std::int64_t kLongestSequence = std::int64_t{1} << 24;

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Timing {
    double median = 0.0;
    double spread = 0.0;
};

Timing summarise(std::vector<double> seconds)
{
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    return {median, (seconds.back() - seconds.front()) / median};
}

// The shortest of several runs of `work`, in seconds: a ceiling is what is possible.
template <class Work>
double best_of(int times, const Work& work)
{
    double best = 1e30;
    for (int i = 0; i < times; ++i) {
        const auto start = Clock::now();
        work();
        best = std::min(best, seconds_since(start));
    }
    return best;
}

Result<double> copy_rate(tensor::Backend& backend)
{
    constexpr std::int64_t kValues = std::int64_t{32} << 20;
    TRY(const Tensor from, model::allocate(backend, DType::f32, Shape{1, kValues}));
    TRY(const Tensor to, model::allocate(backend, DType::f32, Shape{1, kValues}));
    const std::vector<float> zeros(static_cast<std::size_t>(kValues));
    backend.upload(from, std::as_bytes(std::span(zeros)));
    std::array<float, 1> probe{};
    Tensor last = to;
    last.shape = Shape{1, 1};
    const double seconds = best_of(5, [&] {
        backend.copy(to, from);
        backend.download(std::as_writable_bytes(std::span(probe)), last);
    });
    return 2.0 * sizeof(float) * static_cast<double>(kValues) / seconds;
}

struct Product {
    std::int64_t out, in, rows;
    DType dtype;
};

Result<double> product_seconds(tensor::Backend& backend, const Product& product)
{
    const Shape shape{product.out, product.in};
    TRY(const model::HostWeight host,
        model::random_weights(product.dtype, Seed{1})("ceiling", shape));
    tensor::Linear layer;
    TRY(layer.weight, backend.load_weight(host.bytes, host.dtype, shape, host.owner));
    TRY(const Tensor in, model::allocate(backend, DType::f32, Shape{product.rows, product.in}));
    TRY(const Tensor out, model::allocate(backend, DType::f32, Shape{product.rows, product.out}));
    TRY(backend.reserve({.rows = product.rows,
                         .dim = std::max(product.in, product.out),
                         .positions = 1,
                         .heads = 1,
                         .head_dim = 64,
                         .vocabulary = product.out}));
    const std::vector<float> ones(static_cast<std::size_t>(product.rows * product.in), 1.0F);
    backend.upload(in, std::as_bytes(std::span(ones)));
    std::vector<float> result(static_cast<std::size_t>(product.out));
    return best_of(6, [&] {
        backend.linear(std::span(&out, 1), in, std::span(&layer, 1));
        backend.download(std::as_writable_bytes(std::span(result)), out.rows(0, 1));
    });
}

class Meter {
public:
    Meter(const std::shared_ptr<const model::Transformer>& transformer,
          const std::optional<Ceilings>& ceilings, const ThroughputOptions& options)
        : transformer_(transformer), ceilings_(ceilings), options_(options), random_(options.seed)
    {
        if (options_.step_rows == 0)
            options_.step_rows = transformer->backend().describe().step_rows;
    }

    Result<Throughput> prefill(std::int64_t prompt, std::int64_t depth)
    {
        TRY(open(depth + prompt, 1, std::min(options_.step_rows, prompt)));
        const std::vector<TokenId> tokens = random_tokens(prompt);
        std::vector<double> seconds;
        for (std::int64_t i = -1; i < options_.repetitions; ++i) {  // -1: warm up
            model::KvSequence sequence = filled(depth);
            const auto start = Clock::now();
            TRY(read(sequence, tokens));
            if (i >= 0)
                seconds.push_back(seconds_since(start));
            report("prompt " + std::to_string(prompt), i + 1);
        }
        Throughput result = describe(depth + prompt, depth, 1);
        const Timing timing = summarise(std::move(seconds));
        result.prompt_tokens = prompt;
        result.prompt_tokens_per_s = static_cast<double>(prompt) / timing.median;
        result.spread = timing.spread;
        result.flops_per_s = prefill_flops(prompt, depth) / timing.median;
        if (ceilings_ && ceilings_->matrix_flops_per_s > 0.0)
            result.share_of_ceiling = result.flops_per_s / ceilings_->matrix_flops_per_s;
        return result;
    }

    Result<Throughput> decode(std::int64_t depth, std::int64_t batch)
    {
        // Without a depth one token stands in the cache, as after the shortest prompt.
        const std::int64_t begin = std::max<std::int64_t>(depth, 1);
        TRY(open(begin + options_.generate, batch, batch));
        std::vector<double> seconds;
        for (std::int64_t i = -1; i < options_.repetitions; ++i) {
            std::vector<model::KvSequence> sequences;
            for (std::int64_t s = 0; s < batch; ++s)
                sequences.push_back(filled(begin));
            const auto start = Clock::now();
            const std::int64_t tokens = i < 0 ? std::min<std::int64_t>(4, options_.generate)
                                              : options_.generate;
            for (std::int64_t t = 0; t < tokens; ++t)
                TRY(step(sequences));
            if (i >= 0)
                seconds.push_back(seconds_since(start));
            report("generate at " + std::to_string(depth), i + 1);
        }
        Throughput result = describe(begin + options_.generate, depth, batch);
        const Timing timing = summarise(std::move(seconds));
        const auto steps = static_cast<double>(options_.generate);
        result.generated_tokens = options_.generate;
        result.generate_tokens_per_s = steps * static_cast<double>(batch) / timing.median;
        result.spread = timing.spread;
        const double keys = static_cast<double>(batch) * kv_bytes_per_token() *
                            (static_cast<double>(begin) + steps / 2);
        result.bytes_per_s =
            (static_cast<double>(transformer_->bytes_per_token()) + keys) * steps / timing.median;
        if (ceilings_ && ceilings_->read_bytes_per_s > 0.0)
            result.share_of_ceiling = result.bytes_per_s / ceilings_->read_bytes_per_s;
        return result;
    }

private:
    Result<void> open(std::int64_t positions, std::int64_t batch, std::int64_t rows)
    {
        if (positions > kLongestSequence || batch > 4096)
            return Error{ErrorKind::invalid, "a batch of " + std::to_string(batch) +
                                                 " sequences of " + std::to_string(positions) +
                                                 " tokens"};
        const std::int64_t paged = model::KvPool::pages_for(positions) * model::KvPool::kPageTokens;
        const model::RunnerOptions wanted = {.positions = positions,
                                             .kv_tokens = paged * batch,
                                             .step_rows = rows,
                                             .logit_rows = batch,
                                             .kv_dtype = options_.kv_dtype};
        runner_.reset();
        const std::uint64_t needed =
            model::KvPool::bytes(transformer_->config(), options_.kv_dtype,
                                 {.tokens = wanted.kv_tokens});
        const std::uint64_t free = transformer_->backend().describe().free_bytes;
        if (free > 0 && needed > free)
            return Error{ErrorKind::out_of_memory,
                         "a cache of " + std::to_string(needed) + " bytes with " +
                             std::to_string(free) + " bytes free"};
        TRY(runner_, model::Runner::make(transformer_, wanted));
        logits_.resize(static_cast<std::size_t>(batch * transformer_->config().vocabulary));
        fill_pool();
        return {};
    }

    // Small random numbers everywhere: what lies in fresh memory might be slow to compute with.
    void fill_pool()
    {
        tensor::Backend& backend = transformer_->backend();
        const Tensor& keys = runner_->pool().layer(0).keys;
        std::vector<float> values(static_cast<std::size_t>(keys.shape.back()) * 64);
        for (float& value : values)
            value = random_.uniform(-1.0F, 1.0F);
        std::vector<std::byte> rows;
        const tensor::DTypeTraits& type = tensor::traits(keys.dtype);
        rows.resize(values.size() / type.block_values * type.block_bytes);
        if (keys.dtype == DType::f32)
            std::copy_n(std::as_bytes(std::span(values)).data(), rows.size(), rows.data());
        else
            for (std::size_t i = 0; i < rows.size(); i += 2) {  // f16 of +-[0.25, 1)
                rows[i] = static_cast<std::byte>(random_.next_u64());
                rows[i + 1] = static_cast<std::byte>((random_.next_u64() & 0x87U) | 0x34U);
            }
        for (std::int64_t l = 0; l < transformer_->config().layers; ++l)
            for (const Tensor& pages : {runner_->pool().layer(l).keys, runner_->pool().layer(l).values})
                for (std::int64_t row = 0; row < pages.shape[0]; row += 64) {
                    const std::int64_t count = std::min<std::int64_t>(64, pages.shape[0] - row);
                    const std::size_t bytes = rows.size() / 64 * static_cast<std::size_t>(count);
                    backend.upload(pages.rows(row, count), std::span(rows).first(bytes));
                }
    }

    model::KvSequence filled(std::int64_t depth)
    {
        model::KvSequence sequence = runner_->make_sequence();
        ENSURE(sequence.reserve(depth));
        sequence.advance(depth);
        return sequence;
    }

    std::vector<TokenId> random_tokens(std::int64_t count)
    {
        const auto vocabulary = static_cast<std::uint64_t>(transformer_->config().vocabulary);
        std::vector<TokenId> tokens;
        for (std::int64_t i = 0; i < count; ++i)
            tokens.push_back(static_cast<TokenId>(random_.below(vocabulary)));
        return tokens;
    }

    Result<void> read(model::KvSequence& sequence, std::span<const TokenId> tokens)
    {
        const auto chunk = static_cast<std::size_t>(runner_->options().step_rows);
        for (std::size_t at = 0; at < tokens.size(); at += chunk) {
            if (options_.stop.stop_requested())
                return Error{ErrorKind::cancelled, "stopped while measuring"};
            const std::size_t count = std::min(chunk, tokens.size() - at);
            const bool last = at + count == tokens.size();
            const model::SequenceTokens part{&sequence, tokens.subspan(at, count)};
            const model::WantedRows wanted{last ? static_cast<std::int64_t>(count) - 1 : 0,
                                           last ? 1 : 0};
            ENSURE(runner_->forward(std::span(&part, 1), wanted));
        }
        runner_->logits(0, 1, std::span(logits_).first(
                                  static_cast<std::size_t>(transformer_->config().vocabulary)));
        return {};
    }

    // The next tokens are drawn, not sampled: which they are does not change the time.
    Result<void> step(std::vector<model::KvSequence>& sequences)
    {
        if (options_.stop.stop_requested())
            return Error{ErrorKind::cancelled, "stopped while measuring"};
        tokens_ = random_tokens(static_cast<std::int64_t>(sequences.size()));
        parts_.clear();
        for (std::size_t i = 0; i < sequences.size(); ++i)
            parts_.push_back({&sequences[i], std::span(tokens_).subspan(i, 1)});
        const auto rows = static_cast<std::int64_t>(sequences.size());
        ENSURE(runner_->forward(parts_, {0, rows}));
        runner_->logits(0, rows, logits_);
        return {};
    }

    [[nodiscard]] double kv_bytes_per_token() const
    {
        const model::ModelConfig& config = transformer_->config();
        const tensor::DTypeTraits& type = tensor::traits(options_.kv_dtype);
        return 2.0 * static_cast<double>(config.layers * config.kv_dim()) * type.block_bytes /
               type.block_values;
    }

    [[nodiscard]] double prefill_flops(std::int64_t prompt, std::int64_t depth) const
    {
        const model::ModelConfig& config = transformer_->config();
        const auto layer = static_cast<double>(config.dim * (2 * config.q_dim() + 2 * config.kv_dim() +
                                                             3 * config.mlp_dim));
        const auto tokens = static_cast<double>(prompt);
        const double keys = tokens * (static_cast<double>(depth) + (tokens + 1) / 2);
        return static_cast<double>(config.layers) *
               (2.0 * layer * tokens + 4.0 * static_cast<double>(config.q_dim()) * keys);
    }

    [[nodiscard]] Throughput describe(std::int64_t tokens, std::int64_t depth,
                                      std::int64_t batch) const
    {
        const std::uint64_t workspace =
            model::Runner::workspace_bytes(transformer_->config(), runner_->options());
        return {.depth = depth,
                .batch = batch,
                .weight_bytes = transformer_->weight_bytes(),
                .kv_bytes = static_cast<std::uint64_t>(kv_bytes_per_token() *
                                                       static_cast<double>(tokens * batch)),
                .peak_bytes =
                    transformer_->weight_bytes() + runner_->pool().bytes() + workspace};
    }

    void report(std::string phase, std::int64_t done)
    {
        if (options_.progress)
            options_.progress({.phase = std::move(phase),
                               .done = static_cast<std::uint64_t>(done),
                               .total = static_cast<std::uint64_t>(options_.repetitions),
                               .unit = "repetitions"});
    }

    std::shared_ptr<const model::Transformer> transformer_;
    std::optional<Ceilings> ceilings_;
    ThroughputOptions options_;
    Random random_;
    std::unique_ptr<model::Runner> runner_;
    std::vector<float> logits_;
    std::vector<TokenId> tokens_;
    std::vector<model::SequenceTokens> parts_;
};

Result<void> check(const ThroughputOptions& options)
{
    const auto bad = [](const std::vector<std::int64_t>& values, std::int64_t least) {
        return std::any_of(values.begin(), values.end(), [least](std::int64_t value) {
            return value < least || value > kLongestSequence;
        });
    };
    if (bad(options.prompts, 0) || bad(options.depths, 0) || bad(options.batches, 1) ||
        options.generate < 0 || options.generate > kLongestSequence || options.repetitions < 1 ||
        options.step_rows < 0)
        return Error{ErrorKind::invalid, "a count of tokens, sequences or repetitions is negative "
                                         "or absurd"};
    return {};
}

}  // namespace

Result<Ceilings> measure_ceilings(tensor::Backend& backend)
{
    Ceilings ceilings;
    try {
        TRY(ceilings.copy_bytes_per_s, copy_rate(backend));
        const Product wide = {.out = 8192, .in = 8192, .rows = 1, .dtype = DType::f16};
        TRY(const double reading, product_seconds(backend, wide));
        ceilings.read_bytes_per_s = 2.0 * static_cast<double>(wide.out * wide.in) / reading;
        for (const DType dtype : {DType::f16, DType::q8_0}) {
            const Product deep = {.out = 2048, .in = 2048, .rows = 512, .dtype = dtype};
            TRY(const double computing, product_seconds(backend, deep));
            ceilings.matrix_flops_per_s =
                std::max(ceilings.matrix_flops_per_s,
                         2.0 * static_cast<double>(deep.out * deep.in * deep.rows) / computing);
        }
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    // A copy reads as much as it writes, so whoever can copy can read at least half as fast.
    ceilings.read_bytes_per_s = std::max(ceilings.read_bytes_per_s, ceilings.copy_bytes_per_s / 2);
    return ceilings;
}

Result<std::vector<Throughput>>
measure_throughput(const std::shared_ptr<const model::Transformer>& transformer,
                   const std::optional<Ceilings>& ceilings, const ThroughputOptions& options,
                   const std::function<void(const Throughput&)>& each)
{
    TRY(check(options));
    Meter meter(transformer, ceilings, options);
    std::vector<Throughput> results;
    const auto keep = [&](Throughput result) {
        if (each)
            each(result);
        results.push_back(result);
    };
    try {
        for (const std::int64_t depth : options.depths)
            for (const std::int64_t prompt : options.prompts) {
                if (prompt == 0)
                    continue;
                TRY(Throughput result, meter.prefill(prompt, depth));
                keep(std::move(result));
            }
        for (const std::int64_t depth : options.depths)
            for (const std::int64_t batch : options.batches) {
                if (options.generate == 0)
                    continue;
                TRY(Throughput result, meter.decode(depth, batch));
                keep(std::move(result));
            }
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return results;
}

}  // namespace longhand::eval
