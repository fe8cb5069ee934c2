// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_document.h"

#include "app/ingest/flowing/pieces.h"
#include "app/ingest/flowing/titles.h"
#include "app/ingest/pdf_chapters.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace longhand::ingest {
namespace {

using document::ChapterRole;
using document::Document;
using document::PageState;

// The size in which most letters are set.
float body_size_of(const std::vector<pdf::PageWords>& pages)
{
    std::map<int, std::size_t> sizes;
    for (const pdf::PageWords& page : pages)
        for (const pdf::Word& word : page.words)
            if (!word.removed)
                sizes[static_cast<int>(std::lround(word.size * 4))] += word.end - word.begin;
    const auto most = std::ranges::max_element(sizes, {}, [](const auto& entry) { return entry.second; });
    return most == sizes.end() ? 10.0F : static_cast<float>(most->first) / 4;
}

pdf::Dictionary dictionary_of(const std::vector<pdf::PageWords>& pages)
{
    pdf::Dictionary dictionary;
    for (const pdf::PageWords& page : pages) {
        std::u32string line;
        std::uint32_t number = UINT32_MAX;
        for (const pdf::Word& word : page.words) {
            if (word.raw_line != number && !line.empty()) {
                dictionary.add(line);
                line.clear();
            }
            number = word.raw_line;
            if (!line.empty())
                line.push_back(U' ');
            line.append(page.raw->text, word.begin, word.end - word.begin);
        }
        dictionary.add(line);
    }
    return dictionary;
}

// What writing programs leave in the title field.
bool is_useful_title(std::string_view title)
{
    title = utf8::trim(title);
    if (title.size() < 3 || title.find("://") != std::string_view::npos)
        return false;
    for (const std::string_view junk : {"untitled", "Untitled", "Microsoft Word", "Microsoft PowerPoint",
                                        "Slide 1", "PowerPoint Presentation", "Document1"})
        if (title.starts_with(junk))
            return false;
    for (const std::string_view suffix : {".doc", ".docx", ".tex", ".dvi", ".indd", ".pdf", ".qxd", ".ps",
                                          ".rtf", ".odt", ".ppt", ".pptx", ".fm", ".p65"})
        if (title.ends_with(suffix))
            return false;
    return true;
}

std::string title_on_first_page(const std::vector<pdf::Block>& blocks)
{
    const pdf::Block* best = nullptr;
    for (const pdf::Block& block : blocks) {
        const bool heads_a_part = block.paragraph.kind == document::ParagraphKind::heading &&
                                  flowing::role_of_title(block.paragraph.text).has_value();
        if (block.page > 2 || heads_a_part)
            break;
        if (block.paragraph.kind == document::ParagraphKind::heading &&
            (best == nullptr || block.size > best->size + 0.5F))
            best = &block;
    }
    return best == nullptr ? std::string() : flowing::single_spaced(best->paragraph.text);
}

// By running text; lists and names, which any language borrows, only where there is nothing else.
std::string language_of(const std::vector<pdf::Block>& blocks)
{
    constexpr std::size_t kEnough = 20'000;  // bytes
    std::string sentences;
    std::string all;
    for (const pdf::Block& block : blocks) {
        const document::Paragraph& paragraph = block.paragraph;
        if (all.size() < kEnough)
            all += paragraph.text + "\n";
        if (paragraph.kind == document::ParagraphKind::body && block.lines > 1 && sentences.size() < kEnough)
            sentences += paragraph.text + "\n";
    }
    const std::string language = document::detect_language(sentences);
    return language.empty() ? document::detect_language(all) : language;
}

void take_pages(RawDocument& raw, std::vector<std::vector<std::string>>& removed, Document& document)
{
    for (std::size_t i = 0; i < raw.pages.size(); ++i) {
        RawPage& from = raw.pages[i];
        document::Page page;
        page.number = from.number;
        page.label = std::move(from.label);
        page.state = from.state;
        page.reason = std::move(from.reason);
        page.width = from.width;
        page.height = from.height;
        page.glyphs = std::move(from.boxes);
        page.removed = std::move(removed[i]);
        document.pages.push_back(std::move(page));
    }
}

// One sentence for a file in which there is nothing to read.
std::string why_no_text(const Document& document)
{
    const auto all = [&](PageState state) {
        return std::ranges::all_of(document.pages, [&](const document::Page& page) {
            return page.state == state || page.state == PageState::empty;
        });
    };
    if (all(PageState::empty))
        return "There is no text in this file: every page is blank.";
    if (all(PageState::scan))
        return "There is no text in this file, only pictures of pages. Run text recognition (OCR) on "
               "the file and import the result.";
    if (all(PageState::failed))
        return "No page of this file could be read. Get a fresh copy of the file and try again.";
    return "No text could be read from this file. Run text recognition (OCR) on the file and import "
           "the result.";
}

void add_page_problems(Document& document)
{
    if (document.words() == 0 && !document.pages.empty()) {
        std::vector<std::uint32_t> pages;
        for (const document::Page& page : document.pages)
            pages.push_back(page.number);
        document.problems.push_back({"no_text", why_no_text(document), pages});
        return;
    }
    const auto pages_in = [&](PageState state) {
        std::vector<std::uint32_t> pages;
        for (const document::Page& page : document.pages)
            if (page.state == state)
                pages.push_back(page.number);
        return pages;
    };
    const auto say = [&](PageState state, const char* kind, const char* one, const char* many) {
        const auto pages = pages_in(state);
        if (pages.empty())
            return;
        const std::string message = pages.size() == 1 ? "One page " + std::string(one)
                                                      : std::to_string(pages.size()) + " pages " + many;
        document.problems.push_back({kind, message, pages});
    };
    say(PageState::scan, "scan_pages",
        "is a picture without text. Run text recognition (OCR) on the file and import the result.",
        "are pictures without text. Run text recognition (OCR) on the file and import the result.");
    say(PageState::unreadable, "unreadable_pages",
        "uses a font that does not say which letters it shows. Text recognition (OCR) can read it.",
        "use a font that does not say which letters it shows. Text recognition (OCR) can read them.");
    say(PageState::failed, "failed_pages", "could not be read; the rest is there.",
        "could not be read; the rest is there.");
}

// Notes to the chapter in which their page's text stands.
void place_notes(std::vector<pdf::PageBlocks>& pages, const RawDocument& raw, Document& document)
{
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::int32_t chapter = -1;
        for (std::size_t c = 0; c < document.chapters.size(); ++c)
            for (const document::Paragraph& paragraph : document.chapters[c].paragraphs)
                if (paragraph.first_page() != 0 && paragraph.first_page() <= raw.pages[i].number)
                    chapter = static_cast<std::int32_t>(c);
        for (document::Note& note : pages[i].notes) {
            note.chapter = chapter;
            document.notes.push_back(std::move(note));
        }
    }
}

