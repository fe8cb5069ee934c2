// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learn/texts.h"

#include "engine/base/mapped_file.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cctype>

namespace longhand::learn {
namespace {

constexpr std::uint64_t kMostTextBytes = std::uint64_t{1} << 30U;

// "books-valid.txt" is of the words books, valid and txt.
bool says_valid(std::string_view name)
{
    std::string word;
    const auto ends = [&] { return word == "valid" || word == "validation"; };
    for (const char c : name) {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        if (ends())
            return true;
        word.clear();
    }
    return ends();
}

}  // namespace

std::string text_of(const document::Document& document)
{
    std::string text;
    for (const document::Chapter& chapter : document.chapters)
        for (const document::Paragraph& paragraph : chapter.paragraphs) {
            if (paragraph.text.empty())
                continue;
            text += text.empty() ? "" : "\n\n";
            text += paragraph.text;
        }
    return text;
}

Result<std::string> read_text(const std::filesystem::path& file, const ingest::Options& options,
                              std::stop_token stop)
{
    TRY(const document::Format format, ingest::detect_format(file));
    if (format == document::Format::text) {
        TRY(const std::string text, read_file(file, kMostTextBytes));
        return utf8::sanitise(text);
    }
    TRY(const document::Document read, ingest::read_document(file, options, {}, std::move(stop)));
    return text_of(read);
}

bool is_for_measuring(const std::filesystem::path& file)
{
    std::error_code failed;
    std::filesystem::path whole = std::filesystem::weakly_canonical(file, failed);
    if (failed)
        whole = std::filesystem::absolute(file, failed);
    return std::any_of(whole.begin(), whole.end(), [](const std::filesystem::path& part) {
        return says_valid(part.string());
    });
}

Result<FoundTexts> find_texts(const std::vector<std::filesystem::path>& paths)
{
    FoundTexts found;
    for (const std::filesystem::path& path : paths) {
        std::error_code failed;
        if (std::filesystem::is_directory(path, failed)) {
            std::vector<std::filesystem::path> files;
            for (std::filesystem::recursive_directory_iterator at(path, failed), end;
                 !failed && at != end; at.increment(failed))
                if (at->is_regular_file(failed))
                    files.push_back(at->path());
            if (failed)
                return Error{ErrorKind::unreadable, path.string() + ": " + failed.message()};
            std::sort(files.begin(), files.end());
            for (std::filesystem::path& file : files)
                (is_for_measuring(file) ? found.left_out : found.files).push_back(std::move(file));
            continue;
        }
        if (!std::filesystem::is_regular_file(path, failed))
            return Error{ErrorKind::not_found, path.string() + " does not exist"};
        if (is_for_measuring(path))
            return Error{ErrorKind::invalid,
                         path.string() + " is named valid, so it is kept for measuring and never "
                                         "trained on"};
        found.files.push_back(path);
    }
    return found;
}

}  // namespace longhand::learn
