// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/model_loader.h"

#include "engine/infer/session.h"
#include "engine/infer/vocabulary.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::infer {
namespace {

using testing::HasSubstr;

class ModelLoader : public ::testing::Test {
protected:
    Result<LoadedModel> load(const test::GgufBuilder& file, LoadOptions options = {})
    {
        test::write_bytes(path_, file.build());
        options.backend = tensor::make_cpu_backend({.threads = 1});
        return load_model(path_, options);
    }
    test::TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / "small.gguf";
};

TEST_F(ModelLoader, AWholeFileBecomesASessionThatAnswers)
{
    auto model = load(test::small_gguf_model(), {.context = 48});
    ASSERT_TRUE(model.ok()) << model.error().message;
    EXPECT_EQ(model->name, "small.gguf");
    EXPECT_EQ(model->measured_length, 64);
    ASSERT_TRUE(model->chat_template.has_value());
    EXPECT_EQ(model->chat_template->name(), "chatml");
    auto session = Session::open(std::move(model).value());
    ASSERT_TRUE(session.ok()) << session.error().message;
    EXPECT_EQ((*session)->context_length(), 48);
    EXPECT_EQ((*session)->measured_length(), 48);
    Request request;
    request.prompt = Chat{{{Role::user, "ab"}}, ""};
    request.max_tokens = 4;
    // All weights are 0, so all logits are equal and the first token is the lowest that shows.
    const auto answer = generate_one(**session, request, {}, {});
    ASSERT_TRUE(answer.ok()) << answer.error().message;
    EXPECT_EQ(answer->tokens.size(), 4U);
}

TEST_F(ModelLoader, AnUnknownTemplateIsNamedAndReplacedOnlyWhenAsked)
{
    std::string bytes = test::small_gguf_model().build();
    const std::string mark = "<|im_end|>' +";
    const std::size_t at = bytes.find(mark);
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, mark.size(), "<|an_end|>' +");
    test::write_bytes(path_, bytes);
    LoadOptions options{.backend = tensor::make_cpu_backend({.threads = 1})};
    const auto plain = load_model(path_, options);
    ASSERT_TRUE(plain.ok()) << plain.error().message;
    EXPECT_FALSE(plain->chat_template.has_value());
    EXPECT_THAT(plain->chat_template_missing, HasSubstr("{% for message in messages %}"));
    options.chat_template = "chatml";
    EXPECT_EQ(load_model(path_, options)->chat_template->name(), "chatml");
    options.chat_template = "no such";
    EXPECT_EQ(load_model(path_, options).error().kind, ErrorKind::unsupported);
}

TEST_F(ModelLoader, AModelThatTheMemoryCannotHoldIsRefusedWithBothNumbers)
{
    const auto model = load(test::small_gguf_model(), {.context = 48, .memory_limit_bytes = 1000});
    ASSERT_FALSE(model.ok());
    EXPECT_EQ(model.error().kind, ErrorKind::out_of_memory);
    EXPECT_THAT(model.error().message, HasSubstr("1000 are free"));
}

TEST_F(ModelLoader, AVocabularyLargerThanTheTableIsCorrupt)
{
    // Its ids would lead outside the table of embeddings.
    const std::string whole = test::small_gguf_model().build();
    const std::string with_seven = test::raw(std::uint64_t{32}) + test::raw(std::uint64_t{7});
    std::string bytes = whole;
    const std::size_t at = bytes.find(with_seven);
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, with_seven.size(),
                  test::raw(std::uint64_t{32}) + test::raw(std::uint64_t{6}));
    test::write_bytes(path_, bytes);
    LoadOptions options;
    options.backend = tensor::make_cpu_backend({.threads = 1});
    const auto model = load_model(path_, options);
    ASSERT_FALSE(model.ok());
    EXPECT_EQ(model.error().kind, ErrorKind::corrupt);
    EXPECT_THAT(model.error().message, HasSubstr("7 tokens"));
}

TEST_F(ModelLoader, OptionsThatMakeNoSenseAreInvalid)
{
    for (const LoadOptions& options :
         {LoadOptions{.context = -1}, LoadOptions{.context = std::int64_t{1} << 40},
          LoadOptions{.kv_tokens = -5}, LoadOptions{.prefill_tokens = -1},
          LoadOptions{.max_sequences = 0}, LoadOptions{.max_sequences = 1 << 20}}) {
        const auto model = load(test::small_gguf_model(), options);
        ASSERT_FALSE(model.ok());
        EXPECT_EQ(model.error().kind, ErrorKind::invalid);
    }
}

// A folder whose tokenizer_config.json says `text`.
Result<tokenizer::ChatTemplate> template_of(const std::filesystem::path& folder,
                                            std::string_view text)
{
    test::write_bytes(folder / "config.json", "{}");
    test::write_bytes(folder / "model.safetensors", test::safetensors("{}", ""));
    test::write_bytes(folder / "tokenizer_config.json", text);
    return read_chat_template(checkpoint::Checkpoint::open(folder).value());
}

TEST(FolderTemplate, IsFoundAsTextOrInAListByItsName)
{
    const test::TemporaryFolder folder;
    const std::string chatml = R"("<|im_start|> <|im_end|>")";
    EXPECT_TRUE(template_of(folder.path(), R"({"chat_template":)" + chatml + "}").ok());
    EXPECT_TRUE(template_of(folder.path(), R"({"chat_template":[{"name":"tools","template":"?"},)"
                                           R"({"name":"default","template":)" +
                                               chatml + "}]}")
                    .ok());
}

TEST(FolderTemplate, HostileTextIsAnErrorAndNeverThrows)
{
    const test::TemporaryFolder folder;
    for (const std::string text :
         {"", "[]", "null", "{", R"({"chat_template":3})", R"({"chat_template":[]})",
          R"({"chat_template":[3,{"name":3,"template":"x"},{"name":"default"}]})",
          R"({"chat_template":[{"name":"default","template":4}]})",
          R"({"chat_template":{"default":"x"}})", R"({"chat_template":"\ud800"})"})
        EXPECT_FALSE(template_of(folder.path(), text).ok()) << text;
    EXPECT_FALSE(template_of(folder.path(), std::string(1U << 20U, '[')).ok());
}

} // namespace
} // namespace longhand::infer
