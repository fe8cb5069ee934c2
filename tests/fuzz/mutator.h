// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"

#include <string>
#include <vector>

namespace longhand::fuzz {

// Changes sound inputs a little, the same way on every machine.
class Mutator {
public:
    Mutator(std::vector<std::string> seeds, Seed seed) : seeds_(std::move(seeds)), random_(seed) {}

    // One of the seeds after one to eight changes; most have few.
    std::string next();

private:
    void change(std::string& bytes);
    void overwrite_number(std::string& bytes);
    void splice(std::string& bytes);
    [[nodiscard]] std::size_t place(const std::string& bytes)
    {
        return random_.below(bytes.size() + 1);
    }

    std::vector<std::string> seeds_;
    Random random_;
};

} // namespace longhand::fuzz
