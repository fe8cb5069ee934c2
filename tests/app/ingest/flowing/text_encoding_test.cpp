// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/text_encoding.h"

#include "app/ingest/flowing/flowing.h"
#include "tests/app/ingest/flowing/package_builder.h"

#include <gtest/gtest.h>

#include <iconv.h>

namespace longhand::ingest::flowing {
namespace {

// Encodes with the C library, so that decoding with another library has something to agree with.
std::string encoded(std::string text, const char* charset)
{
    const iconv_t converter = iconv_open(charset, "UTF-8");
    std::string out(text.size() * 4 + 16, '\0');
    char* from = text.data();
    char* to = out.data();
    std::size_t left = text.size(), room = out.size();
    const bool done = iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    EXPECT_TRUE(done) << charset;
    out.resize(out.size() - room);
    return out;
}

const char* const kSimplified = "灯塔的看守人每天早上都要走到海边，看一看昨夜的风把什么东西带到了沙"
                                "滩上。他说，海是不会说谎的，它把人们不要的"
                                "和丢失的都还回来。那一年冬天，他在石头中间发现了一个小木盒，里面有"
                                "一封信，信上的字已经看不清了。他把信放在桌子上，"
                                "想了很久，然后对自己说：写信的人一定还在等着回答。于是他拿出纸和笔"
                                "，开始给一个不认识的人写信。";
const char* const kTraditional = "燈塔的看守人每天早上都要走到海邊，看一看昨夜的風把什麼東西帶到了"
                                 "沙灘上。他說，海是不會說謊的，它把人們不要的"
                                 "和丟失的都還回來。那一年冬天，他在石頭中間發現了一個小木盒，裡面"
                                 "有一封信，信上的字已經看不清了。他把信放在桌子上，"
                                 "想了很久，然後對自己說：寫信的人一定還在等著回答。於是他拿出紙和"
                                 "筆，開始給一個不認識的人寫信。";
const char* const kJapanese = "灯台守は毎朝、海辺まで歩いて行って、ゆうべの風が何を砂浜に運んで来た"
                              "かを見るのであった。海は嘘をつかない、と彼は"
                              "言った。その年の冬、彼は石のあいだに小さな木の箱を見つけた。中には手"
                              "紙が一通入っていたが、文字はもう読めなかった。";
const char* const kKorean = "등대지기는 매일 아침 바닷가로 걸어가서 지난밤 바람이 모래밭에 무엇을 "
                            "가져다 놓았는지 보았다. 바다는 거짓말을 하지 "
                            "않는다고 그는 말했다. 그해 겨울 그는 돌 사이에서 작은 나무 상자를 "
                            "하나 발견했는데 그 안에는 편지가 한 통 들어 있었다.";
const char* const kRussian = "Смотритель маяка каждое утро ходил к берегу посмотреть, что принёс "
                             "на песок ночной ветер. Море не лжёт, говорил он, "
                             "оно возвращает людям то, что они потеряли. В ту зиму он нашёл между "
                             "камнями маленький деревянный ящик с письмом.";
const char* const kFrench = "Le gardien du phare descendait chaque matin à la grève pour voir ce "
                            "que le vent de la nuit avait laissé sur le sable. "
                            "La mer ne ment pas, répétait-il, elle rend ce qu’on a jeté et même ce "
                            "qu’on a oublié. Cet hiver-là, il découvrit entre "
                            "les pierres une boîte où dormait une lettre, déjà effacée. « Celui "
                            "qui l’a écrite espère encore », pensa-t-il, ému.";

struct Sample {
    const char* text;
    const char* charset; // of the C library
    const char* shown;
};

class Encodings : public testing::TestWithParam<Sample> {};

TEST_P(Encodings, AreRecognisedNamedAndDecoded)
{
    const Sample& sample = GetParam();
    const auto decoded = decode_text(encoded(sample.text, sample.charset), {});
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->encoding, sample.shown);
    EXPECT_EQ(decoded->text, sample.text);
    EXPECT_EQ(decoded->replaced, 0U);
}

TEST_P(Encodings, AreObeyedWhenAskedFor)
{
    const Sample& sample = GetParam();
    const auto decoded = decode_text(encoded(sample.text, sample.charset), sample.shown);
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->text, sample.text);
    EXPECT_TRUE(decoded->certain);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, Encodings,
    testing::Values(Sample{kSimplified, "UTF-8", "UTF-8"}, Sample{kFrench, "UTF-8", "UTF-8"},
                    Sample{kSimplified, "GB18030", "GB18030"}, Sample{kTraditional, "BIG5", "Big5"},
                    Sample{kJapanese, "SHIFT_JIS", "Shift_JIS"},
                    Sample{kJapanese, "EUC-JP", "EUC-JP"}, Sample{kKorean, "EUC-KR", "EUC-KR"},
                    Sample{kRussian, "WINDOWS-1251", "windows-1251"},
                    Sample{kRussian, "KOI8-R", "KOI8-R"},
                    Sample{kFrench, "WINDOWS-1252", "windows-1252"}));

TEST(TextEncoding, MarksOfByteOrderDecide)
{
    for (const auto& [mark, charset, shown] :
         {std::tuple{std::string("\xEF\xBB\xBF"), "UTF-8", "UTF-8"},
          {std::string("\xFF\xFE"), "UTF-16LE", "UTF-16LE"},
          {std::string("\xFE\xFF"), "UTF-16BE", "UTF-16BE"}}) {
        const auto decoded = decode_text(mark + encoded(kJapanese, charset), {});
        ASSERT_TRUE(decoded.ok());
        EXPECT_EQ(decoded->encoding, shown);
        EXPECT_EQ(decoded->text, kJapanese);
        EXPECT_TRUE(decoded->certain);
    }
}

TEST(TextEncoding, Utf16WithoutMarkIsRecognisedByItsZeroBytes)
{
    const std::string text = std::string(kSimplified) + "\n\n" + kSimplified + "\nChapter 1\n";
    for (const char* const charset : {"UTF-16LE", "UTF-16BE"}) {
        const auto decoded = decode_text(encoded(text, charset), {});
        ASSERT_TRUE(decoded.ok());
        EXPECT_EQ(decoded->encoding, charset);
        EXPECT_EQ(decoded->text, text);
    }
}

TEST(TextEncoding, AFewDamagedBytesLeaveUtf8Utf8)
{
    std::string text = kSimplified;
    text[30] = '\xFF';
    const auto decoded = decode_text(text, {});
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->encoding, "UTF-8");
    EXPECT_GE(decoded->replaced, 1U);
    EXPECT_NE(decoded->text.find("木盒"), std::string::npos);
}

TEST(TextEncoding, AShortTextIsCalledAGuess)
{
    const auto decoded = decode_text(encoded("café", "WINDOWS-1252"), {});
    ASSERT_TRUE(decoded.ok());
    EXPECT_FALSE(decoded->certain);
    const auto document =
        read_text({encoded("Un café, s'il vous plaît.", "WINDOWS-1252"), "a.txt", {}, nullptr});
    ASSERT_TRUE(document.ok());
    EXPECT_TRUE(has_problem(*document, "encoding_guessed"));
    EXPECT_EQ(text_of(document->chapters.at(0)), "Un café, s'il vous plaît.");
}

TEST(TextEncoding, AnUnknownNameIsRefused)
{
    const auto decoded = decode_text("text", "no-such-charset");
    ASSERT_FALSE(decoded.ok());
    EXPECT_EQ(decoded.error().kind, ErrorKind::invalid);
}

} // namespace
} // namespace longhand::ingest::flowing
