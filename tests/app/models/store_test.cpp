// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/store.h"

#include "app/models/checksums.h"
#include "app/models/installed.h"
#include "engine/base/mapped_file.h"
#include "engine/base/sha256.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace longhand::models {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class Store : public ::testing::Test {
protected:
    void SetUp() override
    {
        const char* models = std::getenv("LONGHAND_MODELS");
        models_ = models == nullptr ? "" : models;
        ::unsetenv("LONGHAND_MODELS");
        fs::create_directories(from_);
        test::write_bytes(model_, test::small_gguf_model().build());
    }
    void TearDown() override
    {
        if (!models_.empty())
            ::setenv("LONGHAND_MODELS", models_.c_str(), 1);
    }
    Result<AddedModel> add(const fs::path& model, AddHow how = AddHow::copy)
    {
        return add_model(model, data_, how, {}, {});
    }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> list;
        for (const InstalledModel& model : installed_models(data_))
            list.push_back(model.name);
        return list;
    }
    std::string models_;
    test::TemporaryFolder folder_;
    fs::path from_ = folder_.path() / "elsewhere";
    fs::path data_ = folder_.path() / "data";
    fs::path model_ = from_ / "small.gguf";
};

TEST_F(Store, ACopyIsInstalledWithItsChecksumAndOutlivesTheOriginal)
{
    const auto added = add(model_);
    ASSERT_TRUE(added.ok()) << added.error().message;
    EXPECT_FALSE(added->already_there);
    fs::remove_all(from_);
    EXPECT_EQ(names(), std::vector<std::string>{"small"});
    const auto verdict = verify(added->path, {}, {});
    ASSERT_TRUE(verdict.ok());
    EXPECT_EQ(verdict->checked, Checked::recorded);
    EXPECT_EQ(verdict->found, sha256(test::small_gguf_model().build()));
}

TEST_F(Store, TheSameBytesAreNotTakenTwice)
{
    ASSERT_TRUE(add(model_).ok());
    fs::copy_file(model_, from_ / "another-name.gguf");
    const auto again = add(from_ / "another-name.gguf");
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again->already_there);
    EXPECT_EQ(again->name, "small");
    EXPECT_EQ(names().size(), 1U);
}

TEST_F(Store, OtherBytesOfTheSameNameGetANameOfTheirOwn)
{
    ASSERT_TRUE(add(model_).ok());
    test::write_bytes(model_, test::small_gguf_model().text("general.name", "Other").build());
    const auto other = add(model_);
    ASSERT_TRUE(other.ok());
    EXPECT_FALSE(other->already_there);
    EXPECT_EQ(names(), (std::vector<std::string>{"small", "small (2)"}));
}

TEST_F(Store, ALinkTakesNoSpaceAndRemovingItLeavesTheOriginal)
{
    const auto added = add(model_, AddHow::link);
    ASSERT_TRUE(added.ok()) << added.error().message;
    EXPECT_TRUE(fs::is_symlink(added->path));
    ASSERT_EQ(installed_models(data_).size(), 1U);
    EXPECT_TRUE(installed_models(data_)[0].linked);
    ASSERT_TRUE(remove_model(added->path, data_).ok());
    empty_model_bin(data_);
    EXPECT_TRUE(names().empty());
    EXPECT_TRUE(fs::exists(model_));
}

TEST_F(Store, WhatCannotBeComputedIsRefusedBeforeAByteIsCopied)
{
    test::GgufBuilder file;
    file.text("general.architecture", "mamba")
        .tensor("token_embd.weight", {32, 7}, 0, std::string(32 * 7 * 4, '\0'));
    test::write_bytes(model_, file.build());
    EXPECT_EQ(add(model_).error().kind, ErrorKind::unsupported);
    test::write_bytes(model_, "a letter");
    EXPECT_EQ(add(model_).error().kind, ErrorKind::corrupt);
    EXPECT_TRUE(names().empty());
    EXPECT_FALSE(fs::exists(data_ / "models") && !fs::is_empty(data_ / "models"));
}

TEST_F(Store, StoppedInTheMiddleNothingIsLeft)
{
    std::stop_source stop;
    const auto stopped = add_model(
        model_, data_, AddHow::copy, [&](const Progress&) { stop.request_stop(); },
        stop.get_token());
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().kind, ErrorKind::cancelled);
    EXPECT_TRUE(fs::is_empty(data_ / "models"));
}

TEST_F(Store, ARemovedModelComesBackWithItsChecksum)
{
    const auto added = add(model_);
    const auto binned = remove_model(added->path, data_);
    ASSERT_TRUE(binned.ok()) << binned.error().message;
    EXPECT_TRUE(names().empty());
    const auto back = restore_model(*binned, data_);
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(names(), std::vector<std::string>{"small"});
    EXPECT_EQ(verify(*back, {}, {})->checked, Checked::recorded);
    ASSERT_TRUE(remove_model(*back, data_).ok());
    empty_model_bin(data_);
    EXPECT_EQ(restore_model(*binned, data_).error().kind, ErrorKind::not_found);
}

TEST_F(Store, AModelThatLiesElsewhereIsNotOurs)
{
    EXPECT_EQ(remove_model(model_, data_).error().kind, ErrorKind::invalid);
    EXPECT_TRUE(fs::exists(model_));
    EXPECT_EQ(remove_model(data_ / "models" / "gone.gguf", data_).error().kind,
              ErrorKind::not_found);
}

TEST_F(Store, AChangedByteAndACutFileAreFound)
{
    const auto added = add(model_);
    std::string bytes = read_file(added->path, 1 << 24).value();
    bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);
    test::write_bytes(added->path, bytes);
    const auto changed = verify(added->path, {}, {});
    ASSERT_TRUE(changed.ok());
    EXPECT_EQ(changed->checked, Checked::differs);
    EXPECT_NE(changed->found, changed->expected);
    fs::resize_file(added->path, bytes.size() - 3000);
    const auto cut = verify(added->path, {}, {});
    ASSERT_FALSE(cut.ok());
    EXPECT_EQ(cut.error().kind, ErrorKind::corrupt);
}

TEST_F(Store, WithoutANoteThereIsNothingToCompareWithAndThatIsSaid)
{
    const auto verdict = verify(model_, {}, {});
    ASSERT_TRUE(verdict.ok());
    EXPECT_EQ(verdict->checked, Checked::nothing);
    EXPECT_EQ(verdict->found, sha256(test::small_gguf_model().build()));
    // the form of sha256sum, and a lone hash in capitals
    std::string upper = verdict->found;
    for (char& c : upper)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    test::write_bytes(from_ / "small.gguf.sha256", upper + "\r\n");
    EXPECT_EQ(verify(model_, {}, {})->checked, Checked::recorded);
}

TEST(Published, TheEmbeddedModelIsComparedWithItsOwnHash)
{
    const auto file = test::file_from("LONGHAND_MODELS", "SmolLM2-135M-Instruct.Q4_1.gguf");
    if (!file)
        GTEST_SKIP() << test::missing("LONGHAND_MODELS");
    EXPECT_EQ(verify(*file, {}, {})->checked, Checked::publisher);
}

} // namespace
} // namespace longhand::models
