// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

struct ImportOptions {
    std::vector<std::string> files;
    std::string password, encoding;
};

Json to_json(const library::Book& book)
{
    Json problems = Json::array();
    for (const document::Problem& problem : book.problems)
        problems.push_back(
            {{"kind", problem.kind}, {"message", problem.message}, {"pages", problem.pages}});
    return {{"book", book.id},
            {"title", book.title},
            {"authors", book.authors},
            {"language", book.language},
            {"format", document::to_string(book.format)},
            {"words", book.words},
            {"pages", book.pages},
            {"chapters", book.chapters},
            {"file", book.file_name},
            {"sha256", book.content_hash},
            {"disk_bytes", book.disk_bytes},
            {"problems", std::move(problems)}};
}

std::string one_line(const library::Book& book)
{
    std::string line = std::to_string(book.id) + "\t" + book.title;
    if (!book.authors.empty())
        line += " (" + book.authors.front() + ")";
    line += "\t" + std::string(document::to_string(book.format)) + "\t" +
            std::to_string(book.words) + " words, " + std::to_string(book.chapters) + " chapters";
    if (book.pages != 0)
        line += ", " + std::to_string(book.pages) + " pages";
    return line;
}

// One bad file never stops the batch.
Result<int> import_files(Session& session, const ImportOptions& options)
{
    Output& output = session.output();
    int status = kDone;
    for (const std::string& file : options.files) {
        const auto added = session.import(file, options.password, options.encoding);
        if (!added.ok()) {
            status = output.fail(added.error());
            if (status == kInterrupted)
                return status;
            status = kFailed;
            continue;
        }
        TRY(library::Library * library, session.library());
        TRY(const library::Book book, library->book(added->book));
        Json json = to_json(book);
        json["already_there"] = added->already_there;
        output.event("imported", json);
        output.line(one_line(book) + (added->already_there ? "\talready in the library" : ""));
        for (const document::Problem& problem : book.problems)
            output.note("  " + problem.message);
    }
    return status;
}

Result<int> list_books(Session& session)
{
    TRY(library::Library * library, session.library());
    TRY(const auto books, library->books());
    for (const library::Book& book : books) {
        session.output().event("book", to_json(book));
        session.output().line(one_line(book));
    }
    if (books.empty())
        session.output().note("The library is empty. `longhand import FILE` puts a book into it.");
    return kDone;
}

std::string megabytes(std::uint64_t bytes)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
    return text;
}

void show_chapters(Output& output, const document::Document& document)
{
    for (std::size_t i = 0; i < document.chapters.size(); ++i) {
        const document::Chapter& chapter = document.chapters[i];
        Json json = {{"chapter", i + 1},
                     {"title", chapter.title},
                     {"level", chapter.level},
                     {"role", document::to_string(chapter.role)},
                     {"words", chapter.words()}};
        json["page"] = chapter.first_page() == 0 ? Json(nullptr) : Json(chapter.first_page());
        output.event("chapter", json);
        output.line(std::string(static_cast<std::size_t>(2 * chapter.level), ' ') +
                    std::to_string(i + 1) + ". " + chapter.title + "  (" +
                    std::to_string(chapter.words()) + " words)");
    }
}

Result<int> show_book(Session& session, const std::string& name)
{
    TRY(const library::Book book, session.book(name));
    TRY(library::Library * library, session.library());
    TRY(const auto document, library->document(book.id));
    Output& output = session.output();
    output.event("book", to_json(book));
    output.line(one_line(book));
    output.line("chapters from: " + std::string(document::to_string(document->chapter_source)));
    show_chapters(output, *document);
    TRY(const library::DiskUse use, library->disk_use(book.id));
    output.event("disk_use", {{"source", use.source},
                              {"text", use.text},
                              {"pages", use.pages},
                              {"results", use.results},
                              {"history", use.history},
                              {"readings", use.readings}});
    if (use.readings > 0)
        output.line("kept of what a model has read: " + megabytes(use.readings) +
                    " (`longhand remove --readings` frees it)");
    for (const document::Problem& problem : book.problems)
        output.note(problem.message);
    TRY(const auto translations, library->translations(book.id));
    for (const auto& [key, state] : translations) {
        output.event("translation", {{"from", key.from},
                                     {"to", key.to},
                                     {"segments", state.segments},
                                     {"done", state.done},
                                     {"warned", state.warned},
                                     {"failed", state.failed},
                                     {"skipped", state.skipped}});
        output.line("translation to " + key.to + ": " +
                    std::to_string(state.done + state.warned) + " of " +
                    std::to_string(state.segments) + " segments, " + std::to_string(state.failed) +
                    " failed");
    }
    return kDone;
}

