// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/segment_tables.h"

#include "app/document/csv.h"
#include "app/export/inline_text.h"

#include <algorithm>

namespace longhand::exporting {
namespace {

using library::Segment;
using library::SegmentStatus;

std::vector<const Segment*> in_order(const std::vector<Segment>& segments)
{
    std::vector<const Segment*> ordered;
    for (const Segment& segment : segments)
        ordered.push_back(&segment);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Segment* a, const Segment* b) {
        return std::pair(a->chapter, a->index) < std::pair(b->chapter, b->index);
    });
    return ordered;
}

std::string tuv(const std::string& language, const std::string& text)
{
    return "<tuv xml:lang=\"" + escape_xml(language) + "\"><seg>" + escape_xml(text) + "</seg></tuv>\n";
}

}  // namespace

std::string segments_as_tmx(const TranslationExport& translation)
{
    std::string tmx = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
                      "<header creationtool=\"Longhand\" creationtoolversion=\"1\" datatype=\"plaintext\" "
                      "segtype=\"paragraph\" adminlang=\"en\" o-tmf=\"Longhand\" srclang=\"" +
                      escape_xml(translation.from) + "\"/>\n<body>\n";
    for (const Segment* segment : in_order(translation.segments)) {
        const bool made = segment->status == SegmentStatus::done || segment->status == SegmentStatus::warned;
        if (!made || segment->target.empty())
            continue;
        tmx += "<tu tuid=\"" + std::to_string(segment->chapter + 1) + "-" +
               std::to_string(segment->index + 1) + "\">\n" + tuv(translation.from, segment->source) +
               tuv(translation.to, segment->target) + "</tu>\n";
    }
    return tmx + "</body>\n</tmx>\n";
}

std::string segments_as_csv(const TranslationExport& translation)
{
    std::string csv = "chapter,paragraph,source,target,status,warnings,author,locked\r\n";
    for (const Segment* segment : in_order(translation.segments)) {
        std::string warnings;
        for (const std::string& name : segment->warnings)
            warnings += (warnings.empty() ? "" : " ") + name;
        csv += std::to_string(segment->chapter + 1) + ',' + std::to_string(segment->index + 1) + ',' +
               document::csv_field(segment->source) + ',' + document::csv_field(segment->target) + ',' +
               std::string(to_string(segment->status)) + ',' + document::csv_field(warnings) + ',' +
               (segment->author == library::Author::person ? "person" : "model") + ',' +
               (segment->locked ? "yes" : "no") + "\r\n";
    }
    return csv;
}

}  // namespace longhand::exporting
