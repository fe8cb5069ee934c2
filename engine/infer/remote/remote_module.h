// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/remote/remote_generator.h"

namespace longhand::infer::remote {

// open_remote() of the library longhand-remote.so, which alone brings libcurl for it: loaded by the
// first call, from beside the program or from ../lib/longhand, and kept to the end. Both sides are
// of one build. Fails: unsupported (this build has no such library), and as open_remote does.
Result<std::shared_ptr<Generator>> open_remote_module(const RemoteOptions& options,
                                                      const std::stop_token& stop);

} // namespace longhand::infer::remote

// What the library offers under this name.
extern "C" void
longhand_open_remote(const longhand::infer::remote::RemoteOptions* options,
                     const std::stop_token* stop,
                     longhand::Result<std::shared_ptr<longhand::infer::Generator>>* result);
