// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/parameters.h"

#include <algorithm>
#include <cmath>

namespace longhand::train {
namespace {

using model::LinearKind;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

constexpr std::int64_t kAlignment = 64;  // values from one tensor's start to the next's

std::size_t place_of(std::size_t layer, LinearKind kind)
{
    return layer * model::kLinearKinds.size() + static_cast<std::size_t>(kind);
}

Tensor view(const Tensor& flat, std::int64_t first, const Shape& shape)
{
    return {flat.buffer, flat.offset_bytes + static_cast<std::uint64_t>(first) * sizeof(float),
            DType::f32, shape};
}

Result<void> check(const TrainableOptions& options)
{
    if (options.rank < 0 || options.rank > 4096 || !(options.alpha > 0.0F))
        return Error{ErrorKind::invalid, "LoRA of rank " + std::to_string(options.rank) +
                                             " and alpha " + std::to_string(options.alpha)};
    if (!(options.dropout >= 0.0F && options.dropout < 1.0F))
        return Error{ErrorKind::invalid, "dropout of " + std::to_string(options.dropout)};
    const bool lora = options.rank > 0 && !options.targets.empty();
    if (!lora && !options.embeddings && !options.norms)
        return Error{ErrorKind::invalid, "nothing to train"};
    return {};
}

}  // namespace

struct Parameters::Plan {
    std::vector<std::string> names;
    std::vector<Shape> shapes;
    void add(std::string name, const Shape& shape)
    {
        names.push_back(std::move(name));
        shapes.push_back(shape);
    }
};

Parameters::Parameters(std::shared_ptr<tensor::Backend> backend, const TrainableOptions& options)
    : backend_(std::move(backend)), options_(options)
{
}

Result<std::shared_ptr<Parameters>> Parameters::make(const model::Transformer& base,
                                                     const TrainableOptions& options)
{
    TRY(check(options));
    std::shared_ptr<Parameters> made(new Parameters(base.shared_backend(), options));
    Plan plan;
    for (std::size_t layer = 0; layer < base.layers().size() && options.rank > 0; ++layer)
        for (const LinearKind kind : model::kLinearKinds) {
            if (std::find(options.targets.begin(), options.targets.end(), kind) ==
                options.targets.end())
                continue;
            const Shape& weight = linear_of(base.layers()[layer], kind).weight.shape;
            const std::string name = module_name(kind, static_cast<std::int64_t>(layer));
            plan.add(name + ".lora_A.weight", {options.rank, weight[1]});
            plan.add(name + ".lora_B.weight", {weight[0], options.rank});
        }
    model::TransformerParts parts = base.parts();
    if (options.norms)
        for (const model::NormPlace& norm : norms_of(parts))
            plan.add(norm.name + ".weight", norm.gain->shape);
    if (options.embeddings)
        plan.add("embed_tokens.weight", base.embedding().shape);
    try {
        TRY(made->allocate_all(plan));
        TRY(made->start(base));
        made->build_deltas(base);
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return made;
}

Result<void> Parameters::allocate_all(const Plan& plan)
{
    std::vector<std::int64_t> firsts;
    std::int64_t size = 0;
    for (const Shape& shape : plan.shapes) {
        firsts.push_back(size);
        count_ += shape.count();
        size += (shape.count() + kAlignment - 1) / kAlignment * kAlignment;
    }
    for (Tensor* const flat : {&values_, &gradients_, &first_moments_, &second_moments_}) {
        TRY(*flat, model::allocate(*backend_, DType::f32, Shape{size}));
    }
    for (std::size_t i = 0; i < plan.names.size(); ++i)
        all_.push_back({plan.names[i], view(values_, firsts[i], plan.shapes[i]),
                        view(gradients_, firsts[i], plan.shapes[i])});
    return {};
}

Result<void> Parameters::restart(const model::Transformer& base)
{
    try {
        return start(base);
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
}

Result<void> Parameters::start(const model::Transformer& base)
{
    for (const Tensor* const flat : {&values_, &gradients_, &first_moments_, &second_moments_})
        backend_->training().zero(*flat);
    model::TransformerParts parts = base.parts();
    for (const model::NormPlace& norm : norms_of(parts))
        if (const Parameter* const own = find(norm.name + ".weight"))
            backend_->copy(own->value, *norm.gain);
    if (const Parameter* const own = find("embed_tokens.weight")) {
        std::vector<std::int32_t> tokens(static_cast<std::size_t>(own->value.shape[0]));
        for (std::size_t i = 0; i < tokens.size(); ++i)
            tokens[i] = static_cast<std::int32_t>(i);
        TRY(const Tensor ids,
            model::allocate(*backend_, DType::i32, Shape{own->value.shape[0]}));
        backend_->upload(ids, std::as_bytes(std::span(tokens)));
        backend_->embed(own->value, base.embedding(), ids, 1.0F);
    }
    for (const Parameter& own : all_) {
        if (!own.name.ends_with("lora_A.weight"))
            continue;
        Random random(derive(options_.seed, own.name));
        const float bound = 1.0F / std::sqrt(static_cast<float>(own.value.shape[1]));
        std::vector<float> values(static_cast<std::size_t>(own.value.shape.count()));
        for (float& value : values)
            value = random.uniform(-bound, bound);
        set(own, values);
    }
    return {};
}

// What parts borrow: made once.
void Parameters::build_deltas(const model::Transformer& base)
{
    deltas_.resize(base.layers().size() * model::kLinearKinds.size());
    for (std::size_t layer = 0; layer < base.layers().size(); ++layer)
        for (const LinearKind kind : model::kLinearKinds) {
            const auto borrowed = linear_of(base.layers()[layer], kind).deltas;
            auto& deltas = deltas_[place_of(layer, kind)];
            deltas.assign(borrowed.begin(), borrowed.end());
            const std::string name = module_name(kind, static_cast<std::int64_t>(layer));
            const Parameter* const a = find(name + ".lora_A.weight");
            if (a == nullptr)
                continue;
            deltas.push_back({a->value, find(name + ".lora_B.weight")->value,
                              options_.alpha / static_cast<float>(options_.rank), {}});
            trained_.push_back(&deltas.back());
        }
}

const Parameter* Parameters::find(std::string_view name) const
{
    const auto found = std::find_if(all_.begin(), all_.end(),
                                    [&](const Parameter& one) { return one.name == name; });
    return found == all_.end() ? nullptr : &*found;
}

model::TransformerParts Parameters::parts_over(const model::Transformer& base)
{
    model::TransformerParts parts = base.parts();
    for (std::size_t layer = 0; layer < parts.layers.size(); ++layer)
        for (const LinearKind kind : model::kLinearKinds)
            linear_of(parts.layers[layer], kind).deltas = deltas_[place_of(layer, kind)];
    for (const model::NormPlace& norm : norms_of(parts))
        if (const Parameter* const own = find(norm.name + ".weight"))
            *norm.gain = own->value;
    if (const Parameter* const own = find("embed_tokens.weight")) {
        parts.embedding = own->value;
        if (base.config().tied_head)
            parts.head.linear.weight = own->value;
    }
    return parts;
}

void Parameters::draw_dropout(Seed seed)
{
    for (std::size_t i = 0; i < trained_.size(); ++i)
        trained_[i]->dropout = {options_.dropout, derive(seed, i).value};
}

void Parameters::clear_dropout()
{
    for (tensor::LoraDelta* const delta : trained_)
        delta->dropout = {};
}

std::uint64_t Parameters::bytes() const
{
    return 4 * static_cast<std::uint64_t>(values_.shape.count()) * sizeof(float);
}

void Parameters::set(const Parameter& parameter, std::span<const float> values)
{
    backend_->upload(parameter.value, std::as_bytes(values));
}

std::vector<float> Parameters::get(const Tensor& tensor) const
{
    std::vector<float> values(static_cast<std::size_t>(tensor.shape.count()));
    backend_->download(std::as_writable_bytes(std::span(values)), tensor);
    return values;
}

}  // namespace longhand::train
