// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/quantise_blocks.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace longhand::tensor {
namespace {

using Values = std::span<const float>;

// What stands for a group: value = scale * weight(code) + minimum.
struct Fit {
    double scale = 0.0;
    double minimum = 0.0;
};

// To the nearest whole number, ties to even; |x| < 2^51. Without a call into the library.
double rounded(double x)
{
    constexpr double kMagic = 0x1.8p52;
    return (x + kMagic) - kMagic;
}

std::uint8_t code_of_table(double weight)
{
    const auto after = std::lower_bound(kUnevenCodes.begin(), kUnevenCodes.end(), weight);
    if (after == kUnevenCodes.begin())
        return 0;
    if (after == kUnevenCodes.end())
        return 15;
    const bool below = weight - *(after - 1) < *after - weight;
    return static_cast<std::uint8_t>(after - kUnevenCodes.begin() - (below ? 1 : 0));
}

std::uint8_t nearest_code(const BlockForm& form, double weight)
{
    if (form.has_table)
        return code_of_table(weight);
    const double last = static_cast<double>((1 << form.bits) - 1);
    return static_cast<std::uint8_t>(rounded(std::clamp(weight + form.zero, 0.0, last)));
}

std::uint8_t code_for(const BlockForm& form, const Fit& fit, float value)
{
    if (fit.scale == 0.0)
        return nearest_code(form, 0.0);
    return nearest_code(form, (static_cast<double>(value) - fit.minimum) / fit.scale);
}

// Without a minimum. The largest value meets the end of the codes, or lies up to a tenth of the
// range beyond or inside it. For given codes the best scale is sum(x w) / sum(w^2), and it takes
// sum(x w)^2 / sum(w^2) off the squared error.
Fit fit_scale(const BlockForm& form, Values values)
{
    const float extreme = *std::max_element(
        values.begin(), values.end(), [](float a, float b) { return std::fabs(a) < std::fabs(b); });
    if (extreme == 0.0F)
        return {};
    const double end = form.has_table ? kUnevenCodes[0] : -form.zero;
    constexpr int kSteps = 10;
    Fit best;
    double most = -1.0;
    for (int step = -kSteps; step <= kSteps; ++step) {
        const double reach = 1.0 + 0.012 * step;
        const double inverse = end * reach / static_cast<double>(extreme);
        double products = 0.0;
        double squares = 0.0;
        for (const float value : values) {
            const double x = static_cast<double>(value);
            const double w = static_cast<double>(form.weight(nearest_code(form, x * inverse)));
            products += x * w;
            squares += w * w;
        }
        if (squares > 0.0 && products * products > most * squares) {
            most = products * products / squares;
            best.scale = products / squares;
        }
    }
    return best;
}

struct Line {
    Fit fit;
    double error = 0.0;
};

// The least-squares line through (code, value), with a minimum of at most 0 where `below_zero`.
Line line_through(const BlockForm& form, Values values, const Fit& start, bool below_zero)
{
    double w = 0.0;
    double ww = 0.0;
    double x = 0.0;
    double xw = 0.0;
    double xx = 0.0;
    for (const float value : values) {
        const auto v = static_cast<double>(value);
        const auto code = static_cast<double>(code_for(form, start, value));
        w += code;
        ww += code * code;
        x += v;
        xw += v * code;
        xx += v * v;
    }
    const auto n = static_cast<double>(values.size());
    const double spread = n * ww - w * w;
    Fit fit = start;
    if (spread > 0.0) {
        fit.scale = (n * xw - w * x) / spread;
        fit.minimum = (x - fit.scale * w) / n;
    }
    if (below_zero && fit.minimum > 0.0 && ww > 0.0)
        fit = {xw / ww, 0.0};
    const double error = xx + fit.scale * fit.scale * ww + n * fit.minimum * fit.minimum -
                         2.0 * fit.scale * xw - 2.0 * fit.minimum * x +
                         2.0 * fit.scale * fit.minimum * w;
    return {fit, error};
}

Fit fit_line(const BlockForm& form, Values values)
{
    const bool below_zero = form.is_super();
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double low =
        below_zero ? std::min(0.0, static_cast<double>(*least)) : static_cast<double>(*least);
    const double range = static_cast<double>(*most) - low;
    if (range <= 0.0) // all the same
        return {0.0, low};
    const double last = static_cast<double>((1 << form.bits) - 1);
    Line best{{range / last, low}, INFINITY};
    constexpr int kSteps = 20;
    for (int step = 0; step <= kSteps; ++step) {
        // A range a little smaller than the values' spends its codes where most of them are.
        const double reach = 1.0 - 0.45 * step / (kSteps * std::sqrt(last));
        Fit start{range * reach / last, low + range * (1.0 - reach) / 2.0};
        if (below_zero)
            start.minimum = std::min(0.0, start.minimum);
        for (int round = 0; round < 2; ++round) {
            const Line line = line_through(form, values, start, below_zero);
            if (line.error < best.error && line.fit.scale > 0.0)
                best = line;
            if (line.fit.scale <= 0.0)
                break;
            start = line.fit;
        }
    }
    return best.fit;
}

// The f16 unit of which the groups' numbers are whole multiples. The largest number becomes the
// end of the range; where the range has signs, its lower end, which is further out.
std::uint16_t unit_for(std::span<const double> numbers, int least, int largest)
{
    double extreme = 0.0;
    for (const double number : numbers)
        if (std::fabs(number) > std::fabs(extreme))
            extreme = number;
    return f16_from_float(static_cast<float>(extreme / (least < 0 ? least : largest)));
}

int multiple_of(double number, std::uint16_t unit_bits, int least, int largest)
{
    const auto unit = static_cast<double>(float_from_f16(unit_bits));
    if (unit == 0.0)
        return 0;
    return static_cast<int>(rounded(
        std::clamp(number / unit, static_cast<double>(least), static_cast<double>(largest))));
}

void round_scales(BlockParts& parts, const BlockForm& form,
                  const std::array<Fit, kMostBlockGroups>& fits)
{
    std::array<double, kMostBlockGroups> scales{};
    std::array<double, kMostBlockGroups> minima{};
    const auto groups = static_cast<std::size_t>(form.groups());
    for (std::size_t group = 0; group < groups; ++group) {
        scales[group] = fits[group].scale;
        minima[group] = -fits[group].minimum;
    }
    parts.unit = unit_for(scales, form.least_scale, form.largest_scale);
    parts.minimum_unit = form.has_minimum ? unit_for(minima, 0, form.largest_minimum) : 0;
    for (std::size_t group = 0; group < groups; ++group) {
        parts.scales[group] = static_cast<std::int16_t>(
            multiple_of(scales[group], parts.unit, form.least_scale, form.largest_scale));
        parts.minima[group] = static_cast<std::uint8_t>(
            multiple_of(minima[group], parts.minimum_unit, 0, form.largest_minimum));
    }
}

} // namespace

