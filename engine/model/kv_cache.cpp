// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/kv_cache.h"

#include "engine/model/weights.h"

#include <algorithm>
#include <utility>

namespace longhand::model {

namespace {

constexpr std::int64_t kHeldBeyond = 512;  // tokens: most questions and answers are shorter

std::uint64_t row_bytes(const ModelConfig& config, tensor::DType dtype)
{
    const tensor::DTypeTraits& type = tensor::traits(dtype);
    return static_cast<std::uint64_t>(config.kv_dim()) / type.block_values * type.block_bytes;
}

std::int64_t layers_with_window(const ModelConfig& config)
{
    return std::count_if(config.windows.begin(), config.windows.end(),
                         [](std::int32_t window) { return window > 0; });
}

// The most pages that hold a token of a sequence or of a step while one reads.
std::int64_t live_pages(std::int64_t held, std::int64_t step_tokens)
{
    return KvPool::pages_for(held + step_tokens) + 2;
}

}  // namespace

KvRoom kv_room(const ModelConfig& config, std::int64_t tokens, std::int64_t sequences,
               std::int64_t step_tokens)
{
    KvRoom room{.tokens = tokens, .step_tokens = step_tokens};
    if (sequences == 0 || layers_with_window(config) == 0)
        return room;
    const std::int64_t held = *std::max_element(config.windows.begin(), config.windows.end()) +
                              step_tokens + kHeldBeyond;
    const std::int64_t window_tokens =
        (sequences + 1) * live_pages(held, step_tokens) * KvPool::kPageTokens;
    if (window_tokens < tokens) {
        room.window_tokens = window_tokens;
        room.held = held;
    }
    return room;
}

std::uint64_t KvPool::bytes(const ModelConfig& config, tensor::DType dtype, const KvRoom& room)
{
    const auto rows = [](std::int64_t tokens) {
        return static_cast<std::uint64_t>(pages_for(tokens) * kPageTokens);
    };
    const std::int64_t windowed = room.window_tokens > 0 ? layers_with_window(config) : 0;
    return 2 * row_bytes(config, dtype) *
           (static_cast<std::uint64_t>(config.layers - windowed) * rows(room.tokens) +
            static_cast<std::uint64_t>(windowed) * rows(room.window_tokens));
}

Result<void> KvPool::check(const ModelConfig& config, tensor::DType dtype)
{
    using tensor::DType;
    if (dtype == DType::q8_0 && config.head_dim % tensor::traits(dtype).block_values != 0)
        return Error{ErrorKind::unsupported,
                     "heads of " + std::to_string(config.head_dim) +
                         " values do not fill blocks of q8_0; keep keys and values in f16"};
    if (dtype != DType::f32 && dtype != DType::f16 && dtype != DType::q8_0)
        return Error{ErrorKind::unsupported, "a KV cache of type " +
                                                 std::string(to_string(dtype)) +
                                                 " is not supported; supported: f32, f16, q8_0"};
    return {};
}

Result<std::shared_ptr<KvPool>> KvPool::make(std::shared_ptr<tensor::Backend> backend,
                                             const ModelConfig& config, tensor::DType dtype,
                                             const KvRoom& room)
{
    TRY(check(config, dtype));
    const std::int64_t pages = pages_for(room.tokens);
    const std::int64_t window_pages = pages_for(room.window_tokens);
    if (room.tokens < 1 || pages > INT32_MAX || window_pages > INT32_MAX)
        return Error{ErrorKind::invalid,
                     "a KV cache of " + std::to_string(room.tokens) + " tokens"};
    std::shared_ptr<KvPool> pool(new KvPool());
    pool->backend_ = std::move(backend);
    pool->bytes_ = bytes(config, dtype, room);
    if (window_pages > 0) {
        pool->held_ = room.held;
        pool->live_pages_ = live_pages(room.held, room.step_tokens);
        pool->widest_ = *std::max_element(config.windows.begin(), config.windows.end());
        ENSURE(room.held >= pool->widest_);
    }
    for (std::int64_t i = 0; i < config.layers; ++i) {
        pool->windowed_.push_back(config.window(i) > 0);
        const std::int64_t own = pool->in_window_pages(i) ? window_pages : pages;
        const tensor::Shape shape{own * kPageTokens, config.kv_dim()};
        tensor::KvPages layer;
        TRY(layer.keys, allocate(*pool->backend_, dtype, shape));
        TRY(layer.values, allocate(*pool->backend_, dtype, shape));
        layer.page_tokens = kPageTokens;
        pool->layers_.push_back(std::move(layer));
        const std::uint64_t part = 2 * kPageTokens * row_bytes(config, dtype);
        pool->page_bytes_ += part;
        pool->narrow_page_bytes_ += pool->in_window_pages(i) ? 0 : part;
    }
    pool->all_ = Pages(pages);
    pool->window_ = Pages(window_pages);
    return pool;
}

// Lowest numbers last, so that they are taken first and untouched memory stays untouched.
KvPool::Pages::Pages(std::int64_t count) : uses_(static_cast<std::size_t>(count))
{
    for (std::int64_t page = count; page-- > 0;)
        free_.push_back(static_cast<std::int32_t>(page));
}

std::int32_t KvPool::Pages::take()
{
    ENSURE(!free_.empty());
    const std::int32_t page = free_.back();
    free_.pop_back();
    uses_[static_cast<std::size_t>(page)] = 1;
    return page;
}

void KvPool::Pages::give_back(std::int32_t page)
{
    std::int32_t& uses = uses_[static_cast<std::size_t>(page)];
    if (--uses == 0)
        free_.push_back(page);
}

void KvPool::copy(std::int32_t to, std::int32_t from, const Pages& of)
{
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (in_window_pages(static_cast<std::int64_t>(i)) != (&of == &window_))
            continue;
        for (const tensor::Tensor& rows : {layers_[i].keys, layers_[i].values})
            backend_->copy(rows.rows(to * kPageTokens, kPageTokens),
                           rows.rows(from * kPageTokens, kPageTokens));
    }
}

