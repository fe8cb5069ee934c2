// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/translation_checks.h"

#include <gtest/gtest.h>

namespace longhand::tasks {
namespace {

using Names = std::vector<std::string>;

TranslationVerdict check(std::string_view source, std::string_view target, std::string_view from = "en",
                         std::string_view to = "zh", infer::Finish finish = infer::Finish::stop)
{
    return check_translation({source, target, from, to, finish});
}

constexpr std::string_view kEnglish = "The ferry left Marrow Point at noon with a crate of oranges.";

TEST(TranslationChecks, PassAGoodTranslation)
{
    const auto zh = check(kEnglish, "渡轮正午离开马罗角，载着一箱橙子。");
    EXPECT_TRUE(zh.usable);
    EXPECT_EQ(zh.warnings, Names{});
    EXPECT_TRUE(check("天快黑的时候，船长把海图折好，放进抽屉。",
                      "As darkness fell, the captain folded the chart and put it into the drawer.", "zh", "en").usable);
    EXPECT_TRUE(check(kEnglish, "Die F\u00E4hre verlie\u00DF Marrow Point mittags mit einer Kiste Orangen.", "en", "de").usable);
    EXPECT_TRUE(check("Ilse Brandt", "Ilse Brandt", "en", "de").usable);
}

TEST(TranslationChecks, NameWhatIsWrong)
{
    const auto first = [](const TranslationVerdict& verdict) {
        return verdict.usable || verdict.warnings.empty() ? std::string("usable") : verdict.warnings.front();
    };
    EXPECT_EQ(first(check(kEnglish, "  ")), "empty");
    EXPECT_EQ(first(check(kEnglish, kEnglish)), "untranslated");
    EXPECT_EQ(first(check(kEnglish, kEnglish, "en", "de")), "untranslated");
    EXPECT_EQ(first(check(kEnglish, "The boat went away from the harbour in the middle of the day.", "en", "fr")), "untranslated");
    EXPECT_EQ(first(check(kEnglish, "渡轮正午离开", "en", "zh", infer::Finish::length)), "cut_short");
    EXPECT_EQ(first(check(kEnglish, "渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮")), "repetition");
    EXPECT_EQ(first(check(kEnglish, "I'm sorry, I cannot translate this.", "en", "en-GB")), "refusal");
    EXPECT_EQ(first(check(kEnglish, "船")), "length");
    EXPECT_EQ(first(check("天快黑的时候，船长把海图折好，放进抽屉。", "天快黑的时候，船长折好海图。", "zh", "en")), "untranslated");
}

TEST(TranslationChecks, WarnAboutNumbersThatAreMissing)
{
    const auto verdict = check("It cost 1,204.50 crowns in 1887.", "它在1887年花了很多克朗。");
    EXPECT_TRUE(verdict.usable);
    EXPECT_EQ(verdict.warnings, Names{"numbers"});
    EXPECT_EQ(check("It cost 1,204.50 crowns.", "Es kostete 1.204,50 Kronen.", "en", "de").warnings, Names{});
}

TEST(TranslationChecks, AllowRepetitionThatTheSourceHas)
{
    EXPECT_TRUE(check("はっはっはっはっはっはっはっはっはっはっはっはっ", "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈", "ja", "zh").usable);
}

TEST(TranslationChecks, TakeOffWhatModelsPutAround)
{
    EXPECT_EQ(clean_translation("Translation: Hallo.", "Hello."), "Hallo.");
    EXPECT_EQ(clean_translation(" \"Hallo.\" ", "Hello."), "Hallo.");
    EXPECT_EQ(clean_translation("\"Hallo.\"", "\"Hello.\""), "\"Hallo.\"");
    EXPECT_EQ(clean_translation("Hallo.\n\n Und du?", "Hello. And you?"), "Hallo. Und du?");
    EXPECT_EQ(clean_translation("你好。\n你呢？", "Hello. And you?"), "你好。你呢？");
    EXPECT_EQ(clean_translation("Hallo,\ndu", "Hello,\nyou"), "Hallo,\ndu");
    EXPECT_FALSE(has_words("1984 *** 3.5"));
    EXPECT_TRUE(has_words("章"));
}

}  // namespace
}  // namespace longhand::tasks
