// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/epub_package.h"

#include "app/ingest/flowing/book_text.h"
#include "app/ingest/flowing/markup.h"
#include "app/ingest/flowing/package_path.h"
#include "app/ingest/flowing/titles.h"

#include <algorithm>
#include <functional>

namespace longhand::ingest::flowing {

using document::ChapterRole;

namespace {

constexpr std::string_view kContainer = "META-INF/container.xml";
constexpr std::string_view kEncryption = "META-INF/encryption.xml";

std::vector<const Node*> all_of(const Node& node, std::string_view local_name)
{
    std::vector<const Node*> found;
    std::function<void(const Node&)> visit = [&](const Node& each) {
        if (each.is(local_name))
            found.push_back(&each);
        for (const Node& child : each.children)
            visit(child);
    };
    visit(node);
    return found;
}

Result<std::string> entry(PackageArchive& archive, const std::string& name)
{
    TRY(auto contents, archive.read({name}, nullptr));
    const auto found = contents.find(name);
    if (found == contents.end())
        return Error{ErrorKind::corrupt, "entry " + name + " is missing"};
    return std::move(found->second);
}

// The package document: as the container says, else the only entry that looks like one.
Result<std::string> package_path(PackageArchive& archive, const std::string& file_name)
{
    if (archive.has(std::string(kContainer))) {
        TRY(const std::string bytes, entry(archive, std::string(kContainer)));
        if (const auto container = parse_xml(bytes); container.ok()) {
            for (const Node* const root : all_of(container->root, "rootfile")) {
                const std::string path = archive.meant(join_path("", root->attribute("full-path")));
                if (archive.has(path))
                    return path;
            }
        }
    }
    for (const std::string& name : archive.names()) {
        if (name.ends_with(".opf"))
            return name;
    }
    return Error{ErrorKind::corrupt,
                 file_name +
                     ": no package document (.opf) in the archive; this EPUB is damaged or none"};
}

bool is_font_obfuscation(std::string_view algorithm)
{
    return algorithm == "http://www.idpf.org/2008/embedding" ||
           algorithm == "http://ns.adobe.com/pdf/enc#RC";
}

std::string scheme_of(const PackageArchive& archive)
{
    if (archive.has("META-INF/license.lcpl"))
        return "Readium LCP";
    if (archive.has("META-INF/sinf.xml"))
        return "Apple FairPlay";
    if (archive.has("META-INF/rights.xml"))
        return "Adobe DRM";
    return "DRM";
}

// Entries encrypted by more than a veil over a font.
std::vector<std::string> locked_entries(PackageArchive& archive)
{
    std::vector<std::string> locked;
    if (!archive.has(std::string(kEncryption)))
        return locked;
    const auto bytes = entry(archive, std::string(kEncryption));
    if (!bytes.ok())
        return locked;
    const auto markup = parse_xml(*bytes);
    if (!markup.ok())
        return locked;
    for (const Node* const data : all_of(markup->root, "EncryptedData")) {
        const Node* const method = find_first(*data, "EncryptionMethod");
        const Node* const reference = find_first(*data, "CipherReference");
        if (reference == nullptr ||
            (method != nullptr && is_font_obfuscation(method->attribute("Algorithm"))))
            continue;
        locked.push_back(join_path("", reference->attribute("URI")));
    }
    return locked;
}

Result<void> refuse_locked(PackageArchive& archive, const EpubPackage& package,
                           const std::string& file_name)
{
    const std::vector<std::string> locked = locked_entries(archive);
    const bool pages =
        std::any_of(package.spine.begin(), package.spine.end(), [&](const EpubPackage::Page& page) {
            return std::find(locked.begin(), locked.end(), page.path) != locked.end();
        });
    if (!pages)
        return {};
    return Error{
        ErrorKind::unsupported,
        file_name + ": this EPUB is locked by " + scheme_of(archive) +
            ", so that only the shop's own program can open it. Read it there, or ask the shop or "
            "library for a copy without DRM."};
}

struct Item {
    std::string path, media_type, properties, fallback;
};

std::map<std::string, Item> manifest_of(const Node& root, const PackageArchive& archive,
                                        const std::string& path)
{
    std::map<std::string, Item> items;
    for (const Node* const item : all_of(root, "item")) {
        const std::string href = join_path(path, item->attribute("href"));
        items.emplace(item->attribute("id"),
                      Item{archive.meant(href), std::string(item->attribute("media-type")),
                           std::string(item->attribute("properties")),
                           std::string(item->attribute("fallback"))});
    }
    return items;
}

bool is_page_type(std::string_view media_type)
{
    return media_type == "application/xhtml+xml" || media_type == "text/html" ||
           media_type == "text/x-oeb1-document" || media_type == "application/x-dtbook+xml" ||
           media_type == "application/xml" || media_type == "text/xml";
}

void read_spine(const Node& root, const std::map<std::string, Item>& items, EpubPackage& package)
{
    for (const Node* const reference : all_of(root, "itemref")) {
        auto item = items.find(std::string(reference->attribute("idref")));
        for (int hops = 0; item != items.end() && !is_page_type(item->second.media_type) &&
                           !item->second.fallback.empty() && hops < 8;
             ++hops)
            item = items.find(item->second.fallback);
        if (item == items.end())
            continue;
        const bool twice = std::any_of(
            package.spine.begin(), package.spine.end(),
            [&](const EpubPackage::Page& page) { return page.path == item->second.path; });
        if (!twice)
            package.spine.push_back({item->second.path, item->second.media_type});
    }
}

void read_metadata(const Node& root, EpubPackage& package)
{
    const auto refined = [&](std::string_view id, std::string_view property) -> std::string {
        if (id.empty())
            return {};
        for (const Node* const meta : all_of(root, "meta")) {
            if (meta->attribute("refines") == "#" + std::string(id) &&
                meta->attribute("property") == property)
                return single_spaced(text_of(*meta));
        }
        return {};
    };
    const Node* const metadata = find_first(root, "metadata");
    const Node& scope = metadata == nullptr ? root : *metadata;
    for (const Node* const title : all_of(scope, "title")) {
        const std::string text = single_spaced(text_of(*title));
        if (!text.empty() &&
            (package.title.empty() || refined(title->attribute("id"), "title-type") == "main"))
            package.title = text;
    }
    for (const Node* const creator : all_of(scope, "creator")) {
        const std::string text = single_spaced(text_of(*creator));
        std::string role(creator->prefixed("role"));
        if (role.empty())
            role = refined(creator->attribute("id"), "role");
        if (!text.empty() && (role.empty() || role == "aut" || package.authors.empty()))
            package.authors.push_back(text);
    }
    if (const Node* const language = find_first(scope, "language"))
        package.language = single_spaced(text_of(*language));
}

std::optional<ChapterRole> role_of_guide(std::string_view type)
{
    if (type == "toc" || type == "loi" || type == "lot")
        return ChapterRole::contents;
    if (type == "index")
        return ChapterRole::index;
    if (type == "bibliography")
        return ChapterRole::bibliography;
    if (type == "notes" || type == "footnotes" || type == "endnotes" || type == "rearnotes")
        return ChapterRole::notes;
    for (const std::string_view front :
         {"cover", "title-page", "titlepage", "acknowledgements", "copyright-page", "dedication",
          "foreword", "preface", "epigraph", "frontmatter"}) {
        if (type == front)
            return ChapterRole::front;
    }
    if (type == "colophon" || type == "glossary" || type == "backmatter" || type == "appendix")
        return ChapterRole::back;
    return std::nullopt;
}

void nav_list(const Node& list, const std::string& path, int level, std::vector<NavEntry>& entries)
{
    for (const Node& item : list.children) {
        if (!item.is("li"))
            continue;
        for (const Node& child : item.children) {
            if (child.is("a") || child.is("span")) {
                const std::string_view href = child.attribute("href");
                entries.push_back({single_spaced(text_of(child)), level,
                                   href.empty() ? std::string() : resolve(href, path)});
            } else if (child.is("ol") || child.is("ul")) {
                nav_list(child, path, level + 1, entries);
            } else if (const Node* const link = find_first(child, "a");
                       link != nullptr && !child.is("nav")) {
                entries.push_back(
                    {single_spaced(text_of(*link)), level, resolve(link->attribute("href"), path)});
            }
        }
    }
}

void ncx_points(const Node& parent, const std::string& path, int level,
                std::vector<NavEntry>& entries)
{
    for (const Node& point : parent.children) {
        if (!point.is("navPoint"))
            continue;
        NavEntry found{.level = level};
        for (const Node& child : point.children) {
            if (child.is("navLabel"))
                found.title = single_spaced(text_of(child));
            else if (child.is("content"))
                found.target = resolve(child.attribute("src"), path);
        }
        entries.push_back(std::move(found));
        ncx_points(point, path, level + 1, entries);
    }
}

// An entry without a target of its own (a label over a group) stands where its first child does.
void fill_targets(std::vector<NavEntry>& entries)
{
    for (std::size_t i = entries.size(); i-- > 0;) {
        if (entries[i].target.empty() && i + 1 < entries.size() &&
            entries[i + 1].level > entries[i].level)
            entries[i].target = entries[i + 1].target;
    }
    std::erase_if(entries,
                  [](const NavEntry& each) { return each.target.empty() || each.title.empty(); });
}

} // namespace

Result<EpubPackage> read_package(PackageArchive& archive, const std::string& file_name)
{
    TRY(const std::string path, package_path(archive, file_name));
    TRY(const std::string bytes, entry(archive, path));
    auto markup = parse_xml(bytes);
    if (!markup.ok())
        return Error{ErrorKind::corrupt, file_name + ": " + path + ": " + markup.error().message};
    const Node& root = markup->root;
    EpubPackage package;
    package.path = path;
    read_metadata(root, package);
    const std::map<std::string, Item> items = manifest_of(root, archive, path);
    read_spine(root, items, package);
    const Node* const spine = find_first(root, "spine");
    for (const auto& [id, item] : items) {
        if ((" " + item.properties + " ").find(" nav ") != std::string::npos)
            package.nav = item.path;
        const bool named = spine != nullptr && spine->attribute("toc") == id;
        if (named || (package.ncx.empty() && item.media_type == "application/x-dtbncx+xml"))
            package.ncx = item.path;
    }
    if (const Node* const guide = find_first(root, "guide")) {
        for (const Node* const reference : all_of(*guide, "reference")) {
            if (const auto role = role_of_guide(reference->attribute("type")))
                package.roles.emplace(resolve(reference->attribute("href"), path), *role);
        }
    }
    TRY(refuse_locked(archive, package, file_name));
    if (package.spine.empty())
        return Error{ErrorKind::corrupt, file_name + ": " + path + " lists no pages"};
    return package;
}

std::vector<NavEntry> entries_of_nav(std::string_view bytes, const std::string& path,
                                     std::map<std::string, ChapterRole>& roles)
{
    std::vector<NavEntry> entries;
    const auto markup = parse_page(bytes);
    if (!markup.ok())
        return entries;
    for (const Node* const nav : all_of(markup->root, "nav")) {
        const Node* list = find_first(*nav, "ol");
        list = list == nullptr ? find_first(*nav, "ul") : list;
        if (list == nullptr)
            continue;
        if (nav->has_type("landmarks")) {
            for (const Node* const link : all_of(*list, "a")) {
                const std::string types(link->prefixed("type"));
                for (std::size_t begin = 0; begin < types.size();) {
                    const std::size_t end = std::min(types.find(' ', begin), types.size());
                    if (const auto role =
                            role_of_guide(std::string_view(types).substr(begin, end - begin)))
                        roles.emplace(resolve(link->attribute("href"), path), *role);
                    begin = end + 1;
                }
            }
        } else if (nav->has_type("toc") || (entries.empty() && nav->prefixed("type").empty())) {
            nav_list(*list, path, 1, entries);
        }
    }
    fill_targets(entries);
    return entries;
}

std::vector<NavEntry> entries_of_ncx(std::string_view bytes, const std::string& path)
{
    std::vector<NavEntry> entries;
    const auto markup = parse_xml(bytes);
    if (!markup.ok())
        return entries;
    if (const Node* const map = find_first(markup->root, "navMap"))
        ncx_points(*map, path, 1, entries);
    fill_targets(entries);
    return entries;
}

} // namespace longhand::ingest::flowing
