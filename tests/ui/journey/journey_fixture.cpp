// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/journey/journey_fixture.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace longhand::ui {
namespace {

bool hasHan(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar unit) {
        return unit.unicode() >= 0x3040 && unit.unicode() < 0xFB00;
    });
}

// Lines that shorten themselves on purpose take what room they get.
bool tooSmall(const QWidget& widget)
{
    if (widget.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored ||
        widget.sizePolicy().horizontalPolicy() == QSizePolicy::Expanding)
        return false;
    const QFontMetrics metrics = widget.fontMetrics();
    if (const auto* button = qobject_cast<const QPushButton*>(&widget))
        return button->width() < metrics.size(Qt::TextShowMnemonic, button->text()).width();
    if (const auto* button = qobject_cast<const QToolButton*>(&widget))
        return button->width() < metrics.size(Qt::TextShowMnemonic, button->text()).width();
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->pixmap().isNull() && !label->text().isEmpty() &&
               (label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                  : label->width() < label->sizeHint().width());
    return false;
}

} // namespace

void Journey::SetUp()
{
    ASSERT_TRUE(m_translator.load(
        QStringLiteral(LONGHAND_TRANSLATIONS "/longhand_%1.qm").arg(QLatin1String(GetParam()))));
    QApplication::installTranslator(&m_translator);
    QLocale::setDefault(QLocale(QLatin1String(GetParam())));
}

void Journey::TearDown()
{
    window.reset();
    QApplication::removeTranslator(&m_translator);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void Journey::dropABook(bool pages)
{
    open(0, pages, {1180, 760});
    ASSERT_TRUE(child("welcomePage")->isVisible()); // it invites to drop a book
    window->addFiles({QStringLiteral("/tmp/new.pdf")});
    ASSERT_EQ(assistant.imports.size(), 1);
    assistant.books << sampleBook(1, 6, pages);
    assistant.contents.insert(1, sampleContents(assistant.books.back()));
    emit assistant.importEnded(1, 1, false, {});
    ASSERT_EQ(window->bookDesk().book(), 1);
}

void Journey::openFull(QSize size)
{
    const BookView book = sampleBook(1, 24, true);
    BookContents contents = sampleContents(book);
    SummaryView& summary = contents.summary;
    for (int i = 0; i < 24; ++i) {
        ChapterSummaryView chapter;
        chapter.chapter = i;
        chapter.points = {
            {QStringLiteral("Maren Renn inherits the ledger."), {sampleSource(contents, i, 1)}}};
        chapter.unlocated = {QStringLiteral("A dragon.")};
        summary.chapters << chapter;
    }
    summary.coverage = {29616, 29616, 24, 0};
    AnswerView answer;
    answer.id = 1;
    answer.question = QStringLiteral("Who wrote it?");
    answer.found = true;
    answer.strategy = Strategy::passages;
    answer.usedTokens = 912;
    answer.budgetTokens = 1536;
    answer.sentences = {{QStringLiteral("The keeper."), {sampleSource(contents, 2, 1)}},
                        {QStringLiteral("She was tired."), {}}};
    contents.answers = {answer, answer, answer};
    for (int i = 0; i < 36; ++i) {
        SegmentView segment;
        segment.chapter = i / 3;
        segment.index = i % 3;
        segment.source = QStringLiteral("The keeper wrote another line in the ledger.");
        segment.target = QString::fromUtf8("守塔人又写下一行。");
        segment.status = i % 3 == 2 ? SegmentStatus::warned : SegmentStatus::done;
        if (i % 3 == 2)
            segment.warnings = {warningPhrase(QStringLiteral("length"))};
        assistant.segments << segment;
    }
    assistant.books << book;
    assistant.contents.insert(1, contents);
    for (const JobState state : {JobState::running, JobState::paused, JobState::finished,
                                 JobState::finishedWithWarnings, JobState::failed}) {
        JobView job;
        job.id = 10 + static_cast<int>(state);
        job.kind = JobKind::translate;
        job.book = 1;
        job.state = state;
        job.unitsDone = 30;
        job.unitsTotal = 72;
        job.warnings = state == JobState::finishedWithWarnings ? 3 : 0;
        assistant.jobs << job;
    }
    open(0, true, size);
    ASSERT_EQ(window->bookDesk().book(), 1);
}

void Journey::press(const char* button)
{
    auto* widget = child<QAbstractButton>(button);
    ASSERT_TRUE(widget->isVisible() && widget->isEnabled()) << button;
    QTest::mouseClick(widget, Qt::LeftButton);
}

void Journey::chooseFile(const QString& path)
{
    auto* files = window->findChild<QFileDialog*>();
    ASSERT_NE(files, nullptr);
    emit files->fileSelected(path);
    delete files;
}

void Journey::goTo(const char* keys, const char* widget)
{
    trigger(QLatin1String(keys));
    auto* there = child(widget);
    EXPECT_TRUE(there->isVisible()) << keys;
    const QWidget* focus = QApplication::focusWidget();
    EXPECT_TRUE(focus != nullptr && (focus == there || there->isAncestorOf(focus)))
        << keys << ": " << (focus ? focus->objectName().toStdString() : "nothing");
}

QStringList Journey::cutOff() const
{
    QStringList lines;
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const bool reads = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                           qobject_cast<const QLabel*>(widget) != nullptr ||
                           qobject_cast<const QComboBox*>(widget) != nullptr ||
                           qobject_cast<const QLineEdit*>(widget) != nullptr;
        if (!reads || !widget->isVisible() || widget->window() != window.get() ||
            widget->objectName().startsWith(QLatin1String("qt_")) ||
            widget->objectName() == QLatin1String("ScrollRightButton") ||
            widget->objectName() == QLatin1String("ScrollLeftButton"))
            continue;
        // Inside a scrolling part everything can be brought into view.
        bool scrolls = false;
        for (const QWidget* up = widget->parentWidget(); up != nullptr; up = up->parentWidget())
            scrolls = scrolls || qobject_cast<const QAbstractScrollArea*>(up) != nullptr;
        const QRect there(widget->mapTo(window.get(), QPoint()), widget->size());
        if ((!scrolls && !window->rect().contains(there)) || tooSmall(*widget)) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            lines << widget->objectName() + QLatin1Char('|') +
                         (label    ? label->text()
                          : button ? button->text()
                                   : QString());
        }
    }
    return lines;
}

void Journey::expectNothingCutOff(const char* where) const
{
    QTest::qWait(20);
    for (const QString& line : cutOff())
        ADD_FAILURE() << where << ": " << line.toStdString();
}

void Journey::expectSpoken(const QString& text) const
{
    EXPECT_FALSE(text.trimmed().isEmpty());
    for (const char* place : {"%1", "%2", "%n", "(s)"})
        EXPECT_FALSE(text.contains(QLatin1String(place))) << text.toStdString();
    if (!isEnglish()) {
        EXPECT_TRUE(hasHan(text)) << text.toStdString();
    }
}

} // namespace longhand::ui
