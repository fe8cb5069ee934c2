// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/download.h"

#include "app/models/checksums.h"
#include "app/models/transfer.h"
#include "engine/base/mapped_file.h"
#include "engine/base/sha256.h"
#include "tests/app/models/loopback_server.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::models {
namespace {

using ::testing::HasSubstr;
using Server = test::LoopbackServer;

class Download : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!has_network())
            GTEST_SKIP() << "built without network";
        model_ = test::small_gguf_model().build();
    }
    Result<Downloaded> fetch(const Server& server, const std::string& sha256 = {},
                             const DownloadSink& sink = {}, const std::stop_token& stop = {})
    {
        return download({.url = server.url("/model.gguf"),
                         .target = target_,
                         .sha256 = sha256,
                         .allowed = true,
                         .loopback_http = true,
                         .retries = 3,
                         .first_wait_ms = 1},
                        sink, stop);
    }
    // Answers ranges as a good server does.
    [[nodiscard]] Server::Handler good(const std::string& etag = "\"one\"",
                                       const std::string& more = {}) const
    {
        return [this, etag, more](const Server::Request& request, const Server::Answer& answer) {
            const std::uint64_t from = request.range();
            const auto mark = request.headers.find("if-range");
            const std::string size = std::to_string(model_.size());
            if (from == 0 || (mark != request.headers.end() && mark->second != etag)) {
                answer.head(200, "ETag: " + etag + "\r\n" + more, model_.size());
                answer.send(model_);
                return;
            }
            answer.head(206,
                        "ETag: " + etag + "\r\nContent-Range: bytes " + std::to_string(from) + "-" +
                            std::to_string(model_.size() - 1) + "/" + size + "\r\n" + more,
                        model_.size() - from);
            answer.send(std::string_view(model_).substr(from));
        };
    }
    // Sends `bytes` of the whole and hangs up, then answers well.
    [[nodiscard]] Server::Handler cut_after(std::size_t bytes, int times = 1) const
    {
        auto left = std::make_shared<int>(times);
        return [this, bytes, left, well = good()](const Server::Request& request,
                                                  const Server::Answer& answer) {
            if ((*left)-- <= 0)
                return well(request, answer);
            const std::uint64_t from = request.range();
            const std::string range = "Content-Range: bytes " + std::to_string(from) + "-" +
                                      std::to_string(model_.size() - 1) + "/" +
                                      std::to_string(model_.size()) + "\r\n";
            answer.head(from > 0 ? 206 : 200, "ETag: \"one\"\r\n" + (from > 0 ? range : ""),
                        model_.size() - from);
            answer.send(std::string_view(model_).substr(from, bytes));
        };
    }
    [[nodiscard]] std::string content() const { return read_file(target_, 1 << 24).value(); }
    [[nodiscard]] bool nothing_left() const
    {
        std::error_code error;
        return !std::filesystem::exists(target_, error) && !unfinished_download(target_);
    }

    test::TemporaryFolder folder_;
    std::filesystem::path target_ = folder_.path() / "models" / "model.gguf";
    std::string model_;
};

TEST_F(Download, BringsTheFileAndNotesItsHash)
{
    const Server server(good());
    std::uint64_t last = 0;
    const auto done = fetch(server, sha256(model_), [&](const DownloadProgress& progress) {
        EXPECT_GE(progress.done + (progress.checking ? model_.size() : 0), last);
        last = progress.done;
        EXPECT_EQ(progress.total, model_.size());
    });
    ASSERT_TRUE(done.ok()) << done.error().message;
    EXPECT_EQ(last, model_.size());
    EXPECT_EQ(done->compared, Downloaded::Compared::publisher);
    EXPECT_EQ(content(), model_);
    EXPECT_FALSE(unfinished_download(target_));
    EXPECT_EQ(verify(target_, {}, {})->checked, Checked::recorded);
}

TEST_F(Download, OfflineNothingIsAskedForAtAll)
{
    const Server server(good());
    const auto refused = download(
        {.url = server.url("/m"), .target = target_, .allowed = false, .loopback_http = true}, {},
        {});
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().message, HasSubstr("offline"));
    EXPECT_TRUE(server.requests().empty());
}

