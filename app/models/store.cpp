// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/store.h"

#include "app/models/checksums.h"
#include "app/models/inspect.h"
#include "app/models/installed.h"
#include "engine/base/mapped_file.h"
#include "engine/base/sha256.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace longhand::models {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSpare = 64'000'000; // left free beside what is written
constexpr std::size_t kStep = 1 << 20;

fs::path models_dir(const fs::path& data_dir)
{
    return data_dir / "models";
}
fs::path bin_dir(const fs::path& data_dir)
{
    return models_dir(data_dir) / ".bin";
}

// A name that is free: "name.gguf", "name (2).gguf", ...
fs::path free_name(const fs::path& wanted)
{
    std::error_code error;
    fs::path path = wanted;
    for (int number = 2; fs::exists(fs::symlink_status(path, error)); ++number)
        path = wanted.parent_path() / (wanted.stem().string() + " (" + std::to_string(number) +
                                       ")" + wanted.extension().string());
    return path;
}

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0644))
    {
    }
    ~Descriptor()
    {
        if (fd_ >= 0)
            ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

// Both files share their blocks until one is changed: btrfs, XFS and others can.
bool share_blocks(const fs::path& from, const fs::path& to)
{
    const Descriptor source(from, O_RDONLY), target(to, O_WRONLY | O_CREAT | O_TRUNC);
    return source.get() >= 0 && target.get() >= 0 &&
           ::ioctl(target.get(), FICLONE, source.get()) == 0;
}

Error disk_error(const fs::path& path, const char* action)
{
    const int code = errno;
    return {code == ENOSPC || code == EDQUOT ? ErrorKind::out_of_memory : ErrorKind::unreadable,
            std::string(action) + " " + path.string() + ": " +
                std::error_code(code, std::generic_category()).message()};
}

struct Meter {
    const ProgressSink& sink;
    std::uint64_t total;
    std::uint64_t done = 0;
    void add(std::uint64_t bytes)
    {
        done += bytes;
        if (sink)
            sink({.phase = "copying", .done = done, .total = total, .unit = "bytes"});
    }
};

// Copies and hashes in one reading; blocks that can be shared are only hashed.
Result<std::string> copy_file(const fs::path& from, const fs::path& to, Meter& meter,
                              const std::stop_token& stop)
{
    const bool shared = share_blocks(from, to);
    const Descriptor source(from, O_RDONLY);
    const Descriptor target(to, O_WRONLY | O_CREAT | (shared ? 0 : O_TRUNC));
    if (source.get() < 0)
        return disk_error(from, "cannot open");
    if (target.get() < 0)
        return disk_error(to, "cannot write");
    Sha256 hash;
    std::vector<std::byte> piece(kStep);
    while (true) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "adding was stopped"};
        const ssize_t count = ::read(source.get(), piece.data(), piece.size());
        if (count < 0)
            return disk_error(from, "cannot read");
        if (count == 0)
            break;
        const auto size = static_cast<std::size_t>(count);
        hash.add(std::span<const std::byte>(piece.data(), size));
        for (std::size_t written = 0; !shared && written < size;) {
            const ssize_t part = ::write(target.get(), piece.data() + written, size - written);
            if (part < 0)
                return disk_error(to, "cannot write");
            written += static_cast<std::size_t>(part);
        }
        meter.add(size);
    }
    if (::fsync(target.get()) != 0)
        return disk_error(to, "cannot write");
    return hash.finish();
}

// The place where a model is put together; gone at the end unless it was moved away.
class Incoming {
public:
    explicit Incoming(const fs::path& data_dir)
        : folder_(models_dir(data_dir) / (".incoming-" + std::to_string(::getpid())))
    {
        std::error_code error;
        fs::remove_all(folder_, error);
        fs::create_directories(folder_, error);
    }
    ~Incoming()
    {
        std::error_code error;
        fs::remove_all(folder_, error);
    }
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;
    [[nodiscard]] const fs::path& folder() const { return folder_; }

private:
    fs::path folder_;
};

Result<void> move(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::rename(from, to, error);
    if (error)
        return Error{ErrorKind::unreadable, from.string() + " cannot be moved: " + error.message()};
    return {};
}

// An installed model with the same bytes; sizes are compared before anything is read.
Result<fs::path> equal_model(const fs::path& source, const fs::path& data_dir,
                             const ProgressSink& progress, const std::stop_token& stop)
{
    const std::uint64_t bytes = disk_bytes(source);
    std::string own;
    for (const InstalledModel& model : installed_models(data_dir)) {
        std::error_code error;
        if (model.bytes != bytes ||
            fs::is_directory(model.path, error) != fs::is_directory(source, error))
            continue;
        if (fs::equivalent(model.path, source, error))
            return model.path;
        if (own.empty()) {
            TRY(const Verdict verdict, verify(source, progress, stop));
            own = verdict.found;
        }
        TRY(const Verdict verdict, verify(model.path, progress, stop));
        if (verdict.found == own)
            return model.path;
    }
    return fs::path();
}

