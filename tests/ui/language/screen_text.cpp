// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/language/screen_text.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

namespace longhand::ui {
namespace {

QString withoutTags(const QString& text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

void addActions(QStringList& texts, const QList<QAction*>& actions)
{
    for (const QAction* action : actions) {
        texts << action->text() << action->toolTip();
        if (action->menu() != nullptr)
            addActions(texts, action->menu()->actions());
    }
}

void addModel(QStringList& texts, const QAbstractItemModel& model)
{
    const int rows = std::min(model.rowCount(), 40);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role :
                 {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::StatusTipRole})
                texts << model.index(row, column).data(role).toString();
}

void addBoxes(QStringList& texts, const QWidget& widget)
{
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int item = 0; item < box->count(); ++item)
            texts << box->itemText(item);
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget))
        texts << spin->specialValueText() << spin->text();
    if (const auto* group = qobject_cast<const QGroupBox*>(&widget))
        texts << group->title();
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        texts << line->placeholderText();
}

void addViews(QStringList& texts, const QWidget& widget)
{
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
        for (int section = 0; header->model() != nullptr && section < header->count(); ++section)
            if (header->orientation() == Qt::Horizontal)
                texts << header->model()->headerData(section, Qt::Horizontal).toString();
    } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) {
        if (view->model() != nullptr)
            addModel(texts, *view->model());
    }
    if (const auto* edit = qobject_cast<const QTextEdit*>(&widget))
        texts << edit->toPlainText() << edit->placeholderText();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget))
        texts << edit->toPlainText() << edit->placeholderText();
}

void addWidget(QStringList& texts, const QWidget& widget)
{
    texts << widget.windowTitle() << widget.toolTip() << widget.accessibleName()
          << widget.accessibleDescription() << widget.statusTip();
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        texts << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        texts << button->text();
    if (const auto* button = qobject_cast<const QToolButton*>(&widget);
        button != nullptr && button->menu() != nullptr)
        addActions(texts, button->menu()->actions());
    if (const auto* bar = qobject_cast<const QMenuBar*>(&widget))
        addActions(texts, bar->actions());
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab) << tabs->tabToolTip(tab);
    addBoxes(texts, widget);
    addViews(texts, widget);
}

// A line that is given less room than it asks for, and knows it.
bool shortensItself(const QWidget& widget)
{
    return widget.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored ||
           widget.sizePolicy().horizontalPolicy() == QSizePolicy::Expanding;
}

// A button may lose some of its padding, not of its words.
bool isCut(const QPushButton& button)
{
    QStyleOptionButton option;
    option.initFrom(&button);
    const QRect room =
        button.style()->subElementRect(QStyle::SE_PushButtonContents, &option, &button);
    return room.width() < button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
}

bool isCut(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty() || shortensItself(widget))
            return false;
        return label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                 : label->width() < label->sizeHint().width();
    }
    if (const auto* button = qobject_cast<const QPushButton*>(&widget))
        return isCut(*button);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return !button->text().isEmpty() && button->width() < button->sizeHint().width();
    if (qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr)
        return widget.width() < widget.minimumSizeHint().width();
    return false;
}

QString textOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    return widget.objectName();
}

QList<const QWidget*> visibleIn(const QWidget& window)
{
    QList<const QWidget*> widgets{&window};
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisibleTo(&window) && widget->window() == &window)
            widgets << widget;
    return widgets;
}

} // namespace

QStringList textsOf(const QWidget& window)
{
    QStringList texts;
    for (const QWidget* widget : visibleIn(window))
        addWidget(texts, *widget);
    for (QString& text : texts)
        text = withoutTags(text);
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

QStringList cutIn(const QWidget& window)
{
    QStringList cut;
    for (const QWidget* widget : visibleIn(window))
        if (isCut(*widget))
            cut << QStringLiteral("%1 “%2”: %3 x %4 of %5 x %6")
                       .arg(QLatin1String(widget->metaObject()->className()), textOf(*widget))
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(widget->sizeHint().width())
                       .arg(widget->hasHeightForWidth() ? widget->heightForWidth(widget->width())
                                                        : widget->sizeHint().height());
    return cut;
}

} // namespace longhand::ui
