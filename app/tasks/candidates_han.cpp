// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/candidate_finder.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace longhand::tasks {
namespace {

using library::Gender;
using library::Term;
using library::TermKind;

using View = std::u32string_view;
using Set = std::unordered_set<std::u32string>;

constexpr View kSurnames =
    U"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费"
    U"岑薛雷贺倪汤滕罗毕郝邬安常乐于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅林钟"
    U"徐邱骆高夏蔡田樊胡凌霍虞柯卢莫房解应丁邓洪包左石崔吉龚程裴陆荣翁甄段侯全班秋宫宁仇甘祖武符刘景詹龙叶司黎薄白蒲赖卓蔺屠"
    U"乔阴闻党翟谭贡劳冉郦桑桂牛寿边燕冀尚温庄晏柴瞿阎慕连茹习鱼容向古易廖庾终步耿满弘匡国文寇广东欧沃利师巩聂关趙錢孫鄭馮陳衛"
    U"蔣韓楊許呂張嚴華謝鄒蘇範彭魯韋馬鳳任湯羅畢鄔樂齊顧黃蕭項賈顏鍾駱萬盧應鄧龔陸榮龍葉劉喬溫莊閻連關譚";
constexpr std::array<View, 14> kLongSurnames = {U"欧阳", U"司马", U"上官", U"诸葛", U"东方", U"皇甫", U"尉迟",
                                                U"公孙", U"慕容", U"令狐", U"南宫", U"独孤", U"夏侯", U"端木"};
// Signs of grammar: in names they are rare enough to be left out.
constexpr View kGrammar =
    U"的了是不我你您他她它这那有在和也就都要会说着过到去来个们么什没很把被让给从对与及或而且但却又才只已将再更最太非便问笑答喊"
    U"想看听见得之其此彼为以于所则乃者矣乎焉哉咱俺呢吗吧啊呀嘛哩罢這說過來個們麼沒從對與將見為於則還还很别罵骂忙因如何能可应该"
    U"自每各某何谁哪怎几些里上下中前后内外时候没着吃走叫拿做作当當等跟向往比连連同正刚剛先本并並";
constexpr View kSpeech = U"道说問问曰喊叫答嚷骂罵說";
constexpr View kManner = U"又便忙笑冷怒大连連也就方才急苦叹嘆哭低高悄轻輕";
constexpr View kPlaceEndings = U"山城州县縣镇鎮村江湖街府寺庙廟岛島省国國港桥橋庄莊洞谷峰岭嶺河海市";
constexpr std::array<std::pair<View, Gender>, 36> kHonours = {
    {{U"先生", Gender::male},   {U"太太", Gender::female},  {U"小姐", Gender::female}, {U"夫人", Gender::female},
     {U"老爷", Gender::male},   {U"太爷", Gender::male},    {U"公子", Gender::male},   {U"姑娘", Gender::female},
     {U"大人", Gender::male},   {U"将军", Gender::male},    {U"师父", Gender::unknown}, {U"老师", Gender::unknown},
     {U"道人", Gender::male},   {U"和尚", Gender::male},    {U"丞相", Gender::male},   {U"奶奶", Gender::female},
     {U"姨妈", Gender::female}, {U"姨娘", Gender::female},  {U"大爷", Gender::male},   {U"二爷", Gender::male},
     {U"大嫂", Gender::female}, {U"嫂", Gender::female},    {U"婶", Gender::female},   {U"妈", Gender::female},
     {U"嬷嬷", Gender::female}, {U"大王", Gender::male},    {U"長老", Gender::male},   {U"长老", Gender::male},
     {U"老爺", Gender::male},   {U"將軍", Gender::male},    {U"師父", Gender::unknown}, {U"医生", Gender::unknown},
     {U"教授", Gender::unknown}, {U"队长", Gender::unknown}, {U"主任", Gender::unknown}, {U"经理", Gender::unknown}}};
constexpr std::array<View, 12> kBodies = {U"公司", U"学校", U"学堂", U"大学", U"医院", U"银行",
                                          U"政府", U"委员会", U"报馆", U"衙门", U"帮会", U"書院"};
// Ordinary words that begin like a name.
const Set& ordinary()
{
    static const Set kWords = {
        U"高兴", U"方面", U"方法", U"方向", U"马上", U"白天", U"白色", U"黄色", U"黄昏", U"石头", U"安静", U"安全",
        U"常常", U"关系", U"关于", U"任何", U"江山", U"路上", U"温柔", U"全部", U"全身", U"计划", U"连忙", U"雷声",
        U"毛病", U"田野", U"文章", U"文化", U"严重", U"平时", U"钟头", U"解释", U"单独", U"包括", U"金钱", U"金子",
        U"黄金", U"白日", U"万一", U"东西", U"国家", U"满面", U"满脸", U"满心", U"左右", U"左边", U"古人", U"古来",
        U"向来", U"容易", U"文书", U"利害", U"步步", U"终于", U"终日", U"全家", U"全体", U"全国", U"石板", U"乐得",
        U"华丽", U"高声", U"高大", U"任凭", U"常年", U"平日", U"安排", U"安心", U"和尚", U"道士", U"众人", U"夫人",
        U"太太", U"奶奶", U"老爷", U"先生", U"姑娘", U"小姐", U"妈妈", U"婆子", U"丫头", U"丫鬟", U"大家", U"老太",
        U"东边", U"东方", U"易容", U"边境", U"阴暗", U"阴谋", U"毕竟", U"应声", U"应酬", U"余下", U"许多", U"许久",
        U"何况", U"何必", U"何等", U"何处", U"施行", U"章程", U"喻意", U"苗头", U"唐突", U"康健", U"顾客", U"童年",
        U"梅花", U"林子", U"林木", U"夏天", U"秋天", U"秋风", U"胡子", U"胡乱", U"胡说", U"房子", U"房间", U"包袱",
        U"武器", U"武艺", U"龙头", U"叶子", U"牛奶", U"牛马", U"寿命", U"连声", U"连夜", U"国王", U"国民", U"师傅",
        U"师爷", U"王爷", U"金银", U"洪水", U"水路", U"路旁", U"程度", U"段落", U"费用", U"史书", U"罗列", U"元宵",
        U"声音", U"一声", U"孩子", U"女人", U"男人", U"老人", U"别人", U"人家", U"主人", U"朋友", U"母亲", U"父亲",
        U"哥哥", U"弟弟", U"姐姐", U"妹妹", U"儿子", U"女儿", U"丈夫", U"妻子", U"医生", U"警察", U"客人", U"掌柜",
        U"伙计", U"有人", U"那人", U"两人", U"二人", U"三人", U"话未", U"听了", U"口里", U"心里", U"嘴里", U"一面",
        U"于是", U"知", U"难", U"连连", U"齐声", U"接着", U"随即", U"忽然", U"闻言", U"吩咐", U"传旨", U"回言", U"厉声", U"慢慢", U"轻轻", U"点头", U"摇头"};
    return kWords;
}
constexpr View kNoPlaceBefore = U"本各全外出进入大小这那一每某此回到过在去来从沿走江乡鄉敌祖河满滿海上下开開二三四五六七八九十两兩救爱愛治"
                                U"有至登翻高好峻荒深远遠近对隔新旧舊内內渡跳投火冰石大青爬靠砍登夜个個条條座";

bool is_in(char32_t sign, View signs) { return signs.find(sign) != View::npos; }

std::u32string wide(std::string_view text)
{
    std::u32string all;
    for (std::size_t at = 0; at < text.size();)
        all += utf8::next(text, at);
    return all;
}

std::string narrow(View text)
{
    std::string all;
    for (const char32_t sign : text)
        utf8::append(all, sign);
    return all;
}

bool name_like(View text)
{
    return std::none_of(text.begin(), text.end(), [](char32_t sign) { return is_in(sign, kGrammar); }) &&
           !ordinary().contains(std::u32string(text)) &&
           !ordinary().contains(std::u32string(text.substr(0, 2)));
}

std::size_t surname_length(View run)
{
    for (const View surname : kLongSurnames)
        if (run.starts_with(surname))
            return 2;
    return !run.empty() && is_in(run.front(), kSurnames) ? 1 : 0;
}

struct Seen {
    std::uint32_t count = 0, female = 0, male = 0, spoken = 0;
    std::unordered_map<char32_t, std::uint32_t> left, right;
    std::vector<std::string> samples;
};

// Called for each run of Han characters, with where it begins.
template <typename Each> void han_runs(const std::u32string& text, Each each)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && utf8::is_han(text[at]))
            ++at;
        if (at > begin)
            each(View(text).substr(begin, at - begin), begin);
        else
            ++at;
    }
}

