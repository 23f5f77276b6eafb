// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The bricks of a report page: one HTML file that needs no network and no script, reads on paper
// and on a phone, and never shows text as markup. Colours are told apart by the colour-blind
// (Okabe and Ito, "Color Universal Design", 2008) and always come with a sign or a word.
namespace sim
{

std::string html_escaped(std::string_view text);

enum class Tone : std::uint8_t { plain, good, bad, unknown, information };

struct HtmlCell {
    std::string html;
    bool number = false;  // to the right
    bool whole = false;   // never broken over two lines
};

HtmlCell text_cell(std::string_view text);
HtmlCell whole_cell(std::string_view text);  // stays on one line
HtmlCell code_cell(std::string_view text);
HtmlCell number_cell(std::int64_t number);  // 1,234,567
HtmlCell number_cell(std::string_view text);
HtmlCell chip_cell(Tone tone, std::string_view word);
HtmlCell html_cell(std::string html);

std::string chip(Tone tone, std::string_view word);
std::string grouped(std::int64_t number);  // 1,234,567

class HtmlTable
{
public:
    // A column whose first row is a number has its title to the right too.
    explicit HtmlTable(std::vector<std::string> titles) : titles_(std::move(titles)) {}
    void row(std::vector<HtmlCell> cells) { rows_.push_back(std::move(cells)); }
    bool empty() const { return rows_.empty(); }
    std::string html() const;

private:
    std::vector<std::string> titles_;
    std::vector<std::vector<HtmlCell>> rows_;
};

std::string html_note(std::string_view text);     // a small remark, escaped
std::string html_heading(std::string_view text);  // inside a section, escaped
std::string html_section(std::string_view title, const std::string& body);
// Closed until the reader opens it.
std::string html_folded(std::string_view title, const std::string& body);
std::string html_page(std::string_view title, const std::string& body);

}  // namespace sim
