// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/cover.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/library/library_model.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <array>

namespace longhand::ui {
namespace {

// Every cloth carries white letters at 4.5:1 or better.
constexpr std::array<QRgb, 8> kCloths = {0xff3b5566, 0xff5b4a66, 0xff66483f, 0xff3d5c4b,
                                         0xff6b4a55, 0xff4a5075, 0xff5a5a3c, 0xff2f5d66};

QColor cloth(const Card& card)
{
    // FNV-1a over the words on the cover: the same in every run and on every machine.
    quint32 hash = 2166136261U;
    const QByteArray words = (card.title() + card.book.authors.join(QChar())).toUtf8();
    for (const char sign : words)
        hash = (hash ^ static_cast<unsigned char>(sign)) * 16777619U;
    return QColor::fromRgb(kCloths[hash % kCloths.size()]);
}

// Lines of `text` centred in `rect`, at most `most`, the last one elided. Returns the height.
int paintLines(QPainter& painter, const QRect& rect, const QString& text, int most)
{
    const QFontMetrics metrics(painter.font());
    QTextLayout layout(text, painter.font());
    int top = rect.top();
    int rows = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && rows < most;
         line = layout.createLine(), ++rows) {
        line.setLineWidth(rect.width());
        const bool last = rows == most - 1;
        const QString words = last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight,
                                                        rect.width())
                                   : text.mid(line.textStart(), line.textLength()).trimmed();
        painter.drawText(QRect(rect.left(), top, rect.width(), metrics.height()),
                         Qt::AlignHCenter | Qt::TextSingleLine, words);
        top += metrics.height();
    }
    layout.endLayout();
    return top - rect.top();
}

// `largest`, or less where the longest word would not fit into a line.
int sizeFor(const QString& text, QFont font, int width, int largest)
{
    constexpr int kSmallest = 9;
    for (int size = largest; size > kSmallest; --size) {
        font.setPixelSize(size);
        const QFontMetrics metrics(font);
        const QStringList words = text.split(QLatin1Char(' '));
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString& word) {
            // Han and kana break anywhere.
            return word.isEmpty() || word.front().unicode() >= 0x2E80 ||
                   metrics.horizontalAdvance(word) <= width;
        });
        if (fits)
            return size;
    }
    return kSmallest;
}

void paintBlank(QPainter& painter, const QRect& rect, const Card& card, const QPalette& palette)
{
    painter.setPen(QPen(hairline(palette), 1, Qt::DashLine));
    painter.setBrush(cardFill(palette));
    painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 4, 4);
    if (!card.failure.isEmpty()) {
        painter.setPen(warningText(palette));
        QFont font = painter.font();
        font.setPointSizeF(font.pointSizeF() * 2.2);
        painter.setFont(font);
        painter.drawText(rect, Qt::AlignCenter, QStringLiteral("!"));
        return;
    }
    const QRect bar(rect.left() + 16, rect.center().y() - 2, rect.width() - 32, 4);
    painter.fillRect(bar, hairline(palette));
    QRect done = bar;
    done.setWidth(bar.width() * std::max(percent(card.progress.done, card.progress.total), 3) / 100);
    painter.fillRect(done, linkText(palette));
}

} // namespace

void paintCover(QPainter& painter, const QRect& rect, const Card& card, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!card.isBook()) {
        paintBlank(painter, rect, card, palette);
        painter.restore();
        return;
    }
    const QColor ground = cloth(card);
    QPainterPath shape;
    shape.addRoundedRect(rect, 4, 4);
    painter.fillPath(shape, ground);
    painter.fillRect(QRect(rect.left() + 7, rect.top(), 1, rect.height()), ground.darker(130));
    painter.setPen(QPen(QColor(255, 255, 255, 70), 1));
    const QRect frame = rect.adjusted(16, 12, -10, -13);
    painter.drawRect(frame);
    QFont serif = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    serif.setFamilies({QStringLiteral("Noto Serif"), QStringLiteral("DejaVu Serif"),
                       QStringLiteral("Noto Serif CJK SC"), QStringLiteral("serif")});
    serif.setWeight(QFont::DemiBold);
    const QRect words = frame.adjusted(6, frame.height() / 7, -6, -6);
    serif.setPixelSize(sizeFor(card.title(), serif, words.width(), std::max(11, rect.width() / 9)));
    painter.setFont(serif);
    painter.setPen(Qt::white);
    paintLines(painter, words, card.title(), 5);
    if (!card.book.authors.isEmpty()) {
        serif.setWeight(QFont::Normal);
        serif.setPixelSize(std::max(9, rect.width() / 12));
        painter.setFont(serif);
        painter.setPen(QColor(255, 255, 255, 225));
        const int height = QFontMetrics(serif).height();
        paintLines(painter, QRect(words.left(), frame.bottom() - height - 4, words.width(), height),
                   card.book.authors.front(), 1);
    }
    painter.restore();
}

} // namespace longhand::ui