class Chinese : public CandidateFinder {
public:
    void learn(std::string_view paragraph) override
    {
        const std::u32string text = wide(paragraph);
        han_runs(text, [&](View run, std::size_t begin) {
            learn_speaker(run);
            for (std::size_t i = 0; i < run.size(); ++i) {
                learn_name(text, run.substr(i), begin + i);
                learn_honour(run, i);
                learn_ending(text, run, i, begin);
            }
        });
        learn_quoted(text);
    }

    // Everything was counted when it was learnt; what was heard of others is counted here.
    void count(std::string_view paragraph) override
    {
        if (!settled_)
            settle();
        const std::u32string text = wide(paragraph);
        std::size_t covered = 0;
        for (std::size_t i = 0; i < text.size(); ++i)
            for (std::size_t length = std::min<std::size_t>(longest_, text.size() - i); length >= 2; --length) {
                const auto found = chosen_.find(text.substr(i, length));
                if (found == chosen_.end())
                    continue;
                // a name inside a longer one is not counted again
                if (i + length <= covered)
                    break;
                covered = i + length;
                Term& term = found->second;
                ++term.count;
                if (term.samples.size() < kCandidateSamples) {
                    const std::size_t begin = narrow(View(text).substr(0, i)).size();
                    term.samples.push_back(sample_around(paragraph, begin, begin + term.source.size()));
                }
                if (term.kind == TermKind::character)
                    hear_pronoun(term, View(text).substr(i + length, 14));
                break;
            }
    }

