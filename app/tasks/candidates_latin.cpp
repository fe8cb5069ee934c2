// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/words.h"
#include "app/document/document.h"
#include "app/tasks/candidate_finder.h"
#include "engine/base/utf8.h"

#include <unicode/uchar.h>

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

using Set = std::unordered_set<std::string>;

struct Title {
    const char* word;
    Gender gender;
};
constexpr std::array<Title, 33> kTitles = {
    {{"Mr", Gender::male},       {"Mrs", Gender::female},     {"Ms", Gender::female},
     {"Miss", Gender::female},   {"Sir", Gender::male},       {"Lady", Gender::female},
     {"Lord", Gender::male},     {"Dr", Gender::unknown},     {"Doctor", Gender::unknown},
     {"Captain", Gender::unknown}, {"Colonel", Gender::male}, {"Major", Gender::male},
     {"General", Gender::male},  {"Sergeant", Gender::male},  {"Lieutenant", Gender::male},
     {"Madame", Gender::female}, {"Madam", Gender::female},   {"Mademoiselle", Gender::female},
     {"Monsieur", Gender::male}, {"Mme", Gender::female},     {"Mlle", Gender::female},
     {"Herr", Gender::male},     {"Frau", Gender::female},    {"Fräulein", Gender::female},
     {"Señor", Gender::male},    {"Señora", Gender::female},  {"Professor", Gender::unknown},
     {"Uncle", Gender::male},    {"Aunt", Gender::female},    {"Father", Gender::male},
     {"Sister", Gender::female}, {"Inspector", Gender::unknown}, {"Reverend", Gender::male}}};

const Set& speech()
{
    static const Set kWords = {
        "said", "says", "asked", "cried", "replied", "answered", "exclaimed", "whispered", "shouted",
        "murmured", "muttered", "returned", "observed", "remarked", "continued", "added", "inquired",
        "enquired", "laughed", "smiled", "nodded", "thought", "looked", "went", "came", "stood", "sat",
        "turned", "felt", "knew", "began", "told", "sagte", "fragte", "rief", "antwortete", "dit",
        "demanda", "répondit", "dijo", "preguntó", "disse", "сказал", "сказала", "спросил", "спросила"};
    return kWords;
}

const Set& prepositions()
{
    static const Set kWords = {"in", "at", "to", "from", "near", "towards", "toward", "through", "into",
                               "around", "across", "nach", "aus", "bei", "en", "à", "в", "из", "на"};
    return kWords;
}

const Set& place_words()
{
    static const Set kWords = {
        "Street", "Road", "Lane", "Avenue", "Square", "River", "Mount", "Mountain", "Mountains", "Lake",
        "Castle", "Island", "Islands", "Isle", "Park", "Bay", "Sea", "Ocean", "Valley", "County", "City",
        "Hall", "Bridge", "Hill", "Hills", "Point", "Cape", "Strait", "Harbour", "Harbor", "Wood",
        "Forest", "Court", "Abbey", "Manor", "Gate", "Inn", "Field", "House", "Town", "Village",
        "Desert", "Coast", "Gulf", "Channel", "Palace", "Tower", "Station"};
    return kWords;
}

const Set& organisation_words()
{
    static const Set kWords = {
        "Company", "Society", "Church", "College", "University", "Club", "Bank", "Army", "Council",
        "Party", "Order", "Guild", "School", "Committee", "Government", "Institute", "Office",
        "Department", "Ministry", "Parliament", "Congress", "Senate", "Navy", "Regiment", "Union",
        "League", "Association", "Board", "Court", "Times", "Gazette", "Corps", "Guard"};
    return kWords;
}

// Capitals by rule of spelling, that name nobody's own thing.
const Set& ordinary()
{
    static const Set kWords = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
        "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December", "God", "Heaven", "Lord", "Christmas", "Easter", "English", "French",
        "German", "Latin", "Greek", "Italian", "Spanish", "American", "British", "Christian", "Bible",
        "Oh", "Ah", "Yes", "No", "Well", "Why", "Mr", "Mrs", "Sir", "Madam", "Miss", "Chapter",
        "Providence", "Englishman", "Frenchman", "Project", "Gutenberg", "O", "Ay", "Aye", "Nay", "Alas",
        "Good", "Dear", "My", "The", "And", "But", "What", "If", "There", "It", "He", "She", "They",
        "We", "You", "This", "That", "When", "How", "Who", "Where", "Then", "Come", "Do", "Is", "So",
        "Hush", "Thank", "To", "In", "A", "Not", "Now", "Never", "For", "Here", "Let", "Look", "Your",
        "His", "Her", "Their", "Its", "Our", "Indeed", "Please", "Bless", "Hallo", "Hello", "Perhaps"};
    return kWords;
}

const Set& connectors()
{
    static const Set kWords = {"of", "de", "du", "la", "le", "von", "van", "der", "den", "di", "da",
                               "della", "des", "al", "bin", "y"};
    return kWords;
}

