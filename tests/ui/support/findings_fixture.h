// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/window_fixture.h"
#include "ui/common/passage_browser.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBlock>
#include <QToolButton>

namespace longhand::ui {

// What the tests of summaries and questions do in the window.
class FindingsTest : public WindowTest {
protected:
    PassageBrowser* browser(const char* name) { return child<PassageBrowser>(name); }
    QString textOf(const char* name)
    {
        return browser(name)->toPlainText().replace(QChar(0x00A0), QLatin1Char(' '));
    }
    // Calls `visit(position, format, text)` for each stretch of one look until it returns true.
    template <class Visit> bool anyFragment(const char* name, Visit visit)
    {
        const QTextDocument* document = browser(name)->document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
            for (auto at = block.begin(); !at.atEnd(); ++at) {
                QString text = at.fragment().text();
                text.replace(QChar(0x00A0), QLatin1Char(' '));
                if (visit(at.fragment().position(), at.fragment().charFormat(), text))
                    return true;
            }
        return false;
    }
    // Where the chip with `words` stands in the viewport.
    QPoint chip(const char* name, const QString& words)
    {
        QPoint place(-1, -1);
        const bool there = anyFragment(
            name, [&](int position, const QTextCharFormat& format, const QString& text) {
                if (!format.boolProperty(QTextFormat::UserProperty + 1) || !text.contains(words))
                    return false;
                QTextCursor cursor(browser(name)->document());
                cursor.setPosition(position + 2);
                place = browser(name)->cursorRect(cursor).center();
                return true;
            });
        EXPECT_TRUE(there) << words.toStdString();
        return place;
    }
    // Clicks the first link with `words`, with the mouse.
    void click(const char* name, const QString& words)
    {
        QPoint place(-1, -1);
        anyFragment(name, [&](int position, const QTextCharFormat& format, const QString& text) {
            if (!format.isAnchor() || !text.contains(words))
                return false;
            QTextCursor cursor(browser(name)->document());
            cursor.setPosition(position + static_cast<int>(text.indexOf(words)) + 1);
            browser(name)->setTextCursor(cursor); // brings it into view
            place = browser(name)->cursorRect(cursor).center();
            return true;
        });
        ASSERT_GE(place.x(), 0) << "no link with " << words.toStdString();
        QTest::mouseClick(browser(name)->viewport(), Qt::LeftButton, {}, place);
    }
    void press(const char* button) { QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton); }
    void pressIn(const char* pane, const QString& text)
    {
        QPushButton* found = nullptr;
        const bool there = comesTrue([&] { // a layout shows what is added to it a little later
            for (auto* button : child<QWidget>(pane)->findChildren<QPushButton*>())
                if (button->text() == text && button->isVisible())
                    found = button;
            return found != nullptr;
        });
        ASSERT_TRUE(there) << "no button " << text.toStdString();
        QTest::mouseClick(found, Qt::LeftButton);
    }
    bool says(const char* pane, const QString& words)
    {
        for (const auto* label : child<QWidget>(pane)->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }
    [[nodiscard]] bool previews(const QString& words)
    {
        return comesTrue([&] {
            const auto* popover = window->findChild<PassagePopover*>();
            return popover != nullptr && popover->isVisible() && popover->text().contains(words);
        });
    }
    [[nodiscard]] bool previewGone()
    {
        return comesTrue([&] {
            const auto* popover = window->findChild<PassagePopover*>();
            return popover == nullptr || !popover->isVisible();
        });
    }
    void showTab(int index) { child<QTabWidget>("tabs")->setCurrentIndex(index); }
    // Answers the file dialog that an export button opened.
    void chooseFile(const QString& path)
    {
        auto* files = dialog<QFileDialog>();
        ASSERT_NE(files, nullptr);
        emit files->fileSelected(path);
        files->close();
    }
    SourceView source(int chapter)
    {
        return sampleSource(assistant.contents.value(1, sampleContents(sampleBook(1, 6, true))),
                            chapter, 1);
    }
    ChapterSummaryView chapterSummary(int chapter)
    {
        ChapterSummaryView summary;
        summary.chapter = chapter;
        summary.points.append(
            {QStringLiteral("Point about watch %1.").arg(chapter + 1), {source(chapter)}});
        summary.steps = 2;
        summary.tokens = 1500;
        return summary;
    }
    SummaryView wholeSummary(int chapters)
    {
        SummaryView summary;
        for (int i = 0; i < chapters; ++i)
            summary.chapters.append(chapterSummary(i));
        summary.book = {{QStringLiteral("All in all."), {source(0)}}};
        summary.coverage = {7404, 7404, chapters, 0};
        summary.optionsKnown = true;
        summary.stepTokens = 1024;
        summary.language = QStringLiteral("en");
        summary.model = QStringLiteral("Example-1B");
        summary.made = QDateTime(QDate(2026, 3, 1), QTime(12, 0));
        return summary;
    }
    AnswerView foundAnswer(const QString& question, qint64 id)
    {
        AnswerView answer;
        answer.id = id;
        answer.question = question;
        answer.found = true;
        answer.strategy = Strategy::passages;
        answer.usedTokens = 900;
        answer.budgetTokens = 1500;
        answer.sentences = {{QStringLiteral("The keeper wrote it."), {source(2)}}};
        return answer;
    }
    // The answer of job `job` comes as it would from the engine.
    void answerJob(JobId job, const AnswerView& answer)
    {
        emit assistant.answered(job, 1, answer);
        assistant.found.answers[1].append(answer);
        emit assistant.jobEnded(job, {});
    }
};

} // namespace longhand::ui
