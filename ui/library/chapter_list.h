// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/shelf_views.h"

#include <QAbstractTableModel>

namespace longhand::ui {

// The chapters of one book while a person arranges them: joined, divided, renamed, every step
// undone again. Titles are edited in place.
class ChapterList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Page, Words, ColumnCount };
    explicit ChapterList(DocumentPtr document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    void begin(const QList<ChapterStartView>& starts);   // where undoing ends
    void replace(const QList<ChapterStartView>& starts); // one step
    // Joins the chapter with the one before; false for the first.
    bool join(int row);
    // A chapter begins at this paragraph of the book, called after it; false where one does.
    bool divide(int paragraph);
    void undo();
    [[nodiscard]] bool canUndo() const { return !m_before.isEmpty(); }
    [[nodiscard]] bool isChanged() const { return m_starts != m_first; }
    [[nodiscard]] const QList<ChapterStartView>& starts() const { return m_starts; }
    [[nodiscard]] const QList<ChapterStartView>& asFound() const { return m_first; }

    // Paragraphs of a chapter, as numbers in the book: first and one past the last.
    [[nodiscard]] std::pair<int, int> paragraphs(int row) const;
    [[nodiscard]] const ParagraphView& paragraph(int index) const { return *m_paragraphs.at(index); }
    [[nodiscard]] int rowOf(int paragraph) const;

signals:
    void edited();

private:
    void set(const QList<ChapterStartView>& starts);
    [[nodiscard]] qint64 words(int row) const; // about

    DocumentPtr m_document;
    QList<const ParagraphView*> m_paragraphs; // of m_document, in order
    QList<qint64> m_length;                   // characters in front of each paragraph, and in all
    double m_wordsPerCharacter = 0.0;
    QList<ChapterStartView> m_starts, m_first;
    QList<QList<ChapterStartView>> m_before;
};

} // namespace longhand::ui
