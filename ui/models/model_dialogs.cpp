// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_dialogs.h"

#include "ui/models/model_words.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::ModelDialogs)
};

QMessageBox* box(QWidget* parent, const char* name, const QString& title)
{
    auto* dialog = new QMessageBox(parent);
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setTextFormat(Qt::PlainText);
    return dialog;
}

} // namespace

void askHowToAdd(QWidget* parent, const ModelCardView& model,
                 const std::function<void(AddHow)>& chosen)
{
    auto* dialog = box(parent, "addModelDialog", Words::tr("Add a model"));
    dialog->setText(Words::tr("Add “%1”?").arg(model.name));
    dialog->setInformativeText(
        modelLine(model) + QLatin1Char('\n') + purposeLine(model) + QStringLiteral("\n\n") +
        Words::tr("A copy in Longhand's folder stays when the file is moved or deleted; where the "
                  "disk can share it, it takes no room. Left where it is, only a link is kept."));
    QPushButton* copy = dialog->addButton(Words::tr("&Copy it"), QMessageBox::AcceptRole);
    copy->setObjectName(QStringLiteral("addCopy"));
    QPushButton* link =
        dialog->addButton(Words::tr("&Leave it where it is"), QMessageBox::AcceptRole);
    link->setObjectName(QStringLiteral("addLink"));
    dialog->addButton(QMessageBox::Cancel);
    dialog->setDefaultButton(copy);
    QObject::connect(dialog, &QMessageBox::buttonClicked, parent,
                     [copy, link, chosen](QAbstractButton* button) {
                         if (button == copy)
                             chosen(AddHow::copy);
                         else if (button == link)
                             chosen(AddHow::link);
                     });
    dialog->open();
}

void askToDownload(QWidget* parent, const KnownModelView& model, bool allowsNetwork,
                   const std::function<void()>& agreed)
{
    auto* dialog = box(parent, "downloadDialog", Words::tr("Download a model"));
    dialog->setText(Words::tr("Download %1 (%2)?").arg(model.name, gigabytes(model.fileBytes)));
    QStringList lines{
        //: %1 is the name of a server.
        Words::tr("It comes from %1; that server learns this computer's address and which file is "
                  "fetched, and nothing of your books.")
            .arg(QUrl(model.source).host()),
        Words::tr("Licence: %1").arg(model.licence), checksumSentence(model)};
    if (allowsNetwork)
        lines.prepend(
            Words::tr("This allows Longhand to use the network for downloads that you ask "
                      "for. The preferences (Ctrl+,) switch it off again."));
    dialog->setInformativeText(lines.join(QStringLiteral("\n\n")));
    QPushButton* yes =
        dialog->addButton(allowsNetwork ? Words::tr("&Allow and download") : Words::tr("&Download"),
                          QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("agreeToDownload"));
    dialog->addButton(QMessageBox::Cancel);
    dialog->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(dialog, &QMessageBox::buttonClicked, parent,
                     [yes, agreed](QAbstractButton* button) {
                         if (button == yes)
                             agreed();
                     });
    dialog->open();
}

} // namespace longhand::ui
