// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/oracle_training.h"

#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/oracle_math.h"
#include "engine/tensor/cpu/step_checks.h"
#include "engine/tensor/cpu/training_checks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longhand::tensor {
namespace {

using namespace oracle;

double wide(float x)
{
    return static_cast<double>(x);
}

struct Slope {
    double value;
    double slope;
};

Slope slope_of(double x, Activation activation)
{
    if (activation == Activation::silu) {
        const double s = 1.0 / (1.0 + std::exp(-x));
        return {x * s, s * (1.0 + x * (1.0 - s))};
    }
    if (activation == Activation::gelu) {
        const double below = 0.5 * std::erfc(-x / std::numbers::sqrt2);
        const double density =
            std::exp(-0.5 * x * x) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
        return {x * below, below + x * density};
    }
    const double root = std::sqrt(2.0 / std::numbers::pi);
    const double t = std::tanh(root * (x + 0.044715 * x * x * x));
    const double inner = root * (1.0 + 3.0 * 0.044715 * x * x);
    return {0.5 * x * (1.0 + t), 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t * t) * inner};
}

// The weights of the keys that a row of one head sees, and how its scores move with q . k.
struct RowWeights {
    std::int64_t first_key = 0;
    std::vector<double> weights;
    std::vector<double> slopes;
    double lse = 0.0;
};

RowWeights row_weights(const float* q, const float* k, std::int64_t row, std::int64_t head,
                       const AttentionShape& shape, const PackedLayout& layout)
{
    const std::int64_t dim = shape.head_dim;
    const std::int64_t kv_head = head / (shape.heads / shape.kv_heads);
    const float* query = q + (row * shape.heads + head) * dim;
    RowWeights result;
    result.first_key = first_packed_key(layout, shape, head, row);
    const auto cap = static_cast<double>(shape.soft_cap);
    for (std::int64_t p = result.first_key; p <= row; ++p) {
        const double score =
            wide(shape.scale) * dot(query, k + (p * shape.kv_heads + kv_head) * dim, dim);
        const double t = cap > 0.0 ? std::tanh(score / cap) : 0.0;
        result.weights.push_back(cap > 0.0 ? cap * t : score);
        result.slopes.push_back(wide(shape.scale) * (1.0 - t * t));
    }
    const double largest = *std::max_element(result.weights.begin(), result.weights.end());
    double total = 0.0;
    for (const double score : result.weights)
        total += std::exp(score - largest);
    result.lse = largest + std::log(total);
    for (double& weight : result.weights)
        weight = std::exp(weight - result.lse);
    return result;
}

void add_to(const Tensor& tensor, const std::vector<double>& sums)
{
    float* to = writable_floats(tensor);
    for (std::size_t i = 0; i < sums.size(); ++i)
        to[i] = static_cast<float>(wide(to[i]) + sums[i]);
}

// sums[m][n] += factor * sum_r a[r][m] * b[r][n]
void add_outer(const Tensor& to, const float* a, std::int64_t m, const float* b, std::int64_t n,
               std::int64_t rows, double factor)
{
    std::vector<double> sums(size_of(m * n));
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t i = 0; i < m; ++i)
            for (std::int64_t j = 0; j < n; ++j)
                sums[size_of(i * n + j)] += factor * wide(a[r * m + i]) * wide(b[r * n + j]);
    add_to(to, sums);
}

// sums[rows][in] += factor * dy[rows][out] W[out][in]
void add_transposed(std::vector<double>& sums, const float* dy, std::int64_t rows,
                    const Tensor& weight, double factor)
{
    const std::int64_t out = weight.shape[0];
    const std::int64_t in = weight.shape[1];
    std::vector<float> w;
    for (std::int64_t o = 0; o < out; ++o) {
        read_row(w, weight, o);
        for (std::int64_t r = 0; r < rows; ++r)
            for (std::int64_t i = 0; i < in; ++i)
                sums[size_of(r * in + i)] += factor * wide(dy[r * out + o]) * wide(w[size_of(i)]);
    }
}

