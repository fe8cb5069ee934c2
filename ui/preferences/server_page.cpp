// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/server_page.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

namespace longhand::ui {
namespace {

bool isOpen(const QString& address)
{
    const QUrl url(address.trimmed());
    const QString host = url.host();
    const bool here = host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") ||
                      host == QLatin1String("::1");
    return url.scheme() == QLatin1String("http") && !host.isEmpty() && !here;
}

} // namespace

ServerPage::ServerPage(Preferences& preferences, bool canConnect, QWidget* parent)
    : QWidget(parent), m_preferences(preferences), m_canConnect(canConnect)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(18, 18, 18, 18);
    form->setVerticalSpacing(12);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_on = new QCheckBox(tr("Let a &server do the work"), this);
    m_on->setObjectName(QStringLiteral("useServer"));
    form->addRow(m_on);
    addNote(form, "serverNote",
            m_canConnect
                ? tr("On, the text of your books, your questions and the answers go to the server "
                     "at this address, and whoever runs it can read them. Off, nothing is sent.")
                : tr("This build of Longhand has no network code; it cannot use a server."));
    m_address = addLine(form, tr("&Address:"), "serverAddress",
                        QStringLiteral("http://127.0.0.1:8000"),
                        [](ServerView& server) -> QString& { return server.address; });
    m_open = addNote(form, "serverOpen",
                     tr("This address is not encrypted: whoever is on the way can read along."));
    m_model = addLine(form, tr("&Model:"), "serverModel", tr("the first that the server has"),
                      [](ServerView& server) -> QString& { return server.model; });
    m_key = addLine(form, tr("&Variable with the key:"), "serverKey", tr("none"),
                    [](ServerView& server) -> QString& { return server.keyVariable; });
    m_key->setToolTip(tr("The name of an environment variable that holds the key. The key itself "
                         "is never stored."));
    m_parallel = new QSpinBox(this);
    m_parallel->setObjectName(QStringLiteral("serverParallel"));
    m_parallel->setRange(1, 64);
    form->addRow(tr("&Requests at a time:"), m_parallel);
    m_test = new QPushButton(tr("&Test the connection"), this);
    m_test->setObjectName(QStringLiteral("testServer"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addStretch(1);
    form->addRow(row);
    m_result = addNote(form, "serverResult", {});
    addNote(form, "serverLimits",
            tr("For vLLM, SGLang, llama.cpp's server and others that speak the same protocol. A "
               "model on a server does not study the book, and the form of its answers is checked, "
               "not enforced."));
    for (QWidget* field : std::initializer_list<QWidget*>{m_on, m_address, m_model, m_key, m_parallel})
        field->setEnabled(m_canConnect);
    connect(m_on, &QCheckBox::toggled, this,
            [this](bool on) { set([on](ServerView& server) { server.on = on; }); });
    connect(m_parallel, &QSpinBox::valueChanged, this,
            [this](int count) { set([count](ServerView& server) { server.parallel = count; }); });
    connect(m_test, &QPushButton::clicked, this, &ServerPage::test);
    connect(&m_preferences, &Preferences::settingsChanged, this, &ServerPage::show);
    connect(&m_preferences, &Preferences::serverTested, this, &ServerPage::showResult);
    show(m_preferences.settings());
}

QLineEdit* ServerPage::addLine(QFormLayout* form, const QString& label, const char* name,
                               const QString& placeholder,
                               const std::function<QString&(ServerView&)>& field)
{
    auto* line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    line->setPlaceholderText(placeholder);
    form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, [this, line, field] {
        set([&](ServerView& server) { field(server) = line->text().trimmed(); });
    });
    return line;
}

QLabel* ServerPage::addNote(QFormLayout* form, const char* name, const QString& text)
{
    auto* label = new QLabel(text, this);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    form->addRow(label);
    return label;
}

void ServerPage::set(const std::function<void(ServerView&)>& field)
{
    if (m_showing)
        return;
    SettingsView settings = m_preferences.settings();
    field(settings.server);
    m_result->clear(); // it was about another server
    m_preferences.change(settings);
}

void ServerPage::show(const SettingsView& settings)
{
    m_showing = true;
    const auto fill = [](QLineEdit* line, const QString& text) {
        if (line->text().trimmed() != text)
            line->setText(text);
    };
    m_on->setChecked(settings.server.on);
    fill(m_address, settings.server.address);
    fill(m_model, settings.server.model);
    fill(m_key, settings.server.keyVariable);
    m_parallel->setValue(settings.server.parallel);
    m_open->setVisible(isOpen(settings.server.address));
    m_test->setEnabled(m_canConnect && !settings.server.address.isEmpty());
    if (settings.server.on && settings.server.address.isEmpty())
        m_result->setText(tr("Enter the address of a server; until then this computer does the "
                             "work."));
    m_result->setVisible(!m_result->text().isEmpty());
    m_showing = false;
}

void ServerPage::test()
{
    m_test->setEnabled(false);
    m_result->setText(tr("Asking the server…"));
    m_result->show();
    m_preferences.testServer(m_preferences.settings().server);
}

void ServerPage::showResult(const ServerTestView& result)
{
    m_test->setEnabled(m_canConnect && !m_preferences.settings().server.address.isEmpty());
    if (!result.model.isEmpty())
        //: %1 is a model's name, %2 a number.
        m_result->setText(tr("The server answers. Its model is %1 and reads %2 tokens at once.")
                              .arg(result.model, QLocale().toString(result.contextTokens)));
    else
        m_result->setText(result.failure.sentence + QLatin1Char('\n') + result.failure.detail);
    m_result->show();
}

} // namespace longhand::ui
