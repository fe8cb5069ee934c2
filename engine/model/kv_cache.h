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

// Room for keys and values. Layers with a sliding window may have less of it: a sequence then keeps
// in them its last `held` tokens and what a step writes.
struct KvRoom {
    std::int64_t tokens = 0;         // of all sequences, in layers that see everything
    std::int64_t window_tokens = 0;  // likewise in layers with a window; 0: as in the others
    std::int64_t held = 0;           // where window_tokens is set: at least the widest window
    std::int64_t step_tokens = 0;    // of the largest step
};
// For so many sequences at a time and one that is remembered; 0, a model without windows, or nothing
// to gain: all layers keep everything. As much as a step reads and 512 tokens are held beyond the
// widest window, so that a text can be continued from before its question.
KvRoom kv_room(const ModelConfig& config, std::int64_t tokens, std::int64_t sequences,
               std::int64_t step_tokens);

// Keys and values of every layer, in pages that sequences take and give back. A page number means
// the same tokens in all layers, but those with a window where they have less room: these have
// pages and numbers of their own. Pages are counted: several sequences may share one, and none
// writes a page that it shares. Threads: one caller at a time.
class KvPool {
public:
    static constexpr std::int64_t kPageTokens = 32;

    // Whether keys and values of this model can be kept in a type: f32 or f16, and q8_0 where a
    // head fills whole blocks of 32 values. Fails: unsupported, naming what is supported.
    static Result<void> check(const ModelConfig& config, tensor::DType dtype);
    // Rounded up to pages. Fails: as `check`; invalid; out_of_memory.
    static Result<std::shared_ptr<KvPool>> make(std::shared_ptr<tensor::Backend> backend,
                                                const ModelConfig& config, tensor::DType dtype,
                                                const KvRoom& room);
    // What `make` would take, for a type that passes `check`.
    static std::uint64_t bytes(const ModelConfig& config, tensor::DType dtype, const KvRoom& room);

    [[nodiscard]] const tensor::KvPages& layer(std::int64_t index) const
    {
        return layers_[static_cast<std::size_t>(index)];
    }
    // Whether layers with a window have pages of their own, and this layer is one.
    [[nodiscard]] bool has_window_pages() const { return held_ > 0; }
    [[nodiscard]] bool in_window_pages(std::int64_t layer) const
    {
        return has_window_pages() && windowed_[static_cast<std::size_t>(layer)];
    }
    [[nodiscard]] std::int64_t widest_window() const { return widest_; }
    [[nodiscard]] std::int64_t pages() const { return all_.count(); }
    [[nodiscard]] std::int64_t free_pages() const { return all_.free_count(); }
    [[nodiscard]] std::int64_t free_window_pages() const { return window_.free_count(); }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    // One page of all layers: keys and values of the first layer, of the second, and so on; and of
    // those layers alone that have no window pages.
    [[nodiscard]] std::uint64_t page_bytes() const { return page_bytes_; }
    [[nodiscard]] std::uint64_t narrow_page_bytes() const { return narrow_page_bytes_; }
    // A page and the window page of the same tokens; without one (-1) its layers are left out.
    void read_page(std::span<std::byte> to, std::int32_t page, std::int32_t window_page) const;
    // The pages must be their writer's alone. `from` holds all layers.
    void write_page(std::int32_t page, std::int32_t window_page,
                    std::span<const std::byte> from) const;
    static std::int64_t pages_for(std::int64_t tokens)
    {
        return (tokens + kPageTokens - 1) / kPageTokens;
    }

private:
    friend class KvSequence;
    // Which of a number of pages are taken, and by how many.
    class Pages {
    public:
        explicit Pages(std::int64_t count = 0);
        std::int32_t take();  // one must be free
        void share(std::int32_t page) { ++uses_[static_cast<std::size_t>(page)]; }
        void give_back(std::int32_t page);
        [[nodiscard]] bool is_shared(std::int32_t page) const
        {
            return uses_[static_cast<std::size_t>(page)] > 1;
        }
        [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(uses_.size()); }
        [[nodiscard]] std::int64_t free_count() const
        {
            return static_cast<std::int64_t>(free_.size());
        }

    private:
        std::vector<std::int32_t> uses_;  // sequences that hold a page
        std::vector<std::int32_t> free_;
    };

    KvPool() = default;
    // Of the layers that have window pages, or of the others.
    void copy(std::int32_t to, std::int32_t from, const Pages& of);

    std::shared_ptr<tensor::Backend> backend_;
    std::vector<tensor::KvPages> layers_;
    std::vector<bool> windowed_;  // layers with a window
    Pages all_, window_;
    std::int64_t held_ = 0;        // tokens that a sequence keeps in window pages
    std::int64_t live_pages_ = 0;  // the most window pages that one sequence fills at a time
    std::int64_t widest_ = 0;
    std::uint64_t bytes_ = 0, page_bytes_ = 0, narrow_page_bytes_ = 0;
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

    // Whether everything is still there that tokens behind the first `tokens` would see.
    [[nodiscard]] bool covers(std::int64_t tokens) const;
    // Another sequence that begins with the first `tokens` of this one, which it covers, and shares
    // their pages. Takes no memory now; the first write to a shared page copies it.
    [[nodiscard]] KvSequence fork(std::int64_t tokens) const;
    // Pages for `tokens` in all, those from length() on not shared. Window pages that have fallen
    // behind serve again, and none is shared. False when the pool has no more: nothing is taken.
    [[nodiscard]] bool reserve(std::int64_t tokens);
    // How many free pages `reserve(tokens)` would take.
    [[nodiscard]] std::int64_t pages_needed(std::int64_t tokens) const;
    // Puts window pages under the next `tokens`, inside what was reserved.
    void prepare(std::int64_t tokens);
    // To a length that it covers. What was reserved beyond goes back.
    void truncate(std::int64_t length);
    // Tokens that a step has written behind the present end, inside what was prepared.
    void advance(std::int64_t tokens);
    // An empty sequence that is filled from elsewhere has nothing in the first so many window pages.
    void skip_window_pages(std::int64_t pages);

    [[nodiscard]] std::int64_t length() const { return length_; }
    [[nodiscard]] std::span<const std::int32_t> pages() const { return pages_; }
    // By the same tokens as pages(); -1 where there is none any more. Ends with what was prepared.
    // Empty where layers with a window have no pages of their own.
    [[nodiscard]] std::span<const std::int32_t> window_pages() const { return window_pages_; }
    [[nodiscard]] std::int64_t dropped_window_pages() const { return dropped_; }
    [[nodiscard]] const std::shared_ptr<KvPool>& pool() const { return pool_; }

private:
    [[nodiscard]] std::int64_t window_pages_needed(std::int64_t tokens) const;
    void reserve_window_pages(std::int64_t tokens, std::int64_t more);
    void replace(std::int32_t& page, std::int32_t own, KvPool::Pages& of);
    void drop_window_pages_behind();
    void release();

    std::shared_ptr<KvPool> pool_;
    std::vector<std::int32_t> pages_;
    std::vector<std::int32_t> window_pages_;
    std::vector<std::int32_t> spare_;  // window pages that were reserved
    std::int64_t dropped_ = 0;         // the first so many window pages are gone
    std::int64_t length_ = 0;
};

}  // namespace longhand::model
