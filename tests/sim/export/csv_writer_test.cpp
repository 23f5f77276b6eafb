// SPDX-License-Identifier: Apache-2.0
#include "sim/export/csv_writer.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <sstream>

namespace sim
{

namespace
{

std::string row_of(std::initializer_list<std::string_view> cells,
                   CsvWriter::Mark mark = CsvWriter::Mark::none)
{
    std::ostringstream text;
    {
        CsvWriter out(text, mark);
        for (const std::string_view cell : cells) out.cell(cell);
        out.end_row();
    }
    return text.str();
}

}  // namespace

TEST(CsvWriter, SeparatesCellsByCommas)
{
    EXPECT_EQ(row_of({"a", "", "-5"}), "a,,-5\n");
}

TEST(CsvWriter, QuotesWhatWouldEndACellOrARow)
{
    EXPECT_EQ(row_of({"a,b", "c"}), "\"a,b\",c\n");
    EXPECT_EQ(row_of({"two\nlines"}), "\"two\nlines\"\n");
    EXPECT_EQ(row_of({"old\rline"}), "\"old\rline\"\n");
}

TEST(CsvWriter, DoublesAQuote)
{
    EXPECT_EQ(row_of({"the \"old\" stop"}), "\"the \"\"old\"\" stop\"\n");
}

TEST(CsvWriter, LeavesJapaneseAsItIs)
{
    EXPECT_EQ(row_of({"前橋駅、北口"}), "前橋駅、北口\n");
}

TEST(CsvWriter, BeginsWithAByteOrderMarkWhenAsked)
{
    EXPECT_EQ(row_of({"a"}, CsvWriter::Mark::byte_order),
              "\xEF\xBB\xBF"
              "a\n");
}

}  // namespace sim
