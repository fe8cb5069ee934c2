// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/token_source.h"

#include <algorithm>
#include <numeric>

namespace longhand::train {
namespace {

std::vector<std::size_t> random_order(Seed seed, std::size_t count)
{
    Random random(seed);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

class BookSource final : public TokenSource {
public:
    // `begins`: of each run of tokens that a cut may not leave, and the end of the last.
    BookSource(std::vector<TokenId> tokens, std::vector<std::uint64_t> begins,
               const BookOptions& options)
        : tokens_(std::move(tokens)), begins_(std::move(begins)), options_(options)
    {
    }

    Result<LabelledTokens> sequence(std::uint64_t index, std::int64_t length) const override
    {
        ENSURE(length >= 2);
        TRY(const std::uint64_t begin, begin_of(index, static_cast<std::uint64_t>(length)));
        const auto first = tokens_.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto rest = static_cast<std::int64_t>(tokens_.size() - begin);
        LabelledTokens cut;
        cut.tokens.assign(first, first + std::min(length, rest));
        cut.labels = cut.tokens;
        return cut;
    }
    [[nodiscard]] std::uint64_t tokens(std::int64_t length) const override
    {
        std::uint64_t all = 0;
        for (std::size_t run = 0; run + 1 < begins_.size(); ++run)
            if (places_of(run, static_cast<std::uint64_t>(length), 1) > 0 || short_stream(length))
                all += begins_[run + 1] - begins_[run];
        return all;
    }

private:
    // One run of all books that is shorter than a sequence: the sequence is all there is.
    [[nodiscard]] bool short_stream(std::int64_t length) const
    {
        return options_.across_books && std::ssize(tokens_) <= length;
    }
    // Where sequence `index` begins.
    [[nodiscard]] Result<std::uint64_t> begin_of(std::uint64_t index, std::uint64_t length) const
    {
        if (short_stream(static_cast<std::int64_t>(length)))
            return std::uint64_t{0};
        const bool blocks = options_.cuts == BookOptions::Cuts::blocks;
        const std::uint64_t step = blocks ? length : 1;
        std::uint64_t places = 0;
        for (std::size_t run = 0; run + 1 < begins_.size(); ++run)
            places += places_of(run, length, step);
        if (places == 0)
            return Error{ErrorKind::invalid, "no book has " + std::to_string(length) + " tokens"};
        Random random(derive(derive(options_.seed, "cuts"), index));
        std::uint64_t place = random.below(places);
        if (blocks)
            place = random_order(derive(derive(options_.seed, "blocks"), index / places),
                                 places)[index % places];
        for (std::size_t run = 0;; ++run) {
            const std::uint64_t here = places_of(run, length, step);
            if (place < here)
                return begins_[run] + place * step;
            place -= here;
        }
    }
    // How many cuts of that length there are in a run, each `step` tokens on.
    [[nodiscard]] std::uint64_t places_of(std::size_t run, std::uint64_t length,
                                          std::uint64_t step) const
    {
        const std::uint64_t size = begins_[run + 1] - begins_[run];
        return size < length ? 0 : (size - length) / step + 1;
    }

    std::vector<TokenId> tokens_;  // all books behind one another
    std::vector<std::uint64_t> begins_;
    BookOptions options_;
};

class SampleSource final : public TokenSource {
public:
    SampleSource(std::vector<LabelledTokens> samples, Seed seed)
        : samples_(std::move(samples)), seed_(seed)
    {
    }

    Result<LabelledTokens> sequence(std::uint64_t index, std::int64_t length) const override
    {
        std::vector<std::size_t> fitting;
        for (std::size_t i = 0; i < samples_.size(); ++i)
            if (fits(samples_[i], length))
                fitting.push_back(i);
        if (fitting.empty())
            return Error{ErrorKind::invalid, "every sample is longer than " +
                                                 std::to_string(length) + " tokens"};
        const std::uint64_t round = index / fitting.size();
        return samples_[fitting[random_order(derive(seed_, round), fitting.size())
                                    [index % fitting.size()]]];
    }
    [[nodiscard]] std::uint64_t tokens(std::int64_t length) const override
    {
        std::uint64_t all = 0;
        for (const LabelledTokens& sample : samples_)
            all += fits(sample, length) ? sample.tokens.size() : 0;
        return all;
    }

private:
    static bool fits(const LabelledTokens& sample, std::int64_t length)
    {
        return static_cast<std::int64_t>(sample.tokens.size()) <= length;
    }

    std::vector<LabelledTokens> samples_;
    Seed seed_;
};

// A sample begins within a sequence: what stands before it does not predict its first token.
void append(LabelledTokens& to, const LabelledTokens& sample)
{
    const std::size_t first = to.labels.size();
    to.tokens.insert(to.tokens.end(), sample.tokens.begin(), sample.tokens.end());
    to.labels.insert(to.labels.end(), sample.labels.begin(), sample.labels.end());
    to.labels[first] = -1;
}

std::vector<LabelledTokens> packed(std::vector<LabelledTokens> samples, std::int64_t length,
                                   Seed seed)
{
    const auto room = static_cast<std::size_t>(length);
    std::vector<LabelledTokens> packs;
    LabelledTokens open;
    const auto close = [&] {
        if (!open.tokens.empty())
            packs.push_back(std::move(open));
        open = {};
    };
    for (const std::size_t i : random_order(derive(seed, "packs"), samples.size())) {
        LabelledTokens& sample = samples[i];
        if (sample.tokens.size() * 4 > room) {
            packs.push_back(std::move(sample));
            continue;
        }
        if (open.tokens.size() + sample.tokens.size() > room)
            close();
        append(open, sample);
    }
    close();
    return packs;
}

bool teaches(const LabelledTokens& sample)
{
    ENSURE(sample.labels.size() == sample.tokens.size());
    return std::any_of(sample.labels.begin() + std::min<std::ptrdiff_t>(1, std::ssize(sample.labels)),
                       sample.labels.end(), [](TokenId label) { return label >= 0; });
}

}  // namespace

Result<std::unique_ptr<TokenSource>> make_book_source(std::vector<std::vector<TokenId>> books,
                                                      const BookOptions& options)
{
    std::vector<TokenId> tokens;
    std::vector<std::uint64_t> begins;
    for (std::vector<TokenId>& book : books) {
        if (begins.empty() || !options.across_books)
            begins.push_back(tokens.size());
        tokens.insert(tokens.end(), book.begin(), book.end());
        if (options.separator >= 0 && !book.empty())
            tokens.push_back(options.separator);
        std::vector<TokenId>().swap(book);
    }
    begins.push_back(tokens.size());
    if (tokens.size() < 2)
        return Error{ErrorKind::invalid, "there is no text to learn from"};
    return std::unique_ptr<TokenSource>(
        std::make_unique<BookSource>(std::move(tokens), std::move(begins), options));
}

Result<std::unique_ptr<TokenSource>> make_sample_source(std::vector<LabelledTokens> samples,
                                                        const SampleOptions& options)
{
    std::erase_if(samples, [](const LabelledTokens& sample) { return !teaches(sample); });
    if (samples.empty())
        return Error{ErrorKind::invalid, "there is no sample to learn from"};
    if (options.pack_to > 0)
        samples = packed(std::move(samples), options.pack_to, options.seed);
    return std::unique_ptr<TokenSource>(
        std::make_unique<SampleSource>(std::move(samples), options.seed));
}

}  // namespace longhand::train
