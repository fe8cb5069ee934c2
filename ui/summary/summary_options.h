// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace longhand::ui {

// What a person wishes of a summary before it starts.
class SummaryOptions : public QWidget {
    Q_OBJECT
public:
    explicit SummaryOptions(QWidget* parent = nullptr);
    [[nodiscard]] SummaryRequest request() const;
    [[nodiscard]] QString language() const; // empty: the book's
    void clearFocusWish();
    void setLanguage(const QString& language); // another: languageChosen

signals:
    void languageChosen();
    void accepted(); // Enter in the line

private:
    QComboBox* m_length;
    QComboBox* m_audience;
    QComboBox* m_language;
    QLineEdit* m_focus;
};

QString lengthName(SummaryLength length);
QString audienceName(Audience audience);
// "Medium · for everyone · English · interest: the ships"; empty where it is not known.
QString optionsLine(const SummaryView& summary);

} // namespace longhand::ui
