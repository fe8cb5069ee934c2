// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/window_fixture.h"

#include <QTranslator>

#include <array>

namespace longhand::ui {

// The window in one of its languages. Widgets are found by their names, which are the same in each.
class Journey : public WindowTest, public testing::WithParamInterface<const char*> {
public:
    static constexpr std::array<const char*, 4> kLanguages{"en", "zh_CN", "zh_TW", "ja"};

protected:
    void SetUp() override;
    void TearDown() override;

    [[nodiscard]] static bool isEnglish()
    {
        return QLatin1String(GetParam()) == QLatin1String("en");
    }
    // A file dropped on an empty library becomes the book that is shown.
    void dropABook(bool pages);
    // A library whose book has a summary, a conversation, and a translation that is half done.
    void openFull(QSize size);
    void press(const char* button);
    void chooseFile(const QString& path);
    // Presses the keys of a command and expects the widget to have the focus, or one inside it.
    void goTo(const char* keys, const char* widget);
    // What is visible and does not fit: outside the window, or too small for its words.
    [[nodiscard]] QStringList cutOff() const;
    void expectNothingCutOff(const char* where) const;
    // Sentences that were not filled in or, beside English, not translated.
    void expectSpoken(const QString& text) const;

private:
    QTranslator m_translator;
};

} // namespace longhand::ui
