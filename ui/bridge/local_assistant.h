// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/ingest.h"
#include "ui/bridge/assistant.h"
#include "ui/bridge/job_control.h"
#include "ui/bridge/library_desk.h"
#include "ui/bridge/local_findings.h"
#include "ui/bridge/local_models.h"
#include "ui/bridge/local_preferences.h"
#include "ui/bridge/local_shelf.h"
#include "ui/bridge/local_translations.h"
#include "ui/bridge/page_desk.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace longhand::ui {

// The Assistant over this machine's library, reader and engine. Each kind of work has a thread
// and a library connection of its own, so that a long import never delays a page or a pause.
class LocalAssistant : public Assistant {
    Q_OBJECT
public:
    struct Wiring {
        std::filesystem::path dataDir;
        ingest::Options ingest;
        JobControl::OptionsFor jobs;
        std::filesystem::path model;    // what the jobs start with; empty: none was found
        std::filesystem::path settings; // file; empty: nothing that is set is kept
    };
    explicit LocalAssistant(Wiring wiring, QObject* parent = nullptr);

    void refreshBooks() override;
    ImportId importFile(const QString& path, const QString& password) override;
    void cancelImport(ImportId import) override;
    void removeBook(BookId book) override;
    void openBook(BookId book, const QString& language) override;
    Shelf& shelf() override { return m_shelf; }
    Findings& findings() override { return m_findings; }
    Models& models() override { return m_models; }
    Preferences& preferences() override { return m_preferences; }
    Translations& translations() override { return m_translations; }
    void drawPage(BookId book, int page, double pixelsPerPoint) override;
    void locate(BookId book, const SourceView& source) override;
    void readPageText(BookId book, int page) override;
    void summarise(BookId book, const SummaryRequest& request) override;
    void ask(BookId book, const AskRequest& request) override;
    void translate(BookId book, const TranslateRequest& request) override;
    void pauseJob(JobId job) override;
    void resumeJob(JobId job) override;
    void cancelJob(JobId job) override;
    void removeJob(JobId job) override;
    void refreshJobs() override;
    void readSegments(BookId book, const QString& from, const QString& to) override;
    void exportResult(BookId book, const ExportRequest& request) override;
    [[nodiscard]] QString modelName() const override;
    void chooseModel(const QString& path) override;
    [[nodiscard]] QStringList knownTranslators(const QString& from,
                                               const QString& to) const override;

private:
    void connectJobs();
    // Runs `read(library, stop)` at the desk, then `show(value)` here or `failed`.
    template <class Read, class Show>
    void withLibrary(LibraryDesk& desk, Doing doing, const QString& subject, Read read, Show show);

    Wiring m_wiring;
    QHash<ImportId, Task> m_imports;
    QSet<JobId> m_live;      // handed to the runner in this session and not over
    bool m_watching = false; // the list of jobs will be read again soon
    ImportId m_lastImport = 0;
    PageDesk m_pages;
    JobControl m_jobs;
    LibraryDesk m_store;
    LibraryDesk m_importer;
    LibraryDesk m_exporter;
    LocalShelf m_shelf;
    LocalFindings m_findings;
    LocalPreferences m_preferences;
    LocalTranslations m_translations;
    LocalModels m_models;
};

} // namespace longhand::ui
