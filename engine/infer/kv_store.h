// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/base/token.h"
#include "engine/model/kv_cache.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace longhand::infer {

// What decides the keys and values of a text, beside its tokens. Two sessions may read each
// other's files only when all of it is equal.
struct KvIdentity {
    std::string model;    // of the model's files (LoadedModel::identity)
    std::string rope;     // the rule, with its planned length where angles depend on it
    std::string adapter;  // empty: the model as it is
    std::string device;   // another kind of device rounds otherwise
    tensor::DType dtype = tensor::DType::f16;
    [[nodiscard]] std::string digest() const;  // 64 hexadecimal characters
};

// Keys and values of texts that were read, kept in a folder so that they need not be read again
// after a restart. Each owner ("book-7": letters, digits, dashes) has a folder of its own in it,
// which may be removed as a whole at any time. One file a text, little-endian:
//
//     "LHKV" u32 version   identity (64 characters)   u64 tokens (whole pages)
//     u64 bytes of a page   u64 bytes of a short page   u64 short pages   u64 window
//     u64 checksum of all of this and the ids
//     tokens as i32   zeros to a multiple of 64   for each page: its bytes, u64 checksum, zeros
//
// A page is KvPool's: 32 tokens of all layers, so that a text which begins like a stored one takes
// only the pages that agree. Where layers with a sliding window no longer had the first tokens, the
// first pages are short: they hold the other layers alone. Files are written beside their name and renamed; the least recently
// used go when the folder exceeds its cap. A file that was cut off, changed or is not ours by its
// content is removed when it is met, never believed. A CACHEDIR.TAG in the folder tells programs
// that make backups to leave it out. Threads: one caller at a time; several
// processes may share a folder.
class KvStore {
public:
    struct Options {
        std::filesystem::path folder;        // made when the first text is kept
        std::uint64_t most_bytes = 0;        // of all files together
        std::uint64_t least_free_bytes = 0;  // of the disk, left to others
    };
    explicit KvStore(Options options) : options_(std::move(options)) {}

    // A stored text that begins as `tokens` does.
    struct Match {
        std::filesystem::path path;
        std::int64_t tokens = 0;  // that agree, whole pages; at most all but one of those asked for
        std::int64_t stored_tokens = 0;
    };
    // The owner's longest; tokens == 0 when there is none.
    [[nodiscard]] Match find(const KvIdentity& identity, const std::string& owner,
                             std::span<const TokenId> tokens) const;
    // Fills `sequence`, which is empty and has room reserved, with the match's pages. False, the
    // sequence empty and the file gone, when the file turns out damaged or has gone meanwhile.
    [[nodiscard]] bool restore(const Match& match, const KvIdentity& identity,
                               model::KvSequence& sequence) const;
    // Keeps the whole pages of `sequence`, which holds `tokens`. The owner's file of the same
    // identity that this text continues is replaced. A text above the cap is not kept. Fails:
    // unreadable, out_of_memory (too little room on the disk): nothing half-written stays.
    Result<void> keep(const KvIdentity& identity, const std::string& owner,
                      std::span<const TokenId> tokens, const model::KvSequence& sequence);
    // Removes the least recently used until all are below the cap, which may be lower than it was.
    void trim() const { make_room(0); }

private:
    void make_room(std::uint64_t bytes) const;

    Options options_;
};

}  // namespace longhand::infer
