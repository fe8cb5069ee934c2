// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <tuple>

namespace longhand::ui {

// One string of the window and what a language says for it, as translations/*.ts has them.
struct Sentence {
    QString context; // what tr() asks under: the full name of a class
    QString source;
    QString comment; // tells apart two of one source
    bool counts = false;
    bool unfinished = false;
    QStringList said; // one, or one for each plural form

    [[nodiscard]] std::tuple<QString, QString, QString> key() const
    {
        return {context, source, comment};
    }
};

// Empty where the file cannot be read.
QList<Sentence> readTs(const QString& path);
// Of a file in the tree: "de" reads translations/longhand_de.ts.
QList<Sentence> sentencesOf(const QString& language);
QString tsPath(const QString& language);

} // namespace longhand::ui
