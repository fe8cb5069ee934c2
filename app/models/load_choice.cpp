// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/load_choice.h"

#include "app/models/catalogue.h"
#include "app/models/memory.h"

#include <algorithm>
#include <vector>

namespace longhand::models {
namespace {

constexpr std::int64_t kLeastContext = 512;
constexpr std::uint64_t kMegabyte = 1'000'000;

class SamplingGenerator final : public infer::Generator {
public:
    SamplingGenerator(std::shared_ptr<infer::Generator> inner, float temperature, float top_p)
        : inner_(std::move(inner)), temperature_(temperature), top_p_(top_p)
    {
    }

    void generate_each(std::vector<infer::Request> first, const infer::TextSink& sink,
                       const infer::NextRequest& next, std::stop_token stop,
                       const ProgressSink& progress) override
    {
        for (infer::Request& request : first)
            sample(request);
        inner_->generate_each(
            std::move(first), sink,
            [&](std::size_t index, Result<infer::Completion> answer) {
                auto following = next(index, std::move(answer));
                if (following)
                    sample(*following);
                return following;
            },
            std::move(stop), progress);
    }
    [[nodiscard]] std::size_t parallel() const override { return inner_->parallel(); }
    Result<infer::PrefixHandle> read_prefix(const infer::Prompt& prompt,
                                            const infer::AdapterHandle& adapter,
                                            std::stop_token stop,
                                            const ProgressSink& progress) override
    {
        return inner_->read_prefix(prompt, adapter, std::move(stop), progress);
    }
    [[nodiscard]] infer::TokenCount count_tokens(std::string_view text) const override
    {
        return inner_->count_tokens(text);
    }
    [[nodiscard]] infer::TokenCount count_tokens(const infer::Prompt& prompt) const override
    {
        return inner_->count_tokens(prompt);
    }
    [[nodiscard]] std::int64_t context_length() const override { return inner_->context_length(); }
    [[nodiscard]] std::int64_t measured_length() const override
    {
        return inner_->measured_length();
    }
    [[nodiscard]] infer::Capabilities capabilities() const override
    {
        return inner_->capabilities();
    }
    [[nodiscard]] std::string model_name() const override { return inner_->model_name(); }

private:
    void sample(infer::Request& request) const
    {
        if (request.sampling.temperature != 0.0F)
            return;
        request.sampling.temperature = temperature_;
        request.sampling.top_p = top_p_;
    }

    std::shared_ptr<infer::Generator> inner_;
    float temperature_, top_p_;
};

} // namespace

Result<infer::LoadOptions> apply_preset(const settings::Preset& preset,
                                        const std::filesystem::path& model,
                                        infer::LoadOptions options)
{
    options.kv_dtype = kv_type_named(preset.kv_type).value_or(options.kv_dtype);
    if (preset.memory_limit_mb > 0)
        options.memory_limit_bytes = static_cast<std::uint64_t>(preset.memory_limit_mb) * kMegabyte;
    options.measured_length = measured_length(model);
    if (options.context > 0)
        return options;
    TRY(const infer::ModelSummary summary, infer::inspect_model(model, options.rope));
    const std::int64_t claimed = summary.config.context_length;
    options.context =
        preset.context_tokens == 0 ? claimed : std::min(claimed, preset.context_tokens);
    const std::uint64_t limit = options.memory_limit_bytes > 0 ? options.memory_limit_bytes
                                : options.backend != nullptr
                                    ? options.backend->describe().free_bytes
                                    : 0;
    TRY(const MemoryPlan plan, plan_memory(summary, {.tokens = options.context,
                                                     .kv_type = options.kv_dtype,
                                                     .available_bytes = limit}));
    // What does not fit at all is refused when it is loaded, with the numbers.
    options.context =
        std::min(options.context, std::max(plan.most_tokens, std::min(claimed, kLeastContext)));
    return options;
}

std::shared_ptr<infer::Generator> with_sampling(std::shared_ptr<infer::Generator> generator,
                                                const settings::Preset& preset)
{
    if (preset.temperature <= 0.0)
        return generator;
    return std::make_shared<SamplingGenerator>(std::move(generator),
                                               static_cast<float>(preset.temperature),
                                               static_cast<float>(preset.top_p));
}

} // namespace longhand::models
