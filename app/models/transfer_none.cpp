// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/transfer.h"

namespace longhand::models {

bool has_network()
{
    return false;
}

Result<void> transfer(const TransferRequest&, const std::stop_token&)
{
    return Error{ErrorKind::unsupported,
                 "this build of Longhand cannot fetch anything; save the file with a browser and "
                 "add it"};
}

} // namespace longhand::models
