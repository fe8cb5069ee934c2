// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/glossary.h"

#include "engine/base/mapped_file.h"
#include "engine/base/utf8.h"

namespace longhand::tasks {
namespace {

std::vector<std::string> fields_of(std::string_view line, char separator)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (separator == ',' && line[i] == '"')
            quoted = !quoted;
        else if (line[i] == separator && !quoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    for (std::string& field : fields)
        field = utf8::trim(field);
    return fields;
}

}  // namespace

Result<std::vector<GlossaryEntry>> read_glossary(const std::filesystem::path& path)
{
    TRY(const std::string content, read_file(path, 16 << 20));
    if (!utf8::is_valid(content))
        return Error{ErrorKind::corrupt, path.string() + ": a glossary is UTF-8"};
    const char separator = content.find('\t') != std::string::npos ? '\t' : ',';
    std::vector<GlossaryEntry> entries;
    std::size_t number = 0;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t end = std::min(content.find('\n', at), content.size());
        const std::string_view line = utf8::trim(std::string_view(content).substr(at, end - at));
        at = end + 1;
        ++number;
        if (line.empty() || line.starts_with('#'))
            continue;
        const std::vector<std::string> fields = fields_of(line, separator);
        if (fields.size() < 2 || fields[0].empty() || fields[1].empty())
            return Error{ErrorKind::corrupt, path.string() + ": line " + std::to_string(number) +
                                                 " has no source and target"};
        entries.push_back({fields[0], fields[1], fields.size() > 2 ? fields[2] : ""});
    }
    return entries;
}

}  // namespace longhand::tasks