void delta_backward(std::vector<double>& dx, const LinearGradient& gradient, const float* dy,
                    const float* x, std::int64_t rows, const LoraDelta& delta, bool trainable)
{
    const std::int64_t rank = delta.a.shape[0];
    const std::int64_t in = delta.a.shape[1];
    const std::int64_t out = delta.b.shape[0];
    const std::vector<float> kept = dropped(x, rows, in, delta.dropout);
    std::vector<float> inner(size_of(rows * rank));
    apply(inner.data(), kept.data(), rows, Linear{delta.a, {}, {}});
    std::vector<double> dinner_sums(inner.size());
    add_transposed(dinner_sums, dy, rows, delta.b, wide(delta.scale));
    std::vector<float> dinner(dinner_sums.begin(), dinner_sums.end());
    if (trainable && !gradient.b.empty())
        add_outer(gradient.b, dy, out, inner.data(), rank, rows, wide(delta.scale));
    if (trainable && !gradient.a.empty())
        add_outer(gradient.a, dinner.data(), rank, kept.data(), in, rows, 1.0);
    if (dx.empty())
        return;
    std::vector<double> part(dx.size());
    add_transposed(part, dinner.data(), rows, delta.a, 1.0);
    const DropoutMask mask(delta.dropout.rate, delta.dropout.seed);
    for (std::int64_t i = 0; i < rows * in; ++i)
        dx[size_of(i)] +=
            part[size_of(i)] * (delta.dropout.rate > 0.0F ? wide(mask(i / in, i % in)) : 1.0);
}

} // namespace

void OracleTraining::linear(std::span<const Tensor> outs, const Tensor& in,
                            std::span<const Linear> layers)
{
    check_linear(outs, in, layers);
    for (std::size_t i = 0; i < layers.size(); ++i)
        apply(writable_floats(outs[i]), floats(in), in.shape.rows(), layers[i]);
}

void OracleTraining::rope(const Tensor& x, std::int64_t heads, const RopeTable& table,
                          std::span<const std::int32_t> positions, Direction direction)
{
    check_rope(x, heads, table, positions);
    const std::int64_t dim = x.shape.back() / heads;
    for (std::int64_t i = 0; i < x.shape.rows() * heads; ++i)
        rotate(writable_floats(x) + i * dim, table, positions[size_of(i / heads)],
               direction == Direction::forward ? 1.0 : -1.0);
}

void OracleTraining::attend_packed(const Tensor& out, const Tensor& lse, const Tensor& q,
                                   const Tensor& k, const Tensor& v, const AttentionShape& shape,
                                   const PackedLayout& layout)
{
    check_attend_packed({out, q}, {k, v}, lse, shape, layout);
    const std::int64_t dim = shape.head_dim;
    for (std::int64_t row = 0; row < q.shape.rows(); ++row)
        for (std::int64_t h = 0; h < shape.heads; ++h) {
            const std::int64_t kv_head = h / (shape.heads / shape.kv_heads);
            const RowWeights seen = row_weights(floats(q), floats(k), row, h, shape, layout);
            std::vector<double> sums(size_of(dim));
            for (std::size_t p = 0; p < seen.weights.size(); ++p) {
                const std::int64_t key = seen.first_key + static_cast<std::int64_t>(p);
                const float* value = floats(v) + (key * shape.kv_heads + kv_head) * dim;
                for (std::int64_t i = 0; i < dim; ++i)
                    sums[size_of(i)] += seen.weights[p] * wide(value[i]);
            }
            float* to = writable_floats(out) + (row * shape.heads + h) * dim;
            std::transform(sums.begin(), sums.end(), to,
                           [](double sum) { return static_cast<float>(sum); });
            writable_floats(lse)[row * shape.heads + h] = static_cast<float>(seen.lse);
        }
}

void OracleTraining::attend_packed_backward(const Tensor& dq, const Tensor& dk, const Tensor& dv,
                                            const Tensor& dout, const Tensor& out,
                                            const Tensor& lse, const Tensor& q, const Tensor& k,
                                            const Tensor& v, const AttentionShape& shape,
                                            const PackedLayout& layout)
{
    check_attend_packed({dout, out, q, dq}, {dk, dv, k, v}, lse, shape, layout);
    const std::int64_t dim = shape.head_dim;
    std::vector<double> q_sums(size_of(dq.shape.count()));
    std::vector<double> k_sums(size_of(dk.shape.count()));
    std::vector<double> v_sums(size_of(dv.shape.count()));
    for (std::int64_t row = 0; row < q.shape.rows(); ++row)
        for (std::int64_t h = 0; h < shape.heads; ++h) {
            const RowWeights seen = row_weights(floats(q), floats(k), row, h, shape, layout);
            const std::int64_t own = (row * shape.heads + h) * dim;
            const float* d = floats(dout) + own;
            const double mean = dot(d, floats(out) + own, dim);
            for (std::size_t p = 0; p < seen.weights.size(); ++p) {
                const std::int64_t key = seen.first_key + static_cast<std::int64_t>(p);
                const std::int64_t at =
                    (key * shape.kv_heads + h / (shape.heads / shape.kv_heads)) * dim;
                const double weight = seen.weights[p];
                const double dscore =
                    weight * (dot(d, floats(v) + at, dim) - mean) * seen.slopes[p];
                for (std::int64_t i = 0; i < dim; ++i) {
                    v_sums[size_of(at + i)] += weight * wide(d[i]);
                    q_sums[size_of(own + i)] += dscore * wide(floats(k)[at + i]);
                    k_sums[size_of(at + i)] += dscore * wide(floats(q)[own + i]);
                }
            }
        }
    for (const Tensor* const set : {&dq, &dk, &dv})
        zero(*set);
    add_to(dq, q_sums);
    add_to(dk, k_sums);
    add_to(dv, v_sums);
}

