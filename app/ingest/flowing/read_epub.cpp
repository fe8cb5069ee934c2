// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/book_text.h"
#include "app/ingest/flowing/epub_package.h"
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/markup.h"
#include "app/ingest/flowing/package_archive.h"
#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::ingest::flowing {

using document::ChapterRole;
using document::ChapterSource;
using document::Document;
using document::Problem;

namespace {

// The pages are read in groups, so that a large book is never unpacked as a whole.
constexpr std::size_t kPagesAtOnce = 64;

std::string joined(const std::vector<std::string>& names)
{
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < 5; ++i)
        out += (i == 0 ? "" : ", ") + names[i];
    return names.size() > 5 ? out + " and " + std::to_string(names.size() - 5) + " more" : out;
}

bool writes_apart(std::string_view language)
{
    for (const std::string_view other :
         {"zh", "ja", "ko", "ru", "ar", "he", "el", "th", "hi", "uk", "bg", "sr", "fa", "ur"}) {
        if (language == other)
            return true;
    }
    return false;
}

struct PageTitle {
    std::string title;
    std::size_t block = 0;
    std::string part;
};

class EpubReader {
public:
    EpubReader(const Source& source, PackageArchive& archive, EpubPackage& package)
        : source_(source), archive_(archive), package_(package)
    {
    }

    Result<Document> read()
    {
        TRY(read_pages());
        if (pages_read_ == 0)
            return Error{ErrorKind::corrupt, source_.name + ": none of its " +
                                                 std::to_string(package_.spine.size()) +
                                                 " pages could be read"};
        TRY(std::vector<Entry> entries, navigation());
        separate_notes(book_);
        document_.format = document::Format::epub;
        document_.title =
            package_.title.empty() ? book_of_file_name(source_.name).title : package_.title;
        document_.authors = package_.authors;
        document_.language = package_.language;
        ChapterSource from = ChapterSource::navigation;
        if (entries.size() < 2) {
            std::vector<Entry> headings = entries_of_headings(book_);
            if (headings.size() > entries.size()) {
                entries = std::move(headings);
                from = ChapterSource::headings;
            }
        }
        if (entries.size() < 2 && titles_.size() > 2) {
            entries = page_entries();
            from = ChapterSource::headings;
        }
        set_language();
        assemble(std::move(book_), std::move(entries), from, document_);
        add_problems();
        return std::move(document_);
    }

private:
    Result<void> read_pages()
    {
        for (std::size_t begin = 0; begin < package_.spine.size(); begin += kPagesAtOnce) {
            const std::size_t end = std::min(begin + kPagesAtOnce, package_.spine.size());
            std::set<std::string> wanted;
            for (std::size_t i = begin; i < end; ++i)
                wanted.insert(package_.spine[i].path);
            TRY(auto contents, archive_.read(wanted, source_.alive));
            for (std::size_t i = begin; i < end; ++i)
                read_page(package_.spine[i], contents);
        }
        return {};
    }

    void read_page(const EpubPackage::Page& page, std::map<std::string, std::string>& contents)
    {
        const auto found = contents.find(page.path);
        if (found == contents.end()) {
            missing_.push_back(page.path);
            return;
        }
        if (page.media_type.starts_with("image/") && page.media_type != "image/svg+xml") {
            book_.images.push_back(
                {"image-" + std::to_string(book_.images.size() + 1), page.path, {}, 0, {}});
            ++pages_read_;
            return;
        }
        auto markup = parse_page(found->second);
        found->second.clear();
        if (!markup.ok()) {
            unreadable_.push_back(page.path);
            return;
        }
        if (markup->repaired)
            repaired_.push_back(page.path);
        const std::size_t first = book_.blocks.size();
        const std::string title = append_page(markup->root, page.path, book_);
        titles_.push_back({title, first, page.path});
        if (page.path == package_.nav) {
            for (std::size_t i = first; i < book_.blocks.size(); ++i)
                book_.blocks[i].role = ChapterRole::contents;
        }
        ++pages_read_;
        if (source_.alive)
            source_.alive();
    }

    std::optional<std::size_t> block_at(const std::string& target) const
    {
        auto anchor = book_.anchors.find(target);
        if (anchor == book_.anchors.end())
            anchor = book_.anchors.find(target.substr(0, target.find('#')));
        if (anchor == book_.anchors.end())
            return std::nullopt;
        return anchor->second.first;
    }

