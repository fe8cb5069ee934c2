// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QLabel;

namespace longhand::ui {

class Banner;

// The open book's name and facts, and what a person should know about its file.
class BookHeader : public QWidget {
    Q_OBJECT
public:
    explicit BookHeader(QWidget* parent = nullptr);
    void setBook(const BookView& book);
    [[nodiscard]] Banner* banner() { return m_banner; }

signals:
    void pageRequested(int page); // of a problem

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showTitle();

    BookView m_book;
    QLabel* m_title;
    QLabel* m_facts;
    Banner* m_banner;
};

} // namespace longhand::ui
