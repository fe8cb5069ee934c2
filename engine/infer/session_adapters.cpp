// SPDX-License-Identifier: GPL-3.0-or-later
// Adapters of single requests. All of them share the weights of the session's model; a step runs
// with one of them, so that the sequences of a batch are grouped by theirs.
#include "engine/infer/session_sequence.h"

namespace longhand::infer {

Result<AdapterHandle> Session::load_adapter(std::span<const AdapterPart> parts)
{
    if (parts.empty())
        return Error{ErrorKind::invalid, "no adapter is named"};
    TRY(const std::vector<checkpoint::AdapterFile> files, read_adapters(parts));
    TRY(AppliedAdapters applied, apply_adapters(parts, files, model_.transformer));
    std::string name;
    for (const std::string& each : applied.names)
        name += (name.empty() ? "" : " + ") + each;
    return AdapterHandle(std::make_shared<SessionAdapter>(
        std::move(name), std::move(applied.identity), model_.transformer,
        std::move(applied.transformer)));
}

Result<void> Session::check_adapter(const Adapter* adapter) const
{
    const auto* const own = dynamic_cast<const SessionAdapter*>(adapter);
    if (adapter != nullptr && (own == nullptr || own->base() != model_.transformer))
        return Error{ErrorKind::invalid, "the adapter belongs to another session"};
    return {};
}

void Session::use(const Adapter* adapter)
{
    const auto* const own = static_cast<const SessionAdapter*>(adapter);  // see check_adapter
    const auto& wanted = own == nullptr ? model_.transformer : own->applied();
    if (&runner_->transformer() != wanted.get())
        runner_->use(wanted);
}

}  // namespace longhand::infer
