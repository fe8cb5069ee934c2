// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/convert.h"

#include "engine/checkpoint/gguf_writer.h"
#include "engine/checkpoint/safetensors_writer.h"
#include "engine/infer/folder_files.h"
#include "engine/infer/vocabulary.h"
#include "engine/model/export_plan.h"
#include "engine/model/rope_files.h"
#include "engine/model/weight_updates.h"
#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/cpu/thread_pool.h"
#include "engine/tokenizer/tables.h"

#include <algorithm>
#include <functional>
#include <thread>

namespace longhand::infer {
namespace {

using checkpoint::Checkpoint;
using checkpoint::Layout;
using checkpoint::TensorEntry;
using model::ExportedTensor;
using model::ExportPlan;
using tensor::DType;

constexpr std::int64_t kPieceValues = 1 << 21; // converted at once
constexpr std::uint64_t kShardBytes = std::uint64_t{5} << 30U;

using ByteSink = std::function<Result<void>(std::span<const std::byte>)>;

std::uint64_t row_bytes(DType dtype, std::int64_t width)
{
    const tensor::DTypeTraits& traits = tensor::traits(dtype);
    return static_cast<std::uint64_t>(width) / traits.block_values * traits.block_bytes;
}

class Converter {
public:
    Converter(ByteSink sink, const model::WeightUpdates& updates, const ConvertOptions& options,
              std::uint64_t total)
        : sink_(std::move(sink)), updates_(updates), options_(options), total_(total),
          pool_(options.threads > 0
                    ? options.threads
                    : std::max(1, static_cast<int>(std::thread::hardware_concurrency())))
    {
    }

    Result<void> write(const ExportedTensor& tensor)
    {
        if (tensor.source == nullptr)
            return sink_(std::as_bytes(std::span(tensor.values)));
        // The values of a vector are rows of one where their order changes.
        const bool ordered = tensor.rows != model::RowOrder::as_they_are;
        const bool apart = ordered && tensor.target.shape.rank() == 1;
        const std::int64_t width = apart ? 1 : tensor.target.shape.back();
        const std::int64_t rows = tensor.target.shape.count() / std::max<std::int64_t>(1, width);
        const std::int64_t at_once =
            std::max<std::int64_t>(1, kPieceValues / std::max<std::int64_t>(1, width));
        for (std::int64_t first = 0; first < rows; first += at_once) {
            if (options_.stop.stop_requested())
                return Error{ErrorKind::cancelled, "converting was stopped"};
            TRY(write_rows(tensor, first, std::min(at_once, rows - first), width));
        }
        return {};
    }

private:
    Result<void> write_rows(const ExportedTensor& tensor, std::int64_t first, std::int64_t count,
                            std::int64_t width)
    {
        const TensorEntry& source = *tensor.source;
        const std::uint64_t from_bytes = row_bytes(source.dtype, width);
        const std::uint64_t to_bytes = row_bytes(tensor.target.dtype, width);
        const bool merged = updates_.touches(source.name);
        const bool copied = source.dtype == tensor.target.dtype && tensor.added == 0.0F && !merged;
        piece_.resize(static_cast<std::size_t>(count) * to_bytes);
        pool_.for_each(count, [&](std::int64_t i, int) {
            const std::int64_t row = model::source_row(tensor, first + i);
            const auto from =
                source.bytes.subspan(static_cast<std::size_t>(row) * from_bytes, from_bytes);
            const auto to =
                std::span(piece_).subspan(static_cast<std::size_t>(i) * to_bytes, to_bytes);
            if (copied) {
                std::copy(from.begin(), from.end(), to.begin());
                return;
            }
            std::vector<float> values(static_cast<std::size_t>(width));
            tensor::dequantise(values, source.dtype, from);
            updates_.apply(source.name, row, values);
            for (float& value : values)
                value += tensor.added;
            tensor::quantise(to, tensor.target.dtype, values);
        });
        TRY(sink_(piece_));
        done_ += piece_.size();
        if (options_.progress)
            options_.progress(
                {.phase = "converting", .done = done_, .total = total_, .unit = "bytes"});
        return {};
    }

