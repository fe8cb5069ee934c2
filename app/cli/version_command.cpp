// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#ifdef LONGHAND_WITH_CUDA
#include "cuda/runtime/devices.h"
#endif

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

Result<int> version(Session& session)
{
    TRY(const infer::LoadOptions options, session.load_options());
    const tensor::DeviceDescription device = options.backend->describe();
    Json cards = Json::array();
    std::string lines;
#ifdef LONGHAND_WITH_CUDA
    const auto devices = gpu::list_devices();
    if (devices.ok())
        for (const gpu::Device& card : *devices) {
            cards.push_back({{"name", card.name}, {"memory_bytes", card.memory_bytes}});
            lines += "\ncard: " + card.name + ", " + format_bytes(card.memory_bytes) +
                     (card.refusal.empty() ? "" : " (" + card.refusal + ")");
        }
    else
        lines += "\ncards: " + devices.error().message;
#endif
    session.output().event("version", {{"version", LONGHAND_VERSION},
                                       {"device", device.name},
                                       {"free_bytes", device.free_bytes},
                                       {"cards", cards}});
    session.output().line("longhand " LONGHAND_VERSION "\n" + device.name + ", " +
                          format_bytes(device.free_bytes) + " free" + lines);
    return kDone;
}

}  // namespace

void add_version_command(CLI::App& app, const Chosen& chosen)
{
    app.add_subcommand("version", "Version, and what it computes on")->callback([chosen] {
        chosen([](Session& session) { return version(session); });
    });
}

}  // namespace longhand::cli
