// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/csv_rows.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace
{

struct Read {
    std::vector<std::vector<std::string>> rows;
    std::vector<int> lines;
    std::vector<std::string> problems;
};

Read read(const std::string& content)
{
    Read result;
    sim::read_csv(
        content,
        [&](const sim::CsvRow& row) {
            result.rows.emplace_back(row.cells.begin(), row.cells.end());
            result.lines.push_back(row.line);
        },
        [&](int line, const std::string& text) {
            result.problems.push_back(std::to_string(line) + " " + text);
        });
    return result;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST(CsvRows, ReadsAQuotedFirstCellAfterAByteOrderMark)
{
    const Read got = read("\xEF\xBB\xBF\"a\",b\n1,2\n");
    EXPECT_EQ(got.rows, (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_TRUE(got.problems.empty());
}

TEST(CsvRows, CountsLinesThroughEveryLineEndBlankLinesAndQuotedBreaks)
{
    EXPECT_EQ(read("a\r\n\r\n\"b\nc\"\r\nd\r\n").lines, (std::vector<int>{1, 3, 5}));
    EXPECT_EQ(read("a\n\nb\nc").lines, (std::vector<int>{1, 3, 4}));
    EXPECT_EQ(read("a\rb\r\rc").lines, (std::vector<int>{1, 2, 4}));
}

TEST(CsvRows, DeliversTheLastRowWithoutALineEnd)
{
    EXPECT_EQ(read("a,b\n1,").rows, (Rows{{"a", "b"}, {"1", ""}}));
}

TEST(CsvRows, DropsBlanksAroundCellsAndKeepsQuotesInsideQuotes)
{
    EXPECT_EQ(read(" x , \"say \"\"hi\"\", now\" \n").rows, (Rows{{"x", "say \"hi\", now"}}));
}

TEST(CsvRows, LosesOnlyTheLineWithAStrayQuote)
{
    const Read got = read("a,b\nx\"y,1\nc,d\n");
    EXPECT_EQ(got.rows, (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(got.lines, (std::vector<int>{1, 3}));
    ASSERT_EQ(got.problems.size(), 1U);
    EXPECT_TRUE(got.problems[0].starts_with("2 "));
}

TEST(CsvRows, ReportsAQuoteThatIsNeverClosed)
{
    const Read got = read("a,b\n1,\"2\n3,4\n");
    EXPECT_EQ(got.rows, (Rows{{"a", "b"}}));
    ASSERT_EQ(got.problems.size(), 1U);
    EXPECT_NE(got.problems[0].find("never closed"), std::string::npos);
}

TEST(CsvRows, LeavesOutARowWithAHugeCell)
{
    const Read got = read("a\n" + std::string(sim::longest_cell + 1, 'x') + "\nb\n");
    EXPECT_EQ(got.rows, (Rows{{"a"}, {"b"}}));
    ASSERT_EQ(got.problems.size(), 1U);
    EXPECT_EQ(read(std::string(sim::longest_cell, 'x')).rows.size(), 1U);
}

TEST(CsvRows, LetsAnErrorOfTheCallerOut)
{
    EXPECT_THROW(sim::read_csv(
                     "a\nb\n", [](const sim::CsvRow&) { throw std::domain_error("mine"); },
                     [](int, const std::string&) {}),
                 std::domain_error);
}

RC_GTEST_PROP(CsvRows, ReadsBackWhatCsvCellWrites, (std::vector<std::string> cells))
{
    RC_PRE(!cells.empty());
    std::string line;
    for (std::string& cell : cells) {
        for (char& c : cell)
            if (static_cast<unsigned char>(c) < ' ') c = '\n';
        line += (line.empty() ? "" : ",") + ("\"" + sim::csv_cell(cell + ",").substr(1));
        cell += ",";
    }
    RC_ASSERT(read("h\n" + line).rows.back() == cells);
}

TEST(CsvRows, QuotesOnlyWhatMustBeQuoted)
{
    EXPECT_EQ(sim::csv_cell("前橋駅"), "前橋駅");
    EXPECT_EQ(sim::csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(sim::csv_cell("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(sim::csv_cell(" a"), "\" a\"");
}

RC_GTEST_PROP(CsvRows, SurvivesAnyBytes, (std::string bytes))
{
    for (char& c : bytes)  // rich in what matters
        if (c % 5 == 0) c = "\",\r\n "[static_cast<unsigned char>(c) % 5];
    const Read got = read(bytes);
    for (const auto& row : got.rows) RC_ASSERT(!row.empty());
}
