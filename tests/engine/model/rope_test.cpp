// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rope.h"

#include "engine/base/random.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>

namespace longhand::model {
namespace {

// Half-split rotation by the table's row, as backend.h defines it.
std::vector<double> rotated(const std::vector<double>& x, const RopeAngles& angles,
                            std::int64_t position)
{
    const std::size_t half = x.size() / 2;
    const std::size_t row = static_cast<std::size_t>(position) * half;
    std::vector<double> y(x.size());
    for (std::size_t i = 0; i < half; ++i) {
        const double c = static_cast<double>(angles.cos[row + i]);
        const double s = static_cast<double>(angles.sin[row + i]);
        y[i] = x[i] * c - x[i + half] * s;
        y[i + half] = x[i + half] * c + x[i] * s;
    }
    return y;
}

double dot(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

std::vector<double> random_vector(Random& random, std::size_t size)
{
    std::vector<double> values(size);
    for (double& value : values)
        value = static_cast<double>(random.normal());
    return values;
}

const RopeRule kLinear4{.kind = RopeKind::linear, .factor = 4.0};

std::vector<double> frequencies(const RopeRule& rule, double theta, std::int64_t dim,
                                std::int64_t length = 0)
{
    return inverse_frequencies({theta, rule, dim, length});
}

// Every rule that a person can ask for, of an original length of 2048.
std::vector<RopeRule> spoken_rules(const std::string& factor)
{
    std::vector<RopeRule> rules;
    for (const char* const name : {"linear:", "ntk:", "dynamic:", "yarn:", "llama3:"})
        rules.push_back(parse_rope_rule(name + factor + ":2048").value());
    return rules;
}

TEST(RopeRule, IsReadAsAPersonWritesIt)
{
    EXPECT_EQ(parse_rope_rule("none").value(), RopeRule{});
    EXPECT_EQ(parse_rope_rule("linear:4").value(), kLinear4);
    EXPECT_EQ(parse_rope_rule("abf:500000").value(), RopeRule{.base = 500000.0});
    EXPECT_EQ(parse_rope_rule("yarn:4:2048").value(),
              (RopeRule{.kind = RopeKind::yarn, .factor = 4.0, .original_length = 2048}));
    for (const char* const rule :
         {"none", "linear:2.5", "ntk:4", "dynamic:4", "yarn:4", "llama3:8", "abf:500000"})
        EXPECT_EQ(to_string(parse_rope_rule(rule).value()), rule);
}

TEST(RopeRule, ThatMakesNoSenseIsInvalidAndListsWhatThereIs)
{
    for (const char* const rule :
         {"",           "linear",     "linear:",    "linear:0",   "linear:-2",
          "linear:x",   "linear:4x",  "linear:nan", "linear:1e9", "none:2",
          "lin:4",      "longrope:4", "divisors:1", "yarn:4:",    "yarn:4:0",
          "yarn:4:1.5", "yarn:4:8:8", "abf:1",      "abf:",       "abf:inf"}) {
        const auto read = parse_rope_rule(rule);
        ASSERT_FALSE(read.ok()) << rule;
        EXPECT_EQ(read.error().kind, ErrorKind::invalid) << rule;
        EXPECT_NE(read.error().message.find("yarn:FACTOR"), std::string::npos);
    }
}

TEST(RopeRule, AgreesWithOneThatLeavesTheOriginalLengthOpen)
{
    const RopeRule open = parse_rope_rule("yarn:4").value();
    EXPECT_TRUE(agree(open, parse_rope_rule("yarn:4:2048").value()));
    EXPECT_TRUE(agree(parse_rope_rule("yarn:4:2048").value(), open));
    EXPECT_FALSE(
        agree(parse_rope_rule("yarn:4:2048").value(), parse_rope_rule("yarn:4:4096").value()));
    EXPECT_FALSE(agree(open, parse_rope_rule("yarn:8").value()));
}

TEST(RopeRule, OfNumbersThatMakeNoSenseIsCorrupt)
{
    const auto broken = [](const std::function<void(RopeRule&)>& change, RopeKind kind) {
        RopeRule rule{.kind = kind, .factor = 4.0, .original_length = 2048};
        EXPECT_TRUE(check(rule, 64).ok());
        change(rule);
        const auto checked = check(rule, 64);
        return !checked.ok() && checked.error().kind == ErrorKind::corrupt;
    };
    EXPECT_TRUE(broken([](RopeRule& rule) { rule.factor = -1.0; }, RopeKind::linear));
    EXPECT_TRUE(broken([](RopeRule& rule) { rule.factor = std::nan(""); }, RopeKind::ntk));
    EXPECT_TRUE(broken([](RopeRule& rule) { rule.original_length = 0; }, RopeKind::dynamic));
    EXPECT_TRUE(broken([](RopeRule& rule) { rule.original_length = -1; }, RopeKind::linear));
    EXPECT_TRUE(broken([](RopeRule& rule) { rule.beta_slow = 32.0; }, RopeKind::yarn));
    EXPECT_TRUE(broken([](RopeRule& rule) { rule.high_freq_factor = 1.0; }, RopeKind::llama3));
    EXPECT_TRUE(broken([](RopeRule& rule) { rule.magnitude = -1.0; }, RopeKind::yarn));
    RopeRule lists{.kind = RopeKind::longrope, .original_length = 2048};
    lists.short_factors.assign(32, 1.0);
    lists.long_factors.assign(32, 4.0);
    EXPECT_TRUE(check(lists, 64).ok());
    EXPECT_FALSE(check(lists, 128).ok());
    lists.long_factors[3] = 0.0;
    EXPECT_FALSE(check(lists, 64).ok());
}

// Published: base 10000, 128 dimensions.
TEST(RopeFrequencies, MatchTheValuesWorkedOutByHand)
{
    const auto f = frequencies(RopeRule{}, 10000.0, 128);
    ASSERT_EQ(f.size(), 64U);
    EXPECT_DOUBLE_EQ(f[0], 1.0);
    EXPECT_NEAR(f[1], 0.865964323, 1e-9);
    EXPECT_NEAR(f[16], 0.1, 1e-15);
    EXPECT_NEAR(f[48], 0.001, 1e-15);
    EXPECT_NEAR(f[63], 1.15478198e-4, 1e-12);
    EXPECT_EQ(frequencies({.base = 5e5}, 1e4, 64), frequencies({}, 5e5, 64));
}

void expect_close(double found, double expected, double relative = 1e-6)
{
    EXPECT_NEAR(found, expected, relative * std::abs(expected));
}

TEST(RopeFrequencies, OfNtkHaveTheBaseOfItsFormula)
{
    // Worked out for the specification, to the digits given.
    const auto base = [](double factor, std::int64_t dim) {
        return effective_base({1e4, {.kind = RopeKind::ntk, .factor = factor}, dim, 0});
    };
    expect_close(base(2, 64), 20452, 3e-5);
    expect_close(base(2, 128), 20221, 3e-5);
    expect_close(base(4, 64), 41829, 3e-5);
    expect_close(base(4, 128), 40890, 3e-5);
    expect_close(base(8, 64), 85550, 3e-5);
    expect_close(base(8, 128), 82685, 3e-5);
    const auto plain = frequencies({}, 1e4, 128);
    const auto f = frequencies(parse_rope_rule("ntk:4").value(), 1e4, 128);
    EXPECT_EQ(f[0], 1.0);
    expect_close(f[63], plain[63] / 4.0, 1e-12);
}

TEST(RopeFrequencies, OfDynamicHaveTheBaseOfThePlannedLength)
{
    const RopeRule rule = parse_rope_rule("dynamic:4:2048").value();
    const auto base = [&](std::int64_t length) { return effective_base({1e4, rule, 128, length}); };
    EXPECT_EQ(base(100), 1e4);
    EXPECT_EQ(base(2048), 1e4);
    expect_close(base(3000), 29074.6);
    expect_close(base(4096), 51293.8);
    expect_close(base(8192), 135402, 3e-6);
}

TEST(RopeFrequencies, OfLlama3AreDividedAsItsStoredDivisorsSay)
{
    const auto divisors = [](double factor, std::int64_t dim) {
        const auto plain = frequencies({}, 5e5, dim);
        auto f = frequencies({.kind = RopeKind::llama3, .factor = factor, .original_length = 8192},
                             5e5, dim);
        for (std::size_t i = 0; i < f.size(); ++i)
            f[i] = plain[i] / f[i];
        return f;
    };
    const auto large = divisors(8, 128);
    const double between[] = {1.207484, 1.553415, 2.026313, 2.694530, 3.684253, 5.257327};
    for (std::size_t i = 0; i < large.size(); ++i)
        expect_close(large[i], i <= 28 ? 1.0 : i >= 35 ? 8.0 : between[i - 29]);
    const auto small = divisors(32, 64);
    const double few[] = {1.651329, 3.292262, 9.666729};
    for (std::size_t i = 0; i < small.size(); ++i)
        expect_close(small[i], i <= 14 ? 1.0 : i >= 18 ? 32.0 : few[i - 15]);
}

struct YarnValue {
    double base;
    std::int64_t dim;
    double factor;
    std::int64_t length;
    std::size_t index;
    double frequency;
};

TEST(RopeFrequencies, OfYarnMatchTheValuesWorkedOutForTheSpecification)
{
    for (const YarnValue& value : {YarnValue{1e4, 128, 8, 4096, 20, 0.0562341325},
                                   {1e4, 128, 8, 4096, 33, 0.00487104932},
                                   {1e4, 128, 8, 4096, 46, 1.66690179e-4},
                                   {1e4, 128, 8, 4096, 63, 1.44347748e-5},
                                   {1e4, 64, 4, 2048, 14, 0.0116272115},
                                   {1e4, 64, 4, 2048, 21, 5.92843426e-4},
                                   {1e4, 64, 4, 2048, 31, 3.33380358e-5},
                                   {1e6, 128, 4, 32768, 31, 8.02959728e-4},
                                   {1e6, 128, 4, 32768, 63, 3.1023444e-7}}) {
        const RopeRule rule{
            .kind = RopeKind::yarn, .factor = value.factor, .original_length = value.length};
        expect_close(frequencies(rule, value.base, value.dim)[value.index], value.frequency);
    }
}

TEST(RopeFrequencies, OfLongropeAreDividedByTheListOfThePlannedLength)
{
    RopeRule rule{.kind = RopeKind::longrope, .factor = 4.0, .original_length = 100};
    rule.short_factors = {1.0, 2.0};
    rule.long_factors = {4.0, 8.0};
    EXPECT_EQ(frequencies(rule, 1e4, 4, 100), (std::vector<double>{1.0, 0.005}));
    EXPECT_EQ(frequencies(rule, 1e4, 4, 101), (std::vector<double>{0.25, 0.00125}));
}

TEST(RopeMagnitude, IsWhatTheRuleSaysUnlessItIsGiven)
{
    const auto yarn = [](double factor) {
        return magnitude_of({.kind = RopeKind::yarn, .factor = factor, .original_length = 4096});
    };
    expect_close(yarn(8), 1.20794415);
    expect_close(yarn(4), 1.13862944);
    EXPECT_EQ(yarn(1), 1.0);
    expect_close(magnitude_of({.kind = RopeKind::longrope, .factor = 32, .original_length = 4096}),
                 1.19023807);
    EXPECT_EQ(magnitude_of({.kind = RopeKind::yarn, .factor = 8, .magnitude = 1.5}), 1.5);
    EXPECT_EQ(magnitude_of(kLinear4), 1.0);
}

// Of dynamic up to its original length: behind it the base goes on growing with the length.
TEST(RopeAngles, OfAFactorOfOneAreThoseOfNoRuleBitForBit)
{
    const RopeAngles plain = rope_angles({1e5, {}, 64, 2048}, 300);
    for (const RopeRule& rule : spoken_rules("1")) {
        const RopeAngles angles = rope_angles({1e5, rule, 64, 2048}, 300);
        EXPECT_EQ(angles.cos, plain.cos) << to_string(rule);
        EXPECT_EQ(angles.sin, plain.sin) << to_string(rule);
    }
    RopeRule ones{.kind = RopeKind::longrope, .original_length = 2048};
    ones.short_factors.assign(32, 1.0);
    ones.long_factors = ones.short_factors;
    EXPECT_EQ(rope_angles({1e5, ones, 64, 4096}, 300).cos, plain.cos);
}

TEST(RopeAngles, HoldTheMagnitudeInCosinesAndSines)
{
    RopeRule rule = kLinear4;
    const RopeAngles plain = rope_angles({1e4, rule, 32, 64}, 64);
    rule.magnitude = 2.0;
    const RopeAngles twice = rope_angles({1e4, rule, 32, 64}, 64);
    for (std::size_t i = 0; i < plain.cos.size(); ++i) {
        EXPECT_EQ(twice.cos[i], 2.0F * plain.cos[i]);
        EXPECT_EQ(twice.sin[i], 2.0F * plain.sin[i]);
    }
}

TEST(RopeAngles, LinearAtStretchedPositionsGiveTheScoresOfPlainPositions)
{
    const auto plain = rope_angles({1e4, RopeRule{}, 64, 256}, 256);
    const auto squeezed = rope_angles({1e4, kLinear4, 64, 1024}, 1024);
    Random random(Seed{11});
    for (int trial = 0; trial < 50; ++trial) {
        const auto q = random_vector(random, 64);
        const auto k = random_vector(random, 64);
        const auto m = static_cast<std::int64_t>(random.below(256));
        const auto n = static_cast<std::int64_t>(random.below(256));
        const double expected = dot(rotated(q, plain, m), rotated(k, plain, n));
        const double got = dot(rotated(q, squeezed, 4 * m), rotated(k, squeezed, 4 * n));
        EXPECT_NEAR(got, expected, 1e-5 * std::sqrt(dot(q, q) * dot(k, k)));
    }
}

TEST(RopeAngles, GiveScoresThatDependOnDistanceOnly)
{
    auto rules = spoken_rules("4");
    rules.emplace_back();
    for (const RopeRule& rule : rules) {
        constexpr std::int64_t kPositions = 131072 + 512;
        const auto angles = rope_angles({1e4, rule, 32, kPositions}, kPositions);
        Random random(Seed{12});
        for (int trial = 0; trial < 50; ++trial) {
            const auto q = random_vector(random, 32);
            const auto k = random_vector(random, 32);
            const auto m = static_cast<std::int64_t>(random.below(512));
            const auto n = static_cast<std::int64_t>(random.below(512));
            const double here = dot(rotated(q, angles, m), rotated(k, angles, n));
            for (const std::int64_t shift : {1, 1000, 131072})
                EXPECT_NEAR(dot(rotated(q, angles, m + shift), rotated(k, angles, n + shift)), here,
                            1e-5 * std::sqrt(dot(q, q) * dot(k, k)))
                    << to_string(rule) << " shifted by " << shift;
        }
    }
}

// Why positions are squeezed instead of continued (Chen et al. 2023, appendix C.1): a score
// a(t) = sum_j c_j cos(t f_j) + s_j sin(t f_j), fitted to noise on [0, 2048), stays small between
// the integers it was fitted at and explodes behind the last one.
TEST(RopeAngles, InterpolatedScoresStaySmallWhereExtrapolatedOnesExplode)
{
    constexpr std::int64_t kFitted = 2048;
    const auto f = frequencies(RopeRule{}, 10000.0, 128);
    const auto row = [&](double t) {
        std::vector<double> values;
        for (const double frequency : f) {
            values.push_back(std::cos(t * frequency));
            values.push_back(std::sin(t * frequency));
        }
        return values;
    };
    // Householder QR keeps the digits that normal equations would lose.
    const std::size_t n = 2 * f.size();
    std::vector<std::vector<double>> a;
    std::vector<double> b;
    Random random(Seed{3});
    for (std::int64_t t = 0; t < kFitted; ++t) {
        a.push_back(row(static_cast<double>(t)));
        b.push_back(static_cast<double>(random.normal()));
    }
    for (std::size_t j = 0; j < n; ++j) {
        double norm = 0.0;
        for (std::size_t i = j; i < a.size(); ++i)
            norm += a[i][j] * a[i][j];
        norm = a[j][j] > 0.0 ? -std::sqrt(norm) : std::sqrt(norm);
        std::vector<double> v(a.size());
        for (std::size_t i = j; i < a.size(); ++i)
            v[i] = a[i][j];
        v[j] -= norm;
        const double vv = dot(v, v);
        const auto reflect = [&](const auto& at) {
            double sum = 0.0;
            for (std::size_t i = j; i < a.size(); ++i)
                sum += v[i] * at(i);
            for (std::size_t i = j; i < a.size(); ++i)
                at(i) -= 2.0 * sum / vv * v[i];
        };
        for (std::size_t k = j; k < n; ++k)
            reflect([&](std::size_t i) -> double& { return a[i][k]; });
        reflect([&](std::size_t i) -> double& { return b[i]; });
    }
    std::vector<double> x(n);
    for (std::size_t i = n; i-- > 0;) {
        x[i] = b[i];
        for (std::size_t k = i + 1; k < n; ++k)
            x[i] -= a[i][k] * x[k];
        x[i] /= a[i][i];
    }
    double inside = 0.0;
    for (double t = 0.0; t <= static_cast<double>(kFitted) - 1.0; t += 0.125)
        inside = std::max(inside, std::abs(dot(x, row(t))));
    double beyond = 0.0;
    for (double t = 2048.0; t < 2300.0; t += 1.0)
        beyond = std::max(beyond, std::abs(dot(x, row(t))));
    EXPECT_LT(inside, 2.0);
    EXPECT_GT(beyond, 1e3);
}

} // namespace
} // namespace longhand::model
