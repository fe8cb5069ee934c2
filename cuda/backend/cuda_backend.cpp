// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/cuda_backend.h"

#include "cuda/backend/attention.h"
#include "cuda/backend/cache_rows.h"
#include "cuda/backend/device_tensor.h"
#include "cuda/backend/products.h"
#include "cuda/backend/recorded_steps.h"
#include "cuda/backend/training.h"
#include "cuda/backend/weight_loader.h"
#include "cuda/kernels/block_codes.h"
#include "cuda/kernels/rows.h"
#include "cuda/runtime/check.h"
#include "cuda/runtime/devices.h"

#include <cstring>
#include <optional>

namespace longhand::gpu {
namespace {

using namespace tensor;

constexpr std::uint64_t kLanding = std::uint64_t{4} << 20;

class CudaBackend final : public Backend {
public:
    CudaBackend(const Device& device, const CudaOptions& options)
        : device_(device), portable_(options.portable_kernels),
          account_(std::make_shared<MemoryAccount>(options.memory_limit_bytes)),
          halves_(account_, stream_.get()), products_(account_, halves_, stream_.get()),
          attention_(account_, halves_, stream_.get(), portable_), loader_(account_, stream_.get())
    {
    }

    [[nodiscard]] DeviceDescription describe() const override
    {
        // Codes are expanded once a step: more rows of it pay for that, and take memory.
        constexpr std::uint64_t kRoomy = std::uint64_t{20} << 30;
        DeviceDescription description{.name = device_.name,
                                      .memory_bytes = device_.memory_bytes,
                                      .step_rows = 1024};
        std::size_t free_bytes = 0;
        std::size_t total_bytes = 0;
        if (cudaMemGetInfo(&free_bytes, &total_bytes) == cudaSuccess)
            description.free_bytes = free_bytes;
        if (account_->limit() > 0) {
            description.memory_bytes = std::min<std::uint64_t>(total_bytes, account_->limit());
            description.free_bytes = std::min<std::uint64_t>(
                free_bytes, account_->limit() - std::min(account_->limit(), account_->used()));
        }
        if (description.memory_bytes > kRoomy)
            description.step_rows = 4096;
        return description;
    }

    [[nodiscard]] TrainingSteps& training() override
    {
        if (training_ == nullptr)
            training_ = std::make_unique<CudaTraining>(account_, halves_, stream_.get(), portable_);
        return *training_;
    }

    [[nodiscard]] std::unique_ptr<Recording> record() override
    {
        return std::make_unique<RecordedSteps>(attention_, halves_, stream_.get());
    }

    Result<std::shared_ptr<Buffer>> allocate(std::uint64_t bytes) override
    {
        return as_result<std::shared_ptr<Buffer>>([&]() -> std::shared_ptr<Buffer> {
            return std::make_shared<GpuBuffer>(DeviceBuffer(account_, bytes));
        });
    }

    Result<Tensor> load_weight(std::span<const std::byte> bytes, DType dtype, Shape shape,
                               std::shared_ptr<const void>) override
    {
        TRY(const std::uint64_t needed, byte_size(shape, dtype));
        ENSURE(bytes.size() == needed);
        if (dtype == DType::i32)
            return Error{ErrorKind::unsupported, "weights of type i32"};
        return as_result<Tensor>([&] { return loader_.load(bytes, dtype, shape); });
    }

    void upload(const Tensor& to, std::span<const std::byte> from) override
    {
        ENSURE(from.size() == byte_size(to.shape, to.dtype).value());
        std::vector<std::byte> apart;
        if (to.dtype == DType::q8_0)
            from = apart = codes_apart(from, to.shape.back());
        GPU_CHECK(cudaMemcpyAsync(plain_bytes(to), from.data(), from.size(), cudaMemcpyHostToDevice,
                                  stream_.get()));
        halves_.wrote(to);
    }

    void download(std::span<std::byte> to, const Tensor& from) override
    {
        ENSURE(to.size() == byte_size(from.shape, from.dtype).value());
        // Logits of a decode step come through memory that the card writes by itself.
        if (to.size() <= kLanding) {
            if (!landing_)
                landing_.emplace(kLanding);
            GPU_CHECK(cudaMemcpyAsync(landing_->data(), plain_bytes(from), to.size(),
                                      cudaMemcpyDeviceToHost, stream_.get()));
            stream_.wait();
            std::memcpy(to.data(), landing_->data(), to.size());
        } else {
            GPU_CHECK(cudaMemcpyAsync(to.data(), plain_bytes(from), to.size(),
                                      cudaMemcpyDeviceToHost, stream_.get()));
            stream_.wait();
        }
        if (from.dtype == DType::q8_0)
            codes_together(to, from.shape.back());
    }

