// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/readings.h"

#include "app/library/library.h"

namespace longhand::jobs {
namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;
constexpr std::uint64_t kLeastFree = 1000 * kMegabyte; // of the disk: the library needs some

} // namespace

std::unique_ptr<infer::KvStore> readings_store(const settings::Settings& settings,
                                               const std::filesystem::path& data_dir)
{
    if (!settings.value(settings::kKeepReadings))
        return nullptr;
    const auto most = static_cast<std::uint64_t>(settings.value(settings::kKeepReadingsMb));
    auto store = std::make_unique<infer::KvStore>(
        infer::KvStore::Options{.folder = library::readings_dir(data_dir),
                                .most_bytes = most * kMegabyte,
                                .least_free_bytes = kLeastFree});
    store->trim();
    return store;
}

} // namespace longhand::jobs
