// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_assistant.h"

#include "ui/bridge/text.h"

namespace longhand::ui {

BookView sampleBook(BookId id, int chapters, bool pages)
{
    BookView book;
    book.id = id;
    book.title = QStringLiteral("The Lighthouse Ledger %1").arg(id);
    book.authors = {QStringLiteral("Ada Example")};
    book.language = QStringLiteral("en");
    book.format = pages ? Format::pdf : Format::epub;
    book.words = 1234L * chapters;
    book.pages = pages ? chapters : 0;
    book.chapters = chapters;
    book.fileName = QStringLiteral("ledger.pdf");
    return book;
}

BookContents sampleContents(const BookView& book)
{
    auto document = std::make_shared<DocumentView>();
    document->book = book.id;
    document->title = book.title;
    document->language = book.language;
    document->format = book.format;
    for (int i = 0; i < book.pages; ++i)
        document->pages.append({i + 1, {}, PageState::text, QSizeF(595, 842)});
    for (int i = 0; i < book.chapters; ++i) {
        ChapterView chapter;
        chapter.title = QStringLiteral("Watch %1").arg(i + 1);
        chapter.words = 1234;
        chapter.firstPage = book.pages > 0 ? i + 1 : 0;
        for (int p = 0; p < 3; ++p) {
            ParagraphView paragraph;
            paragraph.kind = p == 0 ? ParagraphKind::heading : ParagraphKind::body;
            paragraph.text = p == 0 ? chapter.title
                                    : QStringLiteral("Café keeper %1 wrote line %2 in the ledger.")
                                          .arg(i + 1)
                                          .arg(p);
            paragraph.page = chapter.firstPage;
            chapter.paragraphs.append(paragraph);
        }
        document->chapters.append(chapter);
    }
    BookContents contents;
    contents.document = document;
    return contents;
}

PageTextView samplePageText(const BookContents& contents, int page)
{
    PageTextView view;
    view.page = page;
    double y = 300.0;
    for (int c = 0; c < contents.document->chapters.size(); ++c) {
        const auto& paragraphs = contents.document->chapters.at(c).paragraphs;
        for (int p = 0; p < paragraphs.size(); ++p) {
            if (paragraphs.at(p).page != page)
                continue;
            const QString& text = paragraphs.at(p).text;
            for (qsizetype i = 0; i < text.size(); ++i) {
                view.glyphs.append({c, p, utf8Offset(text, i), utf8Offset(text, i + 1),
                                    QRectF(72.0 + 6.0 * static_cast<double>(i), y, 6.0, 12.0),
                                    view.text.size()});
                view.text += text.at(i);
            }
            view.text += QLatin1Char('\n');
            y += 18.0;
        }
    }
    return view;
}

SourceView sampleSource(const BookContents& contents, int chapter, int paragraph)
{
    const ParagraphView& view = contents.document->chapters.at(chapter).paragraphs.at(paragraph);
    SourceView source;
    source.chapter = chapter;
    source.paragraph = paragraph;
    source.endByte = utf8Offset(view.text, view.text.size());
    source.quote = view.text;
    source.page = view.page;
    return source;
}

} // namespace longhand::ui
