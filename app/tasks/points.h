// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/locate.h"
#include "app/library/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace longhand::tasks {

// One thing a model said, with the words it copied to prove it, where it was asked for them.
struct Statement {
    std::string text;
    std::string quotation;
};

// The statements of an answer written as a list: one a line, its mark ("-", "*", "1.") taken off;
// prose is cut into sentences. "statement || quotation" carries both. Introductions ("Here are
// the main points:"), headings and repetitions are left out.
std::vector<Statement> statements_of(std::string_view answer);

// Without those that say nothing: fewer than two words of content, or only one of the titles.
std::vector<Statement> worth_saying(std::vector<Statement> statements,
                                    const std::vector<std::string>& titles);
// An answer that was stopped, up to its last whole sentence or line.
std::string without_unfinished_line(std::string_view answer);
// An answer that went round in circles, every sentence once.
std::string without_repetitions(std::string_view answer);

// What was located becomes points, with support to rank them by; the rest is listed as said.
struct Checked {
    std::vector<library::Point> points;
    std::vector<double> support;
    std::vector<std::string> unlocated;
};
Checked check_statements(const std::vector<Statement>& statements, const context::Locator& locator,
                         std::string_view question = {});

// Adds to the unlocated what none of them says yet.
void add_unlocated(Checked& checked, std::string text);

// At most `count` of them: the best supported, none that says what another says, in their order.
std::vector<library::Point> choose_points(const Checked& checked, std::size_t count);

// Shares most of its words with the other.
bool says_the_same(std::string_view a, std::string_view b);

}  // namespace longhand::tasks
