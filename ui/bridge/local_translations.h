// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/corrections.h"
#include "ui/bridge/job_control.h"
#include "ui/bridge/library_desk.h"
#include "ui/bridge/translations.h"

#include <QHash>

namespace longhand::ui {

// Translations of this machine's library. Looking for names in a whole book has a desk of its own,
// so that an edit never waits for it.
class LocalTranslations : public Translations {
    Q_OBJECT
public:
    LocalTranslations(const std::filesystem::path& dataDir, JobControl& jobs,
                      QObject* parent = nullptr);

    void edit(const TranslationId& id, PlaceView place, const QString& target) override;
    void setLocked(const TranslationId& id, const QList<PlaceView>& places, bool locked) override;
    void replaceAll(const TranslationId& id, const ReplaceRequest& request) override;
    void undo(const TranslationId& id) override;
    void readHistory(const TranslationId& id, PlaceView place) override;
    void takeBack(const TranslationId& id, PlaceView place, int version) override;
    void retranslate(const TranslationId& id, PlaceView place, const QString& instruction) override;
    void translatePassage(const TranslationId& id, const QString& passage) override;
    void leavePassage() override;
    void readTerms(const TranslationId& id) override;
    void findTerms(const TranslationId& id) override;
    void saveTerms(const TranslationId& id, const QList<TermView>& terms) override;
    void removeTerms(const TranslationId& id, const QStringList& sources) override;
    void importTerms(const TranslationId& id, const QString& path) override;
    void exportTerms(const TranslationId& id, const QString& path) override;
    void skipChapter(JobId job, int chapter) override;
    void stopAfterChapter(JobId job, bool stop) override;
    void estimate(const QList<BookId>& books, const QString& to) override;
    void startBatch(const QList<BookId>& books, const QString& to) override;

private:
    using Steps = QList<jobs::Correction>;
    using Correct = std::function<Result<jobs::Correction>(library::Library&, std::stop_token)>;
    enum class Keep { step, nothing };
    void correct(const TranslationId& id, Keep keep, Correct correct,
                 std::function<void(const jobs::Correction&)> done = {},
                 std::function<void()> ended = {});
    void hearPassages();
    void changeTerms(const TranslationId& id, std::function<Result<void>(library::Library&)> change);
    void show(const TranslationId& id, const std::vector<library::Segment>& segments);

    JobControl& m_jobs;
    QHash<TranslationId, Steps> m_undo;
    bool m_undoing = false;
    QHash<JobId, std::pair<TranslationId, PlaceView>> m_again;
    JobId m_passage = 0;   // being translated; 0: none
    int m_passageTurn = 0; // of the latest wish: an answer to an earlier one is dropped
    LibraryDesk m_finder;
    LibraryDesk m_store;
};

} // namespace longhand::ui
