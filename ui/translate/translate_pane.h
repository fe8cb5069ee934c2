// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace longhand::ui {

class Banner;
class ChapterModel;
class PairsView;

// Translating the open book: into which language, how far each chapter is, source and target of
// the chapter looked at. Says before the work what the model cannot do, and which models can.
class TranslatePane : public QWidget {
    Q_OBJECT
public:
    explicit TranslatePane(QWidget* parent = nullptr);

    void setBook(const DocumentPtr& document, const QList<TranslationView>& translations);
    void setSegments(const QString& to, const QList<SegmentView>& segments);
    void setRunning(bool running);
    void beginSegment(const SegmentView& segment);
    void addText(const QString& piece);
    void addSegment(const SegmentView& segment);
    // The model cannot translate this pair: why, and known models that can.
    void showVerdict(const QString& reason, const QStringList& models);
    void showFailure(const QString& sentence, const QString& detail);

    [[nodiscard]] QString from() const;
    [[nodiscard]] QString to() const;
    void setTo(const QString& language);

signals:
    void translateRequested(const longhand::ui::TranslateRequest& request);
    void stopRequested();
    void segmentsWanted(const QString& from, const QString& to);
    void exportRequested();
    void chooseModelRequested();

private:
    void updateControls();
    void showChapter(int chapter);
    void chooseLanguages();
    [[nodiscard]] int started() const; // segments translated so far

    DocumentPtr m_document;
    QList<TranslationView> m_translations;
    bool m_running = false;
    int m_liveChapter = -1;
    bool m_follow = true; // the chapter shown is the one being worked on

    QComboBox* m_to;
    QPushButton* m_start;
    QPushButton* m_export;
    Banner* m_banner;
    ChapterModel* m_model;
    QTreeView* m_chapters;
    PairsView* m_pairs;
    QLabel* m_state;
};

} // namespace longhand::ui
