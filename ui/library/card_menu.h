// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_model.h"

#include <functional>

class QMenu;
class QWidget;

namespace longhand::ui {

enum class BookAction { open, rename, chapters, disk, translate, remove };
enum class ImportAction { password, again, folder, dismiss };

// What can be done with one card, or with several books, as a menu that deletes itself when it
// closes. Both functions are called after the menu is gone.
QMenu* cardMenu(const Card& card, int selectedBooks, QWidget* parent,
                const std::function<void(BookAction)>& book,
                const std::function<void(ImportAction)>& file);

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::BookAction)
Q_DECLARE_METATYPE(longhand::ui::ImportAction)
