// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/titles.h"

#include "engine/base/utf8.h"

#include <unicode/uchar.h>
#include <unordered_map>

namespace longhand::ingest::flowing {

using document::ChapterRole;

namespace {

const std::unordered_map<std::string_view, ChapterRole>& known_titles()
{
    static const std::unordered_map<std::string_view, ChapterRole> kTitles = {
        {"cover", ChapterRole::front},
        {"title page", ChapterRole::front},
        {"titlepage", ChapterRole::front},
        {"half title", ChapterRole::front},
        {"half-title", ChapterRole::front},
        {"copyright", ChapterRole::front},
        {"copyright page", ChapterRole::front},
        {"copyright notice", ChapterRole::front},
        {"dedication", ChapterRole::front},
        {"imprint", ChapterRole::front},
        {"acknowledgements", ChapterRole::front},
        {"acknowledgments", ChapterRole::front},
        {"foreword", ChapterRole::front},
        {"preface", ChapterRole::front},
        {"epigraph", ChapterRole::front},
        {"vorwort", ChapterRole::front},
        {"impressum", ChapterRole::front},
        {"widmung", ChapterRole::front},
        {"préface", ChapterRole::front},
        {"avant-propos", ChapterRole::front},
        {"dédicace", ChapterRole::front},
        {"prefacio", ChapterRole::front},
        {"prefazione", ChapterRole::front},
        {"предисловие", ChapterRole::front},
        {"封面", ChapterRole::front},
        {"版权", ChapterRole::front},
        {"版权页", ChapterRole::front},
        {"前言", ChapterRole::front},
        {"序", ChapterRole::front},
        {"序言", ChapterRole::front},
        {"自序", ChapterRole::front},
        {"表紙", ChapterRole::front},
        {"まえがき", ChapterRole::front},
        {"はじめに", ChapterRole::front},
        {"contents", ChapterRole::contents},
        {"table of contents", ChapterRole::contents},
        {"list of figures", ChapterRole::contents},
        {"list of tables", ChapterRole::contents},
        {"list of illustrations", ChapterRole::contents},
        {"inhalt", ChapterRole::contents},
        {"inhaltsverzeichnis", ChapterRole::contents},
        {"table des matières", ChapterRole::contents},
        {"sommaire", ChapterRole::contents},
        {"índice", ChapterRole::contents},
        {"contenido", ChapterRole::contents},
        {"sommario", ChapterRole::contents},
        {"оглавление", ChapterRole::contents},
        {"содержание", ChapterRole::contents},
        {"目录", ChapterRole::contents},
        {"目錄", ChapterRole::contents},
        {"目次", ChapterRole::contents},
        {"차례", ChapterRole::contents},
        {"목차", ChapterRole::contents},
        {"المحتويات", ChapterRole::contents},
        {"bibliography", ChapterRole::bibliography},
        {"references", ChapterRole::bibliography},
        {"works cited", ChapterRole::bibliography},
        {"literatur", ChapterRole::bibliography},
        {"literaturverzeichnis", ChapterRole::bibliography},
        {"bibliographie", ChapterRole::bibliography},
        {"bibliografía", ChapterRole::bibliography},
        {"bibliografia", ChapterRole::bibliography},
        {"литература", ChapterRole::bibliography},
        {"参考文献", ChapterRole::bibliography},
        {"參考文獻", ChapterRole::bibliography},
        {"index", ChapterRole::index},
        {"register", ChapterRole::index},
        {"stichwortverzeichnis", ChapterRole::index},
        {"sachregister", ChapterRole::index},
        {"索引", ChapterRole::index},
        {"notes", ChapterRole::notes},
        {"endnotes", ChapterRole::notes},
        {"footnotes", ChapterRole::notes},
        {"anmerkungen", ChapterRole::notes},
        {"fußnoten", ChapterRole::notes},
        {"примечания", ChapterRole::notes},
        {"注释", ChapterRole::notes},
        {"註釋", ChapterRole::notes},
        {"注", ChapterRole::notes},
        {"afterword", ChapterRole::back},
        {"appendix", ChapterRole::back},
        {"glossary", ChapterRole::back},
        {"colophon", ChapterRole::back},
        {"uncopyright", ChapterRole::back},
        {"about the author", ChapterRole::back},
        {"nachwort", ChapterRole::back},
        {"anhang", ChapterRole::back},
        {"glossar", ChapterRole::back},
        {"postface", ChapterRole::back},
        {"annexe", ChapterRole::back},
        {"послесловие", ChapterRole::back},
        {"后记", ChapterRole::back},
        {"後記", ChapterRole::back},
        {"跋", ChapterRole::back},
        {"附录", ChapterRole::back},
        {"附錄", ChapterRole::back},
        {"あとがき", ChapterRole::back},
        {"後付", ChapterRole::back},
        {"奥付", ChapterRole::back},
    };
    return kTitles;
}

std::string without_suffix(std::string_view name)
{
    const std::size_t slash = name.rfind('/');
    if (slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos && dot > 0 && name.size() - dot <= 9)
        name = name.substr(0, dot);
    return utf8::sanitise(name);
}

// The text after the first of `words` in `text`, without what separates it.
std::string after_word(std::string_view text, std::string_view word)
{
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos)
        return {};
    std::string_view rest = text.substr(at + word.size());
    for (const std::string_view mark : {"：", ":", " "}) {
        if (rest.starts_with(mark))
            rest.remove_prefix(mark.size());
    }
    return std::string(utf8::trim(rest));
}

} // namespace

