// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checksums.h"

#include "app/models/catalogue.h"
#include "app/models/installed.h"
#include "engine/base/mapped_file.h"
#include "engine/base/sha256.h"
#include "engine/checkpoint/checkpoint.h"

#include <algorithm>
#include <fstream>
#include <map>

namespace longhand::models {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kStep = 1 << 20;
constexpr std::uint64_t kMostNote = 1 << 20;

using Notes = std::map<std::string, std::string>; // file name -> hash

bool is_sha256(std::string_view hash)
{
    return hash.size() == 64 &&
           hash.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// Lines "hash  name" or "hash *name"; a lone hash stands for `alone`.
Notes read_notes(const fs::path& file, const std::string& alone)
{
    Notes notes;
    const auto text = read_file(file, kMostNote);
    if (!text.ok())
        return notes;
    for (std::size_t at = 0; at < text->size();) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        std::string line = text->substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r'))
            line.pop_back();
        std::string hash = line.substr(0, std::min<std::size_t>(64, line.size()));
        if (!is_sha256(hash))
            continue;
        std::transform(hash.begin(), hash.end(), hash.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const std::string name = line.size() > 66 ? line.substr(66) : alone;
        notes[fs::path(name).filename().string()] = hash;
    }
    return notes;
}

// Of the embedded model and of files of the catalogue, where a hash is known.
std::string published_hash(const fs::path& file)
{
    const std::string name = file.filename().string();
    if (name == embedded_model().file_name)
        return std::string(embedded_model().sha256);
    for (const KnownModel& model : known_models())
        if (!model.file.empty() && model.file == name)
            return model.sha256;
    return {};
}

struct Meter {
    const ProgressSink& sink;
    std::uint64_t total;
    std::uint64_t done = 0;
    void add(std::uint64_t bytes)
    {
        done += bytes;
        if (sink)
            sink({.phase = "checking", .done = done, .total = total, .unit = "bytes"});
    }
};

Result<std::string> hash_of(const fs::path& file, Meter& meter, const std::stop_token& stop)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return Error{ErrorKind::not_found, file.string() + " is not there"};
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{ErrorKind::unreadable, file.string() + " cannot be opened"};
    Sha256 hash;
    std::vector<char> piece(kStep);
    while (in) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "checking was stopped"};
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        hash.add(std::string_view(piece.data(), count));
        meter.add(count);
    }
    if (in.bad())
        return Error{ErrorKind::unreadable, file.string() + " cannot be read to its end"};
    return hash.finish();
}

Result<Verdict> verify_file(const fs::path& model, Meter& meter, const std::stop_token& stop)
{
    Verdict verdict;
    TRY(verdict.found, hash_of(model, meter, stop));
    verdict.expected = published_hash(model);
    Checked equal = Checked::publisher;
    if (verdict.expected.empty()) {
        const Notes notes = read_notes(checksum_note(model), model.filename().string());
        if (const auto note = notes.find(model.filename().string()); note != notes.end())
            verdict.expected = note->second;
        equal = Checked::recorded;
    }
    if (!verdict.expected.empty())
        verdict.checked = verdict.expected == verdict.found ? equal : Checked::differs;
    return verdict;
}

Result<Verdict> verify_folder(const fs::path& model, Meter& meter, const std::stop_token& stop)
{
    Verdict verdict;
    const Notes notes = read_notes(checksum_note(model), {});
    Sha256 all;
    std::size_t known = 0;
    for (const fs::path& file : model_files(model)) {
        const std::string name = file.filename().string();
        TRY(const std::string hash, hash_of(file, meter, stop));
        all.add(hash + "  " + name + "\n");
        const auto note = notes.find(name);
        if (note == notes.end())
            continue;
        ++known;
        if (note->second != hash && verdict.checked != Checked::differs) {
            verdict.checked = Checked::differs;
            verdict.file = name;
            verdict.expected = note->second;
        }
    }
    // A file that the notes name and that is gone differs too.
    if (verdict.checked != Checked::differs)
        for (const auto& [name, hash] : notes)
            if (std::error_code error; !fs::exists(model / name, error)) {
                verdict.checked = Checked::differs;
                verdict.file = name;
                verdict.expected = hash;
            }
    if (verdict.checked != Checked::differs && known > 0 && known == model_files(model).size())
        verdict.checked = Checked::recorded;
    verdict.found = all.finish();
    return verdict;
}

} // namespace

fs::path checksum_note(const fs::path& model)
{
    std::error_code error;
    if (fs::is_directory(model, error))
        return model / "SHA256SUMS";
    return fs::path(model).concat(".sha256");
}

Result<Verdict> verify(const fs::path& model, const ProgressSink& progress,
                       const std::stop_token& stop)
{
    if (const auto whole = checkpoint::Checkpoint::open(model);
        !whole.ok() && whole.error().kind != ErrorKind::unsupported)
        return whole.error();
    Meter meter{progress, disk_bytes(model)};
    std::error_code error;
    return fs::is_directory(model, error) ? verify_folder(model, meter, stop)
                                          : verify_file(model, meter, stop);
}

Result<std::string> sha256_of(const fs::path& file, const ProgressSink& progress,
                              const std::stop_token& stop)
{
    Meter meter{progress, disk_bytes(file)};
    return hash_of(file, meter, stop);
}

Result<void> note_checksum(const fs::path& file, const std::string& sha256)
{
    return write_file(checksum_note(file), sha256 + "  " + file.filename().string() + "\n");
}

} // namespace longhand::models