    ByteSink sink_;
    const model::WeightUpdates& updates_;
    const ConvertOptions& options_;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    tensor::ThreadPool pool_;
    std::vector<std::byte> piece_;
};

// A folder without any tokenizer is one of tensors alone.
bool has_tokenizer(const Checkpoint& file)
{
    if (file.layout() == Layout::gguf)
        return file.key_values().has("tokenizer.ggml.model");
    return !file.sentencepiece_model().empty() || !file.text_file("tokenizer.json").empty();
}

Result<void> add_tokenizer(ExportPlan& plan, const Checkpoint& file)
{
    TRY(tokenizer::Vocabulary vocabulary, read_table_vocabulary(file));
    // Readers of GGUF take the number of tokens for the rows of the table.
    for (const ExportedTensor& tensor : plan.tensors)
        if (tensor.target.name == model::gguf_names().embedding)
            for (std::int64_t row = static_cast<std::int64_t>(vocabulary.tokens.size());
                 row < tensor.target.shape[0]; ++row)
                tokenizer::add_unused(vocabulary, row);
    write_vocabulary(plan.values, vocabulary);
    if (std::string chat = chat_template_source(file); !chat.empty())
        plan.values.set("tokenizer.chat_template", std::move(chat));
    return {};
}

Result<std::uint64_t> bytes_of(const ExportPlan& plan)
{
    std::uint64_t bytes = 0;
    for (const ExportedTensor& tensor : plan.tensors) {
        TRY(const std::uint64_t one, byte_size(tensor.target.shape, tensor.target.dtype));
        bytes += one;
    }
    return bytes;
}

Result<std::vector<model::ScaledAdapter>> scaled_adapters(const ConvertOptions& options)
{
    TRY(std::vector<checkpoint::AdapterFile> files, read_adapters(options.adapters));
    std::vector<model::ScaledAdapter> adapters;
    for (std::size_t i = 0; i < files.size(); ++i)
        adapters.push_back({std::move(files[i]), options.adapters[i].scale});
    return adapters;
}

Result<std::optional<model::RopeRule>> rule_of(const ConvertOptions& options,
                                               std::span<const model::ScaledAdapter> adapters)
{
    std::optional<model::RopeRule> rule = options.rope;
    for (const model::ScaledAdapter& adapter : adapters) {
        TRY(rule, model::settle_rule(rule, std::span(&adapter.file, 1)));
    }
    return rule;
}

Result<ExportPlan> plan_of(const Checkpoint& file, const ConvertOptions& options,
                           const std::optional<model::RopeRule>& rule)
{
    return model::plan_export(file, {.type = options.type, .layout = options.layout, .rope = rule});
}

std::vector<checkpoint::PlannedTensor> targets_of(const ExportPlan& plan)
{
    std::vector<checkpoint::PlannedTensor> targets;
    for (const ExportedTensor& tensor : plan.tensors)
        targets.push_back(tensor.target);
    return targets;
}

template <class Writer>
Result<void> write_all(Writer& writer, const ExportPlan& plan, const model::WeightUpdates& updates,
                       const ConvertOptions& options, std::uint64_t bytes)
{
    Converter converter([&writer](std::span<const std::byte> piece) { return writer.write(piece); },
                        updates, options, bytes);
    for (const ExportedTensor& tensor : plan.tensors)
        TRY(converter.write(tensor));
    return writer.finish();
}

Result<void> write_gguf(const Checkpoint& file, ExportPlan& plan,
                        const std::filesystem::path& target, const model::WeightUpdates& updates,
                        const ConvertOptions& options, const Converted& converted)
{
    if (file.layout() == Layout::hugging_face && converted.has_tokenizer) {
        TRY(add_tokenizer(plan, file));
    }
    TRY(auto writer, checkpoint::GgufWriter::create(target, plan.values, targets_of(plan)));
    return write_all(writer, plan, updates, options, converted.bytes);
}

Result<void> write_folder(const Checkpoint& file, const ExportPlan& plan,
                          const std::filesystem::path& target, const model::WeightUpdates& updates,
                          const ConvertOptions& options, const Converted& converted)
{
    TRY(const NewFolder folder, NewFolder::make(target));
    TRY(auto writer, checkpoint::SafeTensorsWriter::create_sharded(
                         folder.path(), targets_of(plan), kShardBytes, {{"format", "pt"}}));
    TRY(write_all(writer, plan, updates, options, converted.bytes));
    TRY(write_folder_files(file, plan.config, folder.path()));
    return folder.commit();
}

} // namespace

Result<std::uint64_t> converted_bytes(const std::filesystem::path& source,
                                      const ConvertOptions& options)
{
    TRY(const Checkpoint file, Checkpoint::open(source));
    TRY(const auto adapters, scaled_adapters(options));
    TRY(const auto rule, rule_of(options, adapters));
    TRY(const ExportPlan plan, plan_of(file, options, rule));
    return bytes_of(plan);
}

Result<Converted> convert_model(const std::filesystem::path& source,
                                const std::filesystem::path& target, const ConvertOptions& options)
{
    TRY(const Checkpoint file, Checkpoint::open(source));
    TRY(auto adapters, scaled_adapters(options));
    TRY(const auto rule, rule_of(options, adapters));
    TRY(ExportPlan plan, plan_of(file, options, rule));
    model::WeightUpdates updates;
    if (!adapters.empty()) {
        TRY(const model::ModelConfig config, model::read_config(file, rule));
        TRY(updates, model::WeightUpdates::make(std::move(adapters), config, file));
    }
    Converted result;
    result.has_tokenizer = has_tokenizer(file);
    TRY(result.bytes, bytes_of(plan));
    for (const ExportedTensor& tensor : plan.tensors)
        ++result.tensors[tensor.target.dtype];
    if (options.layout == Layout::gguf) {
        TRY(write_gguf(file, plan, target, updates, options, result));
    } else {
        TRY(write_folder(file, plan, target, updates, options, result));
    }
    return result;
}

Result<void> export_adapter(const std::filesystem::path& model, const std::filesystem::path& target,
                            const ConvertOptions& options)
{
    TRY(const Checkpoint file, Checkpoint::open(model));
    TRY(const auto adapters, scaled_adapters(options));
    TRY(const auto rule, rule_of(options, adapters));
    TRY(const model::ModelConfig config, model::read_config(file, rule));
    // What the model would refuse is no adapter of it.
    TRY(model::WeightUpdates::make(adapters, config, file));
    const double turned =
        static_cast<double>(config.rotary_dim) / static_cast<double>(config.head_dim);
    TRY(std::string parameters,
        model::rope_parameters(
            {config.rope_theta, config.rope, config.rotary_dim, config.context_length}, turned));
    TRY(checkpoint::AdapterFile joined,
        model::join_adapters(adapters, config, std::move(parameters)));
    if (target.extension() != ".gguf")
        return checkpoint::write_adapter(joined, target);
    model::interleave_for_gguf(joined, config);
    return checkpoint::write_gguf_adapter(joined, target);
}

} // namespace longhand::infer
