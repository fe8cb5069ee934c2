// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_assistant.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/main_window.h"

#include <QTest>

#include <gtest/gtest.h>

namespace longhand::ui {

// Lets events run until `condition` holds, five seconds at most. Qt Test's own QTRY_ macros leave a
// GoogleTest silently where they fail, so they are not used here.
template <class Condition> [[nodiscard]] bool comesTrue(Condition condition, int timeoutMs = 5000)
{
    return QTest::qWaitFor(condition, timeoutMs);
}

// The real window over an assistant that recites.
class WindowTest : public testing::Test {
protected:
    void open(int books, bool pages, QSize size = {1000, 700})
    {
        for (int i = 1; i <= books; ++i) {
            assistant.books << sampleBook(i, 6, pages);
            assistant.contents.insert(i, sampleContents(assistant.books.back()));
        }
        window = std::make_unique<MainWindow>(assistant, options);
        window->resize(size);
        window->show();
        window->activateWindow(); // shortcuts need an active window
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }
    // Looks among dialogs too.
    template <class T = QWidget> T* child(const char* name)
    {
        T* found = window->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    template <class T = QWidget> [[nodiscard]] T* dialog() const
    {
        for (T* each : window->findChildren<T*>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
    void trigger(const QString& keys)
    {
        QTest::keyClick(window.get(), QKeySequence(keys)[0].key(),
                        QKeySequence(keys)[0].keyboardModifiers());
    }

    FakeAssistant assistant;
    MainWindow::Options options; // set before open()
    std::unique_ptr<MainWindow> window;
};

} // namespace longhand::ui
