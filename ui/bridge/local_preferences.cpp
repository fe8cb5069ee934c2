// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_preferences.h"

#include "app/library/library.h"
#include "app/models/server_choice.h"
#include "app/settings/paths.h"
#include "ui/bridge/setting_views.h"
#include "ui/bridge/text.h"

namespace longhand::ui {
namespace {

qint64 bytesBelow(const std::filesystem::path& folder, const std::stop_token& stop)
{
    qint64 bytes = 0;
    std::error_code error;
    std::filesystem::recursive_directory_iterator at(folder, error), end;
    for (; !error && at != end && !stop.stop_requested(); at.increment(error)) {
        std::error_code ignored;
        if (!at->is_symlink(ignored) && at->is_regular_file(ignored))
            bytes += static_cast<qint64>(at->file_size(ignored));
    }
    return bytes;
}

} // namespace

LocalPreferences::LocalPreferences(std::filesystem::path file, std::filesystem::path dataDir,
                                   QObject* parent)
    : Preferences(parent), m_file(std::move(file)), m_dataDir(std::move(dataDir)),
      m_settings(std::make_shared<settings::Settings>(
          m_file.empty() ? settings::Settings() : settings::Settings::open(m_file)))
{
    m_shown = view(*m_settings);
    m_problems = fromUtf8(m_settings->problems());
}

void LocalPreferences::change(const SettingsView& wanted)
{
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    m_worker.run(
        this,
        [kept = m_settings, wanted](const std::stop_token&) -> Result<void> {
            apply(wanted, *kept);
            return kept->save();
        },
        [this](const Result<void>& saved) {
            if (!saved.ok())
                emit failed(describe(saved.error(), Doing::savingSettings));
        });
    emit settingsChanged(m_shown);
}

void LocalPreferences::readDataUse()
{
    m_worker.run(
        this,
        [folder = m_dataDir](const std::stop_token& stop) -> Result<DataUseView> {
            DataUseView use;
            use.folder = fromPath(folder);
            const qint64 all = bytesBelow(folder, stop);
            use.models = bytesBelow(folder / "models", stop);
            use.books = bytesBelow(folder / "books", stop);
            use.readings = bytesBelow(library::readings_dir(folder), stop);
            use.others = all - use.models - use.books - use.readings;
            std::error_code unknown;
            const auto space = std::filesystem::space(folder, unknown);
            use.free = unknown ? 0 : static_cast<qint64>(space.available);
            return use;
        },
        [this](const Result<DataUseView>& read) {
            if (!read.ok())
                return;
            DataUseView use = read.value();
            use.settingsFile = fromPath(m_file);
            emit dataUseRead(use);
        });
}

void LocalPreferences::testServer(const ServerView& server)
{
    m_test.cancel(); // the answer to an older question is of no use
    m_test = m_asking.run(
        this,
        [server](const std::stop_token& stop) -> Result<ServerTestView> {
            infer::remote::RemoteOptions options = serverOf(server);
            options.connect_timeout = std::chrono::seconds(4);
            TRY(const auto generator, models::open_server(options, settings::Preset(), stop));
            ServerTestView result;
            result.model = fromUtf8(generator->model_name());
            result.contextTokens = generator->context_length();
            return result;
        },
        [this](const Result<ServerTestView>& result) {
            if (result.ok()) {
                emit serverTested(result.value());
                return;
            }
            ServerTestView failed;
            failed.failure = describe(result.error(), Doing::askingServer);
            if (!failed.failure.cancelled)
                emit serverTested(failed);
        });
}

void LocalPreferences::freeReadings()
{
    m_worker.run(
        this,
        [folder = library::readings_dir(m_dataDir)](const std::stop_token&) -> Result<void> {
            std::error_code code;
            std::filesystem::remove_all(folder, code);
            if (code)
                return Error{ErrorKind::unreadable, folder.string() + ": " + code.message()};
            return {};
        },
        [this](const Result<void>& removed) {
            if (!removed.ok())
                emit failed(describe(removed.error(), Doing::removingBook));
            readDataUse();
        });
}

} // namespace longhand::ui