TEST_F(Download, OnlyHttpsIsFetchedFrom)
{
    const Server server(good());
    for (const std::string& url : {server.url("/m"), std::string("http://example.org/m.gguf"),
                                   std::string("file:///etc/passwd"), std::string("ftp://x/y")}) {
        const auto refused = download({.url = url, .target = target_, .allowed = true}, {}, {});
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().kind, ErrorKind::unsupported) << url;
    }
    EXPECT_TRUE(server.requests().empty());
}

TEST_F(Download, ARedirectionAwayFromHttpsIsNotFollowed)
{
    const Server elsewhere(good());
    const Server server([&](const Server::Request&, const Server::Answer& answer) {
        answer.head(302, "Location: " + elsewhere.url("/model.gguf") + "\r\n", 0);
    });
    EXPECT_FALSE(fetch(server).ok());
    EXPECT_TRUE(elsewhere.requests().empty());
    EXPECT_TRUE(nothing_left());
}

TEST_F(Download, ACutConnectionGoesOnWhereItWas)
{
    const Server server(cut_after(1000, 2));
    const auto done = fetch(server, sha256(model_));
    ASSERT_TRUE(done.ok()) << done.error().message;
    EXPECT_EQ(content(), model_);
    const auto requests = server.requests();
    ASSERT_EQ(requests.size(), 3U);
    EXPECT_EQ(requests[1].range(), 1000U);
    EXPECT_EQ(requests[1].headers.at("if-range"), "\"one\"");
    EXPECT_EQ(requests[2].range(), 2000U);
}

TEST_F(Download, StoppedItKeepsItsPartAndTheNextCallGoesOn)
{
    std::stop_source stop;
    const Server slow([this](const Server::Request&, const Server::Answer& answer) {
        answer.head(200, "ETag: \"one\"\r\n", model_.size());
        answer.send(std::string_view(model_).substr(0, 3000));
        for (std::size_t at = 3000; at < model_.size(); at += 10) {
            if (!answer.send(std::string_view(model_).substr(at, 10)))
                return;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    const auto stopped = fetch(
        slow, {}, [&](const DownloadProgress&) { stop.request_stop(); }, stop.get_token());
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().kind, ErrorKind::cancelled);
    const auto part = unfinished_download(target_);
    ASSERT_TRUE(part);
    EXPECT_GE(part->first, 3000U);
    EXPECT_EQ(part->second, model_.size());
    EXPECT_FALSE(std::filesystem::exists(target_));
}

TEST_F(Download, AfterARestartOfTheProgramThePartIsUsed)
{
    {
        const Server server(cut_after(5000, 100));
        EXPECT_FALSE(download({.url = server.url("/model.gguf"),
                               .target = target_,
                               .allowed = true,
                               .loopback_http = true,
                               .retries = 0},
                              {}, {})
                         .ok());
    }
    ASSERT_EQ(unfinished_download(target_)->first, 5000U);
    // The journal names the address; the same one again:
    const Server server(good());
    auto text = read_file(std::filesystem::path(target_).concat(".part.json"), 10000).value();
    const std::size_t at = text.find("http://");
    text.replace(at, text.find('"', at) - at, server.url("/model.gguf"));
    ASSERT_TRUE(write_file(std::filesystem::path(target_).concat(".part.json"), text).ok());
    ASSERT_TRUE(fetch(server, sha256(model_)).ok());
    EXPECT_EQ(content(), model_);
    ASSERT_EQ(server.requests().size(), 1U);
    EXPECT_EQ(server.requests()[0].range(), 5000U);
}

TEST_F(Download, AFileThatChangedMeanwhileIsFetchedFromItsStart)
{
    bool first = true;
    const Server server(
        [&, newer = good("\"two\"")](const Server::Request& request, const Server::Answer& answer) {
            if (std::exchange(first, false)) {
                answer.head(200, "ETag: \"one\"\r\n", model_.size());
                answer.send(std::string(1000, 'x'));
                return;
            }
            newer(request, answer);
        });
    ASSERT_TRUE(fetch(server, sha256(model_)).ok());
    EXPECT_EQ(content(), model_);
}

TEST_F(Download, AServerWithoutRangesIsReadFromTheStartAgain)
{
    int calls = 0;
    const Server server([&](const Server::Request&, const Server::Answer& answer) {
        answer.head(200, "", model_.size());
        answer.send(++calls == 1 ? std::string_view(model_).substr(0, 1500) : model_);
    });
    ASSERT_TRUE(fetch(server, sha256(model_)).ok());
    EXPECT_EQ(calls, 2);
    EXPECT_EQ(content(), model_);
    EXPECT_EQ(server.requests()[1].range(), 0U) << "without a mark a part belongs to nothing";
}

TEST_F(Download, AConnectionThatIsAlwaysCutIsGivenUpAndThePartKept)
{
    const Server server(cut_after(100, 1000));
    const auto failed = fetch(server);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().kind, ErrorKind::unreadable);
    EXPECT_EQ(server.requests().size(), 4U);
    EXPECT_EQ(unfinished_download(target_)->first, 400U);
    forget_download(target_);
    EXPECT_TRUE(nothing_left());
}

TEST_F(Download, AWrongHashIsSaidAndNothingIsKept)
{
    const Server server(good());
    const auto failed = fetch(server, std::string(64, 'a'));
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().kind, ErrorKind::corrupt);
    EXPECT_THAT(failed.error().message, HasSubstr(sha256(model_)));
    EXPECT_TRUE(nothing_left());
}

