// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_models.h"

#include "app/models/catalogue.h"
#include "app/models/checksums.h"
#include "app/models/download.h"
#include "app/models/installed.h"
#include "app/models/memory.h"
#include "app/models/store.h"
#include "app/models/transfer.h"
#include "ui/bridge/text.h"

#include <QFileInfo>

namespace longhand::ui {
namespace {

using longhand::models::ModelFacts;

// What reading one model brought: the card for the panes, the shape for the plan.
struct Read {
    ModelCardView card;
    std::optional<infer::ModelSummary> summary;
};

Read readModel(const std::filesystem::path& path)
{
    Read read;
    ModelCardView& card = read.card;
    card.path = fromPath(path);
    card.name = fromPath(path.filename());
    const auto facts = longhand::models::inspect(path);
    if (!facts.ok()) {
        card.state = ModelState::damaged;
        card.failure = describe(facts.error(), Doing::readingModel, card.name);
        card.diskBytes = static_cast<qint64>(longhand::models::disk_bytes(path));
        return read;
    }
    card.name = fromUtf8(facts->name);
    card.diskBytes = static_cast<qint64>(facts->disk_bytes);
    card.title = fromUtf8(facts->title);
    card.architecture = fromUtf8(facts->architecture);
    card.weightType = fromUtf8(facts->weight_type).toUpper();
    card.licence = fromUtf8(facts->licence);
    card.tokenizer = fromUtf8(facts->tokenizer);
    card.chatTemplate = fromUtf8(facts->chat_template);
    card.parameters = static_cast<qint64>(facts->parameters);
    card.claimedTokens = facts->claimed_tokens;
    card.measuredTokens = facts->measured_tokens;
    card.vocabulary = facts->vocabulary;
    card.hasChatTemplate = facts->has_chat_template;
    card.chats = facts->chats();
    card.languages = fromUtf8(facts->languages);
    if (facts->refusal) {
        card.state =
            facts->refusal->kind == ErrorKind::corrupt ? ModelState::damaged : ModelState::refused;
        card.failure = describe(*facts->refusal, Doing::readingModel, card.name);
    }
    read.summary = facts->summary;
    return read;
}

DownloadState stateOf(const Error& error)
{
    return error.kind == ErrorKind::cancelled ? DownloadState::paused : DownloadState::failed;
}

} // namespace

LocalModels::LocalModels(std::filesystem::path dataDir, const Preferences& preferences,
                         QObject* parent)
    : Models(parent), m_dataDir(std::move(dataDir)), m_preferences(preferences)
{
    m_store.run(
        this,
        [dir = m_dataDir](const std::stop_token&) -> Result<void> {
            longhand::models::empty_model_bin(dir);
            return {};
        },
        [](const Result<void>&) {});
}

void LocalModels::refresh()
{
    m_reader.run(
        this,
        [dir = m_dataDir](const std::stop_token& stop) -> Result<std::vector<Read>> {
            std::vector<Read> all;
            for (const auto& installed : longhand::models::installed_models(dir)) {
                if (stop.stop_requested())
                    return Error{ErrorKind::cancelled, "the window closes"};
                Read read = readModel(installed.path);
                read.card.comesWithUs = installed.embedded;
                read.card.own = installed.own;
                read.card.linked = installed.linked;
                all.push_back(std::move(read));
            }
            return all;
        },
        [this](Result<std::vector<Read>>&& all) {
            if (!all.ok())
                return;
            QList<ModelCardView> cards;
            m_files.clear();
            for (const Read& read : *all) {
                cards.append(read.card);
                m_files.insert(QFileInfo(read.card.path).fileName(), read.card.path);
                if (read.summary)
                    m_summaries.insert(read.card.path, *read.summary);
            }
            emit modelsRead(cards);
        });
}

void LocalModels::inspect(const QString& path)
{
    m_reader.run(
        this, [path](const std::stop_token&) -> Result<Read> { return readModel(toPath(path)); },
        [this](const Result<Read>& read) {
            if (!read.ok())
                return;
            if (read->summary)
                m_summaries.insert(read->card.path, *read->summary);
            emit inspected(read->card);
        });
}

void LocalModels::add(const QString& path, AddHow how)
{
    const auto progress = m_store.progressTo(
        this, [this](const ProgressView& shown) { emit addProgressed(shown.done, shown.total); });
    m_adding = m_store.run(
        this,
        [path, how, progress, dir = m_dataDir](const std::stop_token& stop) {
            return longhand::models::add_model(toPath(path), dir,
                                               how == AddHow::link ? longhand::models::AddHow::link
                                                                   : longhand::models::AddHow::copy,
                                               progress, stop);
        },
        [this, path](const Result<longhand::models::AddedModel>& added) {
            if (!added.ok()) {
                emit failed(
                    describe(added.error(), Doing::addingModel, QFileInfo(path).fileName()));
                return;
            }
            emit this->added(fromPath(added->path), fromUtf8(added->name), added->already_there);
            refresh();
        });
}

void LocalModels::remove(const QString& path)
{
    m_store.run(
        this,
        [path, dir = m_dataDir](const std::stop_token&) {
            return longhand::models::remove_model(toPath(path), dir);
        },
        [this, path](const Result<std::filesystem::path>& binned) {
            const QFileInfo file(path);
            const QString name = file.isDir() ? file.fileName() : file.completeBaseName();
            if (!binned.ok()) {
                emit failed(describe(binned.error(), Doing::removingModel, name));
                return;
            }
            m_binned = *binned;
            emit removed(name);
            refresh();
        });
}

void LocalModels::undoRemove()
{
    if (m_binned.empty())
        return;
    m_store.run(
        this,
        [binned = std::exchange(m_binned, {}), dir = m_dataDir](const std::stop_token&) {
            return longhand::models::restore_model(binned, dir);
        },
        [this](const Result<std::filesystem::path>& back) {
            if (!back.ok())
                emit failed(describe(back.error(), Doing::addingModel, {}));
            refresh();
        });
}

void LocalModels::verify(const QString& path)
{
    const auto progress = m_store.progressTo(this, [this, path](const ProgressView& shown) {
        emit verifyProgressed(path, shown.done, shown.total);
    });
    m_verifying = m_store.run(
        this,
        [path, progress](const std::stop_token& stop) {
            return longhand::models::verify(toPath(path), progress, stop);
        },
        [this, path](const Result<longhand::models::Verdict>& verdict) {
            if (!verdict.ok()) {
                emit verifyFailed(path, describe(verdict.error(), Doing::checkingModel,
                                                 QFileInfo(path).fileName()));
                return;
            }
            emit verified(path,
                          {static_cast<CheckedView>(verdict->checked), fromUtf8(verdict->found),
                           fromUtf8(verdict->expected), fromUtf8(verdict->file)});
        });
}

MemoryPlanView LocalModels::plan(const QString& path, qint64 tokens, const QString& kvType) const
{
    MemoryPlanView shown;
    const auto summary = m_summaries.constFind(path);
    const auto type = longhand::models::kv_type_named(toUtf8(kvType));
    if (summary == m_summaries.cend() || !type)
        return shown;
    const auto plan = longhand::models::plan_memory(
        *summary, {.tokens = tokens,
                   .kv_type = *type,
                   .available_bytes = static_cast<std::uint64_t>(machine().availableBytes)});
    if (!plan.ok())
        return shown;
    const auto bytes = [](std::uint64_t count) { return static_cast<qint64>(count); };
    shown.weights = bytes(plan->weight_bytes);
    shown.kv = bytes(plan->kv_bytes);
    shown.workspace = bytes(plan->workspace_bytes);
    shown.available = bytes(plan->available_bytes);
    shown.fit = static_cast<FitView>(plan->fit);
    if (plan->smaller)
        shown.smaller = fromUtf8(to_string(*plan->smaller));
    shown.mostTokens = plan->most_tokens;
    return shown;
}

QStringList LocalModels::kvTypes() const
{
    QStringList names;
    for (const tensor::DType type : longhand::models::kv_types())
        names.append(fromUtf8(to_string(type)));
    return names;
}

MachineView LocalModels::machine() const
{
    const auto memory = longhand::models::machine_memory();
    return {static_cast<qint64>(memory.total_bytes), static_cast<qint64>(memory.available_bytes)};
}

QList<KnownModelView> LocalModels::knownModels() const
{
    QList<KnownModelView> list;
    for (const auto& model : longhand::models::known_models()) {
        KnownModelView view;
        view.name = fromUtf8(model.name);
        view.publisher = fromUtf8(model.publisher);
        view.licence = fromUtf8(model.licence);
        view.page = fromUtf8(model.page);
        view.fileType = fromUtf8(model.file_type);
        view.convertedBy = fromUtf8(model.converted_by);
        view.sha256 = fromUtf8(model.sha256);
        view.source = fromUtf8(model.source);
        view.fileBytes = static_cast<qint64>(model.file_bytes);
        view.memoryBytes = static_cast<qint64>(model.memory_bytes);
        view.contextTokens = model.context_tokens;
        view.cardGb = longhand::models::card_gb(model);
        view.chats = model.chats;
        view.languages = fromUtf8(model.languages);
        view.installed = m_files.value(fromUtf8(model.file));
        list.append(view);
    }
    return list;
}

bool LocalModels::canFetch() const
{
    return longhand::models::has_network();
}

std::filesystem::path LocalModels::targetOf(const QString& model) const
{
    const auto* known = longhand::models::find_known(toUtf8(model));
    return known == nullptr || known->file.empty() ? std::filesystem::path()
                                                   : m_dataDir / "models" / known->file;
}

DownloadView LocalModels::downloadOf(const QString& model) const
{
    if (const auto found = m_downloads.constFind(model); found != m_downloads.cend())
        return *found;
    DownloadView view;
    view.model = model;
    // One that was begun before the program was last closed.
    if (const auto part = longhand::models::unfinished_download(targetOf(model))) {
        view.state = DownloadState::paused;
        view.done = static_cast<qint64>(part->first);
        view.total = static_cast<qint64>(part->second);
    }
    return view;
}

void LocalModels::say(const DownloadView& download)
{
    m_downloads.insert(download.model, download);
    emit downloadChanged(download);
}

void LocalModels::download(const QString& model)
{
    const auto* known = longhand::models::find_known(toUtf8(model));
    if (known == nullptr || known->source.empty() || m_fetching.contains(model))
        return;
    DownloadView view = downloadOf(model);
    view.state = DownloadState::running;
    view.failure = {};
    say(view);
    const auto show = m_fetcher.progressTo(this, [this, model](const ProgressView& progress) {
        DownloadView shown = m_downloads.value(model);
        if (shown.state != DownloadState::running && shown.state != DownloadState::checking)
            return;
        shown.state = progress.phase == QLatin1String("checking") ? DownloadState::checking
                                                                  : DownloadState::running;
        shown.done = progress.done;
        shown.total = progress.total;
        shown.bytesPerSecond = progress.tokensPerSecond;
        shown.etaSeconds = progress.etaSeconds;
        say(shown);
    });
    const longhand::models::DownloadRequest request{.url = known->source,
                                                    .target = targetOf(model),
                                                    .sha256 = known->sha256,
                                                    .allowed = m_preferences.settings().network};
    m_fetching.insert(
        model, m_fetcher.run(
                   this,
                   [request, show](const std::stop_token& stop) {
                       return longhand::models::download(
                           request,
                           [show](const longhand::models::DownloadProgress& progress) {
                               show({.phase = progress.checking ? "checking" : "fetching",
                                     .done = progress.done,
                                     .total = progress.total,
                                     .unit = "bytes",
                                     .tokens_per_s = progress.bytes_per_s, // bytes here
                                     .eta_s = progress.eta_s});
                           },
                           stop);
                   },
                   [this, model](const Result<longhand::models::Downloaded>& done) {
                       m_fetching.remove(model);
                       DownloadView shown = m_downloads.value(model);
                       if (m_dropped.remove(model)) {
                           longhand::models::forget_download(targetOf(model));
                           shown = {};
                           shown.model = model;
                       } else if (done.ok()) {
                           shown.state = DownloadState::finished;
                           shown.compared = done->compared !=
                                            longhand::models::Downloaded::Compared::not_compared;
                       } else {
                           shown.state = stateOf(done.error());
                           if (shown.state == DownloadState::failed)
                               shown.failure = describe(done.error(), Doing::fetchingModel, model);
                       }
                       say(shown);
                       if (done.ok())
                           refresh();
                   }));
}

void LocalModels::pauseDownload(const QString& model)
{
    if (const auto task = m_fetching.find(model); task != m_fetching.end())
        task->cancel();
}

void LocalModels::cancelDownload(const QString& model)
{
    if (const auto task = m_fetching.find(model); task != m_fetching.end()) {
        m_dropped.insert(model);
        task->cancel();
        return;
    }
    longhand::models::forget_download(targetOf(model));
    DownloadView none;
    none.model = model;
    say(none);
}

} // namespace longhand::ui
