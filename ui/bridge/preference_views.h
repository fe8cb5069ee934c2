// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/failure.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace longhand::ui {

enum class Theme { system, light, dark };

// How a model is run, under one name.
struct PresetView {
    QString id;
    QString name;             // translated where it comes with the program
    qint64 contextTokens = 0; // at most; 0: as many as the model and the memory allow
    QString kvType;           // "f32", "f16" or "q8_0"
    QString device = QStringLiteral("auto"); // or "cpu", "cuda"
    int threads = 0;          // 0: one for each core
    int memoryLimitMb = 0;    // 0: the general limit
    double temperature = 0.0; // 0: each task decides
    double topP = 1.0;
    bool builtIn = false;
    friend bool operator==(const PresetView&, const PresetView&) = default;
};

struct TaskChoiceView {
    QString model;  // path or installed name; empty: the one that comes with the program
    QString preset; // id; empty: the general one
    friend bool operator==(const TaskChoiceView&, const TaskChoiceView&) = default;
};

// A server of models that works in place of this computer's engine.
struct ServerView {
    bool on = false;
    QString address;     // "http://127.0.0.1:8000"
    QString model;       // empty: the first that it has
    QString keyVariable; // name of the environment variable that holds its key; empty: none
    int parallel = 4;    // requests at a time, 1 to 64
    [[nodiscard]] bool works() const { return on && !address.isEmpty(); }
    friend bool operator==(const ServerView&, const ServerView&) = default;
};

// What came of asking a server whether it is there.
struct ServerTestView {
    QString model; // empty: it did not answer as it should, and `failure` says why
    qint64 contextTokens = 0;
    Failure failure;
};

// What a person set.
struct SettingsView {
    QString language; // of the interface, BCP 47; empty: the desktop's
    Theme theme = Theme::system;
    int textPercent = 100;     // 80 to 200
    QString summaryLanguage;   // BCP 47; empty: the book's
    QString translationTarget; // BCP 47; empty: asked each time
    TaskChoiceView summary, ask, translate;
    QString preset = QStringLiteral("balanced");
    int memoryLimitMb = 0; // 0: what is free
    ServerView server;
    bool keepReadings = true;  // what models read of the books, on the disk
    int keepReadingsMb = 4096; // at most
    bool network = false;  // may models be fetched when asked for
    bool notifications = true;
    bool keepAwake = true;     // while a job runs
    QList<PresetView> presets; // those of the program first
    friend bool operator==(const SettingsView&, const SettingsView&) = default;
};

// Bytes of the data folder.
struct DataUseView {
    QString folder;
    QString settingsFile;
    qint64 books = 0, models = 0, readings = 0, others = 0, free = 0;
};

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::SettingsView)
Q_DECLARE_METATYPE(longhand::ui::DataUseView)
Q_DECLARE_METATYPE(longhand::ui::ServerTestView)
