// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/rope.h"

#include "engine/base/random.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cmath>

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

constexpr RopeRule kLinear4{RopeKind::linear, 4.0};

TEST(RopeRule, IsReadAsAPersonWritesIt)
{
    EXPECT_EQ(parse_rope_rule("none").value(), RopeRule{});
    EXPECT_EQ(parse_rope_rule("linear:4").value(), kLinear4);
    EXPECT_EQ(parse_rope_rule("linear:2.5").value(), (RopeRule{RopeKind::linear, 2.5}));
    EXPECT_EQ(to_string(parse_rope_rule("linear:2.5").value()), "linear:2.5");
    EXPECT_EQ(to_string(RopeRule{}), "none");
}

TEST(RopeRule, ThatIsKnownButCannotBeAppliedIsRefusedByName)
{
    for (const char* const rule : {"yarn:4", "dynamic:4", "llama3:8", "longrope", "abf:500000"}) {
        const auto read = parse_rope_rule(rule);
        ASSERT_FALSE(read.ok()) << rule;
        EXPECT_EQ(read.error().kind, ErrorKind::unsupported) << rule;
        EXPECT_NE(read.error().message.find(std::string(rule).substr(0, std::string_view(rule).find(':'))), std::string::npos);
    }
}

TEST(RopeRule, ThatMakesNoSenseIsInvalid)
{
    for (const char* const rule : {"", "linear", "linear:", "linear:0", "linear:-2", "linear:x",
                                   "linear:4x", "linear:nan", "linear:1e9", "none:2", "lin:4"}) {
        const auto read = parse_rope_rule(rule);
        ASSERT_FALSE(read.ok()) << rule;
        EXPECT_EQ(read.error().kind, ErrorKind::invalid) << rule;
    }
}

TEST(RopeRule, OfAFileIsNeverSilentlyNone)
{
    EXPECT_EQ(rope_rule_of_file("default", 1.0).value(), RopeRule{});
    EXPECT_EQ(rope_rule_of_file("linear", 4.0).value(), kLinear4);
    EXPECT_EQ(rope_rule_of_file("linear", 1.0).value(), RopeRule{});
    EXPECT_EQ(rope_rule_of_file("yarn", 4.0).error().kind, ErrorKind::unsupported);
    EXPECT_EQ(rope_rule_of_file("mystery", 4.0).error().kind, ErrorKind::unsupported);
    EXPECT_EQ(rope_rule_of_file("linear", -1.0).error().kind, ErrorKind::corrupt);
}

// Published: base 10000, 128 dimensions.
TEST(RopeFrequencies, MatchTheValuesWorkedOutByHand)
{
    const auto f = inverse_frequencies(RopeRule{}, 10000.0, 128);
    ASSERT_EQ(f.size(), 64U);
    EXPECT_DOUBLE_EQ(f[0], 1.0);
    EXPECT_NEAR(f[1], 0.865964323, 1e-9);
    EXPECT_NEAR(f[16], 0.1, 1e-15);
    EXPECT_NEAR(f[48], 0.001, 1e-15);
    EXPECT_NEAR(f[63], 1.15478198e-4, 1e-12);
}

TEST(RopeFrequencies, OfAFactorOfOneAreThoseOfNoRuleBitForBit)
{
    EXPECT_EQ(inverse_frequencies({RopeKind::linear, 1.0}, 1e5, 64),
              inverse_frequencies(RopeRule{}, 1e5, 64));
}

TEST(RopeAngles, LinearAtStretchedPositionsGiveTheScoresOfPlainPositions)
{
    const auto plain = rope_angles(inverse_frequencies(RopeRule{}, 1e4, 64), 256);
    const auto squeezed = rope_angles(inverse_frequencies(kLinear4, 1e4, 64), 1024);
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
    for (const RopeRule& rule : {RopeRule{}, kLinear4}) {
        const auto angles = rope_angles(inverse_frequencies(rule, 1e4, 32), 131072 + 512);
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
    const auto f = inverse_frequencies(RopeRule{}, 10000.0, 128);
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

}  // namespace
}  // namespace longhand::model
