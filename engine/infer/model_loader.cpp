// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/model_loader.h"

#include "engine/infer/vocabulary.h"

#include <algorithm>
#include <map>

namespace longhand::infer {
namespace {

constexpr std::int64_t kDefaultContext = 32768;
constexpr std::int64_t kLeastContext = 512;

std::string kind_name(tokenizer::Vocabulary::Kind kind)
{
    using Kind = tokenizer::Vocabulary::Kind;
    return kind == Kind::byte_bpe         ? "byte_bpe"
           : kind == Kind::tokenizer_json ? "tokenizer_json"
                                          : "sentencepiece";
}

std::string weight_type_of(const checkpoint::Checkpoint& file)
{
    std::map<tensor::DType, std::uint64_t> bytes;
    for (const checkpoint::TensorEntry& entry : file.tensors())
        bytes[entry.dtype] += entry.bytes.size();
    const auto most = std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    });
    return most == bytes.end() ? "" : std::string(to_string(most->first));
}

// A folder's path may end in a slash.
std::string name_of(const std::filesystem::path& path)
{
    const std::filesystem::path whole = path.has_filename() ? path : path.parent_path();
    return whole.filename().string();
}

Result<ModelSummary> summarise(const checkpoint::Checkpoint& file,
                               const std::optional<model::RopeRule>& rope)
{
    ModelSummary summary;
    TRY(summary.config, model::read_config(file, rope));
    summary.name = name_of(file.path());
    summary.weight_bytes = file.weight_bytes();
    summary.weight_type = weight_type_of(file);
    summary.measured_length = summary.config.context_length;
    if (rope) {
        const auto plain = model::read_config(file);
        if (plain.ok())
            summary.measured_length = plain->context_length;
    }
    return summary;
}

model::RunnerOptions runner_options(std::int64_t context, const LoadOptions& options)
{
    const std::int64_t prefill = options.prefill_tokens > 0 ? options.prefill_tokens
                                 : options.backend != nullptr
                                     ? options.backend->describe().step_rows
                                     : tensor::DeviceDescription().step_rows;
    return {.positions = context,
            .kv_tokens = std::max(context, options.kv_tokens),
            .sequences = options.max_sequences,
            .step_rows = std::max(std::min(prefill, context), options.max_sequences),
            .logit_rows = options.max_sequences,
            .kv_dtype = options.kv_dtype};
}

Result<void> check(const LoadOptions& options)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 28;
    const auto within = [](std::int64_t value, std::int64_t low, std::int64_t high) {
        return value >= low && value <= high;
    };
    if (!within(options.context, 0, kMost) || !within(options.kv_tokens, 0, kMost))
        return Error{ErrorKind::invalid,
                     "a context of " + std::to_string(options.context) + " tokens"};
    if (!within(options.prefill_tokens, 0, 65536) || !within(options.max_sequences, 1, 1024))
        return Error{ErrorKind::invalid, "steps of " + std::to_string(options.prefill_tokens) +
                                             " tokens, " + std::to_string(options.max_sequences) +
                                             " sequences"};
    return {};
}

std::uint64_t memory_limit(const LoadOptions& options)
{
    if (options.memory_limit_bytes > 0 || options.backend == nullptr)
        return options.memory_limit_bytes;
    return options.backend->describe().free_bytes;
}

// The context of a session: as asked, or as large as the claim and the memory allow.
std::int64_t choose_context(const ModelSummary& summary, const LoadOptions& options)
{
    if (options.context > 0)
        return options.context;
    std::int64_t context = std::min(summary.config.context_length, kDefaultContext);
    const std::uint64_t limit = memory_limit(options);
    while (limit > 0 && context > kLeastContext &&
           plan_memory(summary.config, summary.weight_bytes, runner_options(context, options))
                   .total() > limit)
        context /= 2;
    return context;
}

}  // namespace

Result<ModelSummary> inspect_model(const std::filesystem::path& path,
                                   const std::optional<model::RopeRule>& rope)
{
    TRY(const checkpoint::Checkpoint file, checkpoint::Checkpoint::open(path));
    TRY(ModelSummary summary, summarise(file, rope));
    if (const auto vocabulary = read_vocabulary(file); vocabulary.ok())
        summary.tokenizer = kind_name(vocabulary->kind);
    if (const auto chat = read_chat_template(file); chat.ok())
        summary.chat_template = std::string(chat->name());
    return summary;
}

