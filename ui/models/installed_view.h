// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"
#include "ui/bridge/preferences.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QScrollArea;
class QSplitter;

namespace longhand::ui {

class ModelDetails;

// The models that are here, and the one that is chosen among them. Where there is little width its
// details stand below the list.
class InstalledView : public QWidget {
    Q_OBJECT
public:
    InstalledView(Models& models, Preferences& preferences, QWidget* parent = nullptr);
    void select(const QString& path); // now, or when it has been read
    void focusList();

signals:
    void removeRequested(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setModels(const QList<ModelCardView>& models);
    void showCurrent();
    [[nodiscard]] QString useLine(const ModelCardView& model) const;

    Models& m_models;
    Preferences& m_preferences;
    QList<ModelCardView> m_cards;
    QString m_wanted;
    QSplitter* m_splitter;
    QListWidget* m_list;
    QScrollArea* m_area;
    ModelDetails* m_details;
    QLabel* m_empty;
};

} // namespace longhand::ui
