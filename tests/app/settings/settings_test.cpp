// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/paths.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace longhand::settings {
namespace {

using ::testing::HasSubstr;

class SettingsFile : public ::testing::Test {
protected:
    void put(const std::string& content) { ASSERT_TRUE(write_file(file_, content).ok()); }
    [[nodiscard]] std::string content() const { return read_file(file_, 1 << 20).value(); }
    [[nodiscard]] Settings open() const { return Settings::open(file_); }

    test::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "config" / "settings.json";

    void SetUp() override { std::filesystem::create_directories(file_.parent_path()); }
};

TEST_F(SettingsFile, WithoutAFileEverythingHasItsDefaultAndTheNetworkIsOff)
{
    const Settings settings = open();
    EXPECT_TRUE(settings.problems().empty());
    EXPECT_FALSE(settings.value(kNetwork));
    EXPECT_TRUE(settings.value(kNotifications));
    EXPECT_TRUE(settings.value(kKeepAwake));
    EXPECT_EQ(settings.value(kTheme), "system");
    EXPECT_EQ(settings.value(kTextPercent), 100);
    EXPECT_EQ(settings.preset_of(kAsk).id, "balanced");
    EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(SettingsFile, WhatIsSavedIsReadAgainAlsoFromAFolderThatWasNotThere)
{
    std::filesystem::remove_all(file_.parent_path());
    Settings settings = open();
    settings.set(kTheme, "dark");
    settings.set(kTextPercent, 175);
    settings.set(kNetwork, true);
    settings.set(kLanguage, "zh-CN");
    settings.set(kTranslate.model, "/models/Große Datei.gguf");
    ASSERT_TRUE(settings.save().ok());
    const Settings again = open();
    EXPECT_TRUE(again.problems().empty());
    EXPECT_EQ(again.value(kTheme), "dark");
    EXPECT_EQ(again.value(kTextPercent), 175);
    EXPECT_TRUE(again.value(kNetwork));
    EXPECT_EQ(again.value(kTranslate.model), "/models/Große Datei.gguf");
    EXPECT_THAT(content(), HasSubstr("\"version\": 1"));
}

TEST_F(SettingsFile, WhatItDoesNotKnowIsKept)
{
    put(R"({"version": 7, "interface": {"theme": "light", "glow": [1, 2]}, "later": {"a": 1}})");
    Settings settings = open();
    ASSERT_EQ(settings.problems().size(), 1U);
    EXPECT_THAT(settings.problems()[0], HasSubstr("later version"));
    settings.set(kTheme, "dark");
    ASSERT_TRUE(settings.save().ok());
    EXPECT_THAT(content(), HasSubstr("\"version\": 7"));
    EXPECT_THAT(content(), HasSubstr("\"glow\""));
    EXPECT_THAT(content(), HasSubstr("\"later\""));
    EXPECT_EQ(open().value(kTheme), "dark");
}

TEST_F(SettingsFile, AWrongTypeIsNamedAndItsDefaultCounts)
{
    put(R"({"interface": {"theme": 3, "text_percent": "large"}, "network": {"allowed": "yes"},
            "desktop": [], "engine": {"memory_limit_mb": -5}})");
    const Settings settings = open();
    EXPECT_EQ(settings.value(kTheme), "system");
    EXPECT_EQ(settings.value(kTextPercent), 100);
    EXPECT_FALSE(settings.value(kNetwork));
    EXPECT_TRUE(settings.value(kKeepAwake));
    EXPECT_EQ(settings.value(kMemoryLimitMb), 0);
    EXPECT_THAT(settings.problems(),
                ::testing::UnorderedElementsAre(HasSubstr("interface.theme is 3"),
                                                HasSubstr("interface.text_percent is \"large\""),
                                                HasSubstr("network.allowed is \"yes\""),
                                                HasSubstr("engine.memory_limit_mb is -5")));
}

TEST_F(SettingsFile, NumbersOutsideTheirRangeAreBroughtToItsEnd)
{
    put(R"({"interface": {"text_percent": 18446744073709551615}})");
    EXPECT_EQ(open().value(kTextPercent), 200);
    put(R"({"interface": {"text_percent": -1}})");
    EXPECT_EQ(open().value(kTextPercent), 80);
    put(R"({"interface": {"text_percent": 1e300}})");
    EXPECT_EQ(open().value(kTextPercent), 100);
}

TEST_F(SettingsFile, TwoProgramsDoNotUndoEachOther)
{
    Settings window = open();
    Settings command_line = open();
    window.set(kTheme, "dark");
    ASSERT_TRUE(window.save().ok());
    command_line.set(kNetwork, true);
    ASSERT_TRUE(command_line.save().ok());
    EXPECT_EQ(open().value(kTheme), "dark");
    EXPECT_TRUE(open().value(kNetwork));
}

TEST_F(SettingsFile, AFileThatHoldsNoSettingsIsKeptBesideTheNewOne)
{
    put("{\"interface\": {\"theme\": \"dar");
    Settings settings = open();
    ASSERT_EQ(settings.problems().size(), 1U);
    EXPECT_EQ(settings.value(kTheme), "system");
    settings.set(kTextPercent, 120);
    ASSERT_TRUE(settings.save().ok());
    EXPECT_EQ(open().value(kTextPercent), 120);
    EXPECT_THAT(read_file(std::filesystem::path(file_).concat(".broken"), 1000).value(),
                HasSubstr("dar"));
}

TEST_F(SettingsFile, AFailingDiskIsSaidAndTheOldFileStays)
{
    if (::geteuid() == 0) {
        Settings nowhere = Settings::open("/proc/longhand/settings.json");
        nowhere.set(kTheme, "dark");
        EXPECT_FALSE(nowhere.save().ok());
        return;
    }
    put(R"({"interface": {"theme": "light"}})");
    ::chmod(file_.parent_path().c_str(), 0500);
    Settings settings = open();
    settings.set(kTheme, "dark");
    EXPECT_FALSE(settings.save().ok());
    ::chmod(file_.parent_path().c_str(), 0700);
    EXPECT_EQ(open().value(kTheme), "light");
}

TEST_F(SettingsFile, EveryTruncationAndEveryFlippedByteIsReadWithoutHarm)
{
    Settings settings = open();
    settings.set(kTheme, "dark");
    settings.set(kTextPercent, 150);
    settings.set_own_presets({{.name = "Mine", .context_tokens = 8192, .temperature = 0.5}});
    ASSERT_TRUE(settings.save().ok());
    const std::string whole = content();
    const auto sound = [this] {
        const Settings read = open();
        const auto theme = read.value(kTheme);
        EXPECT_TRUE(theme == "dark" || theme == "light" || theme == "system") << theme;
        EXPECT_GE(read.value(kTextPercent), 80);
        EXPECT_LE(read.value(kTextPercent), 200);
        for (const Preset& preset : read.presets())
            EXPECT_EQ(preset, sane(preset));
    };
    for (std::size_t length = 0; length < whole.size(); ++length) {
        put(whole.substr(0, length));
        sound();
    }
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const unsigned bit : {0x01U, 0x04U, 0x10U, 0x80U}) {
            std::string broken = whole;
            broken[at] = static_cast<char>(static_cast<unsigned char>(broken[at]) ^ bit);
            put(broken);
            sound();
        }
    put(std::string(100'000, '['));
    sound();
    put(std::string(2 << 20, ' '));
    EXPECT_FALSE(open().problems().empty());
}

TEST_F(SettingsFile, ValuesAKeyDoesNotAdmitAreNotTaken)
{
    Settings settings = open();
    settings.set(kTheme, "neon");
    settings.set(kLanguage, "\xFF\xFE");
    settings.set(kTextPercent, 999);
    EXPECT_EQ(settings.value(kTheme), "system");
    EXPECT_EQ(settings.value(kLanguage), "");
    EXPECT_EQ(settings.value(kTextPercent), 200);
}

TEST_F(SettingsFile, OwnPresetsStandBehindThoseOfTheProgram)
{
    Settings settings = open();
    settings.set_own_presets({{.name = "Night", .context_tokens = 100, .kv_type = "q17",
                               .threads = -4, .temperature = 9.0, .top_p = 0.0},
                              {.id = "quick", .name = "Quick", .built_in = true}});
    settings.set(kAsk.preset, "Night");
    ASSERT_TRUE(settings.save().ok());
    const Settings again = open();
    ASSERT_EQ(again.presets().size(), 4U);
    const Preset night = again.preset_of(kAsk);
    EXPECT_EQ(night.name, "Night");
    EXPECT_EQ(night.context_tokens, 512);
    EXPECT_EQ(night.kv_type, "f16");
    EXPECT_EQ(night.threads, 0);
    EXPECT_DOUBLE_EQ(night.temperature, 2.0);
    EXPECT_GT(night.top_p, 0.0);
    EXPECT_EQ(again.preset_of(kSummary).id, "balanced");
    EXPECT_EQ(again.preset("gone").id, "balanced");
}

TEST(Settings, InMemoryAloneNothingIsWritten)
{
    Settings settings;
    settings.set(kTheme, "dark");
    EXPECT_EQ(settings.value(kTheme), "dark");
    EXPECT_TRUE(settings.save().ok());
}

TEST(Settings, EveryKeyIsCheckedAndNoTwoAreTheSame)
{
    std::vector<std::string_view> names;
    for (const Key& key : all_keys())
        names.push_back(std::visit([](const auto& each) { return each.key; }, key));
    EXPECT_GE(names.size(), 16U);
    std::sort(names.begin(), names.end());
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(Paths, FollowTheSpecificationAndIgnoreRelativeVariables)
{
    ::setenv("HOME", "/home/reader", 1);
    ::setenv("XDG_CONFIG_HOME", "/config", 1);
    ::setenv("XDG_STATE_HOME", "state", 1);
    ::unsetenv("XDG_CACHE_HOME");
    EXPECT_EQ(settings_file(), "/config/longhand/settings.json");
    EXPECT_EQ(state_dir(), "/home/reader/.local/state/longhand");
    EXPECT_EQ(cache_dir(), "/home/reader/.cache/longhand");
}

}  // namespace
}  // namespace longhand::settings
