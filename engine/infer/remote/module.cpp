// SPDX-License-Identifier: GPL-3.0-or-later
// The one entry of the library that is loaded when a server is configured.
#include "engine/infer/remote/remote_module.h"

extern "C" __attribute__((visibility("default"))) void
longhand_open_remote(const longhand::infer::remote::RemoteOptions* options,
                     const std::stop_token* stop,
                     longhand::Result<std::shared_ptr<longhand::infer::Generator>>* result)
{
    *result = longhand::infer::remote::open_remote(*options, *stop);
}
