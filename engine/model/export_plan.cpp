// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/export_plan.h"

#include "engine/model/export_fields.h"
#include "engine/model/rope_files.h"
#include "engine/model/tensor_list.h"

#include <algorithm>
#include <set>

namespace longhand::model {
namespace {

using checkpoint::Checkpoint;
using checkpoint::KeyValues;
using checkpoint::Layout;
using checkpoint::TensorEntry;
using tensor::DType;
using tensor::Shape;

// The number that readers print as the file's type, by the format's list.
std::int64_t file_type_of(DType type)
{
    switch (type) {
    case DType::f32:
        return 0;
    case DType::f16:
        return 1;
    case DType::q4_0:
        return 2;
    case DType::q4_1:
        return 3;
    case DType::q8_0:
        return 7;
    case DType::q5_0:
        return 8;
    case DType::q5_1:
        return 9;
    case DType::q2_k:
        return 10;
    case DType::q3_k:
        return 11;
    case DType::q4_k:
        return 14;
    case DType::q5_k:
        return 16;
    case DType::q6_k:
        return 18;
    case DType::iq4_nl:
        return 25;
    case DType::iq4_xs:
        return 30;
    case DType::bf16:
        return 32;
    default:
        return -1;
    }
}

double bits_of(DType type)
{
    const tensor::DTypeTraits& traits = tensor::traits(type);
    return 8.0 * traits.block_bytes / traits.block_values;
}

// The type with blocks of 32 that takes over where rows are no multiple of 256.
DType with_small_blocks(DType type)
{
    switch (type) {
    case DType::q2_k:
    case DType::q3_k:
    case DType::iq4_xs:
        return DType::iq4_nl;
    case DType::q4_k:
        return DType::q5_0;
    case DType::q5_k:
        return DType::q5_1;
    case DType::q6_k:
        return DType::q8_0;
    default:
        return type;
    }
}

DType stored_type(DType wanted, const Shape& shape, bool is_output)
{
    if (shape.rank() < 2)
        return DType::f32;
    DType type = wanted;
    if (is_output && bits_of(type) < bits_of(DType::q6_k))
        type = DType::q6_k;
    const auto fits = [&shape](DType one) {
        return shape.back() % static_cast<std::int64_t>(tensor::traits(one).block_values) == 0;
    };
    if (!fits(type))
        type = with_small_blocks(type);
    return fits(type) ? type : DType::f16;
}

std::string file_name(const Checkpoint& file)
{
    const auto whole = file.path().has_filename() ? file.path() : file.path().parent_path();
    return whole.filename().string();
}

void put_type(KeyValues& values, DType type)
{
    values.set("general.file_type", file_type_of(type));
    values.set("general.quantization_version", std::int64_t{2});
}

// How a family's files of one layout are: names, gains, order of rows.
struct Form {
    TensorNames names;
    float norm_offset = 0.0F;
    bool interleaved = false;
};

Form form_of(const Family& family, Layout layout)
{
    if (layout == Layout::gguf)
        return {gguf_names_of(family), 0.0F, family.interleaved};
    return {hugging_face_names_of(family), family.gemma ? 1.0F : 0.0F, false};
}

class TensorExport {
public:
    TensorExport(const Checkpoint& file, const ModelConfig& config, Form form,
                 const ExportOptions& options)
        : file_(file), config_(config), form_(std::move(form)), options_(options)
    {
    }

    Result<std::vector<ExportedTensor>> run()
    {
        std::set<std::string> used;
        std::vector<ExportedTensor> tensors;
        for (const TensorPlace& place : tensors_of(config_)) {
            TRY(ExportedTensor tensor, export_one(place));
            used.insert(tensor.source->name);
            tensors.push_back(std::move(tensor));
        }
        for (const TensorEntry& entry : file_.tensors())
            if (!used.contains(entry.name) && !is_passed_over(entry.name, config_))
                return Error{ErrorKind::unsupported, "tensor " + entry.name +
                                                         " is no part of architecture " +
                                                         config_.architecture};
        return tensors;
    }

private:
    Result<ExportedTensor> export_one(const TensorPlace& place) const
    {
        const std::string from = name_of(place, config_.names);
        const TensorEntry* entry = file_.find(from);
        if (entry == nullptr)
            return Error{ErrorKind::corrupt, "tensor " + from + " is missing"};
        const bool is_output = place.name == &TensorNames::head ||
                               (config_.tied_head && place.name == &TensorNames::embedding);
        const DType type = options_.layout == Layout::gguf
                               ? stored_type(options_.type, entry->shape, is_output)
                               : options_.type;
        ExportedTensor tensor{.source = entry,
                              .values = {},
                              .target = {name_of(place, form_.names), type, entry->shape}};
        if (is_norm(place))
            tensor.added = config_.norm_offset - form_.norm_offset;
        TRY(order_rows(tensor, place));
        return tensor;
    }

    Result<void> order_rows(ExportedTensor& tensor, const TensorPlace& place) const
    {
        const bool turned = place.name == &TensorNames::q || place.name == &TensorNames::k;
        if (!turned || config_.rope_interleaved == form_.interleaved)
            return {};
        const std::int64_t rows =
            place.name == &TensorNames::q ? config_.q_dim() : config_.kv_dim();
        if (tensor.source->shape[0] != rows)
            return Error{ErrorKind::corrupt, "tensor " + tensor.source->name + " is " +
                                                 to_string(tensor.source->shape) + ", expected " +
                                                 std::to_string(rows) + " rows"};
        if (config_.rotary_dim != config_.head_dim)
            return Error{ErrorKind::unsupported,
                         "heads that turn in part have no place in files of architecture llama"};
        tensor.rows = form_.interleaved ? RowOrder::interleaved : RowOrder::separated;
        tensor.head_dim = config_.head_dim;
        return {};
    }

