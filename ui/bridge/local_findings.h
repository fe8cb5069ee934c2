// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/findings.h"
#include "ui/bridge/library_desk.h"

namespace longhand::ui {

// The findings of this machine's library.
class LocalFindings : public Findings {
    Q_OBJECT
public:
    explicit LocalFindings(const std::filesystem::path& dataDir, QObject* parent = nullptr);

    void readEarlier(BookId book) override;
    void openEarlier(BookId book, qint64 id) override;
    void removeEarlier(BookId book, qint64 id) override;
    void readAnswers(BookId book) override;
    void removeAnswers(BookId book, const QList<qint64>& ids) override;
    void restoreAnswers(BookId book, const QList<qint64>& ids) override;
    void copy(BookId book, const ExportRequest& request, CopyForm form) override;

private:
    template <class Read, class Show> void withLibrary(Doing doing, Read read, Show show);
    template <class Change> void changeAnswers(BookId book, Change change);
    void showEarlier(BookId book, const std::vector<library::EarlierSummary>& earlier);
    void showAnswers(BookId book, const std::vector<library::Answer>& answers);

    LibraryDesk m_store;
};

} // namespace longhand::ui
