// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/document_map.h"

#include "engine/base/utf8.h"

#include <array>
#include <map>
#include <regex>

namespace longhand::context {
namespace {

using Kind = MapQuestionKind;

std::string lowered(std::string_view text)
{
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code = utf8::next(text, offset);
        const bool capital = (code >= U'A' && code <= U'Z') ||
                             (code >= 0xC0 && code <= 0xDE && code != 0xD7);
        if (code == 0x2019)
            out.push_back('\'');
        else
            utf8::append(out, capital ? code + 32 : code);
    }
    return out;
}

std::int64_t chinese_number(std::string_view text)
{
    static const std::u32string digits = U"零一二三四五六七八九";
    std::int64_t total = 0, digit = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code = utf8::next(text, offset);
        if (code == U'十') {
            total += (digit == 0 ? 1 : digit) * 10;
            digit = 0;
        } else if (code == U'百') {
            total += (digit == 0 ? 1 : digit) * 100;
            digit = 0;
        } else if (code == U'两') {
            digit = 2;
        } else if (const auto at = digits.find(code); at != std::u32string::npos) {
            digit = static_cast<std::int64_t>(at);
        } else if (code >= U'0' && code <= U'9') {
            digit = digit * 10 + static_cast<std::int64_t>(code - U'0');
        }
    }
    return total + digit;
}

// "3", "third", "iv", "dritten", "二十", "last": 0 when it is no number.
std::int64_t number_from(const std::string& word)
{
    static const std::map<std::string, std::int64_t> names = {
        {"first", 1}, {"one", 1}, {"second", 2}, {"two", 2}, {"third", 3}, {"three", 3},
        {"fourth", 4}, {"four", 4}, {"fifth", 5}, {"five", 5}, {"sixth", 6}, {"six", 6},
        {"seventh", 7}, {"seven", 7}, {"eighth", 8}, {"eight", 8}, {"ninth", 9}, {"nine", 9},
        {"tenth", 10}, {"ten", 10}, {"last", -1}, {"final", -1},
        {"erste", 1}, {"ersten", 1}, {"zweite", 2}, {"zweiten", 2}, {"dritte", 3}, {"dritten", 3},
        {"vierte", 4}, {"vierten", 4}, {"fünfte", 5}, {"fünften", 5}, {"sechste", 6},
        {"sechsten", 6}, {"siebte", 7}, {"siebten", 7}, {"achte", 8}, {"achten", 8}, {"neunte", 9},
        {"neunten", 9}, {"zehnte", 10}, {"zehnten", 10}, {"letzte", -1}, {"letzten", -1},
        {"premier", 1}, {"première", 1}, {"deuxième", 2}, {"troisième", 3}, {"quatrième", 4},
        {"cinquième", 5}, {"sixième", 6}, {"septième", 7}, {"huitième", 8}, {"neuvième", 9},
        {"dixième", 10}, {"dernier", -1}, {"dernière", -1}, {"最后一", -1}, {"最后", -1},
        {"最後", -1}, {"最後一", -1}, {"i", 1}, {"ii", 2}, {"iii", 3}, {"iv", 4}, {"v", 5},
        {"vi", 6}, {"vii", 7}, {"viii", 8}, {"ix", 9}, {"x", 10}};
    if (const auto found = names.find(word); found != names.end())
        return found->second;
    if (!word.empty() && word.front() >= '0' && word.front() <= '9')
        return std::stoll(word.substr(0, std::min<std::size_t>(word.find_first_not_of("0123456789"), 6)));
    return chinese_number(word);
}

struct Pattern {
    Kind kind;
    std::regex form; // of the whole question; group 1, where there is one, the number
};

std::regex form(const std::string& body)
{
    // "please", "can you tell me" and what stands for the document itself do not matter.
    static const std::string opening =
        "^(?:please |can you |could you |tell me |say |bitte |sag mir |sage mir |dis-moi |and |und |"
        "et |so |请问|请告诉我|请)*";
    static const std::string whole =
        "(?: (?:are |is |does |has |have |there )*(?:in|of|for|does|has|in total|total|altogether))*"
        "(?: (?:the|this|that|my|whole|entire|current))*"
        "(?: (?:book|document|text|file|novel|story|report|paper|manual|pdf|work))?"
        "(?: (?:have|has|contain|contains|written|in total|there|about|long|in all|are|is|does|it))*";
    return std::regex(opening + "(?:" + body + ")" + whole + "\\s*(?:\\?|？|\\.|。|!)*\\s*$",
                      std::regex::ECMAScript | std::regex::optimize);
}

