// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/memory.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <string>

namespace longhand::models {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

std::string first_line(const fs::path& file)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

// "max" and anything that is no number mean no limit.
std::uint64_t limit_in(const fs::path& file)
{
    const std::string line = first_line(file);
    std::uint64_t bytes = 0;
    const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), bytes);
    return code == std::errc() && end == line.data() + line.size() && bytes > 0 ? bytes : kNoLimit;
}

std::uint64_t number_in(const fs::path& file)
{
    const std::uint64_t bytes = limit_in(file);
    return bytes == kNoLimit ? 0 : bytes;
}

// A line "name   123 kB" in bytes.
std::uint64_t kilobytes(const std::string& line)
{
    const std::size_t digit = line.find_first_of("0123456789");
    std::uint64_t count = 0;
    if (digit != std::string::npos)
        std::from_chars(line.data() + digit, line.data() + line.size(), count);
    return count > kNoLimit / 1024 ? 0 : count * 1024;
}

// Narrows by one group and all above it: the tightest counts.
void narrow(MachineMemory& memory, const fs::path& hierarchy, const std::string& group,
            const char* limit_name, const char* use_name)
{
    for (fs::path below = fs::path(group).relative_path();; below = below.parent_path()) {
        const fs::path folder = hierarchy / below;
        const std::uint64_t limit = limit_in(folder / limit_name);
        if (limit < memory.total_bytes) {
            const std::uint64_t used = std::min(limit, number_in(folder / use_name));
            memory.total_bytes = limit;
            memory.available_bytes = std::min(memory.available_bytes, limit - used);
        }
        if (below.empty())
            return;
    }
}

} // namespace

MachineMemory machine_memory(const fs::path& root)
{
    MachineMemory memory;
    std::ifstream facts(root / "proc/meminfo");
    for (std::string line; std::getline(facts, line);) {
        if (line.starts_with("MemTotal:"))
            memory.total_bytes = kilobytes(line);
        else if (line.starts_with("MemAvailable:"))
            memory.available_bytes = kilobytes(line);
    }
    memory.available_bytes = std::min(memory.available_bytes, memory.total_bytes);
    // "0::/group" is version 2; "9:memory:/group" version 1.
    std::ifstream groups(root / "proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        const std::string group = line.substr(second + 1);
        if (controllers.empty())
            narrow(memory, root / "sys/fs/cgroup", group, "memory.max", "memory.current");
        else if (controllers == "memory")
            narrow(memory, root / "sys/fs/cgroup/memory", group, "memory.limit_in_bytes",
                   "memory.usage_in_bytes");
    }
    return memory;
}

const std::vector<tensor::DType>& kv_types()
{
    static const std::vector<tensor::DType> kTypes = {tensor::DType::f32, tensor::DType::f16,
                                                      tensor::DType::q8_0};
    return kTypes;
}

std::optional<tensor::DType> kv_type_named(std::string_view name)
{
    for (const tensor::DType type : kv_types())
        if (to_string(type) == name)
            return type;
    return std::nullopt;
}

Result<MemoryPlan> plan_memory(const infer::ModelSummary& model, const MemoryQuestion& question)
{
    if (question.tokens < 1)
        return Error{ErrorKind::invalid,
                     "a context of " + std::to_string(question.tokens) + " tokens"};
    const auto plan_of = [&](std::int64_t tokens, tensor::DType type) {
        return infer::plan_session(model, {.context = tokens, .kv_dtype = type});
    };
    const auto enough = [&](const model::MemoryPlan& plan) {
        return question.available_bytes == 0 || plan.total() <= question.available_bytes;
    };
    TRY(const model::MemoryPlan asked, plan_of(question.tokens, question.kv_type));
    MemoryPlan plan{.weight_bytes = asked.weight_bytes,
                    .kv_bytes = asked.kv_bytes,
                    .workspace_bytes = asked.workspace_bytes,
                    .available_bytes = question.available_bytes};
    if (!enough(asked)) {
        plan.fit = Fit::does_not_fit;
        for (const tensor::DType type : kv_types()) {
            const auto other = plan_of(question.tokens, type); // some heads do not suit q8_0
            if (other.ok() && other->kv_bytes < asked.kv_bytes && enough(*other) && !plan.smaller) {
                plan.fit = Fit::fits_smaller_cache;
                plan.smaller = type;
            }
        }
    }
    // What a context takes only grows with it.
    std::int64_t fits = 0, beyond = std::max(model.config.context_length, question.tokens) + 1;
    while (beyond - fits > 1) {
        const std::int64_t middle = fits + (beyond - fits) / 2;
        TRY(const model::MemoryPlan tried, plan_of(middle, question.kv_type));
        (enough(tried) ? fits : beyond) = middle;
    }
    plan.most_tokens = fits;
    return plan;
}

} // namespace longhand::models
