// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"

#include <QString>

namespace longhand::ui {

// What is said about models, in words and numbers of the person's language.
QString gigabytes(qint64 bytes);           // "1.8 GB"
QString parameterCount(qint64 parameters); // "135 million"
QString tokenCount(qint64 tokens);         // "32,768 tokens"
QString kvTypeName(const QString& type);   // "16 bit"
QString modelStateWord(ModelState state);
QString modelLine(const ModelCardView& model); // "98 MB · 135 million parameters · Q4_1"
QString purposeLine(const ModelCardView& model);
// "Weights 4.1 GB + memory of the text 2.0 GB + workspace 0.1 GB = 6.2 of 16.0 GB: fits"
QString planLine(const MemoryPlanView& plan);
QString fitPhrase(const MemoryPlanView& plan);
QString verdictSentence(const VerdictView& verdict);
QString cardPhrase(int cardGb);                 // "a card of 8 GB", "no card needed"
QString knownLine(const KnownModelView& model); // publisher, licence, size, memory, card
QString languagesLine(const QStringList& languages);
QString downloadLine(const DownloadView& download); // "512 MB of 1.8 GB, 12 MB/s, about 2 min left"
QString checksumSentence(const KnownModelView& model);

} // namespace longhand::ui