void divide(std::vector<pdf::Block> blocks, const pdf::Borders& found, Document& document)
{
    document.chapter_source = found.source;
    std::size_t next = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool opens = next < found.borders.size() && found.borders[next].block == i;
        if (opens) {
            document::Chapter chapter;
            chapter.title = found.borders[next].title;
            chapter.level = found.borders[next].level;
            if (blocks[i].paragraph.kind == document::ParagraphKind::body && blocks[i].lines <= 3 &&
                flowing::single_spaced(blocks[i].paragraph.text) == chapter.title)
                blocks[i].paragraph.kind = document::ParagraphKind::heading;
            chapter.role = flowing::role_of_title(chapter.title).value_or(ChapterRole::body);
            document.chapters.push_back(std::move(chapter));
            ++next;
        } else if (document.chapters.empty()) {
            document::Chapter front;
            front.title = document.title;
            front.role = ChapterRole::front;
            document.chapters.push_back(std::move(front));
        }
        document.chapters.back().paragraphs.push_back(std::move(blocks[i].paragraph));
    }
}

}  // namespace

Document compose_pdf(RawDocument raw, const std::string& file_name)
{
    Document document;
    document.format = document::Format::pdf;
    std::vector<pdf::PageWords> pages;
    pages.reserve(raw.pages.size());
    for (const RawPage& page : raw.pages)
        pages.push_back(pdf::words_of(page));
    auto removed = pdf::remove_furniture(pages);
    const pdf::Dictionary dictionary = dictionary_of(pages);
    const float body_size = body_size_of(pages);
    std::vector<pdf::PageBlocks> page_blocks;
    for (const pdf::PageWords& page : pages) {
        pdf::PageBlocks blocks = pdf::blocks_of(page, body_size, dictionary);
        const auto offset = static_cast<std::int32_t>(document.tables.size());
        for (auto& region : blocks.regions)
            for (pdf::Block& block : region)
                if (block.paragraph.table >= 0)
                    block.paragraph.table += offset;
        std::ranges::move(blocks.tables, std::back_inserter(document.tables));
        page_blocks.push_back(std::move(blocks));
    }
    std::vector<pdf::Block> blocks = pdf::join_regions(page_blocks, dictionary);

    document.title = is_useful_title(raw.title) ? flowing::single_spaced(raw.title) : title_on_first_page(blocks);
    if (document.title.empty())
        document.title = flowing::book_of_file_name(file_name).title;
    if (!utf8::trim(raw.author).empty())
        document.authors.push_back(flowing::single_spaced(raw.author));
    document.language = language_of(blocks);

    const pdf::Borders found = pdf::find_borders(blocks, raw);
    if (found.borders.empty()) {
        std::vector<document::Paragraph> paragraphs;
        for (pdf::Block& block : blocks)
            paragraphs.push_back(std::move(block.paragraph));
        flowing::cut_into_pieces(std::move(paragraphs), document.title, document);
    } else {
        divide(std::move(blocks), found, document);
    }
    place_notes(page_blocks, raw, document);
    document.problems = std::move(raw.problems);
    take_pages(raw, removed, document);
    add_page_problems(document);
    return document;
}

}  // namespace longhand::ingest