    void copy(const Tensor& to, const Tensor& from) override
    {
        const std::uint64_t bytes = byte_size(to.shape, to.dtype).value();
        ENSURE(bytes == byte_size(from.shape, from.dtype).value());
        GPU_CHECK(cudaMemcpyAsync(plain_bytes(to), plain_bytes(from), bytes,
                                  cudaMemcpyDeviceToDevice, stream_.get()));
        halves_.wrote(to);
    }

    Result<void> reserve(const Workspace& workspace) override
    {
        try {
            products_.reserve(workspace);
            attention_.reserve(workspace);
            return {};
        } catch (const DeviceError& error) {
            return Error{error.kind(), error.what()};
        }
    }

    void embed(const Tensor& out, const Tensor& table, const Tensor& tokens, float scale) override
    {
        const std::int64_t rows = tokens.shape.count();
        const std::int64_t dim = table.shape[1];
        if (rows == 0)
            return;
        const GpuBuffer& buffer = gpu_buffer(table);
        if (buffer.form() == GpuBuffer::Form::packed)
            gather_packed(buffer.format(), buffer.data(), integers(tokens), rows, dim, scale,
                          floats(out), stream_.get());
        else if (table.dtype == DType::f32)
            gather(floats(table), integers(tokens), rows, dim, scale, floats(out), stream_.get());
        else
            gather(reinterpret_cast<const __half*>(plain_bytes(table)), integers(tokens), rows, dim,
                   scale, floats(out), stream_.get());
        halves_.wrote(out);
    }

    void add_rms_norm(const Tensor& out, const Tensor& residual, const ResidualDelta& delta,
                      const Tensor& gain, float eps) override
    {
        if (residual.shape.rows() == 0)
            return;
        halves_.wrote(residual);
        NormRows step;
        step.y = floats(out);
        step.half = halves_.beside(out);
        step.x = floats(residual);
        step.delta = optional_floats(delta.values);
        step.delta_gain = optional_floats(delta.gain);
        step.gain = floats(gain);
        step.rows = residual.shape.rows();
        step.dim = static_cast<int>(residual.shape.back());
        step.eps = eps;
        gpu::add_rms_norm(step, stream_.get());
    }

    void linear(std::span<const Tensor> outs, const Tensor& in,
                std::span<const Linear> layers) override
    {
        products_.linear(outs, in, layers);
    }

    void gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                   const Linear& down, Activation activation) override
    {
        products_.gated_mlp(out, in, gate, up, down, activation);
    }

    void rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                     const HeadNorms& norms, const RopeTable& rope, const AttentionShape& shape,
                     const AttentionLayout& layout) override
    {
        attention_.rope_append(q, k, v, kv, norms, rope, shape, layout);
    }

    void attend(const Tensor& out, const Tensor& q, const KvPages& kv, const AttentionShape& shape,
                const AttentionLayout& layout) override
    {
        attention_.attend(out, q, kv, shape, layout);
    }

    void logits(const Tensor& out, const Tensor& hidden, const Head& head) override
    {
        products_.logits(out, hidden, head);
    }

    void cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                       const Tensor& targets) override
    {
        products_.cross_entropy(nll, hidden, head, targets);
    }

private:
    template <class T, class Work> static Result<T> as_result(const Work& work)
    {
        try {
            return work();
        } catch (const DeviceError& error) {
            return Error{error.kind(), error.what()};
        }
    }

    Device device_;
    bool portable_;
    Stream stream_;
    std::shared_ptr<MemoryAccount> account_;
    HalfInputs halves_;
    Products products_;
    Attention attention_;
    WeightLoader loader_;
    std::optional<PinnedBuffer> landing_;
    std::unique_ptr<CudaTraining> training_; // made by the first who trains
};

} // namespace

Result<std::unique_ptr<Backend>> make_cuda_backend(const CudaOptions& options)
{
    TRY(const std::vector<Device> devices, list_devices());
    if (options.device < 0 || options.device >= static_cast<int>(devices.size()))
        return Error{ErrorKind::not_found, "card " + std::to_string(options.device) +
                                               "; this machine has " +
                                               std::to_string(devices.size())};
    const Device& device = devices[static_cast<std::size_t>(options.device)];
    if (!device.refusal.empty())
        return Error{ErrorKind::unsupported, device.refusal};
    try {
        GPU_CHECK(cudaSetDevice(options.device));
        return std::unique_ptr<Backend>(std::make_unique<CudaBackend>(device, options));
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
}

} // namespace longhand::gpu
