// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/remote_module.h"

#include "tests/support/model_server.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace longhand::infer::remote {
namespace {

// This program is not linked with libcurl; /proc says what is mapped into it.
bool is_mapped(const std::string& library)
{
    std::ifstream maps("/proc/self/maps");
    std::stringstream text;
    text << maps.rdbuf();
    return text.str().find(library) != std::string::npos;
}

TEST(RemoteModule, IsLoadedWithItsNetworkCodeWhenAServerIsOpenedAndNoSooner)
{
    test::ModelServer server([](const auto&, const test::ModelServer::Line& line) {
        line.head(200, "text/event-stream");
        line.say("here");
        line.end();
    });
    EXPECT_FALSE(is_mapped("libcurl"));
    EXPECT_FALSE(is_mapped("longhand-remote.so"));
    const auto generator = open_remote_module({.url = server.url()}, {});
    ASSERT_TRUE(generator.ok()) << to_string(generator.error());
    EXPECT_TRUE(is_mapped("libcurl"));
    Request request;
    request.prompt = RawText{"where"};
    const auto answer = generate_one(**generator, request, {}, {});
    ASSERT_TRUE(answer.ok()) << to_string(answer.error());
    EXPECT_EQ(answer->text, "here");
    EXPECT_EQ(server.calls().at(0).path, "/v1/completions");
}

} // namespace
} // namespace longhand::infer::remote
