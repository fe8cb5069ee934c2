// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/choose_backend.h"

#include "engine/tensor/cpu/cpu_backend.h"

#include <charconv>
#include <optional>

#ifdef LONGHAND_WITH_CUDA
#include "cuda/backend/cuda_backend.h"
#include "cuda/runtime/devices.h"
#endif

namespace longhand::device {
namespace {

#ifndef LONGHAND_WITH_CUDA
Error no_cuda()
{
    return {ErrorKind::unsupported,
            "this program was built without CUDA; it computes on the processor"};
}
#endif

// The card's number: 0 for "cuda", N for "cuda:N".
std::optional<int> card_of(std::string_view device)
{
    if (device == "cuda")
        return 0;
    constexpr std::string_view kPrefix = "cuda:";
    if (!device.starts_with(kPrefix))
        return std::nullopt;
    const std::string_view digits = device.substr(kPrefix.size());
    int card = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), card);
    if (error != std::errc() || end != digits.data() + digits.size() || card < 0)
        return std::nullopt;
    return card;
}

Result<std::shared_ptr<tensor::Backend>> card_backend(int card, std::uint64_t memory_limit_bytes)
{
#ifdef LONGHAND_WITH_CUDA
    TRY(std::unique_ptr<tensor::Backend> backend,
        gpu::make_cuda_backend({.device = card, .memory_limit_bytes = memory_limit_bytes}));
    return std::shared_ptr<tensor::Backend>(std::move(backend));
#else
    (void)card;
    (void)memory_limit_bytes;
    return no_cuda();
#endif
}

} // namespace

Result<std::vector<Card>> list_cards()
{
#ifdef LONGHAND_WITH_CUDA
    TRY(const std::vector<gpu::Device> devices, gpu::list_devices());
    std::vector<Card> cards;
    for (const gpu::Device& device : devices)
        cards.push_back({device.name, device.memory_bytes, device.refusal});
    return cards;
#else
    return no_cuda();
#endif
}

bool known_device(std::string_view device)
{
    return device == "auto" || device == "cpu" || card_of(device).has_value();
}

Result<std::shared_ptr<tensor::Backend>> choose_backend(const BackendChoice& choice)
{
    if (!known_device(choice.device))
        return Error{ErrorKind::invalid,
                     "the device is auto, cpu, cuda or cuda:N, not " + choice.device};
    if (const std::optional<int> card = card_of(choice.device))
        return card_backend(*card, choice.memory_limit_bytes);
    if (choice.device == "auto")
        if (auto backend = card_backend(0, choice.memory_limit_bytes); backend.ok())
            return backend;
    if (choice.memory_limit_bytes > 0)
        return Error{ErrorKind::invalid,
                     "a limit on a card's memory was given, and no card computes"};
    return std::shared_ptr<tensor::Backend>(tensor::make_cpu_backend({.threads = choice.threads}));
}

} // namespace longhand::device