void KvPool::read_page(std::span<std::byte> to, std::int32_t page, std::int32_t window_page) const
{
    ENSURE(to.size() == (window_page < 0 ? narrow_page_bytes() : page_bytes()));
    const std::size_t part = page_bytes() / (2 * layers_.size());
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const std::int32_t own = in_window_pages(static_cast<std::int64_t>(i)) ? window_page : page;
        if (own < 0)
            continue;
        for (const tensor::Tensor* const rows : {&layers_[i].keys, &layers_[i].values}) {
            backend_->download(to.first(part), rows->rows(own * kPageTokens, kPageTokens));
            to = to.subspan(part);
        }
    }
}

void KvPool::write_page(std::int32_t page, std::int32_t window_page,
                        std::span<const std::byte> from) const
{
    const bool all_layers = from.size() == page_bytes();
    ENSURE(all_layers || (from.size() == narrow_page_bytes() && window_page < 0));
    ENSURE(!all_.is_shared(page) && (window_page < 0 || !window_.is_shared(window_page)));
    const std::size_t part = page_bytes() / (2 * layers_.size());
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const bool windowed = in_window_pages(static_cast<std::int64_t>(i));
        if (windowed && !all_layers)
            continue;
        const std::int32_t own = windowed ? window_page : page;
        for (const tensor::Tensor* const rows : {&layers_[i].keys, &layers_[i].values}) {
            if (own >= 0)
                backend_->upload(rows->rows(own * kPageTokens, kPageTokens), from.first(part));
            from = from.subspan(part);
        }
    }
}

KvSequence::~KvSequence() { release(); }

KvSequence::KvSequence(KvSequence&& other) noexcept
    : pool_(std::move(other.pool_)), pages_(std::exchange(other.pages_, {})),
      window_pages_(std::exchange(other.window_pages_, {})),
      spare_(std::exchange(other.spare_, {})), dropped_(std::exchange(other.dropped_, 0)),
      length_(std::exchange(other.length_, 0))
{
}

KvSequence& KvSequence::operator=(KvSequence&& other) noexcept
{
    if (this != &other) {
        release();
        pool_ = std::move(other.pool_);
        pages_ = std::exchange(other.pages_, {});
        window_pages_ = std::exchange(other.window_pages_, {});
        spare_ = std::exchange(other.spare_, {});
        dropped_ = std::exchange(other.dropped_, 0);
        length_ = std::exchange(other.length_, 0);
    }
    return *this;
}

void KvSequence::release()
{
    for (const std::int32_t page : pages_)
        pool_->all_.give_back(page);
    for (const std::vector<std::int32_t>* const some : {&window_pages_, &spare_})
        for (const std::int32_t page : *some)
            if (page >= 0)
                pool_->window_.give_back(page);
    pages_.clear();
    window_pages_.clear();
    spare_.clear();
    dropped_ = 0;
    length_ = 0;
}

bool KvSequence::covers(std::int64_t tokens) const
{
    const std::int64_t first_seen = std::max<std::int64_t>(0, tokens - pool_->widest_window() + 1);
    return dropped_ * KvPool::kPageTokens <= first_seen;
}

KvSequence KvSequence::fork(std::int64_t tokens) const
{
    ENSURE(tokens >= 0 && tokens <= length_ && covers(tokens));
    KvSequence other(pool_);
    const auto end = KvPool::pages_for(tokens);
    other.pages_.assign(pages_.begin(), pages_.begin() + end);
    for (const std::int32_t page : other.pages_)
        pool_->all_.share(page);
    if (pool_->has_window_pages()) {
        other.window_pages_.assign(window_pages_.begin(), window_pages_.begin() + end);
        other.dropped_ = std::min(dropped_, end);
        for (const std::int32_t page : other.window_pages_)
            if (page >= 0)
                pool_->window_.share(page);
    }
    other.length_ = tokens;
    return other;
}

