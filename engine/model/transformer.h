// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/config.h"
#include "engine/model/weights.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longhand::model {

struct LayerWeights {
    tensor::Tensor attention_norm;  // [dim] f32
    tensor::Linear q, k, v, o;
    tensor::HeadNorms head_norms;
    tensor::Tensor attention_post_norm;  // [dim] f32, or empty
    tensor::Tensor mlp_norm;             // [dim] f32
    tensor::Linear gate, up, down;
    tensor::Tensor mlp_post_norm;  // [dim] f32, or empty
};

// What a forward pass reads of a model.
struct TransformerParts {
    tensor::Tensor embedding;   // [vocabulary, dim]
    tensor::Tensor final_norm;  // [dim] f32
    tensor::Head head;
    std::vector<LayerWeights> layers;
};

// A decoder's weights in a backend's memory, with its description. Immutable once loaded; the
// forward pass over it, and all memory that a pass writes, is Runner.
class Transformer {
public:
    // `linears`: the matrices of layers are rounded to that type, where its blocks make up their
    // rows, whatever the source has. For frozen weights of training: nf4.
    // Fails: corrupt, unsupported, out_of_memory.
    static Result<std::shared_ptr<const Transformer>>
    load(const ModelConfig& config, const WeightSource& source,
         std::shared_ptr<tensor::Backend> backend,
         std::optional<tensor::DType> linears = std::nullopt);
    // The same from a file, which must hold no tensor that the config does not know: a bias or a
    // norm that nobody applies would give quietly wrong text.
    static Result<std::shared_ptr<const Transformer>>
    load(const ModelConfig& config, const checkpoint::Checkpoint& file,
         std::shared_ptr<tensor::Backend> backend,
         std::optional<tensor::DType> linears = std::nullopt);

    // The same model with other parts (an adapter's deltas, trained norms), of the base's shapes and
    // backend: takes no memory for weights. `owner` keeps what the parts borrow.
    static std::shared_ptr<const Transformer> derive(const Transformer& base,
                                                     TransformerParts parts,
                                                     std::shared_ptr<const void> owner);
    [[nodiscard]] TransformerParts parts() const
    {
        return {embedding_, final_norm_, head_, layers_};
    }

    [[nodiscard]] const ModelConfig& config() const { return config_; }
    [[nodiscard]] const tensor::Tensor& embedding() const { return embedding_; }
    [[nodiscard]] const tensor::Tensor& final_norm() const { return final_norm_; }
    [[nodiscard]] const tensor::Head& head() const { return head_; }
    [[nodiscard]] const std::vector<LayerWeights>& layers() const { return layers_; }
    [[nodiscard]] tensor::Backend& backend() const { return *backend_; }
    [[nodiscard]] const std::shared_ptr<tensor::Backend>& shared_backend() const { return backend_; }
    // Bytes of all weights as the file stores them; a tied table counts once.
    [[nodiscard]] std::uint64_t weight_bytes() const { return weight_bytes_; }
    // Of those, what one decoded token reads: an untied embedding table gives one row only.
    [[nodiscard]] std::uint64_t bytes_per_token() const { return bytes_per_token_; }

private:
    Transformer(const ModelConfig& config, std::shared_ptr<tensor::Backend> backend);
    Result<void> load_all(const WeightSource& source);
    Result<void> load_layer(const WeightSource& source, std::int64_t layer);
    Result<void> load_norms(const WeightSource& source, std::int64_t layer);
    Result<tensor::Tensor> load_matrix(const WeightSource& source, const std::string& name,
                                       std::int64_t rows, std::int64_t columns);
    struct Part {
        tensor::Linear* linear;
        std::string_view name;  // of a matrix of its own
        std::int64_t rows;
    };
    // The same for a linear of a layer, in the type asked for.
    Result<tensor::Tensor> load_linear(HostWeight weight, const tensor::Shape& shape);
    // Linears of one input, each a matrix of its own or all rows of the one called `fused`.
    Result<void> load_parts(const WeightSource& source, std::int64_t layer, std::string_view fused,
                            std::span<const Part> parts, std::int64_t columns, bool bias);
    Result<tensor::Tensor> load_vector(const WeightSource& source, const std::string& name,
                                       std::int64_t size, float offset);
    Result<tensor::Tensor> upload(std::span<const float> values);

    ModelConfig config_;
    std::shared_ptr<tensor::Backend> backend_;
    tensor::Tensor embedding_;   // [vocabulary, dim]
    tensor::Tensor final_norm_;  // [dim] f32
    tensor::Head head_;
    std::vector<LayerWeights> layers_;
    std::uint64_t weight_bytes_ = 0;
    std::uint64_t bytes_per_token_ = 0;
    std::optional<tensor::DType> linears_;
    std::shared_ptr<const void> owner_;  // of deltas that the layers borrow
};

}  // namespace longhand::model