Result<fs::path> add_link(const fs::path& source, const fs::path& data_dir)
{
    std::error_code error;
    fs::create_directories(models_dir(data_dir), error);
    const fs::path target = free_name(models_dir(data_dir) / source.filename());
    fs::create_symlink(fs::absolute(source, error), target, error);
    if (error)
        return Error{ErrorKind::unreadable,
                     target.string() + " cannot be made: " + error.message()};
    return target;
}

Result<fs::path> add_copy(const fs::path& source, const fs::path& data_dir,
                          const ProgressSink& progress, const std::stop_token& stop)
{
    const Incoming incoming(data_dir);
    std::error_code error;
    const bool folder = fs::is_directory(source, error);
    const fs::path whole = incoming.folder() / source.filename();
    if (folder)
        fs::create_directories(whole, error);
    Meter meter{progress, disk_bytes(source)};
    std::string notes;
    for (const fs::path& file : model_files(source)) {
        const fs::path to = folder ? whole / file.filename() : whole;
        if (!share_blocks(file, to)) {
            TRY(check_room(incoming.folder(), fs::file_size(file, error)));
        }
        TRY(const std::string hash, copy_file(file, to, meter, stop));
        notes += hash + "  " + file.filename().string() + "\n";
    }
    fs::path target = models_dir(data_dir) / source.filename();
    if (!folder && target.extension() != ".gguf")
        target += ".gguf";
    target = free_name(target);
    if (folder) {
        TRY(write_file(whole / "SHA256SUMS", notes));
    }
    TRY(move(whole, target));
    if (!folder) {
        TRY(note_checksum(target, notes.substr(0, 64)));
    }
    return target;
}

// The note of a file goes where the file goes.
void move_note(const fs::path& from, const fs::path& to)
{
    std::error_code ignored;
    fs::rename(fs::path(from).concat(".sha256"), fs::path(to).concat(".sha256"), ignored);
}

std::string name_of(const fs::path& model)
{
    std::error_code error;
    return fs::is_directory(model, error) ? model.filename().string() : model.stem().string();
}

} // namespace

Result<void> check_room(const fs::path& folder, std::uint64_t bytes)
{
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::space_info space = fs::space(folder, error);
    if (error || bytes + kSpare <= space.available)
        return {};
    return Error{ErrorKind::out_of_memory,
                 "the disk of " + folder.string() + " has " + std::to_string(space.available) +
                     " bytes free, and " + std::to_string(bytes + kSpare) + " are needed"};
}

Result<AddedModel> add_model(const fs::path& given, const fs::path& data_dir, AddHow how,
                             const ProgressSink& progress, const std::stop_token& stop)
{
    const fs::path source = given.has_filename() ? given : given.parent_path();
    TRY(const ModelFacts facts, inspect(source));
    if (facts.refusal)
        return *facts.refusal;
    TRY(const fs::path equal, equal_model(source, data_dir, progress, stop));
    if (!equal.empty())
        return AddedModel{equal, name_of(equal), true};
    TRY(const fs::path added, how == AddHow::link ? add_link(source, data_dir)
                                                  : add_copy(source, data_dir, progress, stop));
    return AddedModel{added, name_of(added), false};
}

Result<fs::path> remove_model(const fs::path& model, const fs::path& data_dir)
{
    std::error_code error;
    if (!fs::exists(fs::symlink_status(model, error)))
        return Error{ErrorKind::not_found, model.string() + " is not there"};
    if (fs::weakly_canonical(model.parent_path(), error) !=
        fs::weakly_canonical(models_dir(data_dir), error))
        return Error{ErrorKind::invalid, model.string() + " does not lie in " +
                                             models_dir(data_dir).string() +
                                             ": remove it where it is"};
    fs::create_directories(bin_dir(data_dir), error);
    const fs::path binned = free_name(bin_dir(data_dir) / model.filename());
    TRY(move(model, binned));
    move_note(model, binned);
    return binned;
}

Result<fs::path> restore_model(const fs::path& binned, const fs::path& data_dir)
{
    std::error_code error;
    if (!fs::exists(fs::symlink_status(binned, error)))
        return Error{ErrorKind::not_found, binned.string() + " is no longer in the bin"};
    const fs::path back = free_name(models_dir(data_dir) / binned.filename());
    TRY(move(binned, back));
    move_note(binned, back);
    return back;
}

void empty_model_bin(const fs::path& data_dir)
{
    std::error_code ignored;
    fs::remove_all(bin_dir(data_dir), ignored);
}

} // namespace longhand::models
