// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/runner.h"

#include "engine/model/decoder_parts.h"

#include <algorithm>
#include <array>

namespace longhand::model {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

Runner::Runner(std::shared_ptr<const Transformer> transformer, const RunnerOptions& options)
    : transformer_(std::move(transformer)), options_(options)
{
}

void Runner::use(std::shared_ptr<const Transformer> transformer)
{
    const ModelConfig& other = transformer->config();
    ENSURE(&transformer->backend() == &transformer_->backend());
    ENSURE(other.layers == config().layers && other.dim == config().dim &&
           other.vocabulary == config().vocabulary && other.kv_dim() == config().kv_dim() &&
           other.rope == config().rope && other.rope_theta == config().rope_theta);
    transformer_ = std::move(transformer);
}

Result<std::unique_ptr<Runner>> Runner::make(std::shared_ptr<const Transformer> transformer,
                                             const RunnerOptions& options)
{
    RunnerOptions complete = options;
    if (complete.kv_tokens == 0)
        complete.kv_tokens = complete.positions;
    if (complete.positions < 1 || complete.positions > INT32_MAX || complete.step_rows < 1 ||
        complete.logit_rows < 1)
        return Error{ErrorKind::invalid, "a context of " + std::to_string(complete.positions) +
                                             " tokens in steps of " +
                                             std::to_string(complete.step_rows)};
    std::unique_ptr<Runner> runner(new Runner(std::move(transformer), complete));
    try {
        TRY(runner->allocate_all());
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return runner;
}

KvRoom Runner::kv_room(const ModelConfig& config, const RunnerOptions& options)
{
    const std::int64_t tokens = options.kv_tokens == 0 ? options.positions : options.kv_tokens;
    return model::kv_room(config, tokens, options.sequences, options.step_rows);
}

std::uint64_t Runner::workspace_bytes(const ModelConfig& config, const RunnerOptions& options)
{
    const auto per_row = static_cast<std::uint64_t>(4 * config.dim + 2 * config.q_dim() +
                                                    2 * config.kv_dim() + 2 * config.mlp_dim + 2);
    const auto head = static_cast<std::uint64_t>(options.logit_rows * config.vocabulary);
    const int tables = config.local_rope_theta > 0.0 ? 2 : 1;
    const auto angles = static_cast<std::uint64_t>(tables * options.positions * config.rotary_dim);
    return sizeof(float) * (per_row * static_cast<std::uint64_t>(options.step_rows) + head + angles);
}

Result<void> Runner::allocate_all()
{
    const ModelConfig& config = transformer_->config();
    tensor::Backend& backend = transformer_->backend();
    TRY(pool_, KvPool::make(transformer_->shared_backend(), config, options_.kv_dtype,
                            kv_room(config, options_)));
    TRY(make_rope_tables());
    const std::int64_t rows = options_.step_rows;
    TRY(tokens_, allocate(backend, DType::i32, Shape{rows}));
    TRY(nll_, allocate(backend, DType::f32, Shape{rows}));
    const auto take = [&](Tensor& tensor, std::int64_t columns) -> Result<void> {
        TRY(tensor, allocate(backend, DType::f32, Shape{rows, columns}));
        return {};
    };
    for (Tensor* const wide : {&residual_, &normed_, &delta_, &hidden_}) {
        TRY(take(*wide, config.dim));
    }
    for (Tensor* const wide : {&q_, &attended_}) {
        TRY(take(*wide, config.q_dim()));
    }
    for (Tensor* const narrow : {&k_, &v_}) {
        TRY(take(*narrow, config.kv_dim()));
    }
    TRY(logits_, allocate(backend, DType::f32, Shape{options_.logit_rows, config.vocabulary}));
    packed_.reserve(static_cast<std::size_t>(rows));
    segments_.reserve(static_cast<std::size_t>(rows));
    page_table_.reserve(static_cast<std::size_t>(pool_->pages() + rows));
    if (pool_->has_window_pages())
        window_table_.reserve(page_table_.capacity());
    return backend.reserve({.rows = rows,
                            .dim = std::max({config.dim, config.mlp_dim, config.q_dim()}),
                            .positions = options_.positions,
                            .heads = config.heads,
                            .head_dim = config.head_dim,
                            .vocabulary = config.vocabulary});
}

Result<void> Runner::make_rope_tables()
{
    const ModelConfig& of = config();
    tensor::Backend& backend = transformer_->backend();
    TRY(rope_, make_rope_table(backend, {of.rope_theta, of.rope, of.rotary_dim, options_.positions},
                               of.rope_interleaved));
    if (of.local_rope_theta == 0.0)
        return {};
    TRY(local_rope_, make_rope_table(backend,
                                     {of.local_rope_theta, of.local_rope, of.rotary_dim,
                                      options_.positions},
                                     of.rope_interleaved));
    return {};
}

std::int64_t Runner::pack(std::span<const SequenceTokens> parts)
{
    packed_.clear();
    segments_.clear();
    page_table_.clear();
    window_table_.clear();
    for (const SequenceTokens& part : parts) {
        ENSURE(!part.tokens.empty());
        const auto count = static_cast<std::int64_t>(part.tokens.size());
        const std::int64_t position = part.sequence->length();
        ENSURE(position + count <= options_.positions);
        if (!part.sequence->reserve(position + count))
            return 0;
        part.sequence->prepare(count);
        segments_.push_back({.first_row = static_cast<std::int32_t>(packed_.size()),
                             .rows = static_cast<std::int32_t>(count),
                             .first_position = static_cast<std::int32_t>(position),
                             .table_begin = static_cast<std::int32_t>(page_table_.size()),
                             .key_begin = 0});
        const std::span<const std::int32_t> pages = part.sequence->pages();
        page_table_.insert(page_table_.end(), pages.begin(), pages.end());
        // Where no page is any more, or none yet, no row looks.
        for (const std::int32_t page : part.sequence->window_pages())
            window_table_.push_back(std::max(page, 0));
        if (pool_->has_window_pages())
            window_table_.resize(page_table_.size());
        packed_.insert(packed_.end(), part.tokens.begin(), part.tokens.end());
    }
    const auto rows = static_cast<std::int64_t>(packed_.size());
    ENSURE(rows > 0 && rows <= options_.step_rows);
    for (const TokenId token : packed_)
        ENSURE(token >= 0 && token < config().vocabulary);
    return rows;
}

// Cuts the segments down to the wanted rows, which then count from 0.
void Runner::narrow_segments(WantedRows wanted)
{
    std::size_t kept = 0;
    for (const tensor::Segment& segment : segments_) {
        const std::int64_t begin = std::max<std::int64_t>(segment.first_row, wanted.first);
        const std::int64_t end = std::min<std::int64_t>(segment.first_row + segment.rows,
                                                        wanted.first + wanted.count);
        if (begin >= end)
            continue;
        tensor::Segment narrow = segment;
        narrow.first_position += static_cast<std::int32_t>(begin - segment.first_row);
        narrow.first_row = static_cast<std::int32_t>(begin - wanted.first);
        narrow.rows = static_cast<std::int32_t>(end - begin);
        segments_[kept++] = narrow;
    }
    segments_.resize(kept);
}

bool Runner::forward(std::span<const SequenceTokens> parts, WantedRows wanted)
{
    const std::int64_t rows = pack(parts);
    if (rows == 0)
        return false;
    ENSURE(wanted.first >= 0 && wanted.count >= 0 && wanted.first + wanted.count <= rows);
    transformer_->backend().upload({tokens_.buffer, 0, DType::i32, Shape{rows}},
                                   std::as_bytes(std::span(packed_)));
    // A step of one token for every sequence will come again; it is recorded with one page table.
    const bool decode = std::size(parts) == static_cast<std::size_t>(rows) &&
                        wanted.count == rows && !pool_->has_window_pages();
    tensor::Recording* const recording = decode ? recording_for(rows) : nullptr;
    if (recording != nullptr)
        recording->run({page_table_, segments_}, [&] { run_layers(rows, wanted); });
    else
        run_layers(rows, wanted);
    wanted_ = wanted.count;
    for (const SequenceTokens& part : parts)
        part.sequence->advance(static_cast<std::int64_t>(part.tokens.size()));
    return true;
}

// Null where the backend has nothing to gain.
tensor::Recording* Runner::recording_for(std::int64_t rows)
{
    constexpr std::size_t kMost = 8;
    const auto found = std::find_if(recorded_.begin(), recorded_.end(), [&](const Recorded& one) {
        return one.rows == rows && one.transformer == transformer_;
    });
    if (found != recorded_.end()) {
        std::rotate(recorded_.begin(), found, found + 1);
        return recorded_.front().steps.get();
    }
    auto steps = transformer_->backend().record();
    if (steps == nullptr)
        return nullptr;
    if (recorded_.size() == kMost)
        recorded_.pop_back();
    recorded_.insert(recorded_.begin(), {transformer_, rows, std::move(steps)});
    return recorded_.front().steps.get();
}

void Runner::run_layers(std::int64_t rows, WantedRows wanted)
{
    tensor::Backend& backend = transformer_->backend();
    backend.embed(residual_.rows(0, rows), transformer_->embedding(),
                  {tokens_.buffer, 0, DType::i32, Shape{rows}}, config().embedding_scale);
    const std::vector<LayerWeights>& layers = transformer_->layers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        run_layer(i, rows);
        const bool last = i + 1 == layers.size();
        if (last)
            narrow_segments(wanted);
        if (!last)
            finish_layer(i, 0, rows);
        else if (wanted.count > 0)
            finish_layer(i, wanted.first, wanted.count);
    }
    if (wanted.count > 0)
        backend.add_rms_norm(hidden_.rows(0, wanted.count),
                             residual_.rows(wanted.first, wanted.count),
                             {delta_.rows(0, wanted.count), layers.back().mlp_post_norm},
                             transformer_->final_norm(), config().rms_eps);
}

// Up to the cache: every row's keys and values are needed by rows to come.
void Runner::run_layer(std::size_t index, std::int64_t rows)
{
    const LayerWeights& layer = transformer_->layers()[index];
    tensor::Backend& backend = transformer_->backend();
    const Tensor normed = normed_.rows(0, rows);
    tensor::ResidualDelta delta;  // of the layer below
    if (index > 0)
        delta = {delta_.rows(0, rows), transformer_->layers()[index - 1].mlp_post_norm};
    backend.add_rms_norm(normed, residual_.rows(0, rows), delta, layer.attention_norm,
                         config().rms_eps);
    const std::array<Tensor, 3> outs = {q_.rows(0, rows), k_.rows(0, rows), v_.rows(0, rows)};
    const std::array<tensor::Linear, 3> qkv = {layer.q, layer.k, layer.v};
    backend.linear(outs, normed, qkv);
    const auto number = static_cast<std::int64_t>(index);
    backend.rope_append(outs[0], outs[1], outs[2], pool_->layer(number), layer.head_norms,
                        config().turns_locally(number) ? local_rope_ : rope_,
                        attention_shape(config(), number), layout_of(number));
}

tensor::AttentionLayout Runner::layout_of(std::int64_t layer) const
{
    return {pool_->in_window_pages(layer) ? window_table_ : page_table_, segments_};
}

void Runner::finish_layer(std::size_t index, std::int64_t first, std::int64_t rows)
{
    const LayerWeights& layer = transformer_->layers()[index];
    tensor::Backend& backend = transformer_->backend();
    const Tensor attended = attended_.rows(0, rows);
    const Tensor delta = delta_.rows(0, rows);
    const Tensor normed = normed_.rows(0, rows);
    const auto number = static_cast<std::int64_t>(index);
    backend.attend(attended, q_.rows(first, rows), pool_->layer(number),
                   attention_shape(config(), number), layout_of(number));
    backend.linear(std::span(&delta, 1), attended, std::span(&layer.o, 1));
    backend.add_rms_norm(normed, residual_.rows(first, rows), {delta, layer.attention_post_norm},
                         layer.mlp_norm, config().rms_eps);
    backend.gated_mlp(delta, normed, layer.gate, layer.up, layer.down, config().activation);
}

void Runner::logits(std::int64_t first, std::int64_t rows, std::span<float> out)
{
    ENSURE(first >= 0 && rows > 0 && first + rows <= wanted_ && rows <= options_.logit_rows);
    ENSURE(static_cast<std::int64_t>(out.size()) == rows * config().vocabulary);
    const Tensor to = logits_.rows(0, rows);
    transformer_->backend().logits(to, hidden_.rows(first, rows), transformer_->head());
    transformer_->backend().download(std::as_writable_bytes(out), to);
}

void Runner::losses(std::span<const TokenId> targets, std::span<float> out)
{
    const auto rows = static_cast<std::int64_t>(targets.size());
    ENSURE(rows > 0 && rows <= wanted_ && out.size() == targets.size());
    const Tensor wanted = {tokens_.buffer, 0, DType::i32, Shape{rows}};
    const Tensor nll = {nll_.buffer, 0, DType::f32, Shape{rows}};
    transformer_->backend().upload(wanted, std::as_bytes(targets));
    transformer_->backend().cross_entropy(nll, hidden_.rows(0, rows), transformer_->head(), wanted);
    transformer_->backend().download(std::as_writable_bytes(out), nll);
}

}  // namespace longhand::model