struct SearchArguments {
    std::vector<std::string> words;
    std::string book;
    std::uint32_t limit = 20;
};

Result<int> search_books(Session& session, const SearchArguments& arguments)
{
    TRY(library::Library * library, session.library());
    library::SearchOptions options{.limit = arguments.limit};
    if (!arguments.book.empty()) {
        TRY(const library::Book book, session.book(arguments.book));
        options.book = book.id;
    }
    std::string words;
    for (const std::string& word : arguments.words)
        words += (words.empty() ? "" : " ") + word;
    TRY(const auto hits, library->search(words, options));
    for (const library::Hit& hit : hits) {
        TRY(const library::Book book, library->book(hit.book));
        session.output().event("hit", {{"book", hit.book},
                                       {"title", book.title},
                                       {"chapter", hit.range.chapter + 1},
                                       {"paragraph", hit.range.paragraph + 1},
                                       {"snippet", hit.snippet},
                                       {"score", hit.score}});
        session.output().line(std::to_string(hit.book) + "\t" + book.title + "\tch. " +
                              std::to_string(hit.range.chapter + 1) + ", para. " +
                              std::to_string(hit.range.paragraph + 1) + "\t" + hit.snippet);
    }
    if (hits.empty())
        session.output().note("Nothing found.");
    return kDone;
}

Result<int> free_readings(Session& session, const std::string& name)
{
    TRY(library::Library * library, session.library());
    TRY(const library::Book book, library->find(name));
    TRY(const std::uint64_t bytes, library->free_readings(book.id));
    session.output().event("freed", {{"book", book.id}, {"bytes", bytes}});
    session.output().note("Freed " + megabytes(bytes) + " of " + book.title +
                          ": the next question reads it again.");
    return kDone;
}

Result<int> remove_book(Session& session, const std::string& name)
{
    TRY(library::Library * library, session.library());
    TRY(const library::Book book, library->find(name));
    TRY(library->remove(book.id));
    session.output().event("removed", {{"book", book.id}});
    session.output().note("Removed " + book.title + " and everything made from it.");
    return kDone;
}

}  // namespace

void add_library_commands(CLI::App& app, const Chosen& chosen)
{
    auto* import = app.add_subcommand("import", "Put files into the library");
    auto imports = std::make_shared<ImportOptions>();
    import->add_option("files", imports->files, "PDF, EPUB, TXT, Markdown or HTML")->required();
    import->add_option("--password", imports->password, "Of an encrypted PDF");
    import->add_option("--encoding", imports->encoding, "Of a text file, instead of the detected");
    import->callback([imports, chosen] {
        chosen([imports](Session& session) { return import_files(session, *imports); });
    });

    app.add_subcommand("list", "Books of the library, newest first")->callback([chosen] {
        chosen(list_books);
    });

    auto name = std::make_shared<std::string>();
    auto* show = app.add_subcommand("show", "One book: facts, chapters, translations");
    show->add_option("book", *name, "Id, part of a title, or a file")->required();
    show->callback([name, chosen] {
        chosen([name](Session& session) { return show_book(session, *name); });
    });

    auto arguments = std::make_shared<SearchArguments>();
    auto* search = app.add_subcommand("search", "Find words in all books");
    search->add_option("words", arguments->words, "All must occur in a paragraph")->required();
    search->add_option("--book", arguments->book, "Only in this book");
    search->add_option("--limit", arguments->limit, "At most so many hits")
        ->check(CLI::Range(1, 10000));
    search->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return search_books(session, *arguments); });
    });

    auto* remove = app.add_subcommand("remove", "Take a book and all results out of the library");
    remove->add_option("book", *name, "Id or part of a title")->required();
    auto readings = std::make_shared<bool>(false);
    remove->add_flag("--readings", *readings,
                     "Only what a model has read of it, kept on the disk to answer sooner");
    remove->callback([name, readings, chosen] {
        chosen([name, readings](Session& session) {
            return *readings ? free_readings(session, *name) : remove_book(session, *name);
        });
    });
}

}  // namespace longhand::cli
