// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/language/ts_file.h"

#include <QFile>
#include <QXmlStreamReader>

namespace longhand::ui {
namespace {

void readTranslation(QXmlStreamReader& xml, Sentence& sentence)
{
    sentence.unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
    QString whole;
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement)
        if (xml.isStartElement())
            sentence.said << xml.readElementText();
        else if (xml.isCharacters())
            whole += xml.text();
    if (!sentence.counts)
        sentence.said = {whole};
}

Sentence readSentence(QXmlStreamReader& xml, const QString& context)
{
    Sentence sentence;
    sentence.context = context;
    sentence.counts = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement())
        if (xml.name() == QLatin1String("source"))
            sentence.source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            sentence.comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, sentence);
        else
            xml.skipCurrentElement();
    return sentence;
}

} // namespace

QList<Sentence> readTs(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Sentence> sentences;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd())
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        else if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            sentences << readSentence(xml, context);
    return xml.hasError() ? QList<Sentence>() : sentences;
}

QString tsPath(const QString& language)
{
    return QStringLiteral(LONGHAND_SOURCE_DIR "/translations/longhand_%1.ts").arg(language);
}

QList<Sentence> sentencesOf(const QString& language)
{
    return readTs(tsPath(language));
}

} // namespace longhand::ui
