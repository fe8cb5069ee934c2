// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/pattern.h"

#include "engine/base/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <cctype>

namespace longhand::tokenizer {
namespace {

// White_Space. The library's own \s knows one character more (U+180E).
constexpr std::string_view kSpaces =
    "\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}"
    "\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";
constexpr std::string_view kWordSigns = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}";

// From the dialect of tokenizers (Oniguruma's Ruby syntax) to that of the library.
class Translator {
public:
    explicit Translator(std::string_view from) : from_(from) {}

    Result<std::string> run()
    {
        while (at_ < from_.size()) {
            const char sign = from_[at_];
            if (sign == '\\') {
                TRY(escape());
                continue;
            }
            if (in_set_ && (sign == '[' || from_.substr(at_).starts_with("&&")) &&
                !from_.substr(at_).starts_with("[:"))
                return Error{ErrorKind::unsupported, "a set inside a set"};
            if (in_set_ && from_.substr(at_).starts_with("[:")) {
                const std::size_t end = from_.find(":]", at_);
                if (end == std::string_view::npos)
                    return Error{ErrorKind::unsupported, "a class name that does not end"};
                take(end + 2 - at_);
                continue;
            }
            if (!in_set_ && sign == '[') {
                in_set_ = true;
                take(1);
                if (at_ < from_.size() && from_[at_] == '^')
                    take(1);
                if (at_ < from_.size() && from_[at_] == ']')
                    take(1);
                continue;
            }
            if (in_set_ && sign == ']')
                in_set_ = false;
            take(1);
        }
        return std::move(to_);
    }

private:
    void take(std::size_t count)
    {
        to_ += from_.substr(at_, count);
        at_ += count;
    }

    void set_of(std::string_view signs, bool negated)
    {
        if (in_set_)
            to_ += signs;
        else
            (((to_ += negated ? "[^" : "[") += signs) += "]");
        at_ += 2;
    }

    Result<void> escape()
    {
        const char kind = at_ + 1 < from_.size() ? from_[at_ + 1] : '\0';
        if (in_set_ && (kind == 'S' || kind == 'W'))
            return Error{ErrorKind::unsupported, std::string("\\") + kind + " inside a set"};
        if (kind == 's' || kind == 'S') {
            set_of(kSpaces, kind == 'S');
        } else if (kind == 'w' || kind == 'W') {
            set_of(kWordSigns, kind == 'W');
        } else if (kind == 'h' || kind == 'H' || kind == 'K' || kind == 'G' || kind == 'X') {
            return Error{ErrorKind::unsupported, std::string("\\") + kind};
        } else if (kind == 'u' && at_ + 6 <= from_.size()) {
            (to_ += "\\x{").append(from_.substr(at_ + 2, 4)) += "}";
            at_ += 6;
        } else {
            take(std::min<std::size_t>(2, from_.size() - at_));
        }
        return {};
    }

    std::string_view from_;
    std::string to_;
    std::size_t at_ = 0;
    bool in_set_ = false;
};

const unsigned char* code_units(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

// How many bytes at the beginning of `text` are UTF-8.
std::size_t valid_length(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        std::size_t next = at;
        // U+FFFD itself takes three bytes, one that stands for an invalid byte takes one
        if (utf8::next(text, next) == 0xFFFD && next - at == 1)
            return at;
        at = next;
    }
    return at;
}

} // namespace

struct Pattern::Code {
    explicit Code(pcre2_code* made) : compiled(made) {}
    ~Code() { pcre2_code_free(compiled); }
    Code(const Code&) = delete;
    Code& operator=(const Code&) = delete;

    // `text` is UTF-8 as a whole.
    void each(std::string_view text, std::size_t shift,
              const std::function<void(std::size_t, std::size_t)>& found) const
    {
        const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> match(
            pcre2_match_data_create(1, nullptr), pcre2_match_data_free);
        ENSURE(match != nullptr);
        std::size_t at = 0;
        while (at < text.size()) {
            // Checked once by the caller: a check here would read the rest of the text every time.
            int count = pcre2_match(compiled, code_units(text), text.size(), at, PCRE2_NO_UTF_CHECK,
                                    match.get(), nullptr);
            if (count == PCRE2_ERROR_JIT_STACKLIMIT)
                count = pcre2_match(compiled, code_units(text), text.size(), at,
                                    PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, match.get(), nullptr);
            if (count < 0)
                return; // no more, or one that takes too long to find: the rest stays whole
            const std::size_t* borders = pcre2_get_ovector_pointer(match.get());
            if (borders[1] <= borders[0] || borders[0] < at) {
                at = std::max(at, borders[1]);
                if (at < text.size())
                    utf8::next(text, at);
                continue;
            }
            found(shift + borders[0], shift + borders[1]);
            at = borders[1];
        }
    }

    pcre2_code* compiled;
};

Result<Pattern> Pattern::build(std::string_view expression, std::string_view shown)
{
    int code = 0;
    std::size_t offset = 0;
    pcre2_code* compiled = pcre2_compile(
        code_units(expression), expression.size(),
        PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C, &code, &offset, nullptr);
    if (compiled == nullptr) {
        std::array<unsigned char, 200> why{};
        pcre2_get_error_message(code, why.data(), why.size());
        return Error{ErrorKind::unsupported, "the expression " + std::string(shown) + ": " +
                                                 reinterpret_cast<const char*>(why.data())};
    }
    (void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE); // without it matching is slower, no more
    return Pattern(std::make_shared<const Code>(compiled));
}

Result<Pattern> Pattern::compile(std::string_view expression)
{
    constexpr std::size_t kMost = 65536;
    if (expression.size() > kMost)
        return Error{ErrorKind::unsupported,
                     "an expression of " + std::to_string(expression.size()) + " bytes"};
    auto translated = Translator(expression).run();
    if (!translated.ok())
        return Error{ErrorKind::unsupported, "the expression " + std::string(expression) + " has " +
                                                 translated.error().message};
    return build(*translated, expression);
}

Result<Pattern> Pattern::literal(std::string_view text)
{
    std::string escaped;
    for (const char sign : text) {
        if (static_cast<unsigned char>(sign) < 0x80 &&
            std::isalnum(static_cast<unsigned char>(sign)) == 0)
            escaped += '\\';
        escaped += sign;
    }
    return build(escaped, text);
}

void Pattern::each(std::string_view text,
                   const std::function<void(std::size_t, std::size_t)>& found) const
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t length = valid_length(text.substr(begin));
        if (length > 0)
            code_->each(text.substr(begin, length), begin, found);
        begin += length + 1; // past the byte that is none
    }
}

} // namespace longhand::tokenizer
