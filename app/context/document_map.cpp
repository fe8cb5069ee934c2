// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/document_map.h"

#include "app/context/units.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace longhand::context {
namespace {

using document::ParagraphKind;
using Kind = MapQuestionKind;

bool running_text(const document::Paragraph& paragraph)
{
    return paragraph.kind != ParagraphKind::heading && paragraph.kind != ParagraphKind::separator &&
           paragraph.kind != ParagraphKind::table_row && !utf8::trim(paragraph.text).empty();
}

std::optional<document::TextRange> outermost_sentence(const document::Document& document, bool last)
{
    const auto count = document.chapters.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t c = last ? count - 1 - i : i;
        const document::Chapter& chapter = document.chapters[c];
        if (chapter.role != document::ChapterRole::body)
            continue;
        for (std::size_t k = 0; k < chapter.paragraphs.size(); ++k) {
            const std::size_t p = last ? chapter.paragraphs.size() - 1 - k : k;
            if (!running_text(chapter.paragraphs[p]))
                continue;
            const auto parts = sentence_ranges(
                document, {.chapter = static_cast<std::uint32_t>(c),
                           .paragraph = static_cast<std::uint32_t>(p),
                           .begin = 0,
                           .end = static_cast<std::uint32_t>(chapter.paragraphs[p].text.size())});
            if (!parts.empty())
                return last ? parts.back() : parts.front();
        }
    }
    return std::nullopt;
}

// Fixed words of the answers; {} is filled from left to right.
using Forms = std::array<std::string_view, 4>; // en, zh, de, fr
std::size_t column(std::string_view language)
{
    return language.starts_with("zh") ? 1 : language.starts_with("de") ? 2
                                       : language.starts_with("fr")   ? 3
                                                                      : 0;
}

std::string filled(std::string_view form, std::initializer_list<std::string> values)
{
    std::string out;
    const auto* value = values.begin();
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form.substr(i).starts_with("{}") && value != values.end()) {
            out += *value++;
            ++i;
        } else {
            out.push_back(form[i]);
        }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : std::string(between)) + part;
    return out;
}

class Answerer {
public:
    Answerer(const document::Document& document, std::string_view language)
        : document_(document), map_(map_of(document)), column_(column(language))
    {
    }

    MapAnswer answer(const MapQuestion& question) const
    {
        switch (question.kind) {
        case Kind::pages:
            if (map_.pages == 0)
                return missing({"The document's format has no pages.", "该文档的格式没有页。",
                                "Das Format des Dokuments kennt keine Seiten.",
                                "Le format du document n'a pas de pages."});
            return counted({"The document has {} pages.", "该文档共有{}页。",
                            "Das Dokument hat {} Seiten.", "Le document compte {} pages."},
                           map_.pages);
        case Kind::chapters:
            return counted({"The document has {} chapters.", "该文档共有{}章。",
                            "Das Dokument hat {} Kapitel.", "Le document compte {} chapitres."},
                           map_.chapters.size());
        case Kind::words:
            return counted({"The document has {} words.", "该文档共有{}字（词）。",
                            "Das Dokument hat {} Wörter.", "Le document compte {} mots."},
                           map_.words);
        case Kind::notes:
            return counted({"The document has {} notes.", "该文档共有{}条注释。",
                            "Das Dokument hat {} Anmerkungen.", "Le document compte {} notes."},
                           map_.notes);
        case Kind::images:
            return counted({"The document has {} images.", "该文档共有{}张图片。",
                            "Das Dokument hat {} Bilder.", "Le document compte {} images."},
                           map_.images);
        case Kind::tables:
            return counted({"The document has {} tables.", "该文档共有{}个表格。",
                            "Das Dokument hat {} Tabellen.", "Le document compte {} tableaux."},
                           map_.tables);
        case Kind::title:
            return named({"The title is “{}”.", "标题是《{}》。", "Der Titel lautet „{}“.",
                          "Le titre est « {} »."},
                         map_.title);
        case Kind::author:
            return named({"The author is {}.", "作者是{}。", "Autor: {}.", "L'auteur est {}."},
                         joined(map_.authors, ", "));
        case Kind::language:
            return named({"The language of the document is {}.", "该文档的语言是{}。",
                          "Die Sprache des Dokuments ist {}.", "La langue du document est {}."},
                         map_.language);
        case Kind::chapter_list: return chapter_list();
        case Kind::chapter_title:
        case Kind::chapter_words:
        case Kind::chapter_page: return chapter_fact(question);
        case Kind::first_sentence: return quoted(map_.first_sentence);
        case Kind::last_sentence: return quoted(map_.last_sentence);
        }
        return missing(kUnknown);
    }

private:
    static constexpr Forms kUnknown = {"The document does not say.", "文档中没有说明。",
                                       "Das Dokument sagt es nicht.", "Le document ne le dit pas."};

