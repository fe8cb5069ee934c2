// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/cpu/oracle_math.h"
#include "engine/tensor/cpu/oracle_training.h"
#include "engine/tensor/cpu/step_checks.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace longhand::tensor {
namespace {

using namespace oracle;

// Part of a cache row: `count` values from `first` on, both multiples of the type's block.
void read_head(std::vector<float>& values, const Tensor& cache, std::int64_t row,
               std::int64_t first, std::int64_t count)
{
    const DTypeTraits& type = traits(cache.dtype);
    values.resize(size_of(count));
    dequantise(values, cache.dtype,
               host_bytes(cache.rows(row, 1))
                   .subspan(size_of(first) / type.block_values * type.block_bytes,
                            size_of(count) / type.block_values * type.block_bytes));
}

// Cache row that holds a position of a segment's sequence.
std::int64_t cache_row(const KvPages& kv, const AttentionLayout& layout, const Segment& segment,
                       std::int64_t position)
{
    const auto entry = size_of(segment.table_begin + position / kv.page_tokens);
    return std::int64_t{layout.page_table[entry]} * kv.page_tokens + position % kv.page_tokens;
}

// One head of q or k: normed, then rotated.
void turn(float* head, std::int64_t dim, const Tensor& gain, float eps, const RopeTable& rope,
          std::int64_t position)
{
    if (!gain.empty())
        norm(head, head, floats(gain), dim, eps);
    rotate(head, rope, position);
}

class OracleBackend final : public Backend {
public:
    [[nodiscard]] DeviceDescription describe() const override
    {
        return {.name = "reference, one thread, f64 sums"};
    }

    [[nodiscard]] TrainingSteps& training() override { return training_; }

    Result<std::shared_ptr<Buffer>> allocate(std::uint64_t bytes) override
    {
        std::shared_ptr<Buffer> buffer = HostBuffer::allocate(bytes);
        if (buffer == nullptr)
            return Error{ErrorKind::out_of_memory, std::to_string(bytes) + " bytes"};
        return buffer;
    }

    Result<Tensor> load_weight(std::span<const std::byte> bytes, DType dtype, Shape shape,
                               std::shared_ptr<const void> owner) override
    {
        TRY(const std::uint64_t needed, byte_size(shape, dtype));
        ENSURE(bytes.size() == needed);
        if (dtype == DType::i32)
            return Error{ErrorKind::unsupported, "weights of type i32"};
        // Plain numbers are read as such, and a file need not align them.
        if (dtype == DType::f32) {
            TRY(std::shared_ptr<Buffer> copy, allocate(bytes.size()));
            Tensor tensor{std::move(copy), 0, dtype, shape};
            upload(tensor, bytes);
            return tensor;
        }
        return Tensor{HostBuffer::borrow(bytes, std::move(owner)), 0, dtype, shape};
    }

    void upload(const Tensor& to, std::span<const std::byte> from) override
    {
        const auto bytes = writable_host_bytes(to);
        ENSURE(bytes.size() == from.size());
        std::copy(from.begin(), from.end(), bytes.begin());
    }

    void download(std::span<std::byte> to, const Tensor& from) override
    {
        const auto bytes = host_bytes(from);
        ENSURE(bytes.size() == to.size());
        std::copy(bytes.begin(), bytes.end(), to.begin());
    }

    void copy(const Tensor& to, const Tensor& from) override { upload(to, host_bytes(from)); }

    Result<void> reserve(const Workspace&) override { return {}; }

    void embed(const Tensor& out, const Tensor& table, const Tensor& tokens, float scale) override
    {
        check_embed(out, table, tokens);
        float* to = writable_floats(out);
        std::vector<float> values;
        for (std::int64_t row = 0; row < tokens.shape.count(); ++row) {
            read_row(values, table, integers(tokens)[row]);
            for (const float value : values)
                *to++ = value * scale;
        }
    }

    void add_rms_norm(const Tensor& out, const Tensor& residual, const ResidualDelta& delta,
                      const Tensor& gain, float eps) override
    {
        check_add_rms_norm(out, residual, delta, gain);
        const std::int64_t dim = residual.shape.back();
        std::vector<float> added(size_of(dim));
        for (std::int64_t row = 0; row < residual.shape.rows(); ++row) {
            float* x = writable_floats(residual) + row * dim;
            if (!delta.values.empty())
                std::copy_n(floats(delta.values) + row * dim, dim, added.begin());
            if (!delta.gain.empty())
                norm(added.data(), added.data(), floats(delta.gain), dim, eps);
            for (std::int64_t i = 0; i < dim; ++i)
                x[i] += added[size_of(i)];
            norm(writable_floats(out) + row * dim, x, floats(gain), dim, eps);
        }
    }

    void linear(std::span<const Tensor> outs, const Tensor& in,
                std::span<const Linear> layers) override
    {
        check_linear(outs, in, layers);
        for (std::size_t i = 0; i < layers.size(); ++i)
            apply(writable_floats(outs[i]), floats(in), in.shape.rows(), layers[i]);
    }