struct Word {
    std::string text, lower;
    std::size_t begin = 0, end = 0;
    bool capital = false;
    bool opens = false;    // first of a sentence or quotation: a capital proves nothing
    bool apart = false;    // punctuation stands in front of it
    bool possessive = false;
    Gender title = Gender::unknown;
    bool is_title = false;
};

std::string lowered(std::string_view text)
{
    std::string lower;
    for (std::size_t at = 0; at < text.size();)
        utf8::append(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(utf8::next(text, at)))));
    return lower;
}

bool is_capital(std::string_view word)
{
    std::size_t at = 0;
    return u_isupper(static_cast<UChar32>(utf8::next(word, at))) != 0;
}

bool all_capitals(std::string_view word)
{
    for (std::size_t at = 0; at < word.size();)
        if (u_islower(static_cast<UChar32>(utf8::next(word, at))) != 0)
            return false;
    return true;
}

// Cuts a paragraph into words and tells where a sentence or a quotation begins.
std::vector<Word> words_in(std::string_view text)
{
    std::vector<Word> words;
    bool opens = true, apart = true, after_title = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        char32_t sign = utf8::next(text, at);
        if (!context::is_letter(sign) || (sign >= U'0' && sign <= U'9')) {
            if (sign == U'.' && after_title) {
                after_title = false;
            } else if (!utf8::is_space(sign) || sign == U'\n') {
                apart = true;
                // A comma or bracket goes on; everything else may begin something new.
                if (sign != U',' && sign != U'-' && sign != U'\'' && sign != U'’')
                    opens = true;
            }
            continue;
        }
        std::size_t end = at;
        while (at < text.size()) {
            std::size_t peek = at;
            sign = utf8::next(text, peek);
            if (!context::is_letter(sign)) {
                // one mark inside a word: O'Brien, Jean-Luc
                std::size_t behind = peek;
                if ((sign == U'\'' || sign == U'’' || sign == U'-') && peek < text.size() &&
                    context::is_letter(utf8::next(text, behind))) {
                    at = peek;
                    continue;
                }
                break;
            }
            at = peek;
            end = at;
        }
        Word word{.text = std::string(text.substr(begin, end - begin)), .begin = begin, .end = end,
                  .opens = opens, .apart = apart};
        for (const std::string_view ending : {"'s", "’s", "'S", "’S"})
            if (word.text.size() > ending.size() && word.text.ends_with(ending)) {
                word.text.resize(word.text.size() - ending.size());
                word.end -= ending.size();
                word.possessive = true;
            }
        word.lower = lowered(word.text);
        word.capital = is_capital(word.text) && !word.text.starts_with("I'") && !word.text.starts_with("I’") &&
                       word.text != "I";
        for (const Title& title : kTitles)
            if (word.text == title.word) {
                word.is_title = true;
                word.title = title.gender;
            }
        after_title = word.is_title || word.text == "St";
        // after a title the run goes on, and a name at the beginning is one for sure
        opens = false;
        apart = false;
        words.push_back(std::move(word));
    }
    return words;
}

struct Entry {
    std::uint32_t count = 0, person = 0, place = 0, article = 0, female = 0, male = 0;
    std::vector<std::string> samples;
};

class Finder : public CandidateFinder {
public:
    void learn(std::string_view paragraph) override
    {
        for (const Word& word : words_in(paragraph)) {
            if (!word.capital)
                ++lower_[word.lower];
            else if (!word.opens && !all_capitals(word.text))
                ++capital_[word.text];
        }
    }

    void count(std::string_view paragraph) override
    {
        const std::vector<Word> words = words_in(paragraph);
        std::vector<std::pair<std::size_t, Entry*>> people;  // where, in this paragraph
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!begins_name(words, i))
                continue;
            std::size_t end = i + 1;
            while (end < words.size() && !words[end - 1].possessive && !words[end].apart) {
                if (words[end].capital && !words[end].is_title && is_name_word(words[end])) {
                    ++end;
                } else if (connectors().contains(words[end].lower) && end + 1 < words.size() &&
                           !words[end + 1].apart && words[end + 1].capital &&
                           is_name_word(words[end + 1])) {
                    end += 2;
                } else {
                    break;
                }
            }
            if (Entry* entry = take(paragraph, words, i, end))
                people.emplace_back(i, entry);
            i = end - 1;
        }
        add_pronouns(words, people);
    }

    std::vector<Term> found(std::size_t words_of_book) override
    {
        const std::uint32_t least = least_count(words_of_book);
        std::vector<Term> terms;
        for (auto& [name, entry] : entries_) {
            const bool single = name.find(' ') == std::string::npos;
            if (entry.count < least || (single && !is_own(name, entry)))
                continue;
            Term term{.kind = kind_of(name, entry), .source = name, .count = entry.count,
                      .samples = std::move(entry.samples)};
            if (term.kind == TermKind::character) {
                if (entry.female >= 2 && entry.female >= 2 * entry.male)
                    term.gender = Gender::female;
                else if (entry.male >= 2 && entry.male >= 2 * entry.female)
                    term.gender = Gender::male;
            }
            terms.push_back(std::move(term));
        }
        return terms;
    }

