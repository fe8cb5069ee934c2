// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QMessageBox>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::Dialogs)
};

QFileDialog* fileDialog(QWidget* parent, const QString& title, const QStringList& filters)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(filters);
    return dialog;
}

// A title as the name of a file: no separators, no dots in front, not too long.
QString fileName(QString title)
{
    static const QRegularExpression kForbidden(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]+"));
    title.replace(kForbidden, QStringLiteral(" "));
    title = title.simplified().left(80);
    while (title.startsWith(QLatin1Char('.')))
        title.remove(0, 1);
    return title.isEmpty() ? QStringLiteral("book") : title;
}

} // namespace

void askForFiles(QWidget* parent, const std::function<void(const QStringList&)>& chosen)
{
    auto* dialog = fileDialog(
        parent, Words::tr("Add files"),
        {Words::tr("Books (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)"),
         Words::tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, chosen);
    dialog->open();
}

void askForFolder(QWidget* parent, const std::function<void(const QString&)>& chosen)
{
    auto* dialog = fileDialog(parent, Words::tr("Add a folder"), {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void askForModel(QWidget* parent, const std::function<void(const QString&)>& chosen)
{
    auto* dialog = fileDialog(parent, Words::tr("Choose a model"),
                              {Words::tr("Models (*.gguf)"), Words::tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void askForPassword(QWidget* parent, const QString& file,
                    const std::function<void(const QString&)>& given)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("passwordDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Password"));
    dialog->setLabelText(Words::tr("Password of “%1”. It is kept until you close Longhand, and "
                                   "never stored.")
                             .arg(file));
    dialog->setTextEchoMode(QLineEdit::Password);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, given);
    dialog->open();
}

void askForName(QWidget* parent, const QString& title,
                const std::function<void(const QString&)>& given)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("renameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Rename"));
    dialog->setLabelText(Words::tr("Title of the book"));
    dialog->setTextValue(title);
    dialog->resize(420, dialog->sizeHint().height());
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [given](const QString& text) {
        if (!text.trimmed().isEmpty())
            given(text.trimmed());
    });
    dialog->open();
}

void askForExport(QWidget* parent, const QString& suggestedName,
                  const std::function<void(const QString& path)>& chosen)
{
    const QStringList filters{QStringLiteral("PDF (*.pdf)"), QStringLiteral("HTML (*.html)"),
                              QStringLiteral("Markdown (*.md)"), Words::tr("Text (*.txt)")};
    auto* dialog = fileDialog(parent, Words::tr("Export"), filters);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const auto suffixOf = [](const QString& filter) {
        return filter.section(QStringLiteral("*."), 1).chopped(1);
    };
    dialog->setDefaultSuffix(suffixOf(filters.front()));
    QObject::connect(
        dialog, &QFileDialog::filterSelected, dialog,
        [dialog, suffixOf](const QString& filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(fileName(suggestedName));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void askForTranslationFile(QWidget* parent, const QString& suggestedName, const QString& formName,
                           const QString& suffix,
                           const std::function<void(const QString& path)>& chosen)
{
    auto* dialog = fileDialog(parent, Words::tr("Export the translation"),
                              {QStringLiteral("%1 (*%2)").arg(formName, suffix)});
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix.mid(1));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(fileName(suggestedName) + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void askForGlossary(QWidget* parent, const QString& suggestedName,
                    const std::function<void(const QString& path)>& chosen)
{
    const bool writes = !suggestedName.isEmpty();
    auto* dialog =
        fileDialog(parent, writes ? Words::tr("Export the glossary") : Words::tr("Import a glossary"),
                   {Words::tr("Tables (*.csv)"), Words::tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    if (writes) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        dialog->selectFile(fileName(suggestedName) + QStringLiteral(".csv"));
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void showShortcuts(QWidget* parent, const QList<QAction*>& actions)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Keyboard shortcuts"));
    auto* list = new QTreeWidget(dialog);
    list->setAccessibleName(dialog->windowTitle());
    list->setHeaderLabels({Words::tr("What it does"), Words::tr("Keys")});
    list->setRootIsDecorated(false);
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty())
            new QTreeWidgetItem(list, {QString(action->text()).remove(QLatin1Char('&')),
                                       action->shortcut().toString(QKeySequence::NativeText)});
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    dialog->resize(460, 440);
    dialog->open();
}

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Words::tr("About Longhand"));
    box->setIconPixmap(QIcon(QStringLiteral(":/icons/longhand.svg")).pixmap(64, 64));
    box->setTextFormat(Qt::PlainText);
    box->setText(Words::tr("Longhand %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        Words::tr("Reads whole books on your own machine. Nothing is fetched unless you ask "
                  "for it, and what you read and ask stays here.\n\nFree software under the GNU "
                  "General Public License, version 3 or later."));
    box->open();
}

} // namespace longhand::ui
