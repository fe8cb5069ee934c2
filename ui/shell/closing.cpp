// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closing.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::Closing)
};

} // namespace

void askBeforeClosing(QWidget* window, const QStringList& work,
                      const std::function<void(Leave)>& answered)
{
    const QString name = QStringLiteral("closing");
    if (auto* asked = window->findChild<QMessageBox*>(name)) {
        asked->raise();
        asked->activateWindow();
        return;
    }
    auto* box = new QMessageBox(window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(Words::tr("Close Longhand?"));
    box->setTextFormat(Qt::PlainText); // titles of books are in it
    box->setText(Words::tr("%n job(s) are not finished yet.", nullptr,
                           static_cast<int>(work.size())));
    box->setInformativeText(
        work.join(QLatin1Char('\n')) + QStringLiteral("\n\n") +
        Words::tr("What is done so far is kept. After closing, the work goes on when Longhand is "
                  "next started."));
    QPushButton* close = box->addButton(Words::tr("Close, go on next time"),
                                        QMessageBox::AcceptRole);
    close->setObjectName(QStringLiteral("closeNow"));
    QPushButton* minimise =
        box->addButton(Words::tr("Keep working, minimised"), QMessageBox::ActionRole);
    minimise->setObjectName(QStringLiteral("minimise"));
    QPushButton* stay = box->addButton(Words::tr("Cancel"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("stay"));
    box->setDefaultButton(close);
    box->setEscapeButton(stay);
    QObject::connect(close, &QPushButton::clicked, box, [answered] { answered(Leave::close); });
    QObject::connect(minimise, &QPushButton::clicked, box,
                     [answered] { answered(Leave::minimise); });
    box->open();
}

} // namespace longhand::ui
