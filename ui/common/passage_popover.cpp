// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/passage_popover.h"

#include "ui/bridge/text.h"
#include "ui/common/colours.h"
#include "ui/common/format.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace longhand::ui {
namespace {

constexpr int kWidest = 440;
constexpr qsizetype kAround = 160; // characters of the paragraph on either side
constexpr qsizetype kLongest = 700; // of the quotation

struct Passage {
    QString before, quote, after;
};

// The quotation where it stands; alone where its place is not known.
Passage passageOf(const SourceView& source, const DocumentPtr& document)
{
    Passage passage;
    passage.quote = source.quote.simplified();
    if (document && source.chapter >= 0 && source.chapter < document->chapters.size()) {
        const auto& paragraphs = document->chapters.at(source.chapter).paragraphs;
        if (source.paragraph >= 0 && source.paragraph < paragraphs.size()) {
            const QString& text = paragraphs.at(source.paragraph).text;
            const qsizetype begin = utf16Offset(text, source.beginByte);
            const qsizetype end = utf16Offset(text, source.endByte);
            if (end > begin) {
                passage.quote = text.mid(begin, end - begin).simplified();
                passage.before = text.left(begin);
                passage.after = text.mid(end);
            }
        }
    }
    if (passage.before.size() > kAround)
        passage.before = QChar(0x2026) + passage.before.right(kAround);
    if (passage.after.size() > kAround)
        passage.after = passage.after.left(kAround) + QChar(0x2026);
    if (passage.quote.size() > kLongest)
        passage.quote = passage.quote.left(kLongest) + QChar(0x2026);
    return passage;
}

} // namespace

PassagePopover::PassagePopover(QWidget* window)
    : QFrame(window), m_place(new QLabel(this)), m_passage(new QLabel(this))
{
    setObjectName(QStringLiteral("passagePopover"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_place->setTextFormat(Qt::PlainText);
    QFont font = m_place->font();
    font.setWeight(QFont::DemiBold);
    m_place->setFont(font);
    m_place->setWordWrap(true);
    m_passage->setTextFormat(Qt::RichText);
    m_passage->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(6);
    layout->addWidget(m_place);
    layout->addWidget(m_passage);
    hide();
}

QString PassagePopover::text() const
{
    return m_plain;
}

void PassagePopover::show(const SourceView& source, const DocumentPtr& document, const QRect& chip)
{
    const Passage passage = passageOf(source, document);
    QString chapter;
    if (document && source.chapter >= 0 && source.chapter < document->chapters.size())
        chapter = chapterName(source.chapter, document->chapters.at(source.chapter).title);
    const QString page = source.page > 0 || !source.pageLabel.isEmpty() || chapter.isEmpty()
                             ? pageName(source)
                             : QString();
    m_place->setText(chapter.isEmpty() || page.isEmpty() ? chapter + page
                                                         : chapter + QStringLiteral(" · ") + page);
    const QString dim = dimText(palette()).name();
    const QString quote = passage.quote.toHtmlEscaped();
    const auto around = [&dim](const QString& text) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(dim, text.toHtmlEscaped());
    };
    m_passage->setText(around(passage.before) + QStringLiteral("<b style=\"font-weight:600\">") +
                       quote + QStringLiteral("</b>") + around(passage.after));
    m_plain = m_place->text() + QStringLiteral(": ") + passage.quote;
    setAccessibleName(m_plain);

    const QRect area = parentWidget()->rect().adjusted(8, 8, -8, -8);
    const int width = std::min(kWidest, area.width());
    setFixedWidth(width);
    const int height = std::min(layout()->heightForWidth(width), area.height());
    const bool below = chip.bottom() + 6 + height <= area.bottom() || chip.top() < height;
    const int x = std::clamp(chip.left() - 12, area.left(), area.right() - width + 1);
    const int y = below ? chip.bottom() + 6 : chip.top() - 6 - height;
    setGeometry(x, std::clamp(y, area.top(), std::max(area.top(), area.bottom() - height + 1)),
                width, height);
    raise();
    QFrame::show();
}

void PassagePopover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(dimText(palette()), 1.0));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace longhand::ui
