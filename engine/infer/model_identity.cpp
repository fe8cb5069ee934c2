// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/mapped_file.h"
#include "engine/base/sha256.h"
#include "engine/infer/model_loader.h"

#include <algorithm>
#include <vector>

namespace longhand::infer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeadBytes = 64 * 1024;
constexpr std::size_t kSamples = 256;
constexpr std::size_t kSampleBytes = 1024;

bool add_file(Sha256& hash, const fs::path& path)
{
    const auto file = MappedFile::open(path);
    std::error_code failed;
    const auto changed = fs::last_write_time(path, failed).time_since_epoch().count();
    if (!file.ok() || failed)
        return false;
    const auto bytes = (*file)->bytes();
    hash.add(path.filename().string() + " " + std::to_string(bytes.size()) + " " +
             std::to_string(changed) + " ");
    hash.add(bytes.first(std::min(bytes.size(), kHeadBytes)));
    for (std::size_t i = 0; i < kSamples && bytes.size() > kHeadBytes; ++i) {
        const std::size_t at = bytes.size() / kSamples * i;
        hash.add(bytes.subspan(at, std::min(kSampleBytes, bytes.size() - at)));
    }
    return true;
}

}  // namespace

std::string model_identity(const fs::path& path)
{
    std::vector<fs::path> files;
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
        for (const auto& entry : fs::directory_iterator(path, failed))
            if (entry.is_regular_file(failed))
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
    } else {
        files.push_back(path);
    }
    Sha256 hash;
    const bool all = std::all_of(files.begin(), files.end(),
                                 [&hash](const fs::path& file) { return add_file(hash, file); });
    return all && !files.empty() ? hash.finish() : "";
}

}  // namespace longhand::infer