std::string single_spaced(std::string_view text)
{
    std::string out;
    bool blank = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t begin = offset;
        const char32_t code = utf8::next(text, offset);
        if (utf8::is_space(code)) {
            blank = !out.empty();
            continue;
        }
        if (blank)
            out += ' ';
        blank = false;
        out.append(text.substr(begin, offset - begin));
    }
    return out;
}

std::optional<ChapterRole> role_of_title(std::string_view title)
{
    std::string folded;
    const std::string spaced = single_spaced(title);
    if (spaced.size() > 60)
        return std::nullopt;
    for (std::size_t offset = 0; offset < spaced.size();) {
        const char32_t code = utf8::next(spaced, offset);
        utf8::append(folded, static_cast<char32_t>(u_tolower(static_cast<UChar32>(code))));
    }
    while (!folded.empty() && (folded.back() == '.' || folded.back() == ':'))
        folded.pop_back();
    const auto found = known_titles().find(folded);
    if (found != known_titles().end())
        return found->second;
    if (folded.starts_with("appendix ") || folded.starts_with("anhang "))
        return ChapterRole::back;
    return std::nullopt;
}

std::string first_words(std::string_view text)
{
    constexpr std::size_t kWeight = 48; // columns: a Han character takes three
    const std::string spaced = single_spaced(text.substr(0, 600));
    std::size_t weight = 0, cut = 0, offset = 0;
    while (offset < spaced.size() && weight < kWeight) {
        const std::size_t begin = offset;
        const char32_t code = utf8::next(spaced, offset);
        weight += utf8::is_cjk(code) ? 3 : 1;
        if (code == ' ')
            cut = begin;
        if (utf8::is_cjk(code))
            cut = offset;
    }
    if (offset >= spaced.size() && text.size() <= 600)
        return spaced;
    return spaced.substr(0, cut == 0 ? offset : cut) + "…";
}

NamedBook book_of_file_name(std::string_view name)
{
    const std::string stem = without_suffix(name);
    NamedBook book;
    const std::size_t open = stem.find("《");
    const std::size_t close = stem.find("》");
    if (open != std::string::npos && close != std::string::npos && close > open) {
        book.title = stem.substr(open + 3, close - open - 3);
        book.author = after_word(stem, "作者");
        return book;
    }
    std::string title = stem;
    if (title.find(' ') == std::string::npos) {
        for (char& c : title) {
            if (c == '_')
                c = ' ';
        }
    }
    book.title = single_spaced(title);
    return book;
}

} // namespace longhand::ingest::flowing
