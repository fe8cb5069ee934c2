// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/flowing/markup.h"

#include <functional>
#include <span>
#include <vector>

namespace longhand::ingest::flowing {

// Puts `fragment` where the text of a run of inline nodes stands; what the run holds besides its
// text stays, as xhtml_blocks.h promises. No node is added or removed, so that pointers to others
// stay good: the first node of the text becomes a fragment, the others become empty.
void replace_run(std::span<Node> run, std::vector<Node> fragment);

void for_each_node(Node& node, const std::function<void(Node&)>& visit);

} // namespace longhand::ingest::flowing
