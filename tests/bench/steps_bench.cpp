// SPDX-License-Identifier: GPL-3.0-or-later
// Each step of the processor's backend by itself, with Google Benchmark: linear of every weight
// type for one row and many, the feed-forward part, norm, attention while writing and reading.
//     steps_bench --benchmark_filter=linear --benchmark_min_time=0.1
// B/s: weights, keys and values or rows that a step reads, and rows that it writes where they are
// what bounds it; FLOP/s: multiplications and additions. The CPU column is that of all threads.
#include "engine/base/random.h"
#include "engine/tensor/backend.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/tensor/cpu/number_format.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace longhand::tensor {
namespace {

// Sizes of a layer of a 1B model.
constexpr std::int64_t kDim = 2048;
constexpr std::int64_t kMlp = 8192;
constexpr std::int64_t kHeads = 32;
constexpr std::int64_t kKvHeads = 8;
constexpr std::int64_t kHeadDim = 64;

Backend& backend()
{
    static const auto made = make_cpu_backend();
    return *made;
}

std::vector<float> normal(std::int64_t count, float deviation = 1.0F)
{
    Random random(Seed{5});
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = deviation * random.normal();
    return values;
}

Tensor make(DType dtype, const Shape& shape)
{
    std::vector<std::byte> bytes(byte_size(shape, dtype).value());
    if (dtype != DType::i32)
        quantise(bytes, dtype, normal(shape.count()));
    const Tensor tensor{backend().allocate(bytes.size()).value(), 0, dtype, shape};
    backend().upload(tensor, bytes);
    return tensor;
}

// A benchmark runs several times to find how often to repeat; a weight is made once.
const Tensor& weight(DType dtype, std::int64_t out, std::int64_t in, int which = 0)
{
    static std::map<std::tuple<DType, std::int64_t, int>, Tensor> made;
    Tensor& tensor = made[{dtype, out, which}];
    if (tensor.empty()) {
        const Shape shape{out, in};
        auto bytes = std::make_shared<std::vector<std::byte>>(byte_size(shape, dtype).value());
        quantise(*bytes, dtype, normal(out * in, 1.0F / std::sqrt(static_cast<float>(in))));
        tensor = backend().load_weight(*bytes, dtype, shape, bytes).value();
    }
    return tensor;
}

void report(benchmark::State& state, double operations, double bytes)
{
    using benchmark::Counter;
    state.counters["FLOP/s"] = Counter(operations, Counter::kIsIterationInvariantRate);
    state.counters["B/s"] = Counter(bytes, Counter::kIsIterationInvariantRate);
}

benchmark::internal::Benchmark* add(const std::string& name,
                                    std::function<void(benchmark::State&)> run)
{
    return benchmark::RegisterBenchmark(name.c_str(), std::move(run))
        ->UseRealTime()
        ->MeasureProcessCPUTime()
        ->Unit(benchmark::kMicrosecond);
}

void linear(benchmark::State& state, DType dtype)
{
    const std::int64_t rows = state.range(0);
    const Linear layer{weight(dtype, kMlp, kDim), {}, {}};
    const Tensor in = make(DType::f32, {rows, kDim});
    const Tensor out = make(DType::f32, {rows, kMlp});
    for (auto _ : state)
        backend().linear(std::span(&out, 1), in, std::span(&layer, 1));
    report(state, 2.0 * static_cast<double>(rows * kDim * kMlp),
           static_cast<double>(byte_size(Shape{kMlp, kDim}, dtype).value()));
}

void gated_mlp(benchmark::State& state)
{
    const std::int64_t rows = state.range(0);
    const Linear gate{weight(DType::q4_k, kMlp, kDim), {}, {}};
    const Linear up{weight(DType::q4_k, kMlp, kDim, 1), {}, {}};
    const Linear down{weight(DType::q6_k, kDim, kMlp), {}, {}};
    const Tensor in = make(DType::f32, {rows, kDim});
    const Tensor out = make(DType::f32, {rows, kDim});
    for (auto _ : state)
        backend().gated_mlp(out, in, gate, up, down, Activation::silu);
    report(state, 6.0 * static_cast<double>(rows * kDim * kMlp),
           static_cast<double>(2 * byte_size(Shape{kMlp, kDim}, DType::q4_k).value() +
                               byte_size(Shape{kDim, kMlp}, DType::q6_k).value()));
}

void add_rms_norm(benchmark::State& state)
{
    const Shape shape{state.range(0), kDim};
    const Tensor residual = make(DType::f32, shape);
    const Tensor out = make(DType::f32, shape);
    const Tensor gain = make(DType::f32, {kDim});
    for (auto _ : state)
        backend().add_rms_norm(out, residual, {}, gain, 1e-5F);
    report(state, 4.0 * static_cast<double>(shape.count()), static_cast<double>(8 * shape.count()));
}

// One sequence: the last `rows` of `positions` tokens ask.
void attend(benchmark::State& state)
{
    constexpr std::int64_t kPage = 64;
    const std::int64_t rows = state.range(0);
    const std::int64_t positions = state.range(1);
    const std::int64_t pages = (positions + kPage - 1) / kPage;
    const Shape cache{pages * kPage, kKvHeads * kHeadDim};
    const KvPages kv{make(DType::f16, cache), make(DType::f16, cache), kPage};
    std::vector<std::int32_t> table(static_cast<std::size_t>(pages));
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<std::int32_t>(i);
    const Segment segment{.first_row = 0,
                          .rows = static_cast<std::int32_t>(rows),
                          .first_position = static_cast<std::int32_t>(positions - rows)};
    const AttentionLayout layout{table, std::span(&segment, 1)};
    const AttentionShape shape{.heads = kHeads,
                               .kv_heads = kKvHeads,
                               .head_dim = kHeadDim,
                               .scale = 1.0F / std::sqrt(static_cast<float>(kHeadDim))};
    const Tensor q = make(DType::f32, {rows, kHeads * kHeadDim});
    const Tensor out = make(DType::f32, {rows, kHeads * kHeadDim});
    for (auto _ : state)
        backend().attend(out, q, kv, shape, layout);
    const double keys = static_cast<double>(rows) *
                        (static_cast<double>(positions) - static_cast<double>(rows - 1) / 2.0);
    report(state, 4.0 * keys * static_cast<double>(kHeads * kHeadDim),
           static_cast<double>(4 * positions * kKvHeads * kHeadDim));
}

void register_all()
{
    for (const char* const name :
         {"f32", "f16", "bf16", "q8_0", "q6_k", "q5_k", "q5_0", "q5_1", "q4_k", "q4_0", "q4_1",
          "iq4_nl", "iq4_xs", "q3_k", "q2_k", "nf4"}) {
        const DType dtype = dtype_named(name).value();
        add(std::string("linear/") + name,
            [dtype](benchmark::State& state) { linear(state, dtype); })
            ->ArgName("rows")
            ->Arg(1)
            ->Arg(16)
            ->Arg(512);
    }
    add("gated_mlp", gated_mlp)->ArgName("rows")->Arg(1)->Arg(512);
    add("add_rms_norm", add_rms_norm)->ArgName("rows")->Arg(1)->Arg(512);
    add("attend", attend)
        ->ArgNames({"rows", "positions"})
        ->Args({1, 512})
        ->Args({1, 8192})
        ->Args({512, 512})
        ->Args({512, 8192});
}

} // namespace
} // namespace longhand::tensor

int main(int count, char** words)
{
    longhand::tensor::register_all();
    benchmark::Initialize(&count, words);
    if (benchmark::ReportUnrecognizedArguments(count, words))
        return 2;
    benchmark::AddCustomContext("backend", longhand::tensor::backend().describe().name);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