    const Checkpoint& file_;
    const ModelConfig& config_;
    Form form_;
    const ExportOptions& options_;
};

void add_lists(std::vector<ExportedTensor>& tensors, const RopeLists& lists)
{
    const std::pair<const char*, const std::vector<double>*> named[] = {
        {"rope_freqs.weight", &lists.divisors},
        {"rope_factors_long.weight", &lists.long_factors},
        {"rope_factors_short.weight", &lists.short_factors}};
    for (const auto& [name, list] : named) {
        if (list->empty())
            continue;
        ExportedTensor tensor;
        tensor.values.assign(list->begin(), list->end());
        tensor.target = {name, DType::f32, Shape{static_cast<std::int64_t>(list->size())}};
        tensors.push_back(std::move(tensor));
    }
}

// The family in the target's layout: GGUF files of Mistral are of architecture llama, and such a
// file with a window is a Mistral again.
const Family& target_family(const ModelConfig& config, Layout layout)
{
    const Family* family = family_of_architecture(config.architecture);
    if (layout == Layout::gguf)
        return family != nullptr ? *family : *family_of_architecture("llama");
    if (config.architecture == "mistral" ||
        (config.architecture == "llama" && !config.windows.empty()))
        family = family_of_model_type("mistral");
    ENSURE(family != nullptr);
    return *family;
}

Result<ExportPlan> plan_translated(const Checkpoint& file, const ExportOptions& options)
{
    TRY(ModelConfig config, read_config(file, options.rope));
    const Family& family = target_family(config, options.layout);
    ExportPlan plan;
    plan.layout = options.layout;
    if (options.layout == Layout::gguf) {
        plan.values.set("general.architecture", std::string(family.name));
        plan.values.set("general.name", file_name(file));
        put_type(plan.values, options.type);
        TRY(config_to_key_values(config, family, plan.values));
        TRY(const RopeLists lists,
            rope_to_key_values(config, std::string(family.name) + ".", plan.values));
        add_lists(plan.tensors, lists);
    } else {
        // Of a model that also sees the language part is one of its own.
        const std::string_view base =
            config.language_part ? std::string_view() : file.text_file("config.json");
        TRY(plan.config, config_to_json(config, family, options.type, base));
    }
    TRY(auto tensors, TensorExport(file, config, form_of(family, options.layout), options).run());
    std::move(tensors.begin(), tensors.end(), std::back_inserter(plan.tensors));
    return plan;
}

// Keys and names stay as they are, also those that this version does not know.
Result<ExportPlan> plan_gguf(const Checkpoint& file, const ExportOptions& options)
{
    ExportPlan plan;
    plan.values = file.key_values();
    put_type(plan.values, options.type);
    if (options.rope) {
        TRY(const ModelConfig config, read_config(file, options.rope));
        const std::string prefix = config.architecture + ".";
        KeyValues kept;
        for (std::size_t i = 0; i < plan.values.all().size(); ++i)
            if (const auto& [key, value] = plan.values.all()[i]; !key.starts_with(prefix + "rope."))
                kept.set(key, value, plan.values.stored_as(i));
        plan.values = std::move(kept);
        TRY(const RopeLists lists, rope_to_key_values(config, prefix, plan.values));
        add_lists(plan.tensors, lists);
    }
    const bool tied = file.find(gguf_names().head) == nullptr;
    for (const TensorEntry& entry : file.tensors()) {
        if (options.rope && entry.name.starts_with("rope_"))
            continue;
        const bool is_output =
            entry.name == gguf_names().head || (tied && entry.name == gguf_names().embedding);
        const bool is_matrix = entry.shape.rank() == 2 && entry.dtype != DType::i32;
        plan.tensors.push_back(
            {.source = &entry,
             .values = {},
             .target = {entry.name,
                        is_matrix ? stored_type(options.type, entry.shape, is_output) : entry.dtype,
                        entry.shape}});
    }
    return plan;
}

} // namespace

std::int64_t source_row(const ExportedTensor& tensor, std::int64_t row)
{
    if (tensor.rows == RowOrder::as_they_are)
        return row;
    const std::int64_t half = tensor.head_dim / 2;
    const std::int64_t inside = row % tensor.head_dim;
    const std::int64_t first = row - inside;
    return tensor.rows == RowOrder::interleaved ? first + inside % 2 * half + inside / 2
                                                : first + inside % half * 2 + inside / half;
}

Result<ExportPlan> plan_export(const Checkpoint& file, const ExportOptions& options)
{
    const std::string type(to_string(options.type));
    if (options.layout == Layout::hugging_face && options.type != DType::f32 &&
        options.type != DType::f16 && options.type != DType::bf16)
        return Error{ErrorKind::unsupported,
                     "a Hugging Face folder holds f32, f16 or bf16, not " + type};
    if (file_type_of(options.type) < 0)
        return Error{ErrorKind::unsupported, "GGUF files do not hold weights of type " + type};
    if (file.layout() == Layout::gguf && options.layout == Layout::gguf)
        return plan_gguf(file, options);
    return plan_translated(file, options);
}

} // namespace longhand::model
