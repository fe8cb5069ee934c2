// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"
#include "ui/bridge/preferences.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QTabWidget;

namespace longhand::ui {

class Banner;
class CatalogueView;
class InstalledView;

// The page of models: those that are here, and those one could get.
class ModelsPane : public QWidget {
    Q_OBJECT
public:
    ModelsPane(Models& models, Preferences& preferences, QWidget* parent = nullptr);

    [[nodiscard]] Banner* banner() { return m_banner; }
    void showInstalled(const QString& path = {}); // chosen in the list
    void showCatalogue();
    void focusList();
    void setAdding(bool adding); // a copy is under way
    void setAddProgress(qint64 done, qint64 total);

signals:
    void leaveRequested(); // back to where one came from
    void addRequested();   // a file is to be chosen
    void removeRequested(const QString& path);
    void downloadRequested(const longhand::ui::KnownModelView& model);
    void networkRequested();
    void pageRequested(const QString& address);
    void stopAddingRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setHeading();

    QLabel* m_title = nullptr;
    Banner* m_banner;
    QTabWidget* m_tabs;
    InstalledView* m_installed;
    CatalogueView* m_catalogue;
    QWidget* m_adding;
    QProgressBar* m_progress;
};

} // namespace longhand::ui
