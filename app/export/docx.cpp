// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/docx.h"

#include "app/export/blocks.h"
#include "app/export/inline_text.h"
#include "app/export/package_writer.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <set>

namespace longhand::exporting {
namespace {

using document::ParagraphKind;
using document::Span;
using document::SpanKind;

constexpr const char* kXmlStart = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
    "vnd.openxmlformats-package.core-properties+xml\"/></Types>";
constexpr const char* kPackageRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    "core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
constexpr const char* kDocumentRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "styles\" Target=\"styles.xml\"/></Relationships>";

std::string style(const char* id, const char* name, const std::string& paragraph, const std::string& run)
{
    return std::string("<w:style w:type=\"paragraph\" w:styleId=\"") + id + "\"><w:name w:val=\"" + name +
           "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + run +
           "</w:rPr></w:style>";
}

std::string styles()
{
    std::string all = std::string(kXmlStart) + "<w:styles xmlns:w=\"" + kMain +
                      "\"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault>"
                      "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"300\" w:lineRule=\"auto\"/>"
                      "</w:pPr></w:pPrDefault></w:docDefaults>"
                      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                      "<w:name w:val=\"Normal\"/></w:style>";
    all += style("Title", "Title", "<w:spacing w:after=\"360\"/>", "<w:sz w:val=\"44\"/>");
    for (int level = 1; level <= 6; ++level)
        all += style(("Heading" + std::to_string(level)).c_str(), ("heading " + std::to_string(level)).c_str(),
                     "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"160\"/><w:outlineLvl w:val=\"" +
                         std::to_string(level - 1) + "\"/>",
                     "<w:b/><w:sz w:val=\"" + std::to_string(std::max(24, 36 - 4 * level)) + "\"/>");
    all += style("Quote", "Quote", "<w:ind w:left=\"567\" w:right=\"567\"/>", "");
    all += style("Source", "Source text", "", "<w:color w:val=\"6A6A6A\"/>");
    all += style("Untranslated", "Untranslated",
                 "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"B36B00\"/></w:pBdr>", "");
    return all + "</w:styles>";
}

// The properties of a run under these spans, in the order the schema asks for.
std::string run_properties(const std::set<SpanKind>& kinds, const std::string& language)
{
    std::string properties;
    if (kinds.contains(SpanKind::code))
        properties += "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>";
    if (kinds.contains(SpanKind::strong))
        properties += "<w:b/>";
    if (kinds.contains(SpanKind::emphasis))
        properties += "<w:i/>";
    if (kinds.contains(SpanKind::superscript) || kinds.contains(SpanKind::note_reference))
        properties += "<w:vertAlign w:val=\"superscript\"/>";
    else if (kinds.contains(SpanKind::subscript))
        properties += "<w:vertAlign w:val=\"subscript\"/>";
    if (is_right_to_left(language))
        properties += "<w:rtl/>";
    if (!language.empty()) {
        const std::string tag = escape_xml(language);
        properties += "<w:lang w:val=\"" + tag + "\" w:eastAsia=\"" + tag + "\" w:bidi=\"" + tag + "\"/>";
    }
    return properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>";
}

std::string text_runs(std::string_view text, const std::string& properties)
{
    std::string runs;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at)
            runs += "<w:r>" + properties + "<w:t xml:space=\"preserve\">" +
                    escape_xml(text.substr(at, end - at)) + "</w:t></w:r>";
        if (end < text.size())
            runs += "<w:r><w:br/></w:r>";
        at = end + 1;
    }
    return runs;
}

// Cut wherever a span begins or ends; spans that stand off code points are left out.
std::string runs_of(std::string_view text, const std::vector<Span>& spans, const std::string& language)
{
    std::set<std::size_t> borders = {0, text.size()};
    std::vector<Span> valid;
    for (const Span& span : spans)
        if (span.begin <= span.end && span.end <= text.size() &&
            utf8::floor_boundary(text, span.begin) == span.begin &&
            utf8::floor_boundary(text, span.end) == span.end) {
            valid.push_back(span);
            borders.insert({span.begin, span.end});
        }
    std::string runs;
    for (auto border = borders.begin(); std::next(border) != borders.end(); ++border) {
        const std::size_t begin = *border, end = *std::next(border);
        std::set<SpanKind> kinds;
        std::string readings;
        for (const Span& span : valid) {
            if (span.begin <= begin && end <= span.end)
                kinds.insert(span.kind);
            if (span.kind == SpanKind::ruby && span.end == end && span.begin < span.end)
                readings += " (" + span.value + ")";
        }
        runs += text_runs(text.substr(begin, end - begin), run_properties(kinds, language));
        runs += text_runs(readings, run_properties({}, language));
    }
    return runs;
}

class DocxBody {
public:
    explicit DocxBody(const TranslationExport& translation) : translation_(translation) {}

    void title(const std::string& text)
    {
        if (!text.empty())
            body_ += paragraph("Title", translation_.to, runs_of(text, {}, translation_.to));
    }

    void chapter(const std::vector<Block>& blocks, int level)
    {
        for (const Block& block : blocks)
            write(block, level);
        close_table();
    }

    void label(const std::string& text)
    {
        body_ += paragraph("", translation_.to, runs_of("[" + text + "]", {}, translation_.to));
    }

