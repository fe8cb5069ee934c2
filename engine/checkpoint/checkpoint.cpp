// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/checkpoint.h"

#include "engine/base/mapped_file.h"
#include "engine/checkpoint/gguf_reader.h"
#include "engine/checkpoint/safetensors_reader.h"

namespace longhand::checkpoint {

Result<Checkpoint> Checkpoint::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return SafeTensorsReader::read_folder(path);
    TRY(const auto file, MappedFile::open(path));
    if (GgufReader::is_gguf(file->bytes()))
        return GgufReader::read(path);
    return Error{ErrorKind::corrupt,
                 path.string() + ": neither a GGUF file nor a folder with config.json"};
}

const TensorEntry* Checkpoint::find(std::string_view name) const
{
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &tensors_[found->second];
}

std::string_view Checkpoint::text_file(std::string_view name) const
{
    const auto found = text_files_.find(name);
    return found == text_files_.end() ? std::string_view() : std::string_view(found->second);
}

std::uint64_t Checkpoint::weight_bytes() const
{
    std::uint64_t bytes = 0;
    for (const TensorEntry& entry : tensors_)
        bytes += entry.bytes.size();
    return bytes;
}

}  // namespace longhand::checkpoint
