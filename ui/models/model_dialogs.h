// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"

#include <functional>

class QWidget;

namespace longhand::ui {

// Dialogs that are opened, never executed: each returns at once and calls back when answered.

// A file that was dropped: what it is, and whether it is copied or stays where it is.
void askHowToAdd(QWidget* parent, const ModelCardView& model,
                 const std::function<void(AddHow)>& chosen);
// Before anything is fetched: how much, from where, under which licence. `allowsNetwork`: saying
// yes also ends being offline, and the words say so.
void askToDownload(QWidget* parent, const KnownModelView& model, bool allowsNetwork,
                   const std::function<void()>& agreed);

} // namespace longhand::ui
