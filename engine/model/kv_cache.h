// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/config.h"
#include "engine/tensor/backend.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace longhand::model {

// Keys and values of every layer, in pages that sequences take and give back. A page number means
// the same tokens in all layers. Pages are counted: several sequences may share one, and none
// writes a page that it shares. Threads: one caller at a time.
class KvPool {
public:
    static constexpr std::int64_t kPageTokens = 32;

    // Whether keys and values of this model can be kept in a type: f32 or f16, and q8_0 where a
    // head fills whole blocks of 32 values. Fails: unsupported, naming what is supported.
    static Result<void> check(const ModelConfig& config, tensor::DType dtype);
    // Room for `tokens`, rounded up to pages. Fails: as `check`; invalid; out_of_memory.
    static Result<std::shared_ptr<KvPool>> make(std::shared_ptr<tensor::Backend> backend,
                                                const ModelConfig& config, tensor::DType dtype,
                                                std::int64_t tokens);
    // What `make` would take, for a type that passes `check`.
    static std::uint64_t bytes(const ModelConfig& config, tensor::DType dtype, std::int64_t tokens);

    [[nodiscard]] const tensor::KvPages& layer(std::int64_t index) const
    {
        return layers_[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::int64_t pages() const { return static_cast<std::int64_t>(uses_.size()); }
    [[nodiscard]] std::int64_t free_pages() const { return static_cast<std::int64_t>(free_.size()); }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    // One page of all layers: keys and values of the first layer, of the second, and so on.
    [[nodiscard]] std::uint64_t page_bytes() const { return bytes_ / uses_.size(); }
    void read_page(std::span<std::byte> to, std::int32_t page) const;
    // The page must be its writer's alone.
    void write_page(std::int32_t page, std::span<const std::byte> from) const;
    static std::int64_t pages_for(std::int64_t tokens)
    {
        return (tokens + kPageTokens - 1) / kPageTokens;
    }

private:
    friend class KvSequence;
    KvPool() = default;
    std::optional<std::int32_t> take();
    void share(std::int32_t page) { ++uses_[static_cast<std::size_t>(page)]; }
    void give_back(std::int32_t page);
    [[nodiscard]] bool is_shared(std::int32_t page) const
    {
        return uses_[static_cast<std::size_t>(page)] > 1;
    }
    void copy(std::int32_t to, std::int32_t from);

    std::shared_ptr<tensor::Backend> backend_;
    std::vector<tensor::KvPages> layers_;
    std::vector<std::int32_t> uses_;  // sequences that hold a page
    std::vector<std::int32_t> free_;
    std::uint64_t bytes_ = 0;
};

// The cached tokens of one sequence: `length()` of them, in pages of a pool. Gives its pages back
// when it goes.
class KvSequence {
public:
    explicit KvSequence(std::shared_ptr<KvPool> pool) : pool_(std::move(pool)) {}
    ~KvSequence();
    KvSequence(KvSequence&& other) noexcept;
    KvSequence& operator=(KvSequence&& other) noexcept;
    KvSequence(const KvSequence&) = delete;
    KvSequence& operator=(const KvSequence&) = delete;

    // Another sequence that begins with the first `tokens` of this one and shares their pages.
    // Takes no memory now; the first write to a shared page copies it.
    [[nodiscard]] KvSequence fork(std::int64_t tokens) const;
    // Pages for `tokens` in all, those from length() on not shared. False, and nothing changed but
    // pages already taken, when the pool has no more.
    [[nodiscard]] bool reserve(std::int64_t tokens);
    // How many free pages `reserve(tokens)` would take.
    [[nodiscard]] std::int64_t pages_needed(std::int64_t tokens) const;
    void truncate(std::int64_t length);
    // Tokens that a step has written behind the present end, inside what was reserved.
    void advance(std::int64_t tokens);

    [[nodiscard]] std::int64_t length() const { return length_; }
    [[nodiscard]] std::span<const std::int32_t> pages() const { return pages_; }
    [[nodiscard]] const std::shared_ptr<KvPool>& pool() const { return pool_; }

private:
    void release();

    std::shared_ptr<KvPool> pool_;
    std::vector<std::int32_t> pages_;
    std::int64_t length_ = 0;
};

}  // namespace longhand::model
