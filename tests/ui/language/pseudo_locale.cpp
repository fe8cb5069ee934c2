// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/language/pseudo_locale.h"

#include <QRegularExpression>

#include <algorithm>

namespace longhand::ui {
namespace {

const QString& plain()
{
    static const QString letters =
        QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return letters;
}

const QString& accented()
{
    static const QString letters =
        QString::fromUtf8("áƀćđéƒĝĥíĵķĺɱñóþʠŕšţúṽŵẋýžÁɃĆĐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŢÚṼŴẊÝŽ");
    return letters;
}

// Places, the letters that Alt reaches and the patterns of file dialogs mean something.
// How many units stay from `at` on; 0 where nothing is kept.
qsizetype keptAt(const QString& text, qsizetype at)
{
    static const QRegularExpression kept(QStringLiteral("\\G(?:%L?[1-9n]|&.|\\(\\*[^)]*\\))"));
    return kept.match(text, at).capturedLength();
}

} // namespace

QString pseudo(const QString& source)
{
    if (std::none_of(source.begin(), source.end(), [](QChar c) { return c.isLetter(); }))
        return source;
    QString text;
    qsizetype letters = 0;
    for (qsizetype at = 0; at < source.size();) {
        const qsizetype kept = keptAt(source, at);
        const qsizetype length = std::max<qsizetype>(kept, 1);
        const qsizetype letter = kept > 0 ? -1 : plain().indexOf(source[at]);
        text += letter < 0 ? source.mid(at, length) : QString(accented()[letter]);
        letters += length;
        at += length;
    }
    // In words of five, so that long texts still break into lines.
    for (qsizetype more = 0; more < letters * 4 / 10; ++more)
        text += more % 6 == 0 ? QLatin1Char(' ') : accented()[more % 26];
    return QChar(0x27E6) + text + QChar(0x27E7);
}

PseudoLocale::PseudoLocale()
{
    for (const Sentence& sentence : sentencesOf(QStringLiteral("ja")))
        m_known.insert(sentence.key());
}

QString PseudoLocale::translate(const char* context, const char* source, const char* comment,
                                int) const
{
    const QString name = QString::fromUtf8(context);
    const QString text = QString::fromUtf8(source);
    const bool ours = name.startsWith(QLatin1String("longhand"));
    if (ours && !m_known.contains({name, text, QString::fromUtf8(comment)}))
        return {};
    return pseudo(text);
}

} // namespace longhand::ui
