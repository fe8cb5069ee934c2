// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/chapter_editor.h"

#include "ui/common/banner.h"
#include "ui/common/colours.h"
#include "ui/common/roomy_delegate.h"
#include "ui/library/chapter_list.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStringListModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

constexpr int kShownParagraphs = 400; // of a chapter; enough to find a missed heading
constexpr qsizetype kShownLetters = 160;

} // namespace

ChapterEditor::ChapterEditor(DocumentPtr document, const QString& title, QWidget* parent)
    : QDialog(parent), m_list(new ChapterList(std::move(document), this)),
      m_banner(new Banner(this)), m_paragraphs(new QStringListModel(this))
{
    setObjectName(QStringLiteral("chapterEditor"));
    setAttribute(Qt::WA_DeleteOnClose);
    //: Title of a dialog. %1 is a book.
    setWindowTitle(tr("Chapters of “%1”").arg(title));
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeChapters());
    split->addWidget(makeText());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(split, 1);
    layout->addWidget(makePattern());
    layout->addWidget(makeButtons());
    connect(m_list, &ChapterList::edited, this, [this] {
        showText();
        update();
    });
    // Return edits or asks; it never presses the button that happens to be first.
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);
    connect(m_chapters->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showText();
        update();
    });
    connect(m_text->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChapterEditor::update);
    resize(900, 600);
    update();
}