std::int64_t KvSequence::pages_needed(std::int64_t tokens) const
{
    const auto held = static_cast<std::int64_t>(pages_.size());
    std::int64_t needed = std::max<std::int64_t>(0, KvPool::pages_for(tokens) - held);
    for (std::int64_t i = length_ / KvPool::kPageTokens; i < held; ++i)
        needed += pool_->all_.is_shared(pages_[static_cast<std::size_t>(i)]) ? 1 : 0;
    return needed;
}

// However long the text, a sequence has only so many window pages, and none that it shares: those
// that serve again when they have fallen behind must be its own.
std::int64_t KvSequence::window_pages_needed(std::int64_t tokens) const
{
    if (!pool_->has_window_pages())
        return 0;
    const std::int64_t filled = std::clamp<std::int64_t>(
        KvPool::pages_for(std::max(tokens, length_)) - dropped_, 0, pool_->live_pages_);
    auto own = static_cast<std::int64_t>(spare_.size());
    for (auto i = static_cast<std::size_t>(dropped_); i < window_pages_.size(); ++i)
        own += pool_->window_.is_shared(window_pages_[i]) ? 0 : 1;
    return std::max<std::int64_t>(0, filled - own);
}

bool KvSequence::reserve(std::int64_t tokens)
{
    drop_window_pages_behind();
    const std::int64_t for_window = window_pages_needed(tokens);
    if (pages_needed(tokens) > pool_->free_pages() || for_window > pool_->free_window_pages())
        return false;
    for (auto i = static_cast<std::size_t>(length_ / KvPool::kPageTokens); i < pages_.size(); ++i)
        if (pool_->all_.is_shared(pages_[i]))
            replace(pages_[i], pool_->all_.take(), pool_->all_);
    while (static_cast<std::int64_t>(pages_.size()) < KvPool::pages_for(tokens))
        pages_.push_back(pool_->all_.take());
    if (pool_->has_window_pages())
        reserve_window_pages(tokens, for_window);
    return true;
}

void KvSequence::reserve_window_pages(std::int64_t tokens, std::int64_t more)
{
    // Here, so that a step takes no memory.
    window_pages_.reserve(static_cast<std::size_t>(KvPool::pages_for(tokens)));
    spare_.reserve(static_cast<std::size_t>(pool_->live_pages_) + window_pages_.size());
    for (std::int64_t i = 0; i < more; ++i)
        spare_.push_back(pool_->window_.take());
    for (auto i = static_cast<std::size_t>(dropped_); i < window_pages_.size(); ++i)
        if (pool_->window_.is_shared(window_pages_[i])) {
            ENSURE(!spare_.empty());
            replace(window_pages_[i], spare_.back(), pool_->window_);
            spare_.pop_back();
        }
}

// A page of its own in place of one that is shared, with what stands there.
void KvSequence::replace(std::int32_t& page, std::int32_t own, KvPool::Pages& of)
{
    pool_->copy(own, page, of);
    of.give_back(std::exchange(page, own));
}

void KvSequence::drop_window_pages_behind()
{
    if (!pool_->has_window_pages())
        return;
    const std::int64_t kept = std::max<std::int64_t>(0, length_ - pool_->held_);
    for (; (dropped_ + 1) * KvPool::kPageTokens <= kept; ++dropped_) {
        const std::int32_t page =
            std::exchange(window_pages_[static_cast<std::size_t>(dropped_)], -1);
        if (pool_->window_.is_shared(page))
            pool_->window_.give_back(page);
        else
            spare_.push_back(page);
    }
}

void KvSequence::prepare(std::int64_t tokens)
{
    if (!pool_->has_window_pages())
        return;
    while (static_cast<std::int64_t>(window_pages_.size()) < KvPool::pages_for(length_ + tokens)) {
        ENSURE(!spare_.empty());
        window_pages_.push_back(spare_.back());
        spare_.pop_back();
    }
}

void KvSequence::skip_window_pages(std::int64_t pages)
{
    ENSURE(length_ == 0 && window_pages_.empty());
    if (!pool_->has_window_pages())
        return;
    window_pages_.assign(static_cast<std::size_t>(pages), -1);
    dropped_ = pages;
}

void KvSequence::truncate(std::int64_t length)
{
    ENSURE(length >= 0 && length <= length_ && covers(length));
    length_ = length;
    const auto end = KvPool::pages_for(length);
    while (static_cast<std::int64_t>(pages_.size()) > end) {
        pool_->all_.give_back(pages_.back());
        pages_.pop_back();
    }
    while (static_cast<std::int64_t>(window_pages_.size()) > end) {
        if (window_pages_.back() >= 0)
            pool_->window_.give_back(window_pages_.back());
        window_pages_.pop_back();
    }
    dropped_ = std::min(dropped_, end);
    for (const std::int32_t page : spare_)
        pool_->window_.give_back(page);
    spare_.clear();
}

void KvSequence::advance(std::int64_t tokens)
{
    length_ += tokens;
    ENSURE(KvPool::pages_for(length_) <= static_cast<std::int64_t>(pages_.size()));
    ENSURE(!pool_->has_window_pages() ||
           KvPool::pages_for(length_) <= static_cast<std::int64_t>(window_pages_.size()));
}

}  // namespace longhand::model
