// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/qa_data.h"

#include <archive.h>
#include <archive_entry.h>
#include <nlohmann/json.hpp>

#include <array>
#include <sstream>

namespace longhand::bench {
namespace {

Result<std::string> decompressed(const std::filesystem::path& file)
{
    const std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(),
                                                                        archive_read_free);
    archive_read_support_filter_xz(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry* entry = nullptr;
    if (archive_read_open_filename(reader.get(), file.c_str(), 1 << 16) != ARCHIVE_OK ||
        archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK)
        return Error{ErrorKind::unreadable, file.string() + ": " + archive_error_string(reader.get())};
    std::string text;
    std::array<char, 1 << 16> block{};
    for (;;) {
        const la_ssize_t count = archive_read_data(reader.get(), block.data(), block.size());
        if (count < 0)
            return Error{ErrorKind::corrupt, file.string() + ": " + archive_error_string(reader.get())};
        if (count == 0)
            return text;
        text.append(block.data(), static_cast<std::size_t>(count));
    }
}

Result<std::vector<nlohmann::json>> articles_of(const std::filesystem::path& file)
{
    TRY(const std::string text, decompressed(file));
    std::vector<nlohmann::json> articles;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        articles.push_back(nlohmann::json::parse(line, nullptr, false));
        if (!articles.back().is_object() || !articles.back().contains("paragraphs"))
            return Error{ErrorKind::corrupt, file.string() + ": a line is no article"};
    }
    return articles;
}

}  // namespace

Result<std::size_t> count_articles(const std::filesystem::path& file)
{
    TRY(const auto articles, articles_of(file));
    return articles.size();
}

Result<LongDocument> join_articles(const std::filesystem::path& file, std::size_t first,
                                   std::size_t last, const std::string& language)
{
    TRY(const auto articles, articles_of(file));
    LongDocument joined;
    joined.document.title = file.stem().stem().string() + " " + std::to_string(first);
    joined.document.language = language;
    for (std::size_t a = first; a < std::min(last, articles.size()); ++a) {
        document::Chapter chapter;
        chapter.title = "Article " + std::to_string(a + 1);
        for (const auto& paragraph : articles[a].at("paragraphs")) {
            document::Paragraph text;
            text.text = paragraph.at("context").get<std::string>();
            for (const auto& qa : paragraph.at("qas")) {
                Question question{.text = qa.at("question").get<std::string>(),
                                  .chapter = static_cast<std::uint32_t>(
                                      joined.document.chapters.size()),
                                  .paragraph =
                                      static_cast<std::uint32_t>(chapter.paragraphs.size())};
                for (const auto& answer : qa.at("answers"))
                    question.answers.push_back(answer.at("text").get<std::string>());
                joined.questions.push_back(std::move(question));
            }
            chapter.paragraphs.push_back(std::move(text));
        }
        joined.document.chapters.push_back(std::move(chapter));
    }
    return joined;
}

}  // namespace longhand::bench
