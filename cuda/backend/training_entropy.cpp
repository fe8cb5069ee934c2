// SPDX-License-Identifier: GPL-3.0-or-later
// The loss of training, forward and backward in one.
#include "cuda/backend/device_tensor.h"
#include "cuda/backend/training.h"
#include "cuda/kernels/block_codes.h"
#include "cuda/kernels/rows.h"
#include "cuda/kernels/training_rows.h"
#include "engine/tensor/cpu/training_checks.h"

namespace longhand::gpu {

using namespace tensor;

namespace {

constexpr std::int64_t kLogitValues = std::int64_t{64} << 20; // in memory at once
// A logit's gradient lies in [-1, 1] before the scale; as f16 it keeps 2^-24 / 4096.
constexpr float kHalfFactor = 4096.0F;

} // namespace

CudaTraining::EntropyBlock CudaTraining::entropy_block(std::int64_t rows, std::int64_t dim,
                                                       std::int64_t vocabulary, bool exact)
{
    // Each part a multiple of 16 bytes.
    const auto whole = [](std::int64_t count) { return (count + 7) / 8 * 8; };
    const std::int64_t inputs = whole(rows * dim);
    const std::int64_t logits = whole(rows * vocabulary);
    const std::int64_t halves = exact ? 0 : (inputs + logits) / 2;
    EntropyBlock block;
    block.rows = rows;
    block.hidden = scratch<float>(entropy_, 2 * inputs + logits + halves);
    block.dhidden = block.hidden + inputs;
    block.logits = block.dhidden + inputs;
    if (!exact) {
        block.hidden_half = reinterpret_cast<__half*>(block.logits + logits);
        block.dlogits = block.hidden_half + inputs;
    }
    return block;
}

void CudaTraining::block_logits(const EntropyBlock& block, const Head& head)
{
    const Tensor& weight = head.linear.weight;
    const std::int64_t vocabulary = weight.shape[0];
    const std::int64_t dim = weight.shape[1];
    if (block.hidden_half == nullptr) {
        gemm_.product(block.logits, block.hidden, floats(weight),
                      {block.rows, vocabulary, dim, vocabulary, 1.0F, 0.0F});
    } else {
        to_half(block.hidden_half, block.hidden, block.rows * dim, 1.0F, stream_);
        tiles_.for_each(weight, [&](std::int64_t first, std::int64_t count, const __half* values) {
            gemm_.product(block.logits + first, block.hidden_half, values,
                          {block.rows, count, dim, vocabulary, 1.0F, 0.0F});
        });
    }
    if (!head.linear.bias.empty())
        add_bias(block.logits, floats(head.linear.bias), block.rows, vocabulary, stream_);
}

void CudaTraining::block_backward(const EntropyBlock& block, const Tensor& dweight,
                                  const Tensor& weight, float scale)
{
    const std::int64_t vocabulary = weight.shape[0];
    const std::int64_t dim = weight.shape[1];
    const GeneralShape inputs{.rows = block.rows, .columns = dim, .y_stride = dim};
    const GeneralShape weights{
        .rows = vocabulary, .columns = dim, .depth = block.rows, .y_stride = dim};
    if (block.dlogits == nullptr) {
        GeneralShape shape = inputs;
        shape.depth = vocabulary;
        shape.add = false;
        gemm_.multiply(block.dhidden, {block.logits, vocabulary}, {floats(weight), dim}, shape,
                       FloatProducts::exact);
        if (!dweight.empty())
            gemm_.multiply(floats(dweight), {block.logits, vocabulary, true}, {block.hidden, dim},
                           weights, FloatProducts::exact);
        return;
    }
    tiles_.for_each(weight, [&](std::int64_t first, std::int64_t count, const __half* values) {
        GeneralShape shape = inputs;
        shape.depth = count;
        shape.add = first > 0;
        shape.factor = scale / kHalfFactor;
        gemm_.multiply(block.dhidden, {block.dlogits + first, vocabulary}, {values, dim}, shape);
    });
    if (!dweight.empty()) {
        GeneralShape shape = weights;
        shape.factor = scale / kHalfFactor;
        gemm_.multiply(floats(dweight), {block.dlogits, vocabulary, true}, {block.hidden_half, dim},
                       shape);
    }
}

void CudaTraining::cross_entropy_gradient(const Tensor& nll, const Tensor& dhidden,
                                          const Tensor& dweight, const Tensor& hidden,
                                          const Head& head, std::span<const std::int32_t> targets,
                                          float scale)
{
    check_cross_entropy_gradient(nll, dhidden, dweight, hidden, head, targets);
    const std::int64_t dim = hidden.shape.back();
    const Tensor& weight = head.linear.weight;
    const std::int64_t vocabulary = weight.shape[0];
    zero(nll);
    if (!dhidden.empty())
        zero(dhidden);
    std::vector<std::int32_t> numbers; // the labelled rows, then their targets
    for (std::size_t row = 0; row < targets.size(); ++row)
        if (targets[row] >= 0)
            numbers.push_back(static_cast<std::int32_t>(row));
    const auto labelled = static_cast<std::int64_t>(numbers.size());
    if (labelled == 0)
        return;
    for (std::int64_t i = 0; i < labelled; ++i)
        numbers.push_back(targets[static_cast<std::size_t>(numbers[static_cast<std::size_t>(i)])]);
    const std::int32_t* row_of = labelled_.send(numbers);
    const bool exact = is_exact(weight) && !head.half_inputs;
    const std::int64_t most =
        std::min(labelled, std::max<std::int64_t>(1, kLogitValues / vocabulary));
    EntropyBlock block = entropy_block(most, dim, vocabulary, exact);
    for (std::int64_t first = 0; first < labelled; first += most) {
        block.rows = std::min(most, labelled - first);
        block.row_of = row_of + first;
        block.targets = row_of + labelled + first;
        gather(floats(hidden), block.row_of, block.rows, dim, 1.0F, block.hidden, stream_);
        block_logits(block, head);
        EntropyGradient step;
        step.logits = block.logits;
        step.half = block.dlogits;
        step.nll = floats(nll);
        step.targets = block.targets;
        step.row_of = block.row_of;
        step.rows = block.rows;
        step.vocabulary = vocabulary;
        step.soft_cap = head.soft_cap;
        step.factor = exact ? scale : kHalfFactor;
        step.wants_gradient = !dhidden.empty();
        entropy_gradient(step, stream_);
        if (dhidden.empty())
            continue;
        block_backward(block, dweight, weight, scale);
        scatter_rows(floats(dhidden), block.dhidden, block.row_of, block.rows, dim, stream_);
    }
    halves_.wrote(nll);
    if (!dweight.empty())
        halves_.wrote(dweight);
}

} // namespace longhand::gpu
