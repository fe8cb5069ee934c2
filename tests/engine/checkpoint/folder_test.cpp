// SPDX-License-Identifier: GPL-3.0-or-later
// Hugging Face folders: config.json in both layouts, shards, and what a folder must not do.
#include "engine/checkpoint/checkpoint.h"

#include "engine/model/config.h"
#include "tests/engine/checkpoint/hostile.h"
#include "tests/support/environment.h"

#include <gmock/gmock.h>

namespace longhand::checkpoint {
namespace {

using testing::HasSubstr;

constexpr const char* kWeights = R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";

std::string config_json(const std::string& more)
{
    return R"({"model_type":"llama","hidden_size":64,"intermediate_size":112,)"
           R"("num_attention_heads":8,"num_hidden_layers":2,"num_key_value_heads":2,)"
           R"("vocab_size":160,"rms_norm_eps":1e-05,"max_position_embeddings":128)" +
           more + "}";
}

class Folder : public ::testing::Test {
protected:
    Folder()
    {
        write("config.json", config_json(""));
        write("model.safetensors", test::safetensors(kWeights, "abcd"));
    }
    void write(const std::string& name, std::string_view bytes)
    {
        test::write_bytes(folder_.path() / name, bytes);
    }
    Result<Checkpoint> open() { return Checkpoint::open(folder_.path()); }
    Result<model::ModelConfig> config()
    {
        TRY(const Checkpoint file, open());
        return model::read_config(file);
    }
    test::TemporaryFolder folder_;
};

TEST_F(Folder, TheTextsAndTheTensorsAreThere)
{
    write("tokenizer.model", "pieces");
    write("tokenizer_config.json", "{}");
    const auto file = open();
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_EQ(file->layout(), Layout::hugging_face);
    EXPECT_EQ(file->sentencepiece_model(), "pieces");
    EXPECT_EQ(file->text_file("tokenizer_config.json"), "{}");
    EXPECT_EQ(file->text_file("absent.json"), "");
    EXPECT_EQ(file->find("w")->bytes.size(), 4U);
    EXPECT_EQ(file->weight_bytes(), 4U);
}

TEST_F(Folder, OlderAndNewerLayoutsOfTheConfigMeanTheSame)
{
    write("config.json", config_json(R"(,"torch_dtype":"bfloat16","rope_theta":500000.0,)"
                                     R"("rope_scaling":{"type":"linear","factor":2.0})"));
    const auto older = config();
    write("config.json",
          config_json(R"(,"dtype":"bfloat16","rope_parameters":)"
                      R"({"rope_type":"linear","factor":2.0,"rope_theta":500000.0})"));
    const auto newer = config();
    ASSERT_TRUE(older.ok()) << older.error().message;
    ASSERT_TRUE(newer.ok()) << newer.error().message;
    for (const auto& read : {*older, *newer}) {
        EXPECT_EQ(read.rope, (model::RopeRule{.kind = model::RopeKind::linear, .factor = 2.0}));
        EXPECT_EQ(read.rope_theta, 500000.0);
        EXPECT_EQ(read.head_dim, 8);
        EXPECT_EQ(read.kv_heads, 2);
        EXPECT_EQ(read.vocabulary, 160);
    }
}

// By hand: the square root of 3 is 1.7320508, 1.734375 in bf16 and 1.732421875 in f16.
TEST_F(Folder, TheEmbeddingScaleOfGemmaIsRoundedToTheTypeOfTheTable)
{
    std::string gemma = config_json("");
    gemma.replace(gemma.find("llama"), 5, "gemma2");
    gemma.replace(gemma.find("64"), 2, "3");
    write("config.json", gemma);
    for (const auto& [type, bytes, scale] :
         {std::tuple("F32", "12", 1.7320508F), std::tuple("BF16", "6", 1.734375F),
          std::tuple("F16", "6", 1.732421875F)}) {
        const std::string header = R"({"model.embed_tokens.weight":{"dtype":")" +
                                   std::string(type) + R"(","shape":[1,3],"data_offsets":[0,)" +
                                   bytes + "]}}";
        write("model.safetensors", test::safetensors(header, std::string(std::stoul(bytes), '\0')));
        const auto read = config();
        ASSERT_TRUE(read.ok()) << to_string(read.error());
        EXPECT_FLOAT_EQ(read->embedding_scale, scale) << type;
    }
}

TEST_F(Folder, FieldsOfTheWrongTypeAreCorruptAndNamedNotIgnored)
{
    const std::pair<const char*, const char*> cases[] = {
        {R"(,"rope_parameters":{"rope_type":3})", "rope_type"},
        {R"(,"rope_parameters":"linear")", "rope_parameters"},
        {R"(,"rope_scaling":{"type":["linear"],"factor":2})", "type"},
        {R"(,"rope_scaling":{"type":"linear","factor":"2"})", "factor"},
        {R"(,"rope_theta":"10000")", "rope_theta"},
        {R"(,"hidden_act":7)", "hidden_act"},
        {R"(,"head_dim":8.5)", "head_dim"},
        {R"(,"tie_word_embeddings":"yes")", "tie_word_embeddings"},
    };
    for (const auto& [more, name] : cases) {
        write("config.json", config_json(more));
        const auto read = config();
        ASSERT_FALSE(read.ok()) << more;
        EXPECT_EQ(read.error().kind, ErrorKind::corrupt) << more;
        EXPECT_THAT(read.error().message, HasSubstr(name)) << more;
        EXPECT_THAT(read.error().message, HasSubstr("config.json")) << more;
    }
}

TEST_F(Folder, ADeeplyNestedConfigIsAnErrorAndNoStackOverflow)
{
    for (const char* const opening :
         {"", R"({"model_type":"llama","hidden_size":)", R"({"rope_scaling":)"})
        for (const std::size_t levels : {100U, 4U << 20U}) {
            write("config.json", opening + std::string(levels, '['));
            EXPECT_TRUE(test::runs_within(kHostileBytes, [&] {
                const auto read = config();
                return !read.ok() && read.error().kind == ErrorKind::corrupt;
            })) << opening;
        }
}

TEST_F(Folder, TheConfigCutAtEveryByteIsAnError)
{
    const std::string whole =
        config_json(R"(,"rope_parameters":{"rope_type":"linear","factor":2.0})");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        write("config.json", whole.substr(0, length));
        ASSERT_FALSE(config().ok()) << length;
    }
}