Result<model::MemoryPlan> plan_session(const ModelSummary& summary, const LoadOptions& options)
{
    TRY(check(options));
    TRY(model::KvPool::check(summary.config, options.kv_dtype));
    return plan_memory(summary.config, summary.weight_bytes,
                       runner_options(choose_context(summary, options), options));
}

Result<std::vector<checkpoint::AdapterFile>> read_adapters(std::span<const AdapterPart> parts)
{
    std::vector<checkpoint::AdapterFile> files;
    for (const AdapterPart& part : parts) {
        TRY(checkpoint::AdapterFile read, checkpoint::read_adapter(part.path));
        files.push_back(std::move(read));
    }
    return files;
}

Result<AppliedAdapters> apply_adapters(std::span<const AdapterPart> parts,
                                       std::span<const checkpoint::AdapterFile> files,
                                       std::shared_ptr<const model::Transformer> base)
{
    ENSURE(parts.size() == files.size());
    AppliedAdapters applied{std::move(base), {}, {}};
    bool known = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        TRY(const auto adapter,
            model::LoraAdapter::make(files[i], applied.transformer, parts[i].scale));
        applied.transformer = adapter->transformer();
        applied.names.push_back(files[i].name);
        const std::string file = model_identity(parts[i].path);
        known = known && !file.empty();
        applied.identity += file + '*' + std::to_string(parts[i].scale) + ';';
    }
    if (!known)
        applied.identity.clear();
    return applied;
}

Result<LoadedModel> load_model(const std::filesystem::path& path, const LoadOptions& options)
{
    ENSURE(options.backend != nullptr);
    TRY(check(options));
    TRY(const checkpoint::Checkpoint file, checkpoint::Checkpoint::open(path));
    TRY(const std::vector<checkpoint::AdapterFile> adapters, read_adapters(options.adapters));
    TRY(const std::optional<model::RopeRule> rope, model::settle_rule(options.rope, adapters));
    TRY(ModelSummary summary, summarise(file, rope));
    TRY(model::KvPool::check(summary.config, options.kv_dtype));
    LoadedModel model;
    model.name = summary.name;
    model.identity = model_identity(path);
    if (options.linears) {
        TRY(summary.weight_bytes,
            model::weight_bytes_in(file, summary.config, *options.linears));
        if (!model.identity.empty())
            model.identity += ':' + std::string(to_string(*options.linears));
    }
    model.runner = runner_options(choose_context(summary, options), options);
    model.plan = plan_memory(summary.config, summary.weight_bytes, model.runner);
    const std::uint64_t limit = memory_limit(options);
    if (limit > 0 && model.plan.total() > limit)
        return Error{ErrorKind::out_of_memory,
                     summary.name + " with a context of " + std::to_string(model.runner.positions) +
                         " tokens needs " + std::to_string(model.plan.total()) +
                         " bytes of memory, and " + std::to_string(limit) + " are free"};
    TRY(tokenizer::Vocabulary vocabulary, read_vocabulary(file));
    TRY(model.tokenizer, tokenizer::Tokenizer::make(std::move(vocabulary)));
    if (model.tokenizer->size() > summary.config.vocabulary)
        return Error{ErrorKind::corrupt,
                     summary.name + ": a vocabulary of " + std::to_string(model.tokenizer->size()) +
                         " tokens, expected at most the " +
                         std::to_string(summary.config.vocabulary) + " rows of embeddings"};
    auto chat = options.chat_template.empty()
                    ? read_chat_template(file)
                    : tokenizer::ChatTemplate::named(options.chat_template);
    if (chat.ok())
        model.chat_template = std::move(chat).value();
    else if (!options.chat_template.empty())
        return chat.error();
    else
        model.chat_template_missing = chat.error().message;
    TRY(model.transformer,
        model::Transformer::load(summary.config, file, options.backend, options.linears));
    if (!adapters.empty()) {
        TRY(AppliedAdapters applied,
            apply_adapters(options.adapters, adapters, model.transformer));
        model.transformer = std::move(applied.transformer);
        model.adapters = std::move(applied.names);
        model.adapter_identity = std::move(applied.identity);
        if (model.adapter_identity.empty())
            model.identity.clear();
    }
    model.measured_length =
        options.measured_length > 0 ? options.measured_length : summary.measured_length;
    return model;
}

}  // namespace longhand::infer
