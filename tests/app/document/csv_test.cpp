// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/csv.h"

#include <gtest/gtest.h>

namespace longhand::document {
namespace {

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, EveryFieldComesBackAsItWas)
{
    const std::vector<std::string> fields = {
        "", "plain", "with, comma", "with \"quotes\"", "two\nlines", "=SUM(A1)", "+1", "-1", "@x",
        "'", "''", "'x", "''x", "''=x", "'=x", "\tx", "林黛玉", "a;b", " spaced "};
    for (const std::string& field : fields) {
        const auto rows = parse_csv(csv_field("first") + "," + csv_field(field) + "\r\n", ',');
        ASSERT_TRUE(rows.ok());
        EXPECT_EQ(*rows, (Rows{{"first", field}})) << field;
    }
}

TEST(Csv, NoFieldRunsAsAFormula)
{
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
        const std::string field = csv_field(text);
        EXPECT_EQ(field[field.front() == '"' ? 1 : 0], '\'') << text;
    }
}

TEST(Csv, ReadsWhatSpreadsheetsWrite)
{
    EXPECT_EQ(parse_csv("\xEF\xBB\xBFname,value\r\nLin,林\r\n", ',').value(),
              (Rows{{"name", "value"}, {"Lin", "林"}}));
    EXPECT_EQ(parse_csv("a;b\n\n\"c;d\";e", ';').value(), (Rows{{"a", "b"}, {"c;d", "e"}}));
    EXPECT_EQ(parse_csv("a\tb\rc\td", '\t').value(), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(parse_csv("\"\"\n", ',').value(), (Rows{{""}}));
}

TEST(Csv, SaysInWhichLineAQuotationWasLeftOpen)
{
    const auto rows = parse_csv("a,b\n\"c,d\ne", ',');
    ASSERT_FALSE(rows.ok());
    EXPECT_EQ(rows.error().kind, ErrorKind::corrupt);
    EXPECT_NE(rows.error().message.find("line 2"), std::string::npos) << rows.error().message;
}

}  // namespace
}  // namespace longhand::document
