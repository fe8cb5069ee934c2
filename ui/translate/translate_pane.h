// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translation_views.h"
#include "ui/translate/export_part.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace longhand::ui {

class Banner;
class ChapterModel;
class GlossaryPart;
class ProofreadPart;
class SegmentModel;
class SideView;
class WatchPart;

// Translating the open book: into which language, and five parts: watching it, reading it beside
// its source, proofreading, names and words, writing it out. Says before the work what the model
// cannot do, and which models can.
class TranslatePane : public QWidget {
    Q_OBJECT
public:
    enum Part { Watch, Side, Proofread, Glossary, Export };
    explicit TranslatePane(QWidget* parent = nullptr);

    void setBook(const DocumentPtr& document, const QList<TranslationView>& translations);
    void setSegments(const QString& to, const QList<SegmentView>& segments);
    void setRunning(bool running);
    void setProgress(const ProgressView& progress);
    void beginSegment(const SegmentView& segment);
    void addText(const QString& piece);
    void addSegment(const SegmentView& segment);
    void changeSegments(const QList<SegmentView>& segments); // corrected, not by the job
    // The model cannot translate this pair: why, and known models that can.
    void showVerdict(const QString& reason, const QStringList& models);
    void showFailure(const QString& sentence, const QString& detail);
    void showPart(Part part);

    [[nodiscard]] QString from() const;
    [[nodiscard]] QString to() const;
    [[nodiscard]] TranslationId id() const;
    void setTo(const QString& language);
    [[nodiscard]] WatchPart& watch() { return *m_watch; }
    [[nodiscard]] ProofreadPart& proofread() { return *m_proofread; }
    [[nodiscard]] GlossaryPart& glossary() { return *m_glossary; }

signals:
    void translateRequested(const longhand::ui::TranslateRequest& request);
    void stopRequested();
    void segmentsWanted(const QString& from, const QString& to);
    void exportRequested(const longhand::ui::ExportForm& form, longhand::ui::ExportLayout layout);
    void chooseModelRequested();
    void editRequested(longhand::ui::PlaceView place, const QString& target);

private:
    void updateControls();
    void chooseLanguages();
    void start(bool probeFirst);

    DocumentPtr m_document;
    QList<TranslationView> m_translations;
    bool m_running = false;

    QComboBox* m_to;
    QPushButton* m_start;
    Banner* m_banner;
    QTabBar* m_tabs;
    QStackedWidget* m_parts;
    ChapterModel* m_chapters;
    SegmentModel* m_segments;
    WatchPart* m_watch;
    SideView* m_side;
    ProofreadPart* m_proofread;
    GlossaryPart* m_glossary;
    ExportPart* m_export;
};

} // namespace longhand::ui
