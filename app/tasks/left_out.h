// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"

#include <string>
#include <vector>

namespace longhand::tasks {

// What tasks do with the engine of this machine and go without with such a generator, by stable
// names: "study" (the book is not studied before or while it is read), "form" (the form of an
// answer is asked for and checked, not enforced), "kept" (what was read is read again for the next
// question). Empty for the engine itself.
std::vector<std::string> left_out(const infer::Capabilities& capabilities);

// One English sentence, for the command line; empty when nothing is left out.
std::string left_out_sentence(const std::vector<std::string>& names);

} // namespace longhand::tasks
