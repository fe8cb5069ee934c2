// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::device {

struct BackendChoice {
    std::string device = "auto"; // auto: a card where there is a usable one, else the processor
    int threads = 0;             // of the processor; 0: all cores
    std::uint64_t memory_limit_bytes = 0; // of the card; 0: all of it
};

struct Card {
    std::string name;
    std::uint64_t memory_bytes = 0;
    std::string refusal; // a sentence where it cannot be used; else empty
};
// The cards of this machine. Fails: unsupported (this build has no CUDA; no driver, or one too
// old).
Result<std::vector<Card>> list_cards();

// "auto", "cpu", "cuda" or "cuda:N".
bool known_device(std::string_view device);

// Fails: invalid (no such name; a limit without a card), not_found (no such card), unsupported
// (this build or the driver has no CUDA, the card is too old), out_of_memory.
Result<std::shared_ptr<tensor::Backend>> choose_backend(const BackendChoice& choice);

// What `load` makes on the chosen backend: a Result. Where the choice is auto and a card's memory
// does not hold it, on the processor, and `fallen_back` becomes true.
template <class Load>
auto on_chosen_backend(const BackendChoice& choice, const Load& load, bool& fallen_back)
    -> decltype(load(std::shared_ptr<tensor::Backend>()))
{
    fallen_back = false;
    BackendChoice chosen = choice;
    if (choice.device == "auto") {
        chosen.device = "cuda";
        if (auto card = choose_backend(chosen); card.ok()) {
            auto made = load(std::move(card).value());
            if (made.ok() || made.error().kind != ErrorKind::out_of_memory ||
                choice.memory_limit_bytes > 0)
                return made;
            fallen_back = true;
            chosen.device = "cpu";
        } else {
            chosen.device = "auto"; // says what a limit without a card means
        }
    }
    TRY(auto backend, choose_backend(chosen));
    return load(std::move(backend));
}

} // namespace longhand::device
