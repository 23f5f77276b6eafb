// SPDX-License-Identifier: Apache-2.0
#include "sim/report/html.h"

#include <fmt/format.h>

#include "sim/report/html_style.h"

namespace sim
{

namespace
{

struct Look {
    const char* name;
    const char* sign;
};

Look look_of(Tone tone)
{
    switch (tone) {
        case Tone::good:
            return {"good", "&#10003; "};
        case Tone::bad:
            return {"bad", "&#10007; "};
        case Tone::unknown:
            return {"unknown", "? "};
        case Tone::information:
            return {"information", "&#8226; "};
        default:
            return {"plain", ""};
    }
}

// A long text keeps a readable width on a phone; the table is moved sideways instead.
const char* class_of(const HtmlCell& cell)
{
    constexpr std::size_t long_text = 60;
    if (cell.number) return " class=\"n\"";
    if (cell.whole) return " class=\"w\"";
    return cell.html.size() > long_text ? " class=\"l\"" : "";
}

}  // namespace

std::string html_escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
    }
    return out;
}

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::ptrdiff_t first = number < 0 ? 1 : 0;
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > first; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string chip(Tone tone, std::string_view word)
{
    const Look look = look_of(tone);
    return fmt::format("<span class=\"chip {}\">{}{}</span>", look.name, look.sign,
                       html_escaped(word));
}

HtmlCell text_cell(std::string_view text)
{
    return {html_escaped(text), false, false};
}
HtmlCell whole_cell(std::string_view text)
{
    return {html_escaped(text), false, true};
}
HtmlCell code_cell(std::string_view text)
{
    return {"<code>" + html_escaped(text) + "</code>", false, false};
}
HtmlCell number_cell(std::int64_t number)
{
    return {grouped(number), true, false};
}
HtmlCell number_cell(std::string_view text)
{
    return {html_escaped(text), true, false};
}
HtmlCell chip_cell(Tone tone, std::string_view word)
{
    return {chip(tone, word), false, true};
}
HtmlCell html_cell(std::string html)
{
    return {std::move(html), false, false};
}

std::string HtmlTable::html() const
{
    std::string out = "<div class=\"wide\"><table><thead><tr>";
    for (std::size_t i = 0; i < titles_.size(); ++i) {
        const bool number = !rows_.empty() && i < rows_[0].size() && rows_[0][i].number;
        out += fmt::format("<th{}>{}</th>", number ? " class=\"n\"" : "", html_escaped(titles_[i]));
    }
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : rows_) {
        out += "<tr>";
        for (const HtmlCell& cell : row)
            out += fmt::format("<td{}>{}</td>", class_of(cell), cell.html);
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string html_note(std::string_view text)
{
    return "<p class=\"note\">" + html_escaped(text) + "</p>\n";
}

std::string html_heading(std::string_view text)
{
    return "<h3>" + html_escaped(text) + "</h3>\n";
}

std::string html_section(std::string_view title, const std::string& body)
{
    return "<section>\n<h2>" + html_escaped(title) + "</h2>\n" + body + "</section>\n";
}

std::string html_folded(std::string_view title, const std::string& body)
{
    return "<details><summary>" + html_escaped(title) + "</summary>\n" + body + "</details>\n";
}

std::string html_page(std::string_view title, const std::string& body)
{
    return fmt::format(
               "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<title>{}</title>\n<style>\n",
               html_escaped(title)) +
           report_style + "</style>\n</head>\n<body>\n<main>\n" + body +
           "</main>\n</body>\n</html>\n";
}

}  // namespace sim