    std::vector<Term> found(std::size_t words_of_book) override
    {
        words_ = words_of_book;
        if (!settled_)
            settle();
        const std::uint32_t least = least_count(words_of_book);
        std::vector<Term> terms;
        for (auto& [name, term] : chosen_) {
            if (term.count < std::max(least, 2U))
                continue;
            const auto& [female, male] = pronouns_[term.source];
            if (term.gender == Gender::unknown && female >= 2 && female >= 2 * male)
                term.gender = Gender::female;
            else if (term.gender == Gender::unknown && male >= 4 && male >= 4 * female)
                term.gender = Gender::male;
            terms.push_back(std::move(term));
        }
        return terms;
    }

private:
    // 宝玉笑道: whoever speaks where a clause begins has a name.
    void learn_speaker(View run)
    {
        for (std::size_t length = 2; length <= 4 && length < run.size(); ++length) {
            const View name = run.substr(0, length);
            std::size_t at = length;
            while (at < run.size() && at < length + 2 && is_in(run[at], kManner))
                ++at;
            if (at < run.size() && is_in(run[at], kSpeech) && name_like(name) &&
                !is_in(name.back(), kManner) && !is_in(name.back(), kSpeech) &&
                !(is_in(run[at], U"道") && is_in(name.back(), U"知街大小报通难一人")))
                ++spoken_[std::u32string(name)];
        }
    }

    void learn_name(const std::u32string& text, View run, std::size_t at)
    {
        const std::size_t surname = surname_length(run);
        if (surname == 0)
            return;
        for (std::size_t given = 1; given <= 2; ++given) {
            if (surname + given > run.size())
                break;
            const View name = run.substr(0, surname + given);
            if (!name_like(name))
                continue;
            note(names_[std::u32string(name)], text, at, name.size());
        }
    }

    static void note(Seen& seen, const std::u32string& text, std::size_t at, std::size_t length)
    {
        ++seen.count;
        ++seen.left[at > 0 ? text[at - 1] : U'。'];
        const char32_t right = at + length < text.size() ? text[at + length] : U'。';
        ++seen.right[right];
        seen.spoken += is_in(right, kSpeech) || is_in(right, U"笑听看想走站坐点") ? 1 : 0;
    }

    void learn_honour(View run, std::size_t i)
    {
        for (const auto& [honour, gender] : kHonours) {
            if (run.substr(i).substr(0, honour.size()) != honour || i == 0)
                continue;
            for (std::size_t before = 1; before <= 2 && before <= i; ++before) {
                const View name = run.substr(i - before, before + honour.size());
                if (is_in(name.front(), kSurnames) && name_like(name.substr(0, before)))
                    honoured_[std::u32string(name)] = {honoured_[std::u32string(name)].first + 1, gender};
            }
        }
    }