const std::vector<Pattern>& patterns()
{
    static const std::string de_book =
        "(?: (?:hat|haben|gibt|enthält|umfasst|stehen|sind|es|in|im|das|dem|diesem|dieses|diese|der|"
        "die|des|ganze|ganzen|insgesamt|hier|buch|buches|buchs|dokument|dokuments|text|textes|datei|"
        "roman|romans|bericht|berichts|werk|werkes))*";
    static const std::string fr_book =
        "(?: (?:y|a-t-il|a|ont|il|contient|compte|comporte|est|dans|de|du|le|la|les|ce|cet|cette|au|"
        "total|livre|document|texte|fichier|roman|rapport|ouvrage|œuvre|l'ouvrage|y-a-t-il))*";
    static const std::string zh_book =
        "(?:这|這|该|本|此)?(?:本书|本書|书|書|本|部小说|部小說|小说|小說|部|份文件|份文档|文件|文档|"
        "文章|篇文章|报告|份报告)?(?:里面|里|中|一共|总共|總共|共|有|的|是|总|總)*";
    static const std::string number = "([0-9]{1,4}(?:st|nd|rd|th|\\.)?|[a-zäöüéè]+)";
    static const std::string zh_number = "第?(最后一|最後一|最后|最後|[0-9一二三四五六七八九十百两]+)";
    static const std::vector<Pattern> all = {
        {Kind::pages, form("how many pages|(?:what is )?(?:the )?(?:number of pages|page count)|how "
                           "long is (?:this|the) (?:book|document|pdf)")},
        {Kind::pages, form("wie ?viele seiten" + de_book)},
        {Kind::pages, form("combien (?:de pages|y a-t-il de pages)" + fr_book)},
        {Kind::pages, form(zh_book + "(?:多少|几|幾)页" + "|" + zh_book + "(?:多少|几|幾)頁" + "|" +
                           zh_book + "页数(?:是多少)?")},
        {Kind::chapters, form("how many (?:chapters|parts|sections)|(?:what is )?(?:the )?number of "
                              "chapters")},
        {Kind::chapters, form("wie ?viele (?:kapitel|abschnitte)" + de_book)},
        {Kind::chapters, form("combien (?:de chapitres|y a-t-il de chapitres)" + fr_book)},
        {Kind::chapters, form(zh_book + "(?:多少|几|幾)(?:个|個)?(?:章节|章節|章|回)(?:节)?")},
        {Kind::words, form("how many words|(?:what is )?(?:the )?(?:number of words|word count)")},
        {Kind::words, form("wie ?viele wörter" + de_book)},
        {Kind::words, form("combien (?:de mots|y a-t-il de mots)" + fr_book)},
        {Kind::words, form(zh_book + "(?:多少|几|幾)(?:个|個)?字|" + zh_book + "字数(?:是多少)?")},
        {Kind::notes, form("how many (?:foot|end)?notes")},
        {Kind::images, form("how many (?:images|pictures|figures|illustrations)")},
        {Kind::images, form("wie ?viele (?:bilder|abbildungen)" + de_book)},
        {Kind::images, form(zh_book + "(?:多少|几|幾)(?:张|張|幅)?(?:图片|圖片|插图|插圖|图)")},
        {Kind::tables, form("how many tables")},
        {Kind::tables, form("wie ?viele tabellen" + de_book)},
        {Kind::title, form("what(?: is|'s) (?:the )?(?:title|name)|what is (?:this|the) "
                           "(?:book|document) called|(?:the )?title")},
        {Kind::title, form("(?:was ist der titel|wie lautet der titel|wie heißt|wie heisst)"
                           " (?:das|dieses|des|dem)? ?(?:buch|buches|buchs|dokument|dokuments|roman|romans)")},
        {Kind::title, form("(?:quel est le titre|comment s'appelle)" + fr_book)},
        {Kind::title, form(zh_book + "(?:书名|書名|标题|標題|题目|名字|名称|叫)(?:是)?(?:什么|什麼|啥)?"
                           "(?:名字|书名)?")},
        {Kind::author, form("who (?:is|are) the authors?|who (?:wrote|has written|is the writer)|what "
                            "is the author's name|(?:the )?authors?")},
        {Kind::author, form("wer ist (?:der autor|die autorin|der verfasser)" + de_book +
                            "|wer hat (?:das|dieses|den|diesen) (?:buch|dokument|roman|text|bericht) "
                            "(?:geschrieben|verfasst)|von wem ist (?:das|dieses) (?:buch|dokument)")},
        {Kind::author, form("(?:qui est l'auteur|qui a écrit|quel est l'auteur)" + fr_book)},
        {Kind::author, form(zh_book + "(?:作者)(?:是|叫)?(?:谁|誰|什么名字|什么)?|" + zh_book +
                            "(?:谁|誰)写的")},
        {Kind::language, form("(?:what|which) language is (?:this|the) (?:book|document|text)|in what "
                              "language is (?:this|the) (?:book|document|text)")},
        {Kind::chapter_list, form("(?:list|show|name|give me|what are)(?: me)?(?: all)?(?: of)?(?: "
                                  "the)?(?: titles of)?(?: the)? (?:chapters|chapter titles|chapter "
                                  "names|table of contents|contents)|(?:the )?table of contents")},
        {Kind::chapter_list, form("(?:nenne|liste|zeige|welche)(?: mir)?(?: alle)?(?: die)? "
                                  "(?:kapitel|kapitelüberschriften)" + de_book + "(?: auf)?")},
        {Kind::chapter_list, form("(?:liste|donne|quels sont)(?:-moi)?(?: tous)?(?: les)? "
                                  "(?:chapitres|titres des chapitres)" + fr_book)},
        {Kind::chapter_list, form("(?:列出|给出|有哪些)?" + zh_book + "(?:所有|全部|哪些)?(?:的)?(?:章节|章節|"
                                  "目录|目錄|章节标题)(?:列表|标题|目录)?(?:是什么|有哪些)?")},
        {Kind::chapter_title, form("what(?: is|'s) (?:the )?(?:title|name|heading) of (?:the )?chapter " +
                                   number + "|what is chapter " + number + " called|what(?: is|'s) the "
                                   "(?:title|name) of the " + number + " chapter|what is the " + number +
                                   " chapter(?: called)")},
        {Kind::chapter_title, form("wie heißt (?:das )?kapitel " + number + "|wie heißt das " + number +
                                   " kapitel|was ist der titel (?:von|des) (?:kapitels? )?" + number +
                                   "(?: kapitels)?")},
        {Kind::chapter_title, form("comment s'appelle le chapitre " + number + "|comment s'appelle le " +
                                   number + " chapitre|quel est le titre du (?:chapitre )?" + number +
                                   "(?: chapitre)?")},
        {Kind::chapter_title, form(zh_book + zh_number + "(?:章|回|节)的?(?:标题|標題|题目|名字|名称|叫)"
                                   "(?:是|叫)?(?:什么|什麼|啥)?(?:名字)?")},
        {Kind::chapter_words, form("how many words (?:are |does |has )*(?:in )?chapter " + number +
                                   "|how long is chapter " + number)},
        {Kind::chapter_page, form("(?:on )?(?:what|which) page does chapter " + number +
                                  " (?:start|begin)|where does chapter " + number + " (?:start|begin)")},
        {Kind::chapter_page, form("auf welcher seite beginnt (?:das )?kapitel " + number)},
        {Kind::first_sentence, form("what(?: is|'s) the (?:first|opening) (?:sentence|line)|how does "
                                    "(?:the|this) (?:book|text|document|novel|story) (?:begin|start)|"
                                    "(?:quote |give me )?the first (?:sentence|line)")},
        {Kind::first_sentence, form("(?:wie lautet|was ist) der erste satz" + de_book)},
        {Kind::first_sentence, form("quelle est la première phrase" + fr_book)},
        {Kind::first_sentence, form(zh_book + "第一句(?:话)?(?:是|写)?(?:什么|什麼)?")},
        {Kind::last_sentence, form("what(?: is|'s) the (?:last|final|closing) (?:sentence|line)|"
                                   "(?:quote |give me )?the last (?:sentence|line)")},
        {Kind::last_sentence, form("(?:wie lautet|was ist) der letzte satz" + de_book)},
        {Kind::last_sentence, form("quelle est la dernière phrase" + fr_book)},
        {Kind::last_sentence, form(zh_book + "(?:最后|最後)一句(?:话)?(?:是|写)?(?:什么|什麼)?")},
    };
    return all;
}

} // namespace

std::optional<MapQuestion> recognise_map_question(std::string_view question)
{
    constexpr std::size_t kLongest = 160; // such questions are short
    if (question.size() > kLongest)
        return std::nullopt;
    const std::string text = lowered(utf8::trim(question));
    for (const Pattern& pattern : patterns()) {
        std::smatch match;
        if (!std::regex_match(text, match, pattern.form))
            continue;
        MapQuestion out{.kind = pattern.kind};
        for (std::size_t group = 1; group < match.size(); ++group)
            if (match[group].matched)
                out.number = number_from(match[group].str());
        const bool wants_number = out.kind == Kind::chapter_title ||
                                  out.kind == Kind::chapter_words || out.kind == Kind::chapter_page;
        if (wants_number && out.number == 0)
            continue;
        return out;
    }
    return std::nullopt;
}

} // namespace longhand::context