    void gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                   const Linear& down, Activation activation) override
    {
        check_gated_mlp(out, in, gate, up, down);
        const std::int64_t rows = in.shape.rows();
        std::vector<float> gated(size_of(rows * gate.weight.shape[0]));
        std::vector<float> inner(gated.size());
        apply(gated.data(), floats(in), rows, gate);
        apply(inner.data(), floats(in), rows, up);
        for (std::size_t i = 0; i < inner.size(); ++i)
            inner[i] *= activate(gated[i], activation);
        apply(writable_floats(out), inner.data(), rows, down);
    }

    void rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                     const HeadNorms& norms, const RopeTable& rope, const AttentionShape& shape,
                     const AttentionLayout& layout) override
    {
        check_rope_append(q, k, v, kv, norms, rope, shape, layout);
        for (const Segment& segment : layout.segments)
            for (std::int32_t i = 0; i < segment.rows; ++i) {
                const std::int64_t row = segment.first_row + i;
                const std::int64_t position = segment.first_position + i;
                const std::int64_t dim = shape.head_dim;
                for (std::int64_t h = row * shape.heads; h < (row + 1) * shape.heads; ++h)
                    turn(writable_floats(q) + h * dim, dim, norms.q_gain, norms.eps, rope,
                         position);
                for (std::int64_t h = row * shape.kv_heads; h < (row + 1) * shape.kv_heads; ++h)
                    turn(writable_floats(k) + h * dim, dim, norms.k_gain, norms.eps, rope,
                         position);
                const auto width = size_of(shape.kv_heads * shape.head_dim);
                const std::int64_t slot = cache_row(kv, layout, segment, position);
                for (const auto& [cache, x] : {std::pair(&kv.keys, &k), {&kv.values, &v}})
                    quantise(writable_host_bytes(cache->rows(slot, 1)), cache->dtype,
                             {floats(*x) + size_of(row) * width, width});
            }
    }

    void attend(const Tensor& out, const Tensor& q, const KvPages& kv, const AttentionShape& shape,
                const AttentionLayout& layout) override
    {
        check_attend(out, q, kv, shape, layout);
        for (const Segment& segment : layout.segments)
            for (std::int32_t i = 0; i < segment.rows; ++i)
                attend_row(out, q, kv, shape, layout, segment, segment.first_position + i);
    }

    void logits(const Tensor& out, const Tensor& hidden, const Head& head) override
    {
        check_logits(out, hidden, head);
        apply(writable_floats(out), floats(hidden), hidden.shape.rows(), head);
    }

    void cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                       const Tensor& targets) override
    {
        check_cross_entropy(nll, hidden, head, targets);
        const std::int64_t dim = hidden.shape.back();
        std::vector<float> logits(size_of(head.linear.weight.shape[0]));
        for (std::int64_t row = 0; row < hidden.shape.rows(); ++row) {
            const std::int32_t target = integers(targets)[row];
            apply(logits.data(), floats(hidden) + row * dim, 1, head);
            const auto largest =
                static_cast<double>(*std::max_element(logits.begin(), logits.end()));
            double sum = 0.0;
            for (const float logit : logits)
                sum += std::exp(static_cast<double>(logit) - largest);
            writable_floats(nll)[row] =
                target < 0 ? 0.0F
                           : static_cast<float>(std::log(sum) + largest -
                                                static_cast<double>(logits[size_of(target)]));
        }
    }

private:
    static void attend_row(const Tensor& out, const Tensor& q, const KvPages& kv,
                           const AttentionShape& shape, const AttentionLayout& layout,
                           const Segment& segment, std::int32_t position)
    {
        const std::int64_t row = segment.first_row + position - segment.first_position;
        const std::int64_t begin = first_key(segment, shape, position);
        const std::int64_t dim = shape.head_dim;
        std::vector<float> key;
        std::vector<float> value;
        std::vector<double> scores(size_of(position - begin + 1));
        std::vector<double> sums(size_of(dim));
        for (std::int64_t h = 0; h < shape.heads; ++h) {
            const std::int64_t first = h / (shape.heads / shape.kv_heads) * dim;
            const float* query = floats(q) + (row * shape.heads + h) * dim;
            for (std::int64_t p = begin; p <= position; ++p) {
                read_head(key, kv.keys, cache_row(kv, layout, segment, p), first, dim);
                double score = static_cast<double>(shape.scale) * dot(query, key.data(), dim);
                if (const auto cap = static_cast<double>(shape.soft_cap); cap > 0.0)
                    score = cap * std::tanh(score / cap);
                scores[size_of(p - begin)] = score;
            }
            const double largest = *std::max_element(scores.begin(), scores.end());
            double total = 0.0;
            std::fill(sums.begin(), sums.end(), 0.0);
            for (std::int64_t p = begin; p <= position; ++p) {
                read_head(value, kv.values, cache_row(kv, layout, segment, p), first, dim);
                const double weight = std::exp(scores[size_of(p - begin)] - largest);
                total += weight;
                for (std::int64_t i = 0; i < dim; ++i)
                    sums[size_of(i)] += weight * static_cast<double>(value[size_of(i)]);
            }
            float* to = writable_floats(out) + (row * shape.heads + h) * dim;
            for (std::int64_t i = 0; i < dim; ++i)
                to[i] = static_cast<float>(sums[size_of(i)] / total);
        }
    }

    OracleTraining training_;
};

} // namespace

std::unique_ptr<Backend> make_oracle_backend()
{
    return std::make_unique<OracleBackend>();
}

} // namespace longhand::tensor
