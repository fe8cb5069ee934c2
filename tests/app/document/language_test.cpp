// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include <gtest/gtest.h>

namespace longhand::document {
namespace {

TEST(DetectLanguage, ByFrequentWords)
{
    EXPECT_EQ(detect_language("The old house stood on a hill, and nobody in the village knew who "
                              "had built it or why it was so tall."),
              "en");
    EXPECT_EQ(detect_language("Das alte Haus stand auf einem Hügel, und niemand in dem Dorf wusste, "
                              "wer es gebaut hatte und warum es so hoch war."),
              "de");
    EXPECT_EQ(detect_language("La vieille maison se dressait sur une colline, et personne dans le "
                              "village ne savait qui l'avait construite."),
              "fr");
    EXPECT_EQ(detect_language("La vieja casa estaba en una colina y nadie en el pueblo sabía quién "
                              "la había construido, pero todos hablaban de ella con respeto."),
              "es");
    EXPECT_EQ(detect_language("La vecchia casa era in cima alla collina e nessuno nel paese sapeva "
                              "chi la aveva costruita, ma tutti ne parlavano con rispetto."),
              "it");
}

TEST(DetectLanguage, ByScript)
{
    EXPECT_EQ(detect_language("山上有一座老房子,村里没有人知道是谁建的。"), "zh");
    EXPECT_EQ(detect_language("丘の上に古い家があり、誰が建てたのか村の人は知らなかった。"), "ja");
    EXPECT_EQ(detect_language("언덕 위에 오래된 집이 있었다. 아무도 몰랐다."), "ko");
    EXPECT_EQ(detect_language("На холме стоял старый дом, и никто не знал, кто его построил."), "ru");
    EXPECT_EQ(detect_language("كان هناك بيت قديم على التل ولم يعرف أحد من بناه"), "ar");
    EXPECT_EQ(detect_language("خانه‌ای قدیمی روی تپه بود و کسی نمی‌دانست چه کسی آن را ساخته است"), "fa");
}

TEST(DetectLanguage, ChineseWithEnglishTermsStaysChinese)
{
    EXPECT_EQ(detect_language("使用 LaTeX 排版时,用户需要先安装 TeX Live 发行版,再编写源文件。"), "zh");
}

TEST(DetectLanguage, IsEmptyWhenUnsure)
{
    EXPECT_EQ(detect_language(""), "");
    EXPECT_EQ(detect_language("1234 5678 !!"), "");
    EXPECT_EQ(detect_language("Xyzzy plugh"), "");
}

}  // namespace
}  // namespace longhand::document
