// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QLocale>
#include <QString>

namespace longhand::ui {

// Words and numbers as a person reads them: translated, with the locale's digits and plurals.
QString
languageName(const QString& bcp47); // in the language itself: "Deutsch"; the code if unknown
// Whose words the window shows: traditional Chinese wherever it is read has those of Taiwan, other
// Chinese those of China; every other language its own.
QLocale wordsLocale(const QLocale& wanted);
QStringList offeredLanguages();     // BCP 47, for summaries and translations
QString duration(double seconds);   // "about 4 min"
QString timeLeft(const ProgressView& progress); // "about 4 min left"; empty when not known
int percent(qint64 done, qint64 total);         // 0 to 100; -1 when the total is not known

// "Ada Example · 340 pages · 102,300 words · 24 chapters · English"
QString bookFacts(const BookView& book);
QString bookCounts(const BookView& book);   // without authors and language
QString bookLength(const BookView& book);   // "340 pages", or "102,300 words" where there are none
QString byteSize(qint64 bytes);             // "1.2 MB"
QString pageName(const SourceView& source); // "p. 17", or "ch. 3, ¶ 12" where there are no pages
QString chapterName(int chapter, const QString& title); // "3. The Storm"

QString jobTitle(JobKind kind);
QString jobStateWord(JobState state);
bool isOver(JobState state);
// "Summarising: 3 of 24 chapters, about 4 min left"
QString jobLine(const JobView& job, const ProgressView& progress);
QString strategyLine(const AnswerView& answer); // what was given to the model, with the budget
// "Read whole: 8,339 tokens of 1,024 a step, in 9 steps."; empty where it is not known.
QString stepsLine(const SummaryView& summary);
QString coverageLine(const CoverageView& coverage);
QString sentenceCase(const QString& text); // its first letter a capital
// As the language of the window puts them together: a Japanese sentence ends in another sign.
QString listed(const QStringList& parts);  // "summaries, questions"
QString remarks(const QStringList& parts); // "repeats itself; nothing came back"
QString sentence(const QString& text);     // "Repeats itself; nothing came back."

} // namespace longhand::ui