    MapAnswer counted(const Forms& forms, std::uint64_t number) const
    {
        return {.text = filled(forms[column_], {std::to_string(number)})};
    }
    MapAnswer named(const Forms& forms, const std::string& name) const
    {
        return name.empty() ? missing(kUnknown) : MapAnswer{.text = filled(forms[column_], {name})};
    }
    MapAnswer missing(const Forms& forms) const
    {
        return {.text = std::string(forms[column_]), .found = false};
    }
    MapAnswer quoted(const std::optional<document::TextRange>& range) const
    {
        if (!range)
            return missing(kUnknown);
        return {.text = std::string(document::text_of(document_, *range)), .ranges = {*range}};
    }

    MapAnswer chapter_list() const
    {
        MapAnswer out;
        for (std::size_t c = 0; c < map_.chapters.size(); ++c)
            out.text += (c == 0 ? "" : "\n") + std::to_string(c + 1) + ". " + map_.chapters[c].title;
        out.found = !map_.chapters.empty();
        return out;
    }

    // Books count "Chapter 5" without their prefaces: a chapter that says its number wins over its
    // place in the list.
    [[nodiscard]] std::optional<std::size_t> chapter_index(std::int64_t number) const
    {
        const std::size_t count = map_.chapters.size();
        if (number == -1)
            return count == 0 ? std::nullopt : std::optional(count - 1);
        if (number < 1)
            return std::nullopt;
        const auto wanted = static_cast<std::size_t>(number);
        const std::string digits = std::to_string(number);
        for (std::size_t c = 0; c < count; ++c) {
            const std::string& title = map_.chapters[c].title;
            const std::size_t at = title.find_first_of("0123456789");
            if (at == std::string::npos || title.substr(at, digits.size()) != digits)
                continue;
            const std::size_t after = at + digits.size();
            const bool longer = after < title.size() && title[after] >= '0' && title[after] <= '9';
            if (!longer && at <= 10 && std::count(title.begin(), title.begin() + static_cast<std::ptrdiff_t>(at), ' ') <= 1)
                return c;
        }
        return wanted <= count ? std::optional(wanted - 1) : std::nullopt;
    }

    MapAnswer chapter_fact(const MapQuestion& question) const
    {
        const auto index = chapter_index(question.number);
        if (!index)
            return missing({"The document has no such chapter.", "该文档没有这一章。",
                            "Ein solches Kapitel hat das Dokument nicht.",
                            "Le document n'a pas ce chapitre."});
        const DocumentMap::Part& part = map_.chapters[*index];
        const std::string number = std::to_string(*index + 1);
        if (question.kind == Kind::chapter_title)
            return named({"Its title is “{}”.", "标题是“{}”。", "Der Titel lautet „{}“.",
                          "Son titre est « {} »."},
                         part.title);
        if (question.kind == Kind::chapter_words)
            return counted({"It has {} words.", "该章共有{}字（词）。", "Es hat {} Wörter.",
                            "Il compte {} mots."},
                           part.words);
        if (part.first_page == 0)
            return missing({"The document's format has no pages.", "该文档的格式没有页。",
                            "Das Format des Dokuments kennt keine Seiten.",
                            "Le format du document n'a pas de pages."});
        return counted({"It begins on page {}.", "从第{}页开始。", "Es beginnt auf Seite {}.",
                        "Il commence à la page {}."},
                       part.first_page);
    }

    const document::Document& document_;
    DocumentMap map_;
    std::size_t column_;
};

} // namespace

DocumentMap map_of(const document::Document& document)
{
    DocumentMap map{.title = document.title,
                    .language = document.language,
                    .authors = document.authors,
                    .pages = document.pages.size(),
                    .words = document.words(),
                    .notes = document.notes.size(),
                    .images = document.images.size(),
                    .tables = document.tables.size()};
    for (const document::Chapter& chapter : document.chapters)
        map.chapters.push_back({.title = chapter.title,
                                .first_page = chapter.first_page(),
                                .words = chapter.words()});
    map.first_sentence = outermost_sentence(document, false);
    map.last_sentence = outermost_sentence(document, true);
    return map;
}

MapAnswer answer_from_map(const document::Document& document, const MapQuestion& question,
                          std::string_view language)
{
    return Answerer(document, language).answer(question);
}

} // namespace longhand::context
