// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "engine/base/json_text.h"
#include "engine/base/mapped_file.h"
#include "engine/base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace longhand::settings {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr std::size_t kMostText = 4096;
constexpr std::size_t kDeepest = 32;
constexpr std::string_view kPresets = "presets";

constexpr std::array kKeys = {
    Key{kLanguage},          Key{kTheme},       Key{kTextPercent},          Key{kSummaryLanguage},
    Key{kTranslationTarget}, Key{kPreset},      Key{kMemoryLimitMb},        Key{kNetwork},
    Key{kRemoteEnabled},     Key{kRemoteUrl},   Key{kRemoteModel},          Key{kRemoteKeyEnvironment},
    Key{kRemoteParallel},    Key{kRemotePatienceS},
    Key{kNotifications},     Key{kKeepAwake},   Key{kSummary.model},        Key{kSummary.preset},
    Key{kAsk.model},         Key{kAsk.preset},  Key{kTranslate.model},      Key{kTranslate.preset},
    Key{kKeepReadings},      Key{kKeepReadingsMb},
};

std::optional<Json> parse(const std::string& text)
{
    if (is_nested_deeper_than(text, kDeepest))
        return std::nullopt;
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return std::nullopt;
    return json;
}

std::string_view first_part(std::string_view key, std::string_view& rest)
{
    const std::size_t dot = key.find('.');
    rest = dot == std::string_view::npos ? "" : key.substr(dot + 1);
    return key.substr(0, dot);
}

const Json* find(const Json& root, std::string_view key)
{
    const Json* at = &root;
    for (std::string_view rest = key; !rest.empty();) {
        const std::string part(first_part(rest, rest));
        if (!at->is_object())
            return nullptr;
        const auto found = at->find(part);
        if (found == at->end())
            return nullptr;
        at = &*found;
    }
    return at;
}

void put(Json& root, std::string_view key, const Json& value)
{
    Json* at = &root;
    for (std::string_view rest = key; !rest.empty();) {
        const std::string part(first_part(rest, rest));
        if (!at->is_object())
            *at = Json::object();
        at = &(*at)[part];
    }
    *at = value;
}

bool admits(const TextKey& key, std::string_view text)
{
    if (key.choices.empty())
        return text.size() <= kMostText;
    for (std::string_view rest = key.choices; !rest.empty();) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, blank) == text)
            return true;
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return false;
}

// What is wrong with what the file says under this key; empty: nothing.
std::string wrong(const Json& value, const BoolKey&)
{
    return value.is_boolean() ? "" : "expected true or false";
}
std::string wrong(const Json& value, const IntKey& key)
{
    const auto range = std::to_string(key.min) + " to " + std::to_string(key.max);
    if (!value.is_number_integer())
        return "expected a whole number from " + range;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > (std::uint64_t{1} << 62))
        return "expected " + range;
    const auto number = value.get<std::int64_t>();
    return number < key.min || number > key.max ? "expected " + range : "";
}
std::string wrong(const Json& value, const TextKey& key)
{
    if (!value.is_string())
        return "expected text";
    if (admits(key, value.get_ref<const std::string&>()))
        return {};
    return key.choices.empty() ? "expected a shorter text"
                               : "expected one of: " + std::string(key.choices);
}

std::string shown(const Json& value)
{
    std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
    if (text.size() > 60)
        text = text.substr(0, 57) + "...";
    return text;
}

template <class T> T number_or(const Json& object, const char* key, T absent)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number())
        return absent;
    const double value = found->get<double>();
    if (!(value > -1e15 && value < 1e15))
        return absent;
    return static_cast<T>(value);
}

std::string text_or(const Json& object, const char* key, const std::string& absent)
{
    const auto found = object.find(key);
    return found == object.end() || !found->is_string() ? absent : found->get<std::string>();
}

Json to_json(const Preset& preset)
{
    return {{"name", preset.name},
            {"context_tokens", preset.context_tokens},
            {"kv_type", preset.kv_type},
            {"device", preset.device},
            {"threads", preset.threads},
            {"memory_limit_mb", preset.memory_limit_mb},
            {"temperature", preset.temperature},
            {"top_p", preset.top_p}};
}

std::optional<Preset> preset_from(const Json& json)
{
    if (!json.is_object())
        return std::nullopt;
    Preset preset;
    preset.name = text_or(json, "name", "");
    preset.id = preset.name;
    if (preset.name.empty() || preset.name.size() > 200)
        return std::nullopt;
    preset.context_tokens = number_or(json, "context_tokens", preset.context_tokens);
    preset.kv_type = text_or(json, "kv_type", preset.kv_type);
    preset.device = text_or(json, "device", preset.device);
    preset.threads = static_cast<int>(std::clamp<std::int64_t>(
        number_or<std::int64_t>(json, "threads", preset.threads), 0, 1024));
    preset.memory_limit_mb = number_or(json, "memory_limit_mb", preset.memory_limit_mb);
    preset.temperature = number_or(json, "temperature", preset.temperature);
    preset.top_p = number_or(json, "top_p", preset.top_p);
    return sane(preset);
}

std::vector<Preset> own_presets(const Json& root)
{
    std::vector<Preset> presets;
    const auto found = root.find(std::string(kPresets));
    if (found == root.end() || !found->is_array())
        return presets;
    for (const Json& each : *found)
        if (auto preset = preset_from(each))
            presets.push_back(std::move(*preset));
    return presets;
}

} // namespace

std::span<const Key> all_keys()
{
    return kKeys;
}

struct Settings::Content {
    fs::path file; // empty: in memory alone
    Json root = Json::object();
    std::map<std::string, Json, std::less<>> changed;
    std::vector<std::string> problems;

    void read();
    void check();
};