TEST_F(Download, AHashTheServerNamesIsComparedWhereTheCatalogueHasNone)
{
    const Server right(good("\"one\"", "X-Linked-ETag: \"" + sha256(model_) + "\"\r\n"));
    ASSERT_EQ(fetch(right)->compared, Downloaded::Compared::server);
    std::filesystem::remove(target_);
    const Server wrong(good("\"one\"", "X-Linked-ETag: \"" + std::string(64, 'b') + "\"\r\n"));
    EXPECT_EQ(fetch(wrong).error().kind, ErrorKind::corrupt);
    const Server none(good());
    EXPECT_EQ(fetch(none)->compared, Downloaded::Compared::not_compared);
}

TEST_F(Download, AMissingFileAndALockedOneAreToldApart)
{
    int status = 404;
    const Server server([&](const Server::Request&, const Server::Answer& answer) {
        answer.head(status, "", 5);
        answer.send("Sorry");
    });
    EXPECT_EQ(fetch(server).error().kind, ErrorKind::not_found);
    status = 403;
    EXPECT_THAT(fetch(server).error().message, HasSubstr("account"));
    status = 500;
    EXPECT_THAT(fetch(server).error().message, HasSubstr("500"));
    EXPECT_TRUE(nothing_left());
}

TEST_F(Download, APageInsteadOfAModelIsNotKept)
{
    const Server server([](const Server::Request&, const Server::Answer& answer) {
        const std::string page = "<html><body>Please log in</body></html>";
        answer.head(200, "", page.size());
        answer.send(page);
    });
    const auto failed = fetch(server);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().kind, ErrorKind::corrupt);
    EXPECT_TRUE(nothing_left());
}

TEST_F(Download, ADiskWithoutRoomIsSaidBeforeTheFirstByte)
{
    const Server server([](const Server::Request&, const Server::Answer& answer) {
        answer.head(200, "", 1'000'000'000'000'000ULL);
        answer.send("GGUF");
    });
    const auto failed = fetch(server);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().kind, ErrorKind::out_of_memory);
    EXPECT_TRUE(nothing_left());
}

TEST_F(Download, AModelCutOffByItsServerIsNotTakenForWhole)
{
    const Server server([this](const Server::Request&, const Server::Answer& answer) {
        answer.head(200, "", model_.size() - 2000);
        answer.send(std::string_view(model_).substr(0, model_.size() - 2000));
    });
    EXPECT_EQ(fetch(server).error().kind, ErrorKind::corrupt);
    EXPECT_TRUE(nothing_left());
}

TEST_F(Download, WithNobodyListeningTheErrorComesAtOnce)
{
    std::string url;
    {
        const Server gone(good());
        url = gone.url("/model.gguf");
    }
    const auto failed =
        download({.url = url, .target = target_, .allowed = true, .loopback_http = true}, {}, {});
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().kind, ErrorKind::unreadable);
}

TEST(WithoutNetwork, TheBuildSaysSo)
{
    if (has_network())
        GTEST_SKIP() << "built with network";
    test::TemporaryFolder folder;
    const auto refused = download({.url = "https://example.org/model.gguf",
                                   .target = folder.path() / "model.gguf",
                                   .allowed = true},
                                  {}, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::unsupported);
    EXPECT_THAT(refused.error().message, HasSubstr("browser"));
}

} // namespace
} // namespace longhand::models
