// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "engine/infer/remote/remote_generator.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace longhand::models {

// The server that a person has switched on, for window and command line alike; nothing when it is
// switched off or has no address.
std::optional<infer::remote::RemoteOptions> chosen_server(const settings::Settings& kept);

// Tells whether two choices are the same server used in the same way.
std::string identity_of(const infer::remote::RemoteOptions& server);

// Its model, sampling as the preset says. Loads the library that speaks to servers. Fails as
// infer::remote::open_remote_module().
Result<std::shared_ptr<infer::Generator>> open_server(const infer::remote::RemoteOptions& server,
                                                      const settings::Preset& preset,
                                                      const std::stop_token& stop);

} // namespace longhand::models
