// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/failure.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace longhand::ui {

enum class ModelState { usable, refused, damaged };

// A model file or folder, told without loading it.
struct ModelCardView {
    QString path;
    QString name;
    qint64 diskBytes = 0;
    bool comesWithUs = false; // the embedded one
    bool own = false;         // lies in the data folder: may be removed
    bool linked = false;      // only pointed at
    ModelState state = ModelState::usable;
    Failure failure; // why it cannot be used
    QString title;   // its own name for itself; may be empty
    QString architecture, weightType, licence, tokenizer, chatTemplate;
    qint64 parameters = 0, claimedTokens = 0, measuredTokens = 0, vocabulary = 0;
    bool hasChatTemplate = false; // recognised or not
    bool chats = false;           // summarises and answers
    QStringList languages;        // it is known to translate between; BCP 47
};

enum class FitView { fits, fitsSmallerCache, doesNotFit };

// Bytes; available 0: not known.
struct MemoryPlanView {
    qint64 weights = 0, kv = 0, workspace = 0, available = 0;
    FitView fit = FitView::fits;
    QString smaller;       // the type of keys and values it would fit with
    qint64 mostTokens = 0; // 0: not even the weights fit
    [[nodiscard]] qint64 total() const { return weights + kv + workspace; }
};

enum class CheckedView { publisher, recorded, differs, nothing };
struct VerdictView {
    CheckedView checked = CheckedView::nothing;
    QString found, expected, file;
};

struct KnownModelView {
    QString name, publisher, licence, page, fileType, convertedBy, sha256;
    QString source; // empty: no file is known for certain
    qint64 fileBytes = 0, memoryBytes = 0, contextTokens = 0;
    int cardGb = 0; // 0: a processor does
    bool chats = false;
    QStringList languages;
    QString installed; // path; empty: it is not
};

struct MachineView {
    qint64 totalBytes = 0, availableBytes = 0; // 0: not known
};

enum class DownloadState { none, running, checking, paused, finished, failed };
struct DownloadView {
    QString model; // name in the catalogue
    DownloadState state = DownloadState::none;
    qint64 done = 0, total = 0;
    double bytesPerSecond = 0.0;
    double etaSeconds = -1.0;
    bool compared = false; // finished: with a hash that publisher or server named
    Failure failure;
};

enum class AddHow { copy, link };

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::ModelCardView)
Q_DECLARE_METATYPE(longhand::ui::VerdictView)
Q_DECLARE_METATYPE(longhand::ui::DownloadView)
