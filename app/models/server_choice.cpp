// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/server_choice.h"

#include "app/models/load_choice.h"
#include "engine/infer/remote/remote_module.h"

namespace longhand::models {

std::optional<infer::remote::RemoteOptions> chosen_server(const settings::Settings& kept)
{
    infer::remote::RemoteOptions server{
        .url = kept.value(settings::kRemoteUrl),
        .model = kept.value(settings::kRemoteModel),
        .key_environment = kept.value(settings::kRemoteKeyEnvironment),
        .max_parallel = static_cast<std::size_t>(kept.value(settings::kRemoteParallel)),
        .patience = std::chrono::seconds(kept.value(settings::kRemotePatienceS))};
    if (!kept.value(settings::kRemoteEnabled) || server.url.empty())
        return std::nullopt;
    return server;
}

std::string identity_of(const infer::remote::RemoteOptions& server)
{
    return server.url + '\n' + server.model + '\n' + server.key_environment + '\n' +
           std::to_string(server.max_parallel) + '\n' + std::to_string(server.context_length);
}

Result<std::shared_ptr<infer::Generator>> open_server(const infer::remote::RemoteOptions& server,
                                                      const settings::Preset& preset,
                                                      const std::stop_token& stop)
{
    TRY(std::shared_ptr<infer::Generator> generator, infer::remote::open_remote_module(server, stop));
    return with_sampling(std::move(generator), preset);
}

} // namespace longhand::models