    void learn_ending(const std::u32string& text, View run, std::size_t i, std::size_t begin)
    {
        if (is_in(run[i], kPlaceEndings))
            for (std::size_t before = 1; before <= 3 && before <= i; ++before) {
                const View place = run.substr(i - before, before + 1);
                if (name_like(place) && !is_in(place.front(), kNoPlaceBefore))
                    note(places_[std::u32string(place)], text, begin + i - before, place.size());
            }
        for (const View body : kBodies)
            if (run.substr(i).substr(0, body.size()) == body)
                for (std::size_t before = 2; before <= 4 && before <= i; ++before) {
                    const View whole = run.substr(i - before, before + body.size());
                    if (name_like(whole))
                        note(bodies_[std::u32string(whole)], text, begin + i - before, whole.size());
                }
    }

    // Titles in 《》 and short words in quotation marks that come again and again.
    void learn_quoted(const std::u32string& text)
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char32_t closing = text[i] == U'《' ? U'》' : 0;
            if (closing == 0)
                continue;
            const std::size_t end = text.find(closing, i);
            if (end != std::u32string::npos && end - i > 2 && end - i <= 16)
                ++quoted_[text.substr(i + 1, end - i - 1)];
        }
    }

    static std::size_t kinds(const std::unordered_map<char32_t, std::uint32_t>& neighbours)
    {
        return neighbours.size();
    }
    static bool free_on_both_sides(const Seen& seen)
    {
        return kinds(seen.left) >= 3 && kinds(seen.right) >= 3;
    }

    void settle()
    {
        settled_ = true;
        std::uint64_t speeches = 0;
        for (const auto& [name, count] : spoken_)
            speeches += count;
        const std::uint32_t least_spoken = speeches > 400 ? 4 : speeches > 40 ? 3 : 2;
        for (const auto& [name, count] : spoken_)
            if (count >= least_spoken && !is_longer_version(name))
                choose(name, TermKind::character);
        for (const auto& [name, seen] : names_) {
            if (seen.count < 4 || !free_on_both_sides(seen))
                continue;
            const bool speaks = seen.spoken * 25 >= seen.count && seen.spoken >= 2;
            if (!speaks)
                continue;
            if (name.size() - surname_length(name) == 1 && longer_takes_all(name, seen))
                continue;
            if (name.size() - surname_length(name) == 2 && is_tail_of(name, seen))
                continue;
            choose(name, TermKind::character);
        }
        for (const auto& [name, entry] : honoured_)
            if (entry.first >= 3)
                choose(name, TermKind::character, entry.second);
        settle_endings(places_, TermKind::place);
        settle_endings(bodies_, TermKind::organisation);
        for (const auto& [title, count] : quoted_)
            if (count >= 2)
                choose(title, TermKind::term);
    }

    // 宝玉心 before 道: the longer one is the shorter with a word behind it.
    [[nodiscard]] bool is_longer_version(const std::u32string& name) const
    {
        if (name.size() < 3)
            return false;
        const auto shorter = spoken_.find(name.substr(0, name.size() - 1));
        const auto mine = spoken_.find(name);
        return shorter != spoken_.end() && shorter->second > 3 * mine->second;
    }

    // 贾宝 is nearly always 贾宝玉.
    [[nodiscard]] bool longer_takes_all(const std::u32string& name, const Seen& seen) const
    {
        return std::any_of(seen.right.begin(), seen.right.end(), [&](const auto& next) {
            const auto longer = names_.find(name + next.first);
            return longer != names_.end() && longer->second.count * 2 > seen.count;
        });
    }

    // 王熙凤 is a name; 张三站 is 张三 and a verb.
    [[nodiscard]] bool is_tail_of(const std::u32string& name, const Seen& seen) const
    {
        const auto shorter = names_.find(name.substr(0, name.size() - 1));
        return shorter != names_.end() && shorter->second.count > 3 * seen.count;
    }

    void settle_endings(const std::unordered_map<std::u32string, Seen>& all, TermKind kind)
    {
        for (const auto& [name, seen] : all) {
            if (seen.count < 3 || !free_on_both_sides(seen) || ordinary().contains(name))
                continue;
            // the shorter one when what stands in front of it varies, else the longer
            const auto longest_left = std::max_element(seen.left.begin(), seen.left.end(), [](const auto& a, const auto& b) {
                return a.second < b.second;
            });
            if (longest_left->second * 2 > seen.count && utf8::is_han(longest_left->first) &&
                all.contains(longest_left->first + name))
                continue;
            const auto tail = all.find(name.substr(1));
            if (tail != all.end() && tail->second.count > 2 * seen.count)
                continue;
            const std::uint32_t least = kind == TermKind::place ? 4 : 3;
            if (seen.count >= least)
                choose(name, kind);
        }
    }

    void choose(const std::u32string& name, TermKind kind, Gender gender = Gender::unknown)
    {
        if (name.size() > 8 || ordinary().contains(name))
            return;
        longest_ = std::max(longest_, name.size());
        const auto [entry, fresh] =
            chosen_.try_emplace(name, Term{.kind = kind, .source = narrow(name), .gender = gender});
        if (!fresh && entry->second.gender == Gender::unknown)
            entry->second.gender = gender;
    }

    void hear_pronoun(const Term& term, View behind)
    {
        for (const char32_t sign : behind) {
            if (sign == U'。' || sign == U'“' || sign == U'「' || sign == U'！' || sign == U'？')
                return;
            if (sign == U'她') {
                ++pronouns_[term.source].first;
                return;
            }
            if (sign == U'他') {
                ++pronouns_[term.source].second;
                return;
            }
        }
    }

    std::unordered_map<std::u32string, std::uint32_t> spoken_, quoted_;
    std::unordered_map<std::u32string, Seen> names_, places_, bodies_;
    std::unordered_map<std::u32string, std::pair<std::uint32_t, Gender>> honoured_;
    std::unordered_map<std::u32string, Term> chosen_;
    std::unordered_map<std::string, std::pair<std::uint32_t, std::uint32_t>> pronouns_;
    std::size_t longest_ = 0, words_ = 0;
    bool settled_ = false;
};