    Result<std::vector<Entry>> navigation()
    {
        std::vector<Entry> entries;
        TRY(const auto contents, archive_.read({package_.nav, package_.ncx}, nullptr));
        std::vector<NavEntry> listed;
        if (const auto nav = contents.find(package_.nav); nav != contents.end())
            listed = entries_of_nav(nav->second, package_.nav, package_.roles);
        if (const auto ncx = contents.find(package_.ncx);
            listed.size() < 2 && ncx != contents.end()) {
            std::vector<NavEntry> older = entries_of_ncx(ncx->second, package_.ncx);
            if (older.size() > listed.size())
                listed = std::move(older);
        }
        for (const NavEntry& each : listed) {
            const auto block = block_at(each.target);
            if (!block)
                continue;
            const std::string part = each.target.substr(0, each.target.find('#'));
            entries.push_back({each.title, each.level, *block, part, role_at(each.target)});
        }
        add_unlisted(entries);
        return entries;
    }

    std::optional<ChapterRole> role_at(const std::string& target) const
    {
        const auto role = package_.roles.find(target);
        return role == package_.roles.end() ? std::nullopt : std::optional(role->second);
    }

    // A page that the table of contents leaves out and that opens with a heading of the first rank
    // is a chapter too; any other goes on with what stands before it.
    void add_unlisted(std::vector<Entry>& entries) const
    {
        if (entries.empty())
            return;
        std::set<std::string> listed;
        std::size_t first = book_.blocks.size();
        for (const Entry& entry : entries) {
            listed.insert(entry.part);
            first = std::min(first, entry.block);
        }
        std::vector<Entry> more;
        for (const PageTitle& page : titles_) {
            if (page.block >= book_.blocks.size() || listed.count(page.part) != 0)
                continue;
            const TextBlock& opening = book_.blocks[page.block];
            const bool here = opening.paragraph.place.part == page.part;
            const auto role = role_at(page.part) ? role_at(page.part) : opening.role;
            const bool apart = role && *role != ChapterRole::body;
            if (here && (opening.heading_level == 1 || (apart && page.block > first))) {
                std::string title =
                    opening.heading_level > 0 ? single_spaced(opening.paragraph.text) : page.title;
                if (!title.empty())
                    more.push_back(
                        {std::move(title), 1, page.block, page.part, role_at(page.part)});
            }
        }
        entries.insert(entries.end(), more.begin(), more.end());
    }

    // No table of contents and no headings: every page a chapter.
    std::vector<Entry> page_entries() const
    {
        std::vector<Entry> entries;
        for (const PageTitle& page : titles_) {
            if (page.block >= book_.blocks.size() ||
                book_.blocks[page.block].paragraph.place.part != page.part)
                continue;
            const bool telling = !page.title.empty() && page.title != package_.title;
            entries.push_back(
                {telling ? page.title : first_words(book_.blocks[page.block].paragraph.text), 1,
                 page.block, page.part, role_at(page.part)});
        }
        return entries;
    }

    void set_language()
    {
        std::string sample;
        for (std::size_t i = book_.blocks.size() / 3;
             i < book_.blocks.size() && sample.size() < 20'000; ++i)
            sample += book_.blocks[i].paragraph.text + "\n";
        // A declared language that is written in other letters than the text is a mistake.
        const std::string seen = document::detect_language(sample);
        const std::string declared = document_.language.substr(0, 2);
        if (document_.language.empty() || (writes_apart(seen) && !writes_apart(declared)))
            document_.language = seen;
    }

    void add_problems()
    {
        auto& problems = document_.problems;
        if (archive_.broken())
            problems.push_back({"truncated",
                                "The file is damaged or breaks off; what could be read is here. "
                                "Try to get it again.",
                                {}});
        for (const std::string& name : archive_.damaged())
            unreadable_.push_back(name + " (in part)");
        if (!missing_.empty())
            problems.push_back({"missing_parts",
                                "Pages that the book lists are not in the file: " +
                                    joined(missing_) + ". Try to get the file again.",
                                {}});
        if (!unreadable_.empty())
            problems.push_back({"unreadable_parts",
                                "Pages that could not be read: " + joined(unreadable_) +
                                    ". Try to get the file again.",
                                {}});
        if (!repaired_.empty())
            problems.push_back({"malformed_parts",
                                "Pages with faulty markup were read as far as they make sense: " +
                                    joined(repaired_) + ".",
                                {}});
        const bool text = std::any_of(
            document_.chapters.begin(), document_.chapters.end(),
            [](const document::Chapter& chapter) { return !chapter.paragraphs.empty(); });
        if (!text)
            problems.push_back({"no_text",
                                "This book holds pictures only, no text; a program that recognises "
                                "text (OCR) may help.",
                                {}});
    }

    const Source& source_;
    PackageArchive& archive_;
    EpubPackage& package_;
    BookText book_;
    Document document_;
    std::vector<PageTitle> titles_;
    std::vector<std::string> missing_, unreadable_, repaired_;
    std::size_t pages_read_ = 0;
};

} // namespace

Result<Document> read_epub(const Source& source)
{
    TRY(PackageArchive archive, PackageArchive::open(source.bytes, source.name));
    TRY(EpubPackage package, read_package(archive, source.name));
    return EpubReader(source, archive, package).read();
}

} // namespace longhand::ingest::flowing
