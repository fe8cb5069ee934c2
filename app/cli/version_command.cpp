// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/device/choose_backend.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

Result<int> version(Session& session)
{
    TRY(const infer::LoadOptions options, session.load_options());
    const tensor::DeviceDescription computer = options.backend->describe();
    Json cards = Json::array();
    std::string lines;
    const auto found = device::list_cards();
    if (found.ok())
        for (const device::Card& card : *found) {
            cards.push_back({{"name", card.name}, {"memory_bytes", card.memory_bytes}});
            lines += "\ncard: " + card.name + ", " + format_bytes(card.memory_bytes) +
                     (card.refusal.empty() ? "" : " (" + card.refusal + ")");
        }
    else
        lines += "\ncards: " + found.error().message;
    session.output().event("version", {{"version", LONGHAND_VERSION},
                                       {"device", computer.name},
                                       {"free_bytes", computer.free_bytes},
                                       {"cards", cards}});
    session.output().line("longhand " LONGHAND_VERSION "\n" + computer.name + ", " +
                          format_bytes(computer.free_bytes) + " free" + lines);
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