class Japanese : public CandidateFinder {
public:
    void learn(std::string_view) override {}

    void count(std::string_view paragraph) override
    {
        const std::u32string text = wide(paragraph);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const bool kana = is_katakana(text[at]);
            while (at < text.size() && (kana ? is_katakana(text[at]) || text[at] == U'・' : utf8::is_han(text[at])))
                ++at;
            if (at == begin) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end > begin && text[end - 1] == U'・')
                --end;
            take(paragraph, text, begin, end, kana);
        }
    }

    std::vector<Term> found(std::size_t words_of_book) override
    {
        const std::uint32_t least = std::max(2U, least_count(words_of_book));
        std::vector<Term> terms;
        for (auto& [name, entry] : entries_) {
            if (entry.count < least || (!entry.kana && entry.honoured * 4 < entry.count))
                continue;
            Term term{.kind = entry.honoured > 0 || entry.acts * 3 > entry.count ? TermKind::character
                                                                                 : TermKind::term,
                      .source = name, .count = entry.count, .samples = std::move(entry.samples)};
            terms.push_back(std::move(term));
        }
        return terms;
    }

private:
    struct Entry {
        std::uint32_t count = 0, honoured = 0, acts = 0;
        bool kana = false;
        std::vector<std::string> samples;
    };

    static bool is_katakana(char32_t sign)
    {
        return (sign >= U'ァ' && sign <= U'ヺ') || sign == U'ー';
    }

    void take(std::string_view paragraph, const std::u32string& text, std::size_t begin, std::size_t end,
              bool kana)
    {
        static constexpr std::array<View, 8> kAddress = {U"さん", U"さま", U"様", U"君", U"くん", U"ちゃん", U"殿", U"氏"};
        const View rest = View(text).substr(end, 3);
        bool honoured = std::any_of(kAddress.begin(), kAddress.end(), [&](View each) { return rest.starts_with(each); });
        std::size_t last = end;
        if (!kana)  // the form of address is written in the same characters
            for (const View each : {View(U"様"), View(U"君"), View(U"殿"), View(U"氏"), View(U"先生")})
                if (end - begin > each.size() && View(text).substr(end - each.size(), each.size()) == each) {
                    honoured = true;
                    last = end - each.size();
                }
        if (last - begin < 2 || last - begin > 16 || (!kana && (!honoured || last - begin > 4)))
            return;
        Entry& entry = entries_[narrow(View(text).substr(begin, last - begin))];
        ++entry.count;
        entry.kana = kana;
        entry.honoured += honoured ? 1 : 0;
        entry.acts += rest.starts_with(U"は") || rest.starts_with(U"が") ? 1 : 0;
        if (entry.samples.size() < kCandidateSamples) {
            const std::size_t offset = narrow(View(text).substr(0, begin)).size();
            entry.samples.push_back(sample_around(paragraph, offset, offset + 3 * (last - begin)));
        }
    }

    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace

std::unique_ptr<CandidateFinder> chinese_candidates() { return std::make_unique<Chinese>(); }
std::unique_ptr<CandidateFinder> japanese_candidates() { return std::make_unique<Japanese>(); }

}  // namespace longhand::tasks