private:
    [[nodiscard]] std::uint32_t lower_count(const std::string& lower) const
    {
        const auto found = lower_.find(lower);
        return found == lower_.end() ? 0 : found->second;
    }
    [[nodiscard]] std::uint32_t capital_count(const std::string& text) const
    {
        const auto found = capital_.find(text);
        return found == capital_.end() ? 0 : found->second;
    }
    // A capital that does not come from the beginning of a sentence.
    [[nodiscard]] bool is_name_word(const Word& word) const
    {
        if (all_capitals(word.text))
            return false;
        return !word.opens || (capital_count(word.text) > 0 &&
                               capital_count(word.text) * 2 >= lower_count(word.lower));
    }
    [[nodiscard]] bool begins_name(const std::vector<Word>& words, std::size_t i) const
    {
        const Word& word = words[i];
        return word.capital && !word.is_title && utf8::count(word.text) > 1 && is_name_word(word) &&
               !(word.opens && ordinary().contains(word.text));
    }
    [[nodiscard]] bool is_own(const std::string& name, const Entry& entry) const
    {
        return !ordinary().contains(name) && lower_count(lowered(name)) * 2 <= entry.count;
    }

    Entry* take(std::string_view paragraph, const std::vector<Word>& words, std::size_t begin,
                std::size_t end)
    {
        // "Monday", "English": neither alone nor at the edges of a name
        while (begin < end && ordinary().contains(words[begin].text))
            ++begin;
        if (begin == end || connectors().contains(words[begin].lower))
            return nullptr;
        const std::string name(paragraph.substr(words[begin].begin, words[end - 1].end - words[begin].begin));
        if (name == "St" || name.find('\n') != std::string::npos)
            return nullptr;
        Entry& entry = entries_[name];
        ++entry.count;
        const Word* before = begin > 0 && !words[begin].apart ? &words[begin - 1] : nullptr;
        if (begin > 0 && words[begin - 1].is_title) {
            entry.person += 2;
            entry.female += words[begin - 1].title == Gender::female ? 2 : 0;
            entry.male += words[begin - 1].title == Gender::male ? 2 : 0;
        } else if (before != nullptr) {
            entry.person += speech().contains(before->lower) ? 1 : 0;
            entry.place += prepositions().contains(before->lower) ? 1 : 0;
            entry.article += before->lower == "the" || before->lower == "a" || before->lower == "an" ||
                                     before->lower == "der" || before->lower == "die" ||
                                     before->lower == "das" || before->lower == "ein" ||
                                     before->lower == "eine"
                                 ? 1
                                 : 0;
        }
        if (end < words.size() && speech().contains(words[end].lower))
            ++entry.person;
        if (words[end - 1].possessive)
            ++entry.person;
        if (entry.samples.size() < kCandidateSamples)
            entry.samples.push_back(sample_around(paragraph, words[begin].begin, words[end - 1].end));
        return &entry;
    }

    // "Rosa put down her pen": a pronoun soon behind the only name around speaks of it.
    static void add_pronouns(const std::vector<Word>& words,
                             const std::vector<std::pair<std::size_t, Entry*>>& people)
    {
        for (std::size_t p = 0; p < people.size(); ++p) {
            const std::size_t next = p + 1 < people.size() ? people[p + 1].first : words.size();
            for (std::size_t i = people[p].first + 1; i < std::min(next, people[p].first + 9); ++i) {
                const std::string& word = words[i].lower;
                if (words[i].opens)
                    break;
                if (word == "she" || word == "her" || word == "herself") {
                    ++people[p].second->female;
                    break;
                }
                if (word == "he" || word == "his" || word == "himself") {
                    ++people[p].second->male;
                    break;
                }
            }
        }
    }

    [[nodiscard]] static TermKind kind_of(const std::string& name, const Entry& entry)
    {
        const std::string last = name.substr(name.rfind(' ') + 1);
        const bool several = name.find(' ') != std::string::npos;
        if (several && organisation_words().contains(last))
            return TermKind::organisation;
        if (several && (place_words().contains(last) || name.starts_with("Mount ") ||
                        name.starts_with("Lake ") || name.starts_with("Isle of ") || name.starts_with("Cape ")))
            return TermKind::place;
        const double count = entry.count;
        const double person = (entry.person + entry.female + entry.male) / count;
        const double place = entry.place / count;
        const double article = entry.article / count;
        if (article > 0.4)
            return place > person ? TermKind::place : TermKind::term;
        if (place > 0.28 && place > person)
            return TermKind::place;
        if (person >= 0.08 || (several && entry.place == 0 && entry.article == 0))
            return TermKind::character;
        return place > 0.15 ? TermKind::place : TermKind::term;
    }

    std::unordered_map<std::string, std::uint32_t> lower_, capital_;
    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace

std::unique_ptr<CandidateFinder> latin_candidates() { return std::make_unique<Finder>(); }

}  // namespace longhand::tasks