void OracleTraining::gate(const Tensor& out, const Tensor& g, const Tensor& u,
                          Activation activation)
{
    check_gate({out, g, u});
    for (std::int64_t i = 0; i < out.shape.count(); ++i)
        writable_floats(out)[i] =
            static_cast<float>(slope_of(wide(floats(g)[i]), activation).value * wide(floats(u)[i]));
}

void OracleTraining::gate_backward(const Tensor& dg, const Tensor& du, const Tensor& dout,
                                   const Tensor& g, const Tensor& u, Activation activation)
{
    check_gate({dg, du, dout, g, u});
    for (std::int64_t i = 0; i < dout.shape.count(); ++i) {
        const double d = wide(floats(dout)[i]);
        const Slope at = slope_of(wide(floats(g)[i]), activation);
        writable_floats(du)[i] = static_cast<float>(d * at.value);
        writable_floats(dg)[i] = static_cast<float>(d * wide(floats(u)[i]) * at.slope);
    }
}

void OracleTraining::rms_norm_backward(const Tensor& dx, const Tensor& dgain, const Tensor& dy,
                                       const Tensor& x, const Tensor& gain, float eps)
{
    check_rms_norm_backward(dx, dgain, dy, x, gain);
    const std::int64_t dim = gain.shape.count();
    std::vector<double> gain_sums(size_of(dim));
    for (std::int64_t row = 0; row < x.shape.count() / dim; ++row) {
        const float* in = floats(x) + row * dim;
        const float* d = floats(dy) + row * dim;
        const double factor =
            1.0 / std::sqrt(dot(in, in, dim) / static_cast<double>(dim) + wide(eps));
        double mean = 0.0;
        for (std::int64_t i = 0; i < dim; ++i)
            mean += wide(floats(gain)[i]) * wide(d[i]) * wide(in[i]) / static_cast<double>(dim);
        for (std::int64_t i = 0; i < dim; ++i) {
            float& to = writable_floats(dx)[row * dim + i];
            to = static_cast<float>(wide(to) + factor * wide(floats(gain)[i]) * wide(d[i]) -
                                    wide(in[i]) * factor * factor * factor * mean);
            gain_sums[size_of(i)] += factor * wide(in[i]) * wide(d[i]);
        }
    }
    if (!dgain.empty())
        add_to(dgain, gain_sums);
}

void OracleTraining::linear_backward(const Tensor& din, std::span<const LinearGradient> gradients,
                                     std::span<const Tensor> douts, const Tensor& in,
                                     std::span<const Linear> layers)
{
    check_linear_backward(din, gradients, douts, in, layers);
    const std::int64_t rows = in.shape.rows();
    std::vector<double> dx(din.empty() ? 0 : size_of(din.shape.count()));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Linear& layer = layers[i];
        const float* dy = floats(douts[i]);
        const std::int64_t out = layer.weight.shape[0];
        if (!dx.empty())
            add_transposed(dx, dy, rows, layer.weight, 1.0);
        if (!gradients[i].weight.empty())
            add_outer(gradients[i].weight, dy, out, floats(in), in.shape.back(), rows, 1.0);
        if (!gradients[i].bias.empty()) {
            const std::vector<float> ones(size_of(rows), 1.0F);
            add_outer(gradients[i].bias, dy, out, ones.data(), 1, rows, 1.0);
        }
        for (const LoraDelta& delta : layer.deltas)
            delta_backward(dx, gradients[i], dy, floats(in), rows, delta,
                           &delta == &layer.deltas.back());
    }
    if (!din.empty())
        add_to(din, dx);
}

