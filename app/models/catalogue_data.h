// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace longhand::models {

// resources/models.json, put into the program when it is built.
std::string_view catalogue_json();

} // namespace longhand::models
