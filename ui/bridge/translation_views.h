// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QHashFunctions>

namespace longhand::ui {

// One translation of one book.
struct TranslationId {
    BookId book = 0;
    QString from, to; // BCP 47
    friend bool operator==(const TranslationId&, const TranslationId&) = default;
    friend size_t qHash(const TranslationId& id, size_t seed = 0)
    {
        return qHashMulti(seed, id.book, id.from, id.to);
    }
};

enum class TermKind { character, place, organisation, term };
enum class TermStatus { proposed, confirmed, rejected };
enum class Gender { unknown, female, male, other };

// A name or word with one rendering throughout; characters with gender and form of address.
struct TermView {
    TermKind kind = TermKind::term;
    TermStatus status = TermStatus::proposed;
    QString source; // unique in its translation
    QString target;
    QString note;
    Gender gender = Gender::unknown;
    QString address;
    int count = 0;
    QStringList samples;
};

struct PlaceView {
    int chapter = 0, index = 0;
};

struct ReplaceRequest {
    QString find, by;
    bool regex = false, matchCase = true, wholeWords = false;
    int chapter = -1; // negative: all
};

// What several books together will take.
struct BatchView {
    int books = 0;
    qint64 words = 0;     // of the books' text
    double seconds = 0.0; // from the speed of earlier translations; 0: not known
};

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::TranslationId)
Q_DECLARE_METATYPE(longhand::ui::TermView)
