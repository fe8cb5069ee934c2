// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/cell_delegate.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

#include <algorithm>

namespace longhand::ui {

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex&) const
{
    auto* editor = new QPlainTextEdit(parent);
    editor->setObjectName(QStringLiteral("targetEditor"));
    editor->setAccessibleName(tr("Translation"));
    editor->setTabChangesFocus(true);
    return editor;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = static_cast<QPlainTextEdit*>(editor);
    box->setPlainText(index.data(Qt::EditRole).toString());
    box->moveCursor(QTextCursor::End);
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                const QModelIndex& index) const
{
    model->setData(index, static_cast<QPlainTextEdit*>(editor)->toPlainText(), Qt::EditRole);
}

// At least five lines high, inside the table.
void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex&) const
{
    QRect area = option.rect;
    area.setHeight(std::max(area.height(), option.fontMetrics.lineSpacing() * 6));
    const QRect all = editor->parentWidget()->rect();
    if (area.bottom() > all.bottom())
        area.moveBottom(all.bottom());
    editor->setGeometry(area);
}

bool CellDelegate::eventFilter(QObject* editor, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            auto* box = static_cast<QWidget*>(editor);
            emit commitData(box);
            emit closeEditor(box, NoHint);
            return true;
        }
        if (enter)
            return false;
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

} // namespace longhand::ui
