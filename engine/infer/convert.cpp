// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/convert.h"

#include "engine/checkpoint/gguf_writer.h"
#include "engine/infer/vocabulary.h"
#include "engine/model/gguf_export.h"
#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/cpu/thread_pool.h"

#include <algorithm>
#include <thread>

namespace longhand::infer {
namespace {

using checkpoint::Checkpoint;
using checkpoint::TensorEntry;
using model::ExportedTensor;
using model::ExportPlan;
using tensor::DType;

constexpr std::int64_t kPieceValues = 1 << 21; // converted at once

std::uint64_t row_bytes(DType dtype, std::int64_t width)
{
    const tensor::DTypeTraits& traits = tensor::traits(dtype);
    return static_cast<std::uint64_t>(width) / traits.block_values * traits.block_bytes;
}

// The source's row that becomes row `row`.
std::int64_t source_row(const ExportedTensor& tensor, std::int64_t row)
{
    if (tensor.interleaved_heads == 0)
        return row;
    const std::int64_t dim = tensor.target.shape[0] / tensor.interleaved_heads;
    const std::int64_t inside = row % dim;
    return row - inside + inside % 2 * (dim / 2) + inside / 2;
}

class Converter {
public:
    Converter(checkpoint::GgufWriter& writer, const ConvertOptions& options, std::uint64_t total)
        : writer_(writer), options_(options), total_(total),
          pool_(options.threads > 0
                    ? options.threads
                    : std::max(1, static_cast<int>(std::thread::hardware_concurrency())))
    {
    }

    Result<void> write(const ExportedTensor& tensor)
    {
        if (tensor.source == nullptr)
            return writer_.write(std::as_bytes(std::span(tensor.values)));
        const std::int64_t width = tensor.target.shape.back();
        const std::int64_t rows = tensor.target.shape.rows();
        const std::int64_t at_once =
            std::max<std::int64_t>(1, kPieceValues / std::max<std::int64_t>(1, width));
        for (std::int64_t first = 0; first < rows; first += at_once) {
            if (options_.stop.stop_requested())
                return Error{ErrorKind::cancelled, "converting was stopped"};
            TRY(write_rows(tensor, first, std::min(at_once, rows - first)));
        }
        return {};
    }

private:
    Result<void> write_rows(const ExportedTensor& tensor, std::int64_t first, std::int64_t count)
    {
        const std::int64_t width = tensor.target.shape.back();
        const TensorEntry& source = *tensor.source;
        const std::uint64_t from_bytes = row_bytes(source.dtype, width);
        const std::uint64_t to_bytes = row_bytes(tensor.target.dtype, width);
        piece_.resize(static_cast<std::size_t>(count) * to_bytes);
        pool_.for_each(count, [&](std::int64_t i, int) {
            const auto from = source.bytes.subspan(
                static_cast<std::size_t>(source_row(tensor, first + i)) * from_bytes, from_bytes);
            const auto to =
                std::span(piece_).subspan(static_cast<std::size_t>(i) * to_bytes, to_bytes);
            if (source.dtype == tensor.target.dtype) {
                std::copy(from.begin(), from.end(), to.begin());
                return;
            }
            std::vector<float> values(static_cast<std::size_t>(width));
            tensor::dequantise(values, source.dtype, from);
            tensor::quantise(to, tensor.target.dtype, values);
        });
        TRY(writer_.write(piece_));
        done_ += piece_.size();
        if (options_.progress)
            options_.progress(
                {.phase = "converting", .done = done_, .total = total_, .unit = "bytes"});
        return {};
    }

    checkpoint::GgufWriter& writer_;
    const ConvertOptions& options_;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    tensor::ThreadPool pool_;
    std::vector<std::byte> piece_;
};

// A folder without any tokenizer is one of tensors alone.
bool has_tokenizer(const Checkpoint& file)
{
    return file.layout() == checkpoint::Layout::gguf || !file.sentencepiece_model().empty() ||
           !file.text_file("tokenizer.json").empty();
}

Result<void> add_tokenizer(checkpoint::KeyValues& values, const Checkpoint& file)
{
    TRY(tokenizer::Vocabulary vocabulary, read_vocabulary(file));
    TRY(const auto made, tokenizer::Tokenizer::make(std::move(vocabulary)));
    // Its steps have no names of GGUF's yet; written as another kind it would spoil every answer.
    if (made->vocabulary().kind == tokenizer::Vocabulary::Kind::tokenizer_json)
        return Error{ErrorKind::unsupported,
                     file.path().string() + ": a model with tokenizer.json is not converted; it can "
                                            "be used as the folder it is"};
    write_vocabulary(values, made->vocabulary());
    if (std::string chat = chat_template_source(file); !chat.empty())
        values.set("tokenizer.chat_template", std::move(chat));
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

} // namespace

Result<std::uint64_t> converted_bytes(const std::filesystem::path& source, DType type)
{
    TRY(const Checkpoint file, Checkpoint::open(source));
    TRY(const ExportPlan plan, model::plan_export(file, type));
    return bytes_of(plan);
}

Result<Converted> convert_model(const std::filesystem::path& source,
                                const std::filesystem::path& target, const ConvertOptions& options)
{
    TRY(const Checkpoint file, Checkpoint::open(source));
    TRY(ExportPlan plan, model::plan_export(file, options.type));
    Converted result;
    result.has_tokenizer = has_tokenizer(file);
    if (file.layout() == checkpoint::Layout::hugging_face && result.has_tokenizer)
        TRY(add_tokenizer(plan.values, file));
    TRY(result.bytes, bytes_of(plan));
    std::vector<checkpoint::PlannedTensor> targets;
    for (const ExportedTensor& tensor : plan.tensors) {
        targets.push_back(tensor.target);
        ++result.tensors[tensor.target.dtype];
    }
    TRY(auto writer, checkpoint::GgufWriter::create(target, plan.values, std::move(targets)));
    Converter converter(writer, options, result.bytes);
    for (const ExportedTensor& tensor : plan.tensors)
        TRY(converter.write(tensor));
    TRY(writer.finish());
    return result;
}

} // namespace longhand::infer
