// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/epub_in_place.h"

#include "app/export/blocks.h"
#include "app/export/inline_text.h"
#include "app/export/package_writer.h"
#include "app/ingest/flowing/epub_package.h"
#include "app/ingest/flowing/xhtml_blocks.h"
#include "engine/base/mapped_file.h"
#include "engine/base/utf8.h"

#include <map>

namespace longhand::exporting {
namespace {

namespace flowing = ingest::flowing;
using document::Span;
using document::SpanKind;

constexpr std::uint64_t kMostBytes = 1ULL << 30U;

bool leads_out(std::string_view target)
{
    return target.starts_with("http:") || target.starts_with("https:") || target.starts_with("mailto:");
}

// "part#id" as seen from a page: "#id" on the page itself, else a relative path.
std::string address(const std::string& target, const std::string& page)
{
    const std::size_t hash = target.find('#');
    const std::string part = target.substr(0, hash);
    const std::string fragment = hash == std::string::npos ? std::string() : target.substr(hash);
    if (part == page)
        return fragment;
    const auto folder = std::filesystem::path(page).parent_path();
    return std::filesystem::path(part).lexically_relative(folder.empty() ? "." : folder).generic_string() +
           fragment;
}

// As in any XHTML of ours, but links inside the package lead where they led.
InlineStyle style_for(const std::string& page)
{
    const InlineStyle plain = xhtml_style([page](const std::string& id) { return address(id, page); });
    const auto is_inner = [](const Span& span) {
        return (span.kind == SpanKind::link && !leads_out(span.value) && !span.value.empty()) ||
               span.kind == SpanKind::note_reference;
    };
    return {.text = plain.text,
            .open =
                [plain, page, is_inner](const Span& span) {
                    return is_inner(span) ? "<a href=\"" + escape_xml(address(span.value, page)) + "\">"
                                          : plain.open(span);
                },
            .close = [plain, is_inner](const Span& span) {
                return is_inner(span) ? std::string("</a>") : plain.close(span);
            }};
}

std::string marked(const std::string& language, const std::string& fragment)
{
    return "<span lang=\"" + escape_xml(language) + "\" xml:lang=\"" + escape_xml(language) + "\">" +
           fragment + "</span>";
}

std::string fragment_of(const TranslationExport& translation, const Block& block, const InlineStyle& style)
{
    const std::string source = render_inline(block.source->text, block.source->spans, style);
    if (block.target == nullptr)
        return marked(translation.from, escape_xml(untranslated_mark(translation.to)) + source);
    const std::string target = render_inline(block.target->target, block.target->spans, style);
    switch (translation.layout) {
    case Layout::target:
    case Layout::two_columns: break;
    case Layout::source_target: return marked(translation.from, source) + "<br/>" + target;
    case Layout::target_source: return target + "<br/>" + marked(translation.from, source);
    }
    return target;
}

class Rewriting {
public:
    Rewriting(const document::Document& document, const TranslationExport& translation)
        : translation_(translation), translated_(translation.segments), title_(document.title)
    {
        const std::size_t parts = document.chapters.size() + document.notes.size();
        for (std::size_t part = 0; part < parts; ++part)
            for (const Block& block : translated_.chapter(document, part)) {
                const document::Place& place = block.source->place;
                if (place.block >= 0 && (block.target != nullptr || block.expected))
                    blocks_[place.part].emplace(place.block, block);
            }
        for (std::size_t c = 0; c < document.chapters.size(); ++c)
            titles_.emplace(document.chapters[c].title, translated_.title(document, c));
    }

    Result<std::string> entry(const flowing::EpubPackage& package, const std::string& name,
                              const std::string& content) const
    {
        if (name == package.path)
            return package_entry(content);
        if (name == package.ncx)
            return flowing::replace_element_texts(
                content, "text", [this](std::string_view text) { return title(text); });
        if (const auto page = blocks_.find(name); page != blocks_.end())
            return rewrite_page(name, page->second, content);
        if (name == package.nav)
            return rewrite_nav(content);
        return content;
    }

private:
    [[nodiscard]] std::optional<std::string> title(std::string_view text) const
    {
        const auto found = titles_.find(std::string(utf8::trim(text)));
        if (found == titles_.end() || found->second == found->first)
            return std::nullopt;
        return found->second;
    }

    Result<std::string> package_entry(const std::string& content) const
    {
        TRY(const std::string spoken,
            flowing::replace_element_texts(content, "language", [this](std::string_view) {
                return std::optional(translation_.to);
            }));
        return flowing::replace_element_texts(
            spoken, "title", [this](std::string_view text) -> std::optional<std::string> {
                return utf8::trim(text) == title_ && translation_.title != title_
                           ? std::optional(translation_.title)
                           : std::nullopt;
            });
    }

    Result<std::string> rewrite_page(const std::string& name, const std::map<int, Block>& blocks,
                                     const std::string& content) const
    {
        const InlineStyle style = style_for(name);
        return flowing::replace_blocks(
            content,
            [&](int block) -> std::optional<std::string> {
                const auto found = blocks.find(block);
                if (found == blocks.end())
                    return std::nullopt;
                return fragment_of(translation_, found->second, style);
            },
            translation_.to);
    }

    Result<std::string> rewrite_nav(const std::string& content) const
    {
        TRY(const std::vector<std::string> texts, flowing::block_texts(content));
        return flowing::replace_blocks(
            content,
            [&](int block) -> std::optional<std::string> {
                const auto index = static_cast<std::size_t>(block);
                if (index >= texts.size())
                    return std::nullopt;
                const auto translated = title(texts[index]);
                return translated ? std::optional(escape_xml(*translated)) : std::nullopt;
            },
            translation_.to);
    }

    const TranslationExport& translation_;
    Translated translated_;
    std::string title_;  // of the book, in its own language
    std::map<std::string, std::map<int, Block>> blocks_;  // by entry, by block
    std::map<std::string, std::string> titles_;           // of chapters, source to target
};

}  // namespace

Result<void> write_epub_in_place(const document::Document& document,
                                 const TranslationExport& translation,
                                 const std::filesystem::path& out)
{
    TRY(const std::string bytes, read_file(translation.book.source_file, kMostBytes));
    const std::string name = translation.book.source_file.filename().string();
    TRY(flowing::PackageArchive archive, flowing::PackageArchive::open(bytes, name));
    TRY(const flowing::EpubPackage package, flowing::read_package(archive, name));
    TRY(const auto entries, archive.read(archive.names(), {}));
    const Rewriting rewriting(document, translation);
    TRY(const auto writer, PackageWriter::create(out));
    for (const auto& [entry, content] : entries) {
        if (entry == "mimetype" || entry.ends_with('/'))
            continue;
        TRY(const std::string rewritten, rewriting.entry(package, entry, content));
        TRY(writer->add(entry, rewritten));
    }
    return writer->finish();
}

}  // namespace longhand::exporting