void Settings::Content::read()
{
    std::error_code error;
    if (!fs::exists(file, error))
        return;
    const auto text = read_file(file, kMostBytes);
    if (!text.ok()) {
        problems.push_back(file.string() + " cannot be read (" + text.error().message +
                           "): the defaults count");
        return;
    }
    if (auto json = parse(*text))
        root = std::move(*json);
    else
        problems.push_back(file.string() + " holds no settings: the defaults count");
}

void Settings::Content::check()
{
    if (const Json* version = find(root, "version"); version != nullptr &&
                                                     version->is_number_integer() &&
                                                     version->get<std::int64_t>() > kVersion)
        problems.push_back(
            "the settings are of a later version; what this one knows of them counts");
    for (const Key& key : kKeys)
        std::visit(
            [this](const auto& each) {
                const Json* value = find(root, each.key);
                if (value == nullptr)
                    return;
                if (const std::string expected = wrong(*value, each); !expected.empty())
                    problems.push_back(
                        std::string(each.key) + " is " + shown(*value) + ", " + expected + ": " +
                        (value->is_number_integer() && std::is_same_v<decltype(each), const IntKey&>
                             ? "the nearest value counts"
                             : "the default counts"));
            },
            key);
    const auto presets = root.find(std::string(kPresets));
    if (presets != root.end() &&
        (!presets->is_array() || own_presets(root).size() != presets->size()))
        problems.push_back("presets holds what is no preset: that is passed over");
}

Settings::Settings() : content_(std::make_unique<Content>()) {}
Settings::~Settings() = default;
Settings::Settings(Settings&&) noexcept = default;
Settings& Settings::operator=(Settings&&) noexcept = default;

Settings Settings::open(const fs::path& file)
{
    Settings settings;
    settings.content_->file = file;
    settings.content_->read();
    settings.content_->check();
    return settings;
}

bool Settings::value(const BoolKey& key) const
{
    const Json* value = find(content_->root, key.key);
    return value != nullptr && value->is_boolean() ? value->get<bool>() : key.fallback;
}

std::int64_t Settings::value(const IntKey& key) const
{
    const Json* value = find(content_->root, key.key);
    if (value == nullptr || !value->is_number_integer())
        return key.fallback;
    if (value->is_number_unsigned() && value->get<std::uint64_t>() > (std::uint64_t{1} << 62))
        return key.max;
    return std::clamp(value->get<std::int64_t>(), key.min, key.max);
}

std::string Settings::value(const TextKey& key) const
{
    const Json* value = find(content_->root, key.key);
    const bool good =
        value != nullptr && value->is_string() && admits(key, value->get_ref<const std::string&>());
    return good ? value->get<std::string>() : std::string(key.fallback);
}

void Settings::set(const BoolKey& key, bool value)
{
    put(content_->root, key.key, value);
    content_->changed[std::string(key.key)] = value;
}

void Settings::set(const IntKey& key, std::int64_t value)
{
    const std::int64_t within = std::clamp(value, key.min, key.max);
    put(content_->root, key.key, within);
    content_->changed[std::string(key.key)] = within;
}

void Settings::set(const TextKey& key, std::string_view value)
{
    if (!admits(key, value) || !utf8::is_valid(value))
        return;
    put(content_->root, key.key, std::string(value));
    content_->changed[std::string(key.key)] = std::string(value);
}

std::vector<Preset> Settings::presets() const
{
    const auto built_in = built_in_presets();
    std::vector<Preset> all(built_in.begin(), built_in.end());
    for (Preset& own : own_presets(content_->root))
        if (std::none_of(all.begin(), all.end(),
                         [&](const Preset& each) { return each.id == own.id; }))
            all.push_back(std::move(own));
    return all;
}

void Settings::set_own_presets(const std::vector<Preset>& presets)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const auto same = [&](const Preset& other) { return other.name == presets[i].name; };
        if (!presets[i].built_in && !presets[i].name.empty() && utf8::is_valid(presets[i].name) &&
            std::none_of(presets.begin() + static_cast<std::ptrdiff_t>(i) + 1, presets.end(), same))
            list.push_back(to_json(sane(presets[i])));
    }
    put(content_->root, kPresets, list);
    content_->changed[std::string(kPresets)] = list;
}

Preset Settings::preset(std::string_view id) const
{
    std::optional<Preset> balanced;
    for (Preset& each : presets()) {
        if (each.id == id)
            return each;
        if (each.id == kPreset.fallback)
            balanced = each;
    }
    ENSURE(balanced.has_value());
    return *balanced;
}

Preset Settings::preset_of(const TaskKeys& task) const
{
    const std::string own = value(task.preset);
    return preset(own.empty() ? value(kPreset) : own);
}

const std::vector<std::string>& Settings::problems() const
{
    return content_->problems;
}

Result<void> Settings::save()
{
    if (content_->file.empty() || content_->changed.empty())
        return {};
    std::error_code error;
    fs::create_directories(content_->file.parent_path(), error);
    Json root = Json::object();
    if (fs::exists(content_->file, error)) {
        const auto text = read_file(content_->file, kMostBytes);
        auto json = text.ok() ? parse(*text) : std::nullopt;
        if (json)
            root = std::move(*json);
        else
            fs::rename(content_->file, fs::path(content_->file).concat(".broken"), error);
    }
    const Json* version = find(root, "version");
    if (version == nullptr || !version->is_number_integer() ||
        version->get<std::int64_t>() < kVersion)
        root["version"] = kVersion;
    for (const auto& [key, value] : content_->changed)
        put(root, key, value);
    TRY(write_file(content_->file,
                   root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"));
    content_->root = std::move(root);
    content_->changed.clear();
    return {};
}

} // namespace longhand::settings
