// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    qint64 books = 0, models = 0, others = 0, free = 0;
};

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::SettingsView)
Q_DECLARE_METATYPE(longhand::ui::DataUseView)