TEST_F(Folder, TheConfigWithOneBitFlippedIsReadOrAnError)
{
    const std::string whole =
        config_json(R"(,"rope_parameters":{"rope_type":"linear","factor":2.0})");
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string bytes = whole;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        write("config.json", bytes);
        const auto read = config();
        if (read.ok())
            ASSERT_TRUE(model::check(*read).ok()) << bit;
        else
            ASSERT_THAT(read.error().message, HasSubstr("config.json")) << bit;
    }
}

TEST_F(Folder, ShardsAreReadTogetherAndMustNotLeaveTheFolder)
{
    const std::string index = R"({"weight_map":{"v":"one.safetensors","w":"two.safetensors"}})";
    write("model.safetensors.index.json", index);
    write("one.safetensors",
          test::safetensors(R"({"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "1234"));
    write("two.safetensors", test::safetensors(kWeights, "abcd"));
    const auto file = open();
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_EQ(file->tensors().size(), 2U);
    EXPECT_NE(file->find("v"), nullptr);
    for (const char* const name :
         {"../two.safetensors", "/etc/passwd", "a/b", "..", ".", "", ".x"}) {
        write("model.safetensors.index.json",
              R"({"weight_map":{"w":")" + std::string(name) + "\"}}");
        EXPECT_THAT(open().error().message, HasSubstr("leaves the folder")) << name;
    }
    for (const char* const text :
         {"", "[]", "{}", R"({"weight_map":[]})", R"({"weight_map":{"w":3}})"}) {
        write("model.safetensors.index.json", text);
        EXPECT_EQ(open().error().kind, ErrorKind::corrupt) << text;
    }
    write("model.safetensors.index.json", R"({"weight_map":)" + std::string(1000, '['));
    EXPECT_THAT(open().error().message, HasSubstr("nested deeper"));
    write("model.safetensors.index.json", R"({"weight_map":{"w":"missing.safetensors"}})");
    EXPECT_EQ(open().error().kind, ErrorKind::not_found);
}

TEST_F(Folder, ATensorInTwoShardsIsCorrupt)
{
    write("model.safetensors.index.json",
          R"({"weight_map":{"v":"one.safetensors","w":"two.safetensors"}})");
    write("one.safetensors", test::safetensors(kWeights, "1234"));
    write("two.safetensors", test::safetensors(kWeights, "abcd"));
    EXPECT_THAT(open().error().message, HasSubstr("tensor w stands twice"));
}

TEST_F(Folder, WithoutAConfigOrWeightsItIsNotFound)
{
    std::filesystem::remove(folder_.path() / "model.safetensors");
    EXPECT_EQ(open().error().kind, ErrorKind::not_found);
    std::filesystem::remove(folder_.path() / "config.json");
    EXPECT_THAT(open().error().message, HasSubstr("no config.json"));
}

} // namespace
} // namespace longhand::checkpoint
