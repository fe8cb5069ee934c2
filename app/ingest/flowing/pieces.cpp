// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/pieces.h"

#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::ingest::flowing {

using document::Chapter;
using document::ChapterSource;
using document::Paragraph;
using document::ParagraphKind;

namespace {

constexpr std::size_t kPieceWords = 3000;
constexpr std::size_t kWholeWords = 4500; // up to here one chapter

std::string name_of(const Chapter& chapter, std::size_t number)
{
    for (const Paragraph& paragraph : chapter.paragraphs) {
        if (paragraph.kind != ParagraphKind::separator && !paragraph.text.empty())
            return "Part " + std::to_string(number) + ": " + first_words(paragraph.text);
    }
    return "Part " + std::to_string(number);
}

} // namespace

void cut_into_pieces(std::vector<Paragraph> paragraphs, const std::string& title,
                     document::Document& document)
{
    std::size_t total = 0;
    for (const Paragraph& paragraph : paragraphs)
        total += utf8::count_words(paragraph.text);
    if (total <= kWholeWords) {
        document.chapter_source = ChapterSource::whole;
        Chapter whole;
        whole.title = title;
        whole.paragraphs = std::move(paragraphs);
        if (!whole.paragraphs.empty())
            document.chapters.push_back(std::move(whole));
        return;
    }
    document.chapter_source = ChapterSource::pieces;
    const std::size_t pieces = std::max<std::size_t>(2, (total + kPieceWords / 2) / kPieceWords);
    Chapter piece;
    std::size_t words = 0;
    for (Paragraph& paragraph : paragraphs) {
        words += utf8::count_words(paragraph.text);
        piece.paragraphs.push_back(std::move(paragraph));
        if (words * pieces >= total * (document.chapters.size() + 1)) {
            piece.title = name_of(piece, document.chapters.size() + 1);
            document.chapters.push_back(std::move(piece));
            piece = Chapter{};
        }
    }
    if (!piece.paragraphs.empty()) {
        piece.title = name_of(piece, document.chapters.size() + 1);
        document.chapters.push_back(std::move(piece));
    }
}

} // namespace longhand::ingest::flowing
