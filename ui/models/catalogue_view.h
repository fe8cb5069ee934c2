// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"
#include "ui/bridge/preferences.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace longhand::ui {

class Banner;

// Models one could get: what for, how large, under which licence; fetched only when asked to.
class CatalogueView : public QWidget {
    Q_OBJECT
public:
    CatalogueView(Models& models, Preferences& preferences, QWidget* parent = nullptr);

signals:
    void downloadRequested(const longhand::ui::KnownModelView& model); // to be confirmed
    void networkRequested();                                           // offline is to end
    void pageRequested(const QString& address);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFilter();
    QWidget* makeDetails();
    void fill();
    void showRow(int row);
    void showCurrent();
    void showOffline();
    [[nodiscard]] const KnownModelView* current() const;

    Models& m_models;
    Preferences& m_preferences;
    QList<KnownModelView> m_shown;
    Banner* m_offline;
    QComboBox* m_task;
    QCheckBox* m_fits;
    QBoxLayout* m_filter = nullptr;
    QListWidget* m_list;
    QLabel* m_none;
    QWidget* m_details = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_download = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_page = nullptr;
};

} // namespace longhand::ui