QWidget* ChapterEditor::makeChapters()
{
    auto* part = new QWidget(this);
    m_chapters = new QTreeView(part);
    m_chapters->setObjectName(QStringLiteral("chapterRows"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setModel(m_list);
    m_chapters->setRootIsDecorated(false);
    m_chapters->setUniformRowHeights(true);
    m_chapters->setItemDelegate(new RoomyDelegate(m_chapters));
    m_chapters->setEditTriggers(QAbstractItemView::DoubleClicked |
                                QAbstractItemView::EditKeyPressed);
    m_chapters->header()->setStretchLastSection(false);
    m_chapters->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_chapters->header()->setSectionResizeMode(ChapterList::Title, QHeaderView::Stretch);
    m_join = new QPushButton(tr("&Join with the one before"), part);
    m_join->setObjectName(QStringLiteral("joinChapter"));
    auto* rename = new QPushButton(tr("Re&name"), part);
    rename->setObjectName(QStringLiteral("renameChapter"));
    connect(m_join, &QPushButton::clicked, this, [this] {
        const int at = row();
        if (m_list->join(at))
            m_chapters->setCurrentIndex(m_list->index(at - 1, 0));
    });
    connect(rename, &QPushButton::clicked, this, [this] {
        if (row() >= 0)
            m_chapters->edit(m_list->index(row(), ChapterList::Title));
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_join);
    buttons->addWidget(rename);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_chapters, 1);
    layout->addLayout(buttons);
    return part;
}

QWidget* ChapterEditor::makeText()
{
    auto* part = new QWidget(this);
    m_text = new QListView(part);
    m_text->setObjectName(QStringLiteral("chapterText"));
    m_text->setAccessibleName(tr("Text of the chapter"));
    m_text->setModel(m_paragraphs);
    m_text->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_text->setWordWrap(true);
    m_text->setSpacing(3);
    m_text->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_divide = new QPushButton(tr("A chapter &begins here"), part);
    m_divide->setObjectName(QStringLiteral("divideChapter"));
    connect(m_divide, &QPushButton::clicked, this, &ChapterEditor::divide);
    connect(m_text, &QListView::activated, this, &ChapterEditor::divide);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_divide, 0, Qt::AlignLeft);
    return part;
}

QWidget* ChapterEditor::makePattern()
{
    auto* part = new QWidget(this);
    auto* label = new QLabel(tr("&Headings look like"), part);
    m_pattern = new QComboBox(part);
    m_pattern->setObjectName(QStringLiteral("headingPattern"));
    m_pattern->setAccessibleName(tr("Pattern of the headings"));
    m_pattern->setEditable(true);
    m_pattern->lineEdit()->setAccessibleName(m_pattern->accessibleName());
    m_pattern->addItems({QStringLiteral("Chapter #*"), QStringLiteral("Part #*"),
                         QStringLiteral("#. *"), QStringLiteral("第#章*"),
                         QStringLiteral("第#回*"), QStringLiteral("第#話*")});
    m_pattern->setToolTip(tr("# is a number in figures, Roman numerals or words; * is any text"));
    label->setBuddy(m_pattern);
    auto* find = new QPushButton(tr("&Find"), part);
    find->setObjectName(QStringLiteral("tryPattern"));
    m_fitting = new QLabel(tr("# is a number, * any text"), part);
    m_fitting->setObjectName(QStringLiteral("patternResult"));
    m_use = new QPushButton(tr("&Use these"), part);
    m_use->setObjectName(QStringLiteral("usePattern"));
    m_use->setEnabled(false);
    const auto ask = [this] { emit patternWanted(m_pattern->currentText().simplified()); };
    connect(find, &QPushButton::clicked, this, ask);
    connect(m_pattern->lineEdit(), &QLineEdit::returnPressed, this, ask);
    connect(m_use, &QPushButton::clicked, this, [this] {
        m_list->replace(m_found);
        m_use->setEnabled(false);
    });
    auto* layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->addWidget(label);
    layout->addWidget(m_pattern, 1);
    layout->addWidget(find);
    layout->addWidget(m_fitting, 1);
    layout->addWidget(m_use);
    return part;
}

QWidget* ChapterEditor::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("saveChapters"));
    m_undo = buttons->addButton(tr("Undo"), QDialogButtonBox::ActionRole);
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setObjectName(QStringLiteral("undoChapters"));
    m_asFound = buttons->addButton(tr("&As they were"), QDialogButtonBox::ResetRole);
    connect(m_undo, &QPushButton::clicked, m_list, &ChapterList::undo);
    connect(m_asFound, &QPushButton::clicked, this, [this] { m_list->replace(m_list->asFound()); });
    connect(m_save, &QPushButton::clicked, this,
            [this] { emit saveRequested(m_list->starts()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

int ChapterEditor::row() const
{
    const QModelIndex index = m_chapters->currentIndex();
    return index.isValid() ? index.row() : -1;
}

void ChapterEditor::setStarts(const QList<ChapterStartView>& starts)
{
    m_list->begin(starts);
    if (!starts.isEmpty())
        m_chapters->setCurrentIndex(m_list->index(0, 0));
    m_chapters->setFocus();
}

void ChapterEditor::showText()
{
    QStringList lines;
    if (row() >= 0) {
        const auto [begin, end] = m_list->paragraphs(row());
        for (int i = begin; i < std::min(end, begin + kShownParagraphs); ++i) {
            const QString text = m_list->paragraph(i).text.simplified();
            lines << (text.size() > kShownLetters ? text.left(kShownLetters) + QStringLiteral("…")
                                                  : text);
        }
    }
    m_paragraphs->setStringList(lines);
}

void ChapterEditor::divide()
{
    const QModelIndex at = m_text->currentIndex();
    if (row() < 0 || !at.isValid())
        return;
    const int paragraph = m_list->paragraphs(row()).first + at.row();
    if (m_list->divide(paragraph))
        m_chapters->setCurrentIndex(m_list->index(m_list->rowOf(paragraph), 0));
}

void ChapterEditor::update()
{
    m_join->setEnabled(row() > 0);
    m_divide->setEnabled(m_text->currentIndex().row() > 0);
    m_undo->setEnabled(m_list->canUndo());
    m_asFound->setEnabled(m_list->isChanged());
    m_save->setEnabled(m_list->isChanged());
    if (m_list->rowCount() > 0 && row() < 0)
        m_chapters->setCurrentIndex(m_list->index(0, 0));
}

void ChapterEditor::showFitting(const QString& pattern, const QList<ChapterStartView>& starts)
{
    m_found = starts;
    m_use->setEnabled(!starts.isEmpty());
    if (starts.isEmpty())
        m_fitting->setText(tr("No paragraph looks like “%1”.").arg(pattern));
    else
        m_fitting->setText(
            tr("%n chapter(s) found", nullptr, static_cast<int>(starts.size())));
}

void ChapterEditor::showFailure(const QString& sentence, const QString& detail)
{
    m_banner->say(sentence, detail);
}

} // namespace longhand::ui
