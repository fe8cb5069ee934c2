// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom: the arrows of the house run one way.
#include "tests/repo/source_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace longhand::test {
namespace {

using Words = std::vector<std::string>;

// What an #include names: one of our folders ("app/library"), a foreign library, or the system.
struct Foreign {
    std::string library;
    Words prefixes;
};

const std::vector<Foreign>& foreign_libraries()
{
    static const std::vector<Foreign> kLibraries = {
        {"qt", {"Q", "Qt"}},
        {"cuda", {"cuda", "cublas", "nccl", "cooperative_groups", "mma.h"}},
        {"sqlite", {"sqlite3"}},
        {"poppler", {"poppler"}},
        {"glib", {"glib", "gio/"}},
        {"cairo", {"cairo"}},
        {"pango", {"pango"}},
        {"archive", {"archive"}},
        {"xml", {"libxml/"}},
        {"json", {"nlohmann/"}},
        {"sentencepiece", {"sentencepiece"}},
        {"pcre", {"pcre2"}},
        {"icu", {"unicode/"}},
        {"cli11", {"CLI/"}},
        {"curl", {"curl/"}},
        {"compression", {"zlib", "zstd", "lzma"}},
        {"seccomp", {"seccomp"}},
        {"markdown", {"md4c", "cmark"}},
        {"charset", {"uchardet"}},
        {"html", {"gumbo"}},
    };
    return kLibraries;
}

std::string foreign_library(const std::string& include)
{
    if (include.rfind("cuda/", 0) == 0)
        return {};
    for (const Foreign& foreign : foreign_libraries())
        for (const std::string& prefix : foreign.prefixes)
            if (include.rfind(prefix, 0) == 0)
                return foreign.library;
    return {};
}

bool below(const std::string& path, const std::string& folder)
{
    return path.rfind(folder + "/", 0) == 0;
}

// The most specific rule of a file's folder holds. `ours` are folders it may include besides its
// own; `foreign` the libraries it may include, and only in a .cpp unless it is `headers_too`.
struct Rule {
    Words ours;
    Words foreign;
    bool headers_too = false;
};

const std::map<std::string, Rule>& rules()
{
    static const std::map<std::string, Rule> kRules = {
        {"engine/base", {}},
        {"engine/tensor", {{"engine/base"}, {}}},
        {"engine/checkpoint", {{"engine/base", "engine/tensor"}, {"json"}}},
        {"engine/tokenizer", {{"engine/base"}, {"sentencepiece", "pcre", "icu", "json"}}},
        {"engine/model", {{"engine/base", "engine/tensor", "engine/checkpoint"}, {"json"}}},
        {"engine/infer",
         {{"engine/base", "engine/tensor", "engine/checkpoint", "engine/model", "engine/tokenizer"},
          {"json"}}},
        {"engine/infer/remote", {{"engine/base", "engine/infer"}, {"curl", "json"}}},
        {"engine/train",
         {{"engine/base", "engine/tensor", "engine/checkpoint", "engine/model"}, {"json"}}},
        {"engine/adapt",
         {{"engine/base", "engine/tensor", "engine/checkpoint", "engine/tokenizer", "engine/model",
           "engine/infer", "engine/train"},
          {"json"}}},
        {"engine/eval", {{"engine"}, {"json"}}},
        {"cuda", {{"engine/base", "engine/tensor"}, {"cuda"}, true}},
        {"app/device", {{"engine/base", "engine/tensor", "cuda"}, {}}},
        {"app/document", {{"engine/base"}, {"icu", "compression"}}},
        {"app/ingest",
         {{"engine/base", "app/document"},
          {"archive", "xml", "icu", "compression", "markdown", "charset", "html", "seccomp"}}},
        {"app/ingest/reader",
         {{"app/ingest", "app/document", "engine/base"},
          {"poppler", "glib", "cairo", "pango", "seccomp"},
          true}},
        {"app/library",
         {{"engine/base", "app/document", "app/ingest"}, {"sqlite", "json", "compression", "icu"}}},
        {"app/context", {{"engine", "app/document", "app/library"}, {"json", "icu"}}},
        {"app/learn", {{"engine", "app/document", "app/ingest"}, {"json"}}},
        {"app/tasks", {{"engine", "app/document", "app/library", "app/context"}, {"json", "icu"}}},
        {"app/jobs",
         {{"engine", "app/document", "app/ingest", "app/library", "app/context", "app/tasks",
           "app/settings"},
          {"json"}}},
        {"app/export",
         {{"engine/base", "app/document", "app/ingest", "app/library"},
          {"archive", "xml", "json", "icu", "compression"}}},
        {"app/models", {{"engine", "app/settings"}, {"curl", "json"}}},
        {"app/settings", {{"engine/base"}, {"json"}}},
        {"app/cli", {{"engine", "app"}, {"cli11", "json"}, true}},
        {"ui/bridge", {{"app", "engine"}, {"qt"}, true}},
        {"ui", {{"ui"}, {"qt"}, true}},
    };
    return kRules;
}

// ui/main.cpp wires everything, like app/cli.
Rule rule_of(const std::string& path)
{
    if (path == "ui/main.cpp" || path == "ui/wiring.h" || path == "ui/wiring.cpp")
        return {{"engine", "app", "cuda", "ui"}, {"qt"}, true};
    Rule found;
    std::size_t longest = 0;
    for (const auto& [folder, rule] : rules())
        if (below(path, folder) && folder.size() > longest) {
            found = rule;
            found.ours.push_back(folder);
            longest = folder.size();
        }
    EXPECT_GT(longest, 0U) << path << ": no rule for this folder";
    return found;
}

std::vector<SourceFile> code()
{
    return source_files({"engine", "cuda", "app", "ui"}, {".h", ".cpp", ".cu", ".cuh"});
}

bool is_ours(const std::string& include)
{
    return below(include, "engine") || below(include, "cuda") || below(include, "app") ||
           below(include, "ui") || below(include, "tests");
}

TEST(Layering, EveryIncludeOfOursFollowsTheTable)
{
    const auto files = code();
    ASSERT_GT(files.size(), 20U);
    for (const SourceFile& file : files) {
        const Rule rule = rule_of(file.path);
        for (const std::string& include : includes_of(file))
            if (is_ours(include)) {
                const bool allowed =
                    std::any_of(rule.ours.begin(), rule.ours.end(),
                                [&](const std::string& folder) { return below(include, folder); });
                EXPECT_TRUE(allowed) << file.path << " may not include " << include;
            } else {
                EXPECT_TRUE(include.find("../") == std::string::npos)
                    << file.path << ": write includes from the root, not " << include;
            }
    }
}

TEST(Layering, ForeignLibrariesStayInTheirFoldersAndOutOfOurHeaders)
{
    for (const SourceFile& file : code()) {
        const Rule rule = rule_of(file.path);
        const bool header = file.path.ends_with(".h");
        for (const std::string& include : includes_of(file)) {
            const std::string library = is_ours(include) ? std::string() : foreign_library(include);
            if (library.empty())
                continue;
            EXPECT_NE(std::find(rule.foreign.begin(), rule.foreign.end(), library),
                      rule.foreign.end())
                << file.path << " may not include " << include;
            EXPECT_TRUE(!header || rule.headers_too)
                << file.path << ": a foreign header leaks through ours: " << include;
        }
    }
}

TEST(Layering, KernelsTakePointersNotTensors)
{
    for (const SourceFile& file : source_files({"cuda/kernels"}, {".h", ".cu", ".cuh"}))
        for (const std::string& include : includes_of(file))
            EXPECT_FALSE(below(include, "engine") && !below(include, "engine/base"))
                << file.path << " includes " << include;
}

TEST(Layering, TheRulesThemselvesCatchAWrongArrow)
{
    EXPECT_EQ(foreign_library("QWidget"), "qt");
    EXPECT_EQ(foreign_library("poppler.h"), "poppler");
    EXPECT_EQ(foreign_library("cuda/runtime/devices.h"), "");
    EXPECT_EQ(foreign_library("cuda_runtime.h"), "cuda");
    const Rule tensor = rule_of("engine/tensor/tensor.h");
    EXPECT_EQ(std::find(tensor.ours.begin(), tensor.ours.end(), "app/document"), tensor.ours.end());
    const SourceFile sample{"x.cpp", "#include <a.h>\n  # include \"b/c.h\"\nint x;\n"};
    EXPECT_EQ(includes_of(sample), (std::vector<std::string>{"a.h", "b/c.h"}));
}

} // namespace
} // namespace longhand::test