void OracleTraining::cross_entropy_gradient(const Tensor& nll, const Tensor& dhidden,
                                            const Tensor& dweight, const Tensor& hidden,
                                            const Head& head, std::span<const std::int32_t> targets,
                                            float scale)
{
    check_cross_entropy_gradient(nll, dhidden, dweight, hidden, head, targets);
    const std::int64_t dim = hidden.shape.back();
    const std::int64_t vocabulary = head.linear.weight.shape[0];
    std::vector<float> logits(size_of(vocabulary));
    std::vector<float> dlogits(logits.size());
    if (!dhidden.empty())
        zero(dhidden);
    for (std::int64_t row = 0; row < hidden.shape.rows(); ++row) {
        const std::int32_t target = targets[size_of(row)];
        writable_floats(nll)[row] = 0.0F;
        if (target < 0)
            continue;
        apply(logits.data(), floats(hidden) + row * dim, 1, head);
        const double largest = wide(*std::max_element(logits.begin(), logits.end()));
        double sum = 0.0;
        for (const float logit : logits)
            sum += std::exp(wide(logit) - largest);
        const double lse = std::log(sum) + largest;
        writable_floats(nll)[row] = static_cast<float>(lse - wide(logits[size_of(target)]));
        for (std::int64_t i = 0; i < vocabulary && !dhidden.empty(); ++i) {
            const double logit = wide(logits[size_of(i)]);
            const double t = head.soft_cap > 0.0F ? logit / wide(head.soft_cap) : 0.0;
            const double own = std::exp(logit - lse) - (i == target ? 1.0 : 0.0);
            dlogits[size_of(i)] = static_cast<float>(own * wide(scale) * (1.0 - t * t));
        }
        if (dhidden.empty())
            continue;
        std::vector<double> dx(size_of(dim));
        add_transposed(dx, dlogits.data(), 1, head.linear.weight, 1.0);
        add_to(dhidden.rows(row, 1), dx);
        if (!dweight.empty())
            add_outer(dweight, dlogits.data(), vocabulary, floats(hidden) + row * dim, dim, 1, 1.0);
    }
}

void OracleTraining::embed_backward(const Tensor& dtable, const Tensor& dout,
                                    std::span<const std::int32_t> tokens, float scale)
{
    check_embed_backward(dtable, dout, tokens);
    const std::int64_t dim = dout.shape.back();
    for (std::int64_t i = 0; i < dout.shape.count(); ++i)
        writable_floats(dtable)[tokens[size_of(i / dim)] * dim + i % dim] +=
            scale * floats(dout)[i];
}

void OracleTraining::zero(const Tensor& tensor)
{
    std::fill_n(writable_floats(tensor), tensor.shape.count(), 0.0F);
}

void OracleTraining::add_scaled(const Tensor& y, const Tensor& x, float scale)
{
    ENSURE(y.shape.count() == x.shape.count());
    for (std::int64_t i = 0; i < y.shape.count(); ++i)
        writable_floats(y)[i] += scale * floats(x)[i];
}

void OracleTraining::square_sum(const Tensor& sum, const Tensor& values)
{
    ENSURE(sum.shape.count() == 1);
    writable_floats(sum)[0] =
        static_cast<float>(dot(floats(values), floats(values), values.shape.count()));
}

void OracleTraining::adamw(const Tensor& parameters, const Tensor& gradients, const Tensor& m,
                           const Tensor& v, const AdamW& settings, const Tensor& square_sum)
{
    check_adamw(parameters, gradients, m, v, settings, square_sum);
    const double norm = std::sqrt(wide(floats(square_sum)[0]));
    if (!std::isfinite(norm))
        return;
    const double clip =
        settings.max_norm > 0.0F ? std::min(1.0, wide(settings.max_norm) / (norm + 1e-6)) : 1.0;
    const double rate = wide(settings.learning_rate);
    const double beta1 = wide(settings.beta1);
    const double beta2 = wide(settings.beta2);
    const double first = 1.0 - std::pow(beta1, static_cast<double>(settings.step));
    const double second = 1.0 - std::pow(beta2, static_cast<double>(settings.step));
    for (std::int64_t i = 0; i < parameters.shape.count(); ++i) {
        const double g = clip * wide(floats(gradients)[i]);
        const double mean = beta1 * wide(floats(m)[i]) + (1.0 - beta1) * g;
        const double square = beta2 * wide(floats(v)[i]) + (1.0 - beta2) * g * g;
        const double decayed =
            wide(floats(parameters)[i]) * (1.0 - rate * wide(settings.weight_decay));
        writable_floats(m)[i] = static_cast<float>(mean);
        writable_floats(v)[i] = static_cast<float>(square);
        writable_floats(parameters)[i] = static_cast<float>(
            decayed - rate / first * mean / (std::sqrt(square / second) + wide(settings.eps)));
    }
}

} // namespace longhand::tensor
