// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/recipe.h"

#include <cmath>

namespace longhand::train {
namespace {

std::vector<model::LinearKind> all_linears()
{
    return {model::kLinearKinds.begin(), model::kLinearKinds.end()};
}

Recipe lora()
{
    Recipe recipe;
    recipe.trained = {.rank = 64,
                      .alpha = 64.0F,
                      .targets = all_linears(),
                      .embeddings = true,
                      .norms = true};
    recipe.loop.steps = 200;
    recipe.loop.step_sequences = 2;
    recipe.loop.schedule = {.rate = 2e-4, .warmup_steps = 20, .warmup_from = 0.1};
    recipe.loop.beta2 = 0.95F;
    recipe.loop.max_norm = 1.0F;
    return recipe;
}

Recipe pi()
{
    Recipe recipe = lora();
    recipe.loop.steps = 1000;
    recipe.loop.step_sequences = 64;
    recipe.loop.schedule.rate = 2e-5;
    recipe.loop.max_norm = 0.0F;
    return recipe;
}

Recipe longlora()
{
    Recipe recipe = pi();
    recipe.trained.rank = 8;
    recipe.trained.alpha = 16.0F;
    recipe.trained.targets = {model::kAttentionKinds.begin(), model::kAttentionKinds.end()};
    recipe.loop.schedule.warmup_from = 0.0;
    recipe.loop.attention = AttentionPattern::s2;
    return recipe;
}

Recipe longqlora()
{
    Recipe recipe;
    recipe.trained = {.rank = 64, .alpha = 16.0F, .dropout = 0.05F, .targets = all_linears()};
    recipe.loop.steps = 1000;
    recipe.loop.step_sequences = 16;
    recipe.loop.schedule = {.rate = 2e-4, .warmup_steps = 20};
    recipe.loop.attention = AttentionPattern::s2;
    recipe.loop.max_norm = 0.3F;
    recipe.quantised_base = true;
    return recipe;
}

}  // namespace

Result<Recipe> recipe_of(std::string_view name)
{
    if (name == "lora")
        return lora();
    if (name == "pi")
        return pi();
    if (name == "longlora")
        return longlora();
    if (name == "longqlora")
        return longqlora();
    return Error{ErrorKind::invalid, "no recipe is called " + std::string(name) +
                                         "; there are lora, pi, longlora and longqlora"};
}

Result<model::RopeRule> rule_for(std::string_view name, std::int64_t original,
                                 std::int64_t target, double theta)
{
    if (original < 1 || target <= original)
        return Error{ErrorKind::invalid, "the model already reads " + std::to_string(original) +
                                             " tokens; it cannot be stretched to " +
                                             std::to_string(target)};
    const double stretch = static_cast<double>(target) / static_cast<double>(original);
    if (name == "abf")
        return model::RopeRule{.base = theta * std::pow(stretch, std::log(50.0) / std::log(8.0))};
    model::RopeRule rule{.factor = stretch, .original_length = original};
    if (name == "pi") {
        rule.kind = model::RopeKind::linear;
        rule.factor = std::ceil(stretch);
    } else if (name == "ntk") {
        rule.kind = model::RopeKind::ntk;
    } else if (name == "yarn") {
        rule.kind = model::RopeKind::yarn;
    } else {
        return Error{ErrorKind::invalid, "no rule is called " + std::string(name) +
                                             "; there are pi, abf, yarn and ntk"};
    }
    return rule;
}

}  // namespace longhand::train
