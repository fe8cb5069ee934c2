// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/copy_button.h"

#include <QMenu>

namespace longhand::ui {

CopyButton::CopyButton(QWidget* parent) : QToolButton(parent)
{
    setText(tr("Copy"));
    setToolTip(tr("Copy with the sources as numbered notes"));
    setPopupMode(QToolButton::MenuButtonPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(this);
    const auto add = [this, menu](const QString& text, CopyForm form) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, form] { emit copyRequested(form); });
    };
    add(tr("Copy as &formatted text"), CopyForm::rich);
    add(tr("Copy as &Markdown"), CopyForm::markdown);
    add(tr("Copy as &plain text"), CopyForm::plain);
    setMenu(menu);
    connect(this, &QToolButton::clicked, this, [this] { emit copyRequested(CopyForm::rich); });
}

} // namespace longhand::ui
