// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translations.h"

namespace longhand::ui {

// Remembers what was asked for; changes its own segments and terms as the real one would.
class FakeTranslations : public Translations {
    Q_OBJECT
public:
    void edit(const TranslationId& id, PlaceView place, const QString& target) override
    {
        edits.append({place, target});
        change(id, place, [&](SegmentView& segment) {
            segment.target = target;
            segment.byPerson = true;
            segment.status = SegmentStatus::done;
            segment.warnings.clear();
            segment.warningNames.clear();
        });
        emit undoChanged(id, ++steps);
    }
    void setLocked(const TranslationId& id, const QList<PlaceView>& places, bool locked) override
    {
        for (const PlaceView& place : places)
            change(id, place, [&](SegmentView& segment) { segment.locked = locked; });
        emit undoChanged(id, ++steps);
    }
    void replaceAll(const TranslationId& id, const ReplaceRequest& request) override
    {
        replacements.append(request);
        int count = 0;
        for (SegmentView& segment : segments)
            if (segment.target.contains(request.find) && !segment.locked) {
                segment.target.replace(request.find, request.by);
                ++count;
                emit segmentsChanged(id, {segment});
            }
        emit replaced(id, count);
        emit undoChanged(id, ++steps);
    }
    void undo(const TranslationId& id) override
    {
        ++undone;
        emit undoChanged(id, --steps);
    }
    void readHistory(const TranslationId& id, PlaceView place) override
    {
        emit historyRead(id, place, history);
    }
    void takeBack(const TranslationId&, PlaceView, int version) override { takenBack = version; }
    void retranslate(const TranslationId& id, PlaceView place, const QString& instruction) override
    {
        instructions.append(instruction);
        again = {id, place};
    }
    void translatePassage(const TranslationId& id, const QString& passage) override
    {
        passageId = id;
        passages.append(passage);
    }
    void leavePassage() override { ++passagesLeft; }
    void readTerms(const TranslationId& id) override { emit termsRead(id, terms); }
    void findTerms(const TranslationId& id) override
    {
        ++searches;
        terms += found;
        found.clear();
        emit termsRead(id, terms);
    }
    void saveTerms(const TranslationId& id, const QList<TermView>& changed) override
    {
        for (const TermView& term : changed) {
            terms.removeIf([&](const TermView& each) { return each.source == term.source; });
            terms.append(term);
        }
        emit termsRead(id, terms);
    }
    void removeTerms(const TranslationId& id, const QStringList& sources) override
    {
        terms.removeIf([&](const TermView& each) { return sources.contains(each.source); });
        emit termsRead(id, terms);
    }
    void importTerms(const TranslationId&, const QString& path) override { files.append(path); }
    void exportTerms(const TranslationId&, const QString& path) override { files.append(path); }
    void skipChapter(JobId, int chapter) override { skipped.append(chapter); }
    void stopAfterChapter(JobId, bool stop) override { stopsAfterChapter = stop; }
    void estimate(const QList<BookId>& books, const QString&) override
    {
        emit estimated({static_cast<int>(books.size()), 50'000 * books.size(),
                        3600.0 * static_cast<double>(books.size())});
    }
    void startBatch(const QList<BookId>& books, const QString& to) override
    {
        batch = books;
        batchTo = to;
    }

    QList<SegmentView> segments;
    QList<TermView> terms, found;
    QList<SegmentView> history;
    QList<std::pair<PlaceView, QString>> edits;
    QList<ReplaceRequest> replacements;
    QStringList instructions, files;
    QStringList passages;
    TranslationId passageId;
    int passagesLeft = 0;
    std::pair<TranslationId, PlaceView> again;
    QList<int> skipped;
    QList<BookId> batch;
    QString batchTo;
    bool stopsAfterChapter = false;
    int steps = 0, undone = 0, searches = 0, takenBack = -1;

private:
    template <class Change> void change(const TranslationId& id, PlaceView place, Change change)
    {
        for (SegmentView& segment : segments)
            if (segment.chapter == place.chapter && segment.index == place.index) {
                change(segment);
                emit segmentsChanged(id, {segment});
            }
    }
};

} // namespace longhand::ui