void quantise_block(std::byte* block, DType dtype, const float* values)
{
    const BlockForm& form = form_of(dtype);
    std::array<float, kMostBlockValues> finite{};
    for (std::size_t i = 0; i < static_cast<std::size_t>(form.values); ++i)
        finite[i] = std::isfinite(values[i]) ? values[i] : 0.0F;
    const auto group_of = [&](int group) {
        return Values(finite).subspan(static_cast<std::size_t>(group * form.group),
                                      static_cast<std::size_t>(form.group));
    };
    std::array<Fit, kMostBlockGroups> fits{};
    for (int group = 0; group < form.groups(); ++group)
        fits[static_cast<std::size_t>(group)] =
            form.has_minimum ? fit_line(form, group_of(group)) : fit_scale(form, group_of(group));
    BlockParts parts;
    if (form.is_super()) {
        round_scales(parts, form, fits);
    } else {
        parts.unit = f16_from_float(static_cast<float>(fits[0].scale));
        parts.minimum_unit = form.has_minimum ? f16_from_float(static_cast<float>(fits[0].minimum))
                                              : std::uint16_t{0};
    }
    for (int group = 0; group < form.groups(); ++group) {
        const Fit stored{static_cast<double>(parts.scale(form, group)),
                         static_cast<double>(parts.minimum(form, group))};
        const Values of_group = group_of(group);
        for (std::size_t i = 0; i < of_group.size(); ++i)
            parts.codes[static_cast<std::size_t>(group * form.group) + i] =
                code_for(form, stored, of_group[i]);
    }
    put_together(block, dtype, parts);
}

} // namespace longhand::tensor
