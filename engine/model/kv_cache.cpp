// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/kv_cache.h"

#include "engine/model/weights.h"

#include <algorithm>
#include <utility>

namespace longhand::model {

std::uint64_t KvPool::bytes(const ModelConfig& config, tensor::DType dtype, std::int64_t tokens)
{
    const tensor::DTypeTraits& type = tensor::traits(dtype);
    const std::uint64_t row_bytes =
        static_cast<std::uint64_t>(config.kv_dim()) / type.block_values * type.block_bytes;
    return 2 * static_cast<std::uint64_t>(config.layers) * row_bytes *
           static_cast<std::uint64_t>(pages_for(tokens) * kPageTokens);
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
                                             std::int64_t tokens)
{
    TRY(check(config, dtype));
    const std::int64_t pages = pages_for(tokens);
    if (tokens < 1 || pages > INT32_MAX)
        return Error{ErrorKind::invalid, "a KV cache of " + std::to_string(tokens) + " tokens"};
    std::shared_ptr<KvPool> pool(new KvPool());
    pool->backend_ = std::move(backend);
    pool->bytes_ = bytes(config, dtype, tokens);
    const tensor::Shape shape{pages * kPageTokens, config.kv_dim()};
    for (std::int64_t i = 0; i < config.layers; ++i) {
        tensor::KvPages layer;
        TRY(layer.keys, allocate(*pool->backend_, dtype, shape));
        TRY(layer.values, allocate(*pool->backend_, dtype, shape));
        layer.page_tokens = kPageTokens;
        pool->layers_.push_back(std::move(layer));
    }
    pool->uses_.resize(static_cast<std::size_t>(pages));
    // Lowest numbers last, so that they are taken first and untouched memory stays untouched.
    for (std::int64_t page = pages; page-- > 0;)
        pool->free_.push_back(static_cast<std::int32_t>(page));
    return pool;
}

std::optional<std::int32_t> KvPool::take()
{
    if (free_.empty())
        return std::nullopt;
    const std::int32_t page = free_.back();
    free_.pop_back();
    uses_[static_cast<std::size_t>(page)] = 1;
    return page;
}

void KvPool::give_back(std::int32_t page)
{
    std::int32_t& uses = uses_[static_cast<std::size_t>(page)];
    if (--uses == 0)
        free_.push_back(page);
}

void KvPool::copy(std::int32_t to, std::int32_t from)
{
    for (const tensor::KvPages& layer : layers_)
        for (const tensor::Tensor& rows : {layer.keys, layer.values})
            backend_->copy(rows.rows(to * kPageTokens, kPageTokens),
                           rows.rows(from * kPageTokens, kPageTokens));
}

void KvPool::read_page(std::span<std::byte> to, std::int32_t page) const
{
    ENSURE(to.size() == page_bytes());
    const std::size_t part = to.size() / (2 * layers_.size());
    for (const tensor::KvPages& layer : layers_)
        for (const tensor::Tensor* const rows : {&layer.keys, &layer.values}) {
            backend_->download(to.first(part), rows->rows(page * kPageTokens, kPageTokens));
            to = to.subspan(part);
        }
}

void KvPool::write_page(std::int32_t page, std::span<const std::byte> from) const
{
    ENSURE(from.size() == page_bytes() && !is_shared(page));
    const std::size_t part = from.size() / (2 * layers_.size());
    for (const tensor::KvPages& layer : layers_)
        for (const tensor::Tensor* const rows : {&layer.keys, &layer.values}) {
            backend_->upload(rows->rows(page * kPageTokens, kPageTokens), from.first(part));
            from = from.subspan(part);
        }
}

KvSequence::~KvSequence() { release(); }

KvSequence::KvSequence(KvSequence&& other) noexcept
    : pool_(std::move(other.pool_)), pages_(std::exchange(other.pages_, {})),
      length_(std::exchange(other.length_, 0))
{
}

KvSequence& KvSequence::operator=(KvSequence&& other) noexcept
{
    if (this != &other) {
        release();
        pool_ = std::move(other.pool_);
        pages_ = std::exchange(other.pages_, {});
        length_ = std::exchange(other.length_, 0);
    }
    return *this;
}

void KvSequence::release()
{
    for (const std::int32_t page : pages_)
        pool_->give_back(page);
    pages_.clear();
    length_ = 0;
}

KvSequence KvSequence::fork(std::int64_t tokens) const
{
    ENSURE(tokens >= 0 && tokens <= length_);
    KvSequence other(pool_);
    const auto end = pages_.begin() + KvPool::pages_for(tokens);
    other.pages_.assign(pages_.begin(), end);
    for (const std::int32_t page : other.pages_)
        pool_->share(page);
    other.length_ = tokens;
    return other;
}

std::int64_t KvSequence::pages_needed(std::int64_t tokens) const
{
    const auto held = static_cast<std::int64_t>(pages_.size());
    std::int64_t needed = std::max<std::int64_t>(0, KvPool::pages_for(tokens) - held);
    for (std::int64_t i = length_ / KvPool::kPageTokens; i < held; ++i)
        needed += pool_->is_shared(pages_[static_cast<std::size_t>(i)]) ? 1 : 0;
    return needed;
}

bool KvSequence::reserve(std::int64_t tokens)
{
    if (pages_needed(tokens) > pool_->free_pages())
        return false;
    const auto first = static_cast<std::size_t>(length_ / KvPool::kPageTokens);
    for (std::size_t i = first; i < pages_.size(); ++i)
        if (pool_->is_shared(pages_[i])) {
            const std::int32_t own = pool_->take().value();
            pool_->copy(own, pages_[i]);
            pool_->give_back(std::exchange(pages_[i], own));
        }
    while (static_cast<std::int64_t>(pages_.size()) < KvPool::pages_for(tokens))
        pages_.push_back(pool_->take().value());
    return true;
}

void KvSequence::truncate(std::int64_t length)
{
    ENSURE(length >= 0 && length <= length_);
    length_ = length;
    while (static_cast<std::int64_t>(pages_.size()) > KvPool::pages_for(length)) {
        pool_->give_back(pages_.back());
        pages_.pop_back();
    }
}

void KvSequence::advance(std::int64_t tokens)
{
    length_ += tokens;
    ENSURE(KvPool::pages_for(length_) <= static_cast<std::int64_t>(pages_.size()));
}

}  // namespace longhand::model
