// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/words.h"
#include "app/tasks/languages.h"
#include "app/tasks/review.h"
#include "app/tasks/terms.h"

#include <algorithm>
#include <set>

namespace longhand::tasks {
namespace {

using library::Gender;

struct Pronouns {
    std::string_view language;
    std::vector<std::string_view> female, male;
};

// Only those that can mean nothing else: German "sie" and French "leur" are left out.
const std::vector<Pronouns>& all_pronouns()
{
    static const std::vector<Pronouns> kAll = {
        {"en", {"she", "her", "hers", "herself"}, {"he", "him", "his", "himself"}},
        {"zh", {"她"}, {"他"}},
        {"ja", {"彼女"}, {"彼"}},
        {"ko", {"그녀"}, {}},
        {"fr", {"elle"}, {"il", "lui"}},
        {"es", {"ella"}, {"él"}},
        {"it", {"lei", "ella"}, {"lui", "egli"}},
        {"pt", {"ela"}, {"ele"}},
        {"ru", {"она", "её", "ей"}, {"он", "его", "ему"}},
        {"uk", {"вона", "її"}, {"він", "його"}},
        {"de", {}, {"er", "ihn"}}};
    return kAll;
}

std::string lower(std::string_view text)
{
    std::string folded;
    for (const char c : text)
        folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return folded;
}

bool has_word(std::string_view text, std::string_view word, bool spaced)
{
    if (!spaced) {
        // 其他, 他人 and 彼女 hold the signs of pronouns that they are not
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + word.size())) {
            const bool other = word == "他" && ((at >= 3 && text.substr(at - 3, 3) == "其") ||
                                                text.substr(at + 3, 3) == "人" ||
                                                text.substr(at + 3, 3) == "们" ||
                                                text.substr(at + 3, 3) == "們");
            const bool longer = word == "彼" && text.substr(at + 3, 3) == "女";
            if (!other && !longer)
                return true;
        }
        return false;
    }
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if ((at == 0 || !letter(text[at - 1])) &&
            (at + word.size() >= text.size() || !letter(text[at + word.size()])))
            return true;
    return false;
}

bool has_pronoun(std::string_view text, const std::string& language, Gender gender)
{
    const bool spaced = language != "zh" && language != "ja" && language != "ko";
    const std::string folded = lower(text);
    for (const Pronouns& pronouns : all_pronouns())
        if (pronouns.language == language) {
            const auto& words = gender == Gender::female ? pronouns.female : pronouns.male;
            return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
                return has_word(folded, word, spaced);
            });
        }
    return false;
}

}  // namespace

bool gender_differs(std::string_view source, std::string_view target, const ReviewFrame& frame)
{
    std::set<Gender> named;
    for (const library::Term& term : frame.terms)
        if (term.kind == library::TermKind::character &&
            term.status == library::TermStatus::confirmed && occurs(term, source))
            named.insert(term.gender);
    if (named.size() != 1 || (*named.begin() != Gender::female && *named.begin() != Gender::male))
        return false;
    const Gender own = *named.begin();
    const Gender opposite = own == Gender::female ? Gender::male : Gender::female;
    const std::string from = primary_language(frame.from);
    const std::string to = primary_language(frame.to);
    // Somebody else of that gender may be spoken of; then the source has such a pronoun too.
    return has_pronoun(target, to, opposite) && !has_pronoun(target, to, own) &&
           !has_pronoun(source, from, opposite);
}

}  // namespace longhand::tasks
