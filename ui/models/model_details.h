// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"
#include "ui/bridge/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QSpinBox;

namespace longhand::ui {

class MemoryBar;

// One installed model: what it is, whether it fits as the slider of the context moves, what it is
// used for; check it, remove it.
class ModelDetails : public QWidget {
    Q_OBJECT
public:
    ModelDetails(Models& models, Preferences& preferences, QWidget* parent = nullptr);
    void show(const ModelCardView& model);
    [[nodiscard]] QString path() const { return m_model.path; }

signals:
    void removeRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setHeading();
    QWidget* makeMemory();
    QWidget* makeUses();
    QWidget* makeActions();
    void connectModels();
    void showFacts();
    void showUses();
    void showPlan();
    void setTokens(qint64 tokens);
    void use(int task, bool on);

    Models& m_models;
    Preferences& m_preferences;
    ModelCardView m_model;
    QLabel* m_name;
    QLabel* m_state;
    QLabel* m_facts;
    QGroupBox* m_memory = nullptr;
    QSlider* m_slider = nullptr;
    QSpinBox* m_tokens = nullptr;
    QComboBox* m_kvType = nullptr;
    MemoryBar* m_bar = nullptr;
    QLabel* m_plan = nullptr;
    QGroupBox* m_uses = nullptr;
    QList<QCheckBox*> m_tasks; // summaries, questions, translation
    QList<QComboBox*> m_presets;
    QPushButton* m_verify = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_remove = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_verdict = nullptr;
};

} // namespace longhand::ui
