// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_words.h"

namespace longhand::exporting {
namespace {

constexpr ExportWords kEnglish{
    .book = "The book", .sources = "Sources", .page = "p. %1", .chapter = "chapter %1",
    .paragraph = "paragraph %1", .not_from_text = "not from the text",
    .does_not_say = "The book does not say.", .closest = "The closest passages:",
    .about = "About this passage:", .own_sentences = "Sentences of the chapter itself:",
    .unlocated_one = "1 statement of the model not found in the text and left out here.",
    .unlocated_many = "%1 statements of the model not found in the text and left out here.",
    .coverage = "Read %1 of %2 words in %3 chapters.",
    .truncated = "Chapters not read to the end: %1.",
    .steps = "Read in %1 steps of at most %2 tokens.", .made_with = "Made with %1 in Longhand.",
    .summary = "Summary", .conversation = "Questions and answers", .focus = "Focus: %1",
    .open_quote = "“", .close_quote = "”", .between = ": ", .end = " "};

constexpr ExportWords kSimplified{
    .book = "全书", .sources = "出处", .page = "第 %1 页", .chapter = "第 %1 章",
    .paragraph = "第 %1 段", .not_from_text = "非原文内容",
    .does_not_say = "书中没有说明。", .closest = "最接近的段落：",
    .about = "针对这段文字：", .own_sentences = "本章原句：",
    .unlocated_one = "模型有 1 句话在原文中找不到依据，此处略去。",
    .unlocated_many = "模型有 %1 句话在原文中找不到依据，此处略去。",
    .coverage = "共 %3 章 %2 词，已读 %1 词。", .truncated = "%1 章未读完。",
    .steps = "分 %1 步读完，每步不超过 %2 个词元。", .made_with = "由 Longhand 使用 %1 生成。",
    .summary = "摘要", .conversation = "问与答", .focus = "侧重：%1",
    .open_quote = "“", .close_quote = "”", .between = "：", .end = ""};

constexpr ExportWords kTraditional{
    .book = "全書", .sources = "出處", .page = "第 %1 頁", .chapter = "第 %1 章",
    .paragraph = "第 %1 段", .not_from_text = "非原文內容",
    .does_not_say = "書中沒有說明。", .closest = "最接近的段落：",
    .about = "針對這段文字：", .own_sentences = "本章原句：",
    .unlocated_one = "模型有 1 句話在原文中找不到依據，此處略去。",
    .unlocated_many = "模型有 %1 句話在原文中找不到依據，此處略去。",
    .coverage = "共 %3 章 %2 詞，已讀 %1 詞。", .truncated = "%1 章未讀完。",
    .steps = "分 %1 步讀完，每步不超過 %2 個詞元。", .made_with = "由 Longhand 使用 %1 產生。",
    .summary = "摘要", .conversation = "問與答", .focus = "側重：%1",
    .open_quote = "「", .close_quote = "」", .between = "：", .end = ""};

constexpr ExportWords kJapanese{
    .book = "全体", .sources = "出典", .page = "%1 ページ", .chapter = "第 %1 章",
    .paragraph = "第 %1 段落", .not_from_text = "本文にない内容",
    .does_not_say = "本には書かれていません。", .closest = "最も近い箇所：",
    .about = "この箇所について：", .own_sentences = "この章の原文：",
    .unlocated_one = "本文に見つからないモデルの記述 1 件は省きました。",
    .unlocated_many = "本文に見つからないモデルの記述 %1 件は省きました。",
    .coverage = "全 %3 章 %2 語のうち %1 語を読みました。",
    .truncated = "読み切れなかった章：%1。",
    .steps = "%1 回に分けて、一度に最大 %2 トークンを読みました。",
    .made_with = "Longhand と %1 による作成。",
    .summary = "要約", .conversation = "質問と回答", .focus = "注目点：%1",
    .open_quote = "「", .close_quote = "」", .between = "：", .end = ""};

constexpr ExportWords kGerman{
    .book = "Das Buch", .sources = "Quellen", .page = "S. %1", .chapter = "Kapitel %1",
    .paragraph = "Absatz %1", .not_from_text = "nicht aus dem Text",
    .does_not_say = "Das Buch sagt dazu nichts.", .closest = "Die nächsten Stellen:",
    .about = "Zu dieser Stelle:", .own_sentences = "Sätze des Kapitels selbst:",
    .unlocated_one = "1 Aussage des Modells steht nicht im Text und ist weggelassen.",
    .unlocated_many = "%1 Aussagen des Modells stehen nicht im Text und sind weggelassen.",
    .coverage = "%1 von %2 Wörtern in %3 Kapiteln gelesen.",
    .truncated = "Nicht bis zum Ende gelesene Kapitel: %1.",
    .steps = "In %1 Schritten von höchstens %2 Tokens gelesen.",
    .made_with = "Erstellt mit %1 in Longhand.",
    .summary = "Zusammenfassung", .conversation = "Fragen und Antworten", .focus = "Schwerpunkt: %1",
    .open_quote = "„", .close_quote = "“", .between = ": ", .end = " "};

}  // namespace

const ExportWords& words_for(const std::string& language)
{
    if (language.starts_with("zh-Hant") || language.starts_with("zh-TW") ||
        language.starts_with("zh-HK"))
        return kTraditional;
    if (language.starts_with("zh"))
        return kSimplified;
    if (language.starts_with("ja"))
        return kJapanese;
    return language.starts_with("de") ? kGerman : kEnglish;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string> values)
{
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::size_t place =
            pattern[i] == '%' && i + 1 < pattern.size() ? static_cast<std::size_t>(pattern[i + 1] - '1')
                                                        : values.size();
        if (place < values.size()) {
            out += *(values.begin() + place);
            ++i;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

std::string quoted(const ExportWords& words, const std::string& text)
{
    return std::string(words.open_quote) + text + std::string(words.close_quote);
}

}  // namespace longhand::exporting