    std::string finish()
    {
        return std::string(kXmlStart) + "<w:document xmlns:w=\"" + kMain + "\"><w:body>" + body_ +
               "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" "
               "w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>"
               "</w:sectPr></w:body></w:document>";
    }

private:
    static std::string paragraph(const std::string& style_id, const std::string& language,
                                 const std::string& runs)
    {
        std::string properties = style_id.empty() ? "" : "<w:pStyle w:val=\"" + style_id + "\"/>";
        if (is_right_to_left(language))
            properties += "<w:bidi/>";
        return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs + "</w:p>";
    }

    static std::string style_of(const Block& block, int level)
    {
        switch (block.source->kind) {
        case ParagraphKind::heading: return "Heading" + std::to_string(std::clamp(level, 1, 6));
        case ParagraphKind::quote:
        case ParagraphKind::verse: return "Quote";
        default: return {};
        }
    }

    [[nodiscard]] std::string source_runs(const Block& block) const
    {
        return lead(block) + runs_of(block.source->text, block.source->spans, translation_.from);
    }
    [[nodiscard]] std::string target_runs(const Block& block) const
    {
        return block.target == nullptr
                   ? std::string()
                   : lead(block) + runs_of(block.target->target, block.target->spans, translation_.to);
    }
    [[nodiscard]] static std::string lead(const Block& block)
    {
        if (block.source->kind != ParagraphKind::list_item)
            return {};
        return document::list_mark(block.source->text).empty() ? "" : text_runs("• ", "");
    }

    void write(const Block& block, int level)
    {
        if (block.source->kind == ParagraphKind::separator) {
            close_table();
            body_ += "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>* * *</w:t></w:r></w:p>";
            return;
        }
        const std::string style_id = style_of(block, level);
        const std::string mark =
            block.expected ? text_runs(untranslated_mark(translation_.to), "") : std::string();
        if (translation_.layout == Layout::two_columns && block.source->kind != ParagraphKind::heading) {
            write_row(paragraph(style_id.empty() ? "Source" : style_id, translation_.from, source_runs(block)),
                      paragraph(style_id, translation_.to, block.target == nullptr ? mark : target_runs(block)));
            return;
        }
        close_table();
        if (block.target == nullptr) {
            body_ += paragraph(block.expected && style_id.empty() ? "Untranslated" : style_id,
                               translation_.from, mark + source_runs(block));
            return;
        }
        const std::string target = paragraph(style_id, translation_.to, target_runs(block));
        const bool both = translation_.layout != Layout::target && block.expected &&
                          block.source->text != block.target->target;
        const std::string source = both ? paragraph("Source", translation_.from, source_runs(block)) : "";
        body_ += translation_.layout == Layout::source_target ? source + target : target + source;
    }

    void write_row(const std::string& source, const std::string& target)
    {
        if (!in_table_)
            body_ += "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>"
                     "</w:tblPr><w:tblGrid><w:gridCol w:w=\"4535\"/><w:gridCol w:w=\"4535\"/></w:tblGrid>";
        in_table_ = true;
        const auto cell = [](const std::string& inner) {
            return "<w:tc><w:tcPr><w:tcW w:w=\"2500\" w:type=\"pct\"/></w:tcPr>" + inner + "</w:tc>";
        };
        body_ += "<w:tr>" + cell(source) + cell(target) + "</w:tr>";
    }

    void close_table()
    {
        if (in_table_)
            body_ += "</w:tbl><w:p/>";  // two tables without a paragraph between would join
        in_table_ = false;
    }

    const TranslationExport& translation_;
    std::string body_;
    bool in_table_ = false;
};

std::string core_properties(const TranslationExport& translation)
{
    std::string creators;
    for (const std::string& author : translation.book.authors)
        creators += (creators.empty() ? "" : "; ") + author;
    return std::string(kXmlStart) +
           "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
           "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
           escape_xml(translation.book.title) + "</dc:title><dc:creator>" + escape_xml(creators) +
           "</dc:creator><dc:language>" + escape_xml(translation.to) + "</dc:language></cp:coreProperties>";
}

}  // namespace

Result<void> write_docx(const document::Document& document, const TranslationExport& translation,
                        const std::filesystem::path& out)
{
    const Translated translated(translation.segments);
    DocxBody body(translation);
    body.title(translation.book.title);
    for (std::size_t i = 0; i < document.chapters.size(); ++i)
        body.chapter(translated.chapter(document, i), document.chapters[i].level);
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
        body.label(document.notes[i].label);
        body.chapter(translated.chapter(document, document.chapters.size() + i), 6);
    }
    TRY(const auto package, PackageWriter::create(out, {}));
    TRY(package->add("[Content_Types].xml", std::string(kXmlStart) + kTypes));
    TRY(package->add("_rels/.rels", std::string(kXmlStart) + kPackageRelations));
    TRY(package->add("docProps/core.xml", core_properties(translation)));
    TRY(package->add("word/_rels/document.xml.rels", std::string(kXmlStart) + kDocumentRelations));
    TRY(package->add("word/styles.xml", styles()));
    TRY(package->add("word/document.xml", body.finish()));
    return package->finish();
}

}  // namespace longhand::exporting
