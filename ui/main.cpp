// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/paths.h"
#include "app/settings/settings.h"
#include "app/tasks/prompts.h"
#include "ui/bridge/text.h"
#include "ui/common/format.h"
#include "ui/desktop/bus_session.h"
#include "ui/desktop/instance.h"
#include "ui/desktop/names.h"
#include "ui/shell/main_window.h"
#include "ui/wiring.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

namespace {

using namespace longhand;

struct Arguments {
    QString library; // the data folder where one was named
    ui::Places places;
    QStringList files;
};

Arguments parse(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Reads whole books on your own machine."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data-dir"),
                                  QApplication::translate("main", "Folder of the library."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption model(
        QStringLiteral("model"),
        QApplication::translate("main", "GGUF file, Hugging Face folder or installed name."),
        QStringLiteral("PATH"));
    parser.addOptions({data, model});
    parser.addPositionalArgument(QStringLiteral("files"),
                                 QApplication::translate("main", "Books to add to the library."),
                                 QStringLiteral("[files...]"));
    parser.process(application);
    Arguments arguments;
    if (const QString dir = parser.value(data); !dir.isEmpty())
        arguments.library = QFileInfo(dir).absoluteFilePath();
    arguments.places.dataDir =
        arguments.library.isEmpty() ? settings::data_dir() : ui::toPath(arguments.library);
    arguments.places.model = ui::toUtf8(parser.value(model));
    arguments.places.resources = tasks::find_resources();
    arguments.places.settings = settings::settings_file();
    for (const QString& file : parser.positionalArguments())
        arguments.files << QFileInfo(file).absoluteFilePath();
    return arguments;
}

void translate(QCoreApplication& application)
{
    // English is translated too: its plurals. It stands below every other language.
    auto* plurals = new QTranslator(&application);
    if (plurals->load(QStringLiteral(":/translations/longhand_en.qm")))
        QCoreApplication::installTranslator(plurals);
    const std::string chosen =
        settings::Settings::open(settings::settings_file()).value(settings::kLanguage);
    if (!chosen.empty())
        QLocale::setDefault(QLocale(ui::fromUtf8(chosen))); // numbers and dates follow
    const QLocale words = ui::wordsLocale(QLocale());
    auto* ours = new QTranslator(&application);
    if (ours->load(words, QStringLiteral("longhand"), QStringLiteral("_"),
                   QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(ours);
    auto* theirs = new QTranslator(&application);
    if (theirs->load(words, QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(theirs);
}

// Help and version need no display.
bool asksForText(int argc, char** argv)
{
    const std::set<std::string_view> words = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
                       [&](const char* word) { return words.contains(word); });
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("longhand-desktop"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LONGHAND_VERSION));
    if (asksForText(argc, argv)) {
        QCoreApplication application(argc, argv);
        translate(application);
        parse(application); // prints and ends the program
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Longhand"));
    QApplication::setDesktopFileName(QLatin1String(ui::kDesktopId));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/longhand.svg")));
    translate(application);

    const Arguments arguments = parse(application);
    ui::Instance instance(arguments.library);
    if (instance.handOver(arguments.files))
        return 0;
    std::error_code ignored; // a folder that cannot be made is said when the library opens
    std::filesystem::create_directories(arguments.places.dataDir, ignored);
    ui::LocalAssistant assistant(ui::wire(arguments.places));

    ui::BusSession session;
    ui::MainWindow::Options options;
    options.session = &session;
    options.settingsFile = ui::fromPath(arguments.places.dataDir / "window.ini");
    const auto welcome = arguments.places.resources / "welcome" / "welcome.md";
    if (std::filesystem::exists(welcome, ignored))
        options.welcomeBook = ui::fromPath(welcome);
    ui::MainWindow window(assistant, options);
    QObject::connect(&instance, &ui::Instance::opened, &window, [&](const QStringList& files) {
        window.bringToFront();
        window.addFiles(files);
    });
    window.show();
    window.addFiles(arguments.files);
    return QApplication::exec();
}
