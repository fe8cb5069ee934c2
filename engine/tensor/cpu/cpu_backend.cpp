// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/cpu_backend.h"

#include "engine/tensor/cpu/attention.h"
#include "engine/tensor/cpu/cpu_training.h"
#include "engine/tensor/cpu/host_buffer.h"
#include "engine/tensor/cpu/instruction_set.h"
#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/cpu/packed_weight.h"
#include "engine/tensor/cpu/products.h"
#include "engine/tensor/cpu/step_checks.h"
#include "engine/tensor/cpu/thread_pool.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#if defined(__linux__)
#include <fstream>
#include <string>
#include <sys/sysinfo.h>
#endif

namespace longhand::tensor {
namespace {

int threads_for(int wanted)
{
    if (wanted > 0)
        return wanted;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

#if defined(__linux__)
// Memory that a program can take without pushing others out: what is free, and the file cache,
// which after a day of use is most of a machine's memory. 0 when the system does not say.
std::uint64_t available_bytes()
{
    std::ifstream facts("/proc/meminfo");
    for (std::string line; std::getline(facts, line);)
        if (line.starts_with("MemAvailable:"))
            return std::strtoull(line.c_str() + std::strlen("MemAvailable:"), nullptr, 10) * 1024;
    return 0;
}
#endif

class CpuBackend final : public Backend {
public:
    explicit CpuBackend(const CpuOptions& options)
        : kernels_(kernels_for(options.instruction_set)), pool_(threads_for(options.threads)),
          products_(kernels_, pool_), attention_(kernels_, pool_), training_(kernels_, pool_)
    {
    }

    [[nodiscard]] DeviceDescription describe() const override
    {
        DeviceDescription description;
        description.name = "processor, " + std::to_string(pool_.threads()) +
                           (pool_.threads() == 1 ? " thread, " : " threads, ") + kernels_.name;
#if defined(__linux__)
        struct sysinfo memory = {};
        if (sysinfo(&memory) == 0) {
            description.memory_bytes = std::uint64_t{memory.totalram} * memory.mem_unit;
            description.free_bytes = available_bytes();
            if (description.free_bytes == 0)
                description.free_bytes =
                    std::uint64_t{memory.freeram + memory.bufferram} * memory.mem_unit;
        }
#endif
        return description;
    }

    [[nodiscard]] TrainingSteps& training() override { return training_; }

    Result<std::shared_ptr<Buffer>> allocate(std::uint64_t bytes) override
    {
        std::shared_ptr<Buffer> buffer = HostBuffer::allocate(bytes);
        if (buffer == nullptr)
            return Error{ErrorKind::out_of_memory, std::to_string(bytes) + " bytes of memory"};
        return buffer;
    }

    Result<Tensor> load_weight(std::span<const std::byte> bytes, DType dtype, Shape shape,
                               std::shared_ptr<const void>) override
    {
        TRY(const std::uint64_t needed, byte_size(shape, dtype));
        ENSURE(bytes.size() == needed);
        if (dtype == DType::i32)
            return Error{ErrorKind::unsupported, "weights of type i32"};
        if (shape.rank() != 2) { // gains and biases are read as they lie
            TRY(std::shared_ptr<Buffer> buffer, allocate(bytes.size()));
            Tensor tensor{std::move(buffer), 0, dtype, shape};
            upload(tensor, bytes);
            return tensor;
        }
        std::shared_ptr<Buffer> weight = PackedWeight::pack(bytes, dtype, shape, pool_);
        if (weight == nullptr)
            return Error{ErrorKind::out_of_memory,
                         std::to_string(bytes.size()) + " bytes for a weight"};
        return Tensor{std::move(weight), 0, dtype, shape};
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

    void copy(const Tensor& to, const Tensor& from) override
    {
        upload(to, host_bytes(from));
    }

    Result<void> reserve(const Workspace& workspace) override
    {
        TRY(products_.reserve(workspace));
        return attention_.reserve(workspace);
    }

    void embed(const Tensor& out, const Tensor& table, const Tensor& tokens, float scale) override
    {
        check_embed(out, table, tokens);
        const std::int64_t dim = table.shape[1];
        const PackedWeight* weight = packed(table);
        float* to = writable_floats(out);
        const std::int32_t* ids = integers(tokens);
        for_rows(tokens.shape.count(), [&](std::int64_t row) {
            const std::span<float> values(to + row * dim, static_cast<std::size_t>(dim));
            if (weight != nullptr)
                weight->read_row(values, ids[row]);
            else
                read_matrix_row(values, table, ids[row]);
            for (float& value : values)
                value *= scale;
        });
    }

    void add_rms_norm(const Tensor& out, const Tensor& residual, const ResidualDelta& delta,
                      const Tensor& gain, float eps) override
    {
        check_add_rms_norm(out, residual, delta, gain);
        const std::int64_t dim = residual.shape.back();
        float* to = writable_floats(out);
        float* x = writable_floats(residual);
        const float* added = delta.values.empty() ? nullptr : floats(delta.values);
        const float* delta_gain = delta.gain.empty() ? nullptr : floats(delta.gain);
        const float* gains = floats(gain);
        for_rows(residual.shape.rows(), [&](std::int64_t row) {
            if (delta_gain != nullptr)
                kernels_.add_normed(x + row * dim, added + row * dim, delta_gain, dim, eps);
            kernels_.add_rms_norm(to + row * dim, x + row * dim,
                                  added == nullptr || delta_gain != nullptr ? nullptr
                                                                            : added + row * dim,
                                  gains, dim, eps);
        });
    }

    void linear(std::span<const Tensor> outs, const Tensor& in,
                std::span<const Linear> layers) override
    {
        check_linear(outs, in, layers);
        products_.linear(outs, in, layers);
    }

    void gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                   const Linear& down, Activation activation) override
    {
        check_gated_mlp(out, in, gate, up, down);
        products_.gated_mlp(out, in, gate, up, down, activation);
    }

    void rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                     const HeadNorms& norms, const RopeTable& rope, const AttentionShape& shape,
                     const AttentionLayout& layout) override
    {
        check_rope_append(q, k, v, kv, norms, rope, shape, layout);
        attention_.rope_append(q, k, v, kv, norms, rope, shape, layout);
    }

    void attend(const Tensor& out, const Tensor& q, const KvPages& kv, const AttentionShape& shape,
                const AttentionLayout& layout) override
    {
        check_attend(out, q, kv, shape, layout);
        attention_.attend(out, q, kv, shape, layout);
    }

    void logits(const Tensor& out, const Tensor& hidden, const Head& head) override
    {
        check_logits(out, hidden, head);
        products_.linear(std::span(&out, 1), hidden, std::span(&head.linear, 1));
        if (head.soft_cap == 0.0F)
            return;
        const std::int64_t vocabulary = out.shape.back();
        float* to = writable_floats(out);
        for_rows(out.shape.rows(), [&](std::int64_t row) {
            kernels_.cap(to + row * vocabulary, vocabulary, head.soft_cap);
        });
    }

    void cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                       const Tensor& targets) override
    {
        check_cross_entropy(nll, hidden, head, targets);
        products_.cross_entropy(nll, hidden, head, targets);
    }

private:
    // Rows of a cheap step, some at a time.
    template <class Work> void for_rows(std::int64_t rows, const Work& work)
    {
        constexpr std::int64_t kUnitRows = 8;
        pool_.for_each((rows + kUnitRows - 1) / kUnitRows, [&](std::int64_t unit, int) {
            const std::int64_t end = std::min(rows, (unit + 1) * kUnitRows);
            for (std::int64_t row = unit * kUnitRows; row < end; ++row)
                work(row);
        });
    }

    const Kernels& kernels_;
    ThreadPool pool_;
    Products products_;
    Attention attention_;
    CpuTraining training_;
};

} // namespace

std::unique_ptr<Backend> make_cpu_backend(const CpuOptions& options)
{
    return std::make_unique<CpuBackend>(options);
}

} // namespace longhand::tensor
