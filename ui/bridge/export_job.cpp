// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/export_job.h"

#include "app/export/export.h"
#include "ui/bridge/text.h"

#include <functional>

namespace longhand::ui {
namespace {

exporting::Layout layoutOf(ExportLayout layout)
{
    switch (layout) {
    case ExportLayout::target:
        return exporting::Layout::target;
    case ExportLayout::sourceTarget:
        return exporting::Layout::source_target;
    case ExportLayout::targetSource:
        return exporting::Layout::target_source;
    case ExportLayout::twoColumns:
        return exporting::Layout::two_columns;
    }
    return exporting::Layout::target;
}

Result<int> exportTranslation(library::Library& library, const document::Document& document,
                              const exporting::BookFacts& facts, BookId book,
                              const ExportRequest& request)
{
    exporting::TranslationExport translation;
    translation.book = facts;
    translation.from = toUtf8(request.from);
    translation.to = toUtf8(request.to);
    translation.layout = layoutOf(request.layout);
    translation.title = toUtf8(request.title);
    TRY(translation.segments, library.segments({book, translation.from, translation.to}));
    TRY(const exporting::ExportReport report,
        exporting::export_translation(document, translation, toPath(request.path)));
    return static_cast<int>(report.untranslated);
}

Result<std::vector<library::Answer>> answersOf(library::Library& library, BookId book,
                                               const ExportRequest& request)
{
    TRY(auto answers, library.answers(book));
    if (!request.answers.isEmpty())
        std::erase_if(answers, [&](const library::Answer& answer) {
            return !request.answers.contains(answer.id);
        });
    if (answers.empty())
        return Error{ErrorKind::not_found, "there is no answer to this book"};
    return answers;
}

Result<library::Summary> summaryOf(library::Library& library, BookId book,
                                   const std::string& bookLanguage, const ExportRequest& request)
{
    if (request.earlier != 0)
        return library.earlier_summary(book, request.earlier);
    TRY(auto summary, readSummary(library, book, bookLanguage, toUtf8(request.language)));
    if (!summary)
        return Error{ErrorKind::not_found, "there is no summary in this language yet"};
    return std::move(*summary);
}

} // namespace

Result<CopiedText> copyFromLibrary(library::Library& library, BookId book,
                                   const ExportRequest& request)
{
    using exporting::FileFormat;
    TRY(const library::Book stored, library.book(book));
    TRY(const auto document, library.document(book));
    const exporting::BookFacts facts{stored.title, stored.authors, stored.source,
                                     stored.content_hash};
    std::function<Result<std::string>(FileFormat)> as;
    if (request.kind == ExportKind::summary) {
        TRY(library::Summary summary, summaryOf(library, book, document->language, request));
        as = [document, facts, summary = std::move(summary)](FileFormat format) {
            return exporting::summary_as(format, *document, facts, summary);
        };
    } else {
        TRY(auto answers, answersOf(library, book, request));
        as = [document, facts, answers = std::move(answers)](FileFormat format) {
            return exporting::answers_as(format, *document, facts, answers);
        };
    }
    TRY(const std::string plain, as(FileFormat::text));
    TRY(const std::string markdown, as(FileFormat::markdown));
    TRY(const std::string html, as(FileFormat::html));
    return CopiedText{fromUtf8(plain), fromUtf8(markdown), fromUtf8(html)};
}

Result<std::optional<library::Summary>> readSummary(library::Library& library, BookId book,
                                                    const std::string& bookLanguage,
                                                    const std::string& language)
{
    const std::string own = bookLanguage.empty() ? "en" : bookLanguage;
    return library.summary(book, language.empty() ? own : language);
}

Result<int> exportFromLibrary(library::Library& library, BookId book, const ExportRequest& request)
{
    TRY(const library::Book stored, library.book(book));
    TRY(const auto document, library.document(book));
    const exporting::BookFacts facts{stored.title, stored.authors, stored.source,
                                     stored.content_hash};
    switch (request.kind) {
    case ExportKind::translation:
        return exportTranslation(library, *document, facts, book, request);
    case ExportKind::answers: {
        TRY(const auto answers, answersOf(library, book, request));
        TRY(exporting::export_answers(*document, facts, answers, toPath(request.path)));
        return 0;
    }
    case ExportKind::summary: {
        TRY(const library::Summary summary, summaryOf(library, book, document->language, request));
        TRY(exporting::export_summary(*document, facts, summary, toPath(request.path)));
        return 0;
    }
    }
    return Error{ErrorKind::invalid, "unknown kind of export"};
}

} // namespace longhand::ui
