// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/csv.h"

namespace longhand::document {
namespace {

constexpr std::size_t kMostFields = 1'000'000;

bool runs_as_formula(char first)
{
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' ||
           first == '\r';
}

Error broken(std::size_t line, const char* what)
{
    return {ErrorKind::corrupt, "line " + std::to_string(line) + " of the table: " + what};
}

}  // namespace

std::string csv_field(std::string_view text)
{
    std::string field;
    // An apostrophe keeps a spreadsheet from running the field; one that stands there already
    // gets another, so that reading it back takes off only ours.
    if (!text.empty() &&
        (runs_as_formula(text.front()) || (text.size() > 1 && text.front() == '\'' &&
                                           (runs_as_formula(text[1]) || text[1] == '\''))))
        field += '\'';
    field += text;
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;
    std::string quoted = "\"";
    for (const char c : field)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

Result<std::vector<std::vector<std::string>>> parse_csv(std::string_view csv, char separator)
{
    if (csv.starts_with("\xEF\xBB\xBF"))
        csv.remove_prefix(3);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string field;
    bool was_quoted = false;
    std::size_t line = 1, fields = 0;
    const auto end_field = [&] {
        // the apostrophe that keeps a spreadsheet from running the field
        if (field.size() > 1 && field.front() == '\'' &&
            (runs_as_formula(field[1]) || field[1] == '\''))
            field.erase(0, 1);
        row.push_back(std::move(field));
        field.clear();
        was_quoted = false;
        ++fields;
    };
    const auto end_row = [&] {
        const bool blank = row.empty() && field.empty() && !was_quoted;
        if (!blank) {
            end_field();
            rows.push_back(std::move(row));
        }
        row.clear();
    };
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (fields > kMostFields)
            return broken(line, "the table is too large");
        if (c == '"' && field.empty() && !was_quoted) {
            const std::size_t opened = line;
            was_quoted = true;
            for (++i;; ++i) {
                if (i >= csv.size())
                    return broken(opened, "a quotation is not closed");
                if (csv[i] == '"') {
                    if (i + 1 >= csv.size() || csv[i + 1] != '"')
                        break;
                    ++i;
                }
                line += csv[i] == '\n' ? 1 : 0;
                field += csv[i];
            }
        } else if (c == separator) {
            end_field();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < csv.size() && csv[i + 1] == '\n')
                ++i;
            end_row();
            ++line;
        } else {
            field += c;
        }
    }
    end_row();
    return rows;
}

}  // namespace longhand::document
