// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/summary_options.h"

#include "ui/common/format.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::SummaryOptions)
};

QComboBox* box(QWidget* parent, const QString& name)
{
    auto* made = new QComboBox(parent);
    made->setAccessibleName(name);
    made->setMinimumContentsLength(5);
    made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return made;
}

} // namespace

QString lengthName(SummaryLength length)
{
    switch (length) {
    case SummaryLength::brief:
        return Words::tr("Brief");
    case SummaryLength::medium:
        return Words::tr("Medium");
    case SummaryLength::extended:
        return Words::tr("Extended");
    }
    return {};
}

QString audienceName(Audience audience)
{
    switch (audience) {
    case Audience::general:
        //: Whom a summary is written for.
        return Words::tr("Everyone");
    case Audience::expert:
        //: Whom a summary is written for.
        return Words::tr("Experts");
    case Audience::young:
        //: Whom a summary is written for.
        return Words::tr("Young readers");
    }
    return {};
}

QString optionsLine(const SummaryView& summary)
{
    if (!summary.optionsKnown)
        return {};
    QStringList parts{lengthName(summary.length)};
    if (summary.audience != Audience::general)
        parts << audienceName(summary.audience);
    if (!summary.language.isEmpty())
        parts << languageName(summary.language);
    if (!summary.focus.isEmpty())
        //: %1 is what a person said to be interested in.
        parts << Words::tr("interest: %1").arg(summary.focus);
    if (!summary.model.isEmpty())
        parts << summary.model;
    return parts.join(QStringLiteral(" · "));
}

SummaryOptions::SummaryOptions(QWidget* parent)
    : QWidget(parent), m_length(box(this, tr("Length"))), m_audience(box(this, tr("Written for"))),
      m_language(box(this, tr("Language of the summary"))), m_focus(new QLineEdit(this))
{
    m_length->setObjectName(QStringLiteral("summaryLength"));
    m_audience->setObjectName(QStringLiteral("summaryAudience"));
    m_language->setObjectName(QStringLiteral("summaryLanguage"));
    m_focus->setObjectName(QStringLiteral("summaryFocus"));
    for (const SummaryLength length :
         {SummaryLength::brief, SummaryLength::medium, SummaryLength::extended})
        m_length->addItem(lengthName(length), static_cast<int>(length));
    m_length->setCurrentIndex(1);
    for (const Audience audience : {Audience::general, Audience::expert, Audience::young})
        m_audience->addItem(audienceName(audience), static_cast<int>(audience));
    m_language->addItem(tr("Book's language"), QString());
    for (const QString& language : offeredLanguages())
        m_language->addItem(languageName(language), language);
    m_focus->setPlaceholderText(tr("What interests you? (optional)"));
    m_focus->setAccessibleName(tr("What interests you"));
    m_focus->setMaxLength(500);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(10, 2, 10, 8);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(6);
    int row = 0;
    const auto add = [&](const QString& name, QWidget* field) {
        auto* label = new QLabel(name, this);
        label->setBuddy(field);
        layout->addWidget(label, row, 0);
        layout->addWidget(field, row++, 1);
    };
    add(tr("Len&gth:"), m_length);
    add(tr("&Written for:"), m_audience);
    add(tr("La&nguage:"), m_language);
    layout->addWidget(m_focus, row, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    setTabOrder(m_length, m_audience);
    setTabOrder(m_audience, m_language);
    setTabOrder(m_language, m_focus);
    connect(m_language, &QComboBox::activated, this, &SummaryOptions::languageChosen);
    connect(m_focus, &QLineEdit::returnPressed, this, &SummaryOptions::accepted);
}

SummaryRequest SummaryOptions::request() const
{
    SummaryRequest request;
    request.length = static_cast<SummaryLength>(m_length->currentData().toInt());
    request.audience = static_cast<Audience>(m_audience->currentData().toInt());
    request.focus = m_focus->text().simplified();
    request.language = language();
    return request;
}

void SummaryOptions::setLanguage(const QString& language)
{
    const int index = m_language->findData(language);
    if (index < 0 || index == m_language->currentIndex())
        return;
    m_language->setCurrentIndex(index);
    emit languageChosen();
}

QString SummaryOptions::language() const
{
    return m_language->currentData().toString();
}

void SummaryOptions::clearFocusWish()
{
    m_focus->clear();
}

} // namespace longhand::ui
