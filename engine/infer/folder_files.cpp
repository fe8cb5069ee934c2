// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/folder_files.h"

#include "engine/base/mapped_file.h"
#include "engine/infer/vocabulary.h"
#include "engine/tokenizer/tables.h"

#include <nlohmann/json.hpp>

#include <array>

namespace longhand::infer {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::array kCopied = {
    "tokenizer.json",
    "tokenizer.model",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "merges.txt",
    "chat_template.jinja",
    "chat_template.json",
    "generation_config.json",
    "LICENSE",
    "LICENSE.txt",
    "NOTICE",
};

Error failed_at(const fs::path& path, const std::error_code& error)
{
    const bool full = error == std::errc::no_space_on_device;
    return {full ? ErrorKind::out_of_memory : ErrorKind::unreadable,
            path.string() + ": " + error.message()};
}

Result<void> copy_files(const fs::path& from, const fs::path& to)
{
    for (const char* const name : kCopied) {
        std::error_code error;
        if (!fs::is_regular_file(from / name, error))
            continue;
        fs::copy_file(from / name, to / name, error);
        if (error)
            return failed_at(from / name, error);
        fs::permissions(to / name, fs::perms::owner_write, fs::perm_options::add, error);
    }
    return {};
}

Json token_or_null(const tokenizer::Vocabulary& tables, TokenId id)
{
    return id < 0 ? Json() : Json(tables.tokens[static_cast<std::size_t>(id)]);
}

Json id_or_null(TokenId id)
{
    return id < 0 ? Json() : Json(id);
}

Result<void> write_json(const fs::path& path, const Json& json)
{
    return write_file(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Result<void> make_files(const checkpoint::Checkpoint& file, const fs::path& folder)
{
    TRY(const tokenizer::Vocabulary tables, read_vocabulary(file));
    TRY(const std::string text, tokenizer::json_of(tables));
    TRY(write_file(folder / "tokenizer.json", text));
    Json config = {{"tokenizer_class", "PreTrainedTokenizerFast"},
                   {"clean_up_tokenization_spaces", false},
                   {"add_bos_token", tables.add_bos},
                   {"add_eos_token", tables.add_eos},
                   {"bos_token", token_or_null(tables, tables.bos)},
                   {"eos_token", token_or_null(tables, tables.eos)},
                   {"unk_token", token_or_null(tables, tables.unknown)},
                   {"pad_token", token_or_null(tables, tables.pad)}};
    if (const std::string chat = chat_template_source(file); !chat.empty())
        config["chat_template"] = chat;
    TRY(write_json(folder / "tokenizer_config.json", config));
    Json ends = Json::array();
    if (tables.eos >= 0)
        ends.push_back(tables.eos);
    for (const TokenId id : tables.end_of_generation)
        if (id != tables.eos)
            ends.push_back(id);
    return write_json(folder / "generation_config.json",
                      {{"bos_token_id", id_or_null(tables.bos)},
                       {"eos_token_id", ends},
                       {"pad_token_id", id_or_null(tables.pad)}});
}

} // namespace

NewFolder::NewFolder(fs::path path, fs::path part) : path_(std::move(path)), part_(std::move(part))
{
}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : path_(std::move(other.path_)), part_(std::move(other.part_))
{
    other.part_.clear();
}

NewFolder::~NewFolder()
{
    std::error_code ignored;
    if (!part_.empty())
        fs::remove_all(part_, ignored);
}

Result<NewFolder> NewFolder::make(const fs::path& given)
{
    const fs::path path = given.has_filename() ? given : given.parent_path();
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error)))
        return Error{ErrorKind::invalid, path.string() + " is there already; name another folder"};
    fs::path part = path;
    part += ".part";
    fs::remove_all(part, error);
    fs::create_directories(part, error);
    if (error)
        return failed_at(part, error);
    return NewFolder(path, part);
}

Result<void> NewFolder::commit() const
{
    std::error_code error;
    fs::rename(part_, path_, error);
    if (error)
        return failed_at(path_, error);
    return {};
}

Result<void> write_folder_files(const checkpoint::Checkpoint& file, const std::string& config,
                                const fs::path& folder)
{
    TRY(write_file(folder / "config.json", config));
    if (file.layout() == checkpoint::Layout::hugging_face)
        return copy_files(file.path(), folder);
    if (!file.key_values().has("tokenizer.ggml.model")) // tensors alone
        return {};
    return make_files(file, folder);
}

} // namespace longhand::infer
