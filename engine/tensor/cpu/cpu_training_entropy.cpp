// SPDX-License-Identifier: GPL-3.0-or-later
// The loss of training, forward and backward in one.
#include "engine/tensor/cpu/cpu_training.h"
#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/training_checks.h"

#include <algorithm>
#include <cmath>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kLogitBytes = std::int64_t{64} << 20;
constexpr std::int64_t kLeastRows = 16;
constexpr std::int64_t kMostRows = 1024;
constexpr std::int64_t kVocabularyPart = 64;

// Rows whose logits are in memory at once.
std::int64_t block_rows(std::int64_t vocabulary)
{
    const auto row_bytes = vocabulary * static_cast<std::int64_t>(sizeof(float));
    return std::clamp(kLogitBytes / row_bytes, kLeastRows, kMostRows);
}

} // namespace

void CpuTraining::cross_entropy_gradient(const Tensor& nll, const Tensor& dhidden,
                                         const Tensor& dweight, const Tensor& hidden,
                                         const Head& head, std::span<const std::int32_t> targets,
                                         float scale)
{
    check_cross_entropy_gradient(nll, dhidden, dweight, hidden, head, targets);
    const std::int64_t dim = hidden.shape.back();
    const std::int64_t vocabulary = head.linear.weight.shape[0];
    zero(nll);
    if (!dhidden.empty())
        zero(dhidden);
    labelled_.clear();
    for (std::size_t row = 0; row < targets.size(); ++row)
        if (targets[row] >= 0)
            labelled_.push_back(static_cast<std::int64_t>(row));
    const auto labelled = static_cast<std::int64_t>(labelled_.size());
    const std::int64_t most = std::min(block_rows(vocabulary), labelled);
    float* memory = entropy_.floats(most * (2 * dim + vocabulary));
    if (head.soft_cap > 0.0F)
        (void)capped_.floats(pool_.threads() * vocabulary);
    float* losses = writable_floats(nll);
    for (std::int64_t first = 0; first < labelled; first += most) {
        const std::int64_t count = std::min(most, labelled - first);
        const EntropyBlock block{std::span(labelled_).subspan(static_cast<std::size_t>(first),
                                                              static_cast<std::size_t>(count)),
                                 memory, memory + 2 * most * dim, memory + most * dim};
        const auto row_of = [&](std::int64_t i) { return block.rows[static_cast<std::size_t>(i)]; };
        pool_.for_each(count, [&](std::int64_t i, int) {
            std::copy_n(floats(hidden) + row_of(i) * dim, dim, block.hidden + i * dim);
            std::fill_n(block.dhidden + i * dim, dim, 0.0F);
            std::fill_n(block.logits + i * vocabulary, vocabulary, 0.0F);
        });
        block_logits(block, head);
        pool_.for_each(count, [&](std::int64_t i, int thread) {
            logit_gradient(block.logits + i * vocabulary,
                           targets[static_cast<std::size_t>(row_of(i))], losses + row_of(i), head,
                           scale, thread);
        });
        if (dhidden.empty())
            continue;
        products_.add(block.dhidden, count, {block.logits, vocabulary, 1}, head.linear.weight);
        if (!dweight.empty())
            products_.add(writable_floats(dweight), dim, vocabulary, dim,
                          {block.logits, 1, vocabulary}, block.hidden, dim, count);
        float* to = writable_floats(dhidden);
        for (std::int64_t i = 0; i < count; ++i)
            std::copy_n(block.dhidden + i * dim, dim, to + row_of(i) * dim);
    }
}

void CpuTraining::block_logits(const EntropyBlock& block, const Head& head)
{
    const Tensor& weight = head.linear.weight;
    const std::int64_t vocabulary = weight.shape[0];
    const std::int64_t dim = weight.shape[1];
    const std::int64_t parts = (vocabulary + kVocabularyPart - 1) / kVocabularyPart;
    const std::int64_t room = dim * (kVocabularyPart + 1);
    (void)transposed_.floats(pool_.threads() * room);
    pool_.for_each(parts, [&](std::int64_t part, int thread) {
        float* columns = transposed_.floats(0) + thread * room;
        float* row = columns + dim * kVocabularyPart;
        const std::int64_t first = part * kVocabularyPart;
        const std::int64_t count = std::min(kVocabularyPart, vocabulary - first);
        for (std::int64_t i = 0; i < count; ++i) {
            DenseProducts::read_row({row, static_cast<std::size_t>(dim)}, weight, first + i);
            for (std::int64_t k = 0; k < dim; ++k)
                columns[k * kVocabularyPart + i] = row[k];
        }
        products_.add_here({.c = block.logits + first,
                            .c_row = vocabulary,
                            .a = block.hidden,
                            .a_row = dim,
                            .a_step = 1,
                            .b = columns,
                            .b_row = kVocabularyPart,
                            .rows = static_cast<std::int64_t>(block.rows.size()),
                            .columns = count,
                            .depth = dim});
    });
}

// One row's logits become their gradients.
void CpuTraining::logit_gradient(float* logits, std::int32_t target, float* nll, const Head& head,
                                 float scale, int thread)
{
    const std::int64_t vocabulary = head.linear.weight.shape[0];
    if (!head.linear.bias.empty())
        kernels_.add_scaled(logits, floats(head.linear.bias), 1.0F, vocabulary);
    if (head.soft_cap > 0.0F)
        kernels_.cap(logits, vocabulary, head.soft_cap);
    const float largest = kernels_.largest(logits, vocabulary);
    const float lse = largest + std::log(kernels_.sum_exp(logits, vocabulary, largest));
    *nll = lse - logits[target];
    if (head.soft_cap <= 0.0F) {
        kernels_.exp_scaled(logits, vocabulary, lse, scale);
        logits[target] -= scale;
        return;
    }
    float* capped = capped_.floats(0) + thread * vocabulary;
    std::copy_n(logits, vocabulary, capped);
    kernels_.exp_scaled(logits, vocabulary, lse, scale);
    logits[target] -= scale;
    for (std::int64_t i = 0; i < vocabulary; ++i) {
        const float t = capped[i] / head.soft_cap;
        logits[i] *= 1.0F - t * t;
    }
}

} // namespace longhand::tensor
