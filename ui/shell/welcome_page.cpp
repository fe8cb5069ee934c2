// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui {

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("welcomePage"));
    auto* icon = new QLabel(this);
    icon->setPixmap(QIcon(QStringLiteral(":/icons/longhand.svg")).pixmap(QSize(88, 88)));
    icon->setAlignment(Qt::AlignHCenter);
    auto* title = new QLabel(tr("Drop a book here"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    title->setFont(large);
    title->setAlignment(Qt::AlignHCenter);
    auto* text = new QLabel(
        tr("Longhand reads whole books: it summarises them chapter by chapter, answers questions "
           "with the page each sentence rests on, and translates them from first to last. PDF, "
           "EPUB, text, Markdown and HTML. Everything happens on this computer; no byte leaves "
           "it."),
        this);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    text->setMaximumWidth(520);
    text->setMinimumWidth(260);
    auto* add = new QPushButton(tr("Add files…"), this);
    add->setDefault(true);
    auto* welcome = new QPushButton(tr("Open the welcome book"), this);
    welcome->setObjectName(QStringLiteral("openWelcomeBook"));
    connect(add, &QPushButton::clicked, this, &WelcomePage::addRequested);
    connect(welcome, &QPushButton::clicked, this, &WelcomePage::welcomeBookRequested);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(add);
    buttons->addWidget(welcome);
    buttons->addStretch(1);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(text, 4);
    middle->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addStretch(3);
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addLayout(middle);
    layout->addLayout(buttons);
    layout->addStretch(4);
}

} // namespace longhand::ui
