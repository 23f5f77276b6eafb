// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/table.h"

#include <imgui.h>

#include <charconv>
#include <sstream>

#include "sim/export/csv_writer.h"

namespace view
{

namespace
{

void draw_cell(const Column& column, const std::string& text)
{
    if (column.kind != Column::Kind::text) {
        const float room = ImGui::GetContentRegionAvail().x;
        const float wide = ImGui::CalcTextSize(text.c_str()).x;
        if (room > wide) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room - wide);
    }
    ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
}

bool draw_row(const Table& table, int row, bool chosen)
{
    const auto& cells = table.rows[static_cast<std::size_t>(row)];
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushID(row);
    const bool clicked = ImGui::Selectable("##row", chosen, ImGuiSelectableFlags_SpanAllColumns);
    ImGui::SameLine(0, 0);
    ImGui::PopID();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) ImGui::TableNextColumn();
        draw_cell(table.columns[i], cells[i]);
    }
    return clicked;
}

std::string saved_cell(const Column& column, const std::string& text, sim::SmallCells small)
{
    std::int64_t count = 0;
    const char* const end = text.data() + text.size();
    const bool number = std::from_chars(text.data(), end, count).ptr == end && !text.empty();
    if (column.kind != Column::Kind::people || !number) return text;
    const auto shown = small.shown(count);
    return shown ? std::to_string(*shown) : "";
}

}  // namespace

int draw_table(const char* id, const Table& table, float height, int chosen)
{
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY |
                                      ImGuiTableFlags_ScrollX | ImGuiTableFlags_BordersInnerV |
                                      ImGuiTableFlags_Resizable;
    int clicked = no_row;
    if (!ImGui::BeginTable(id, static_cast<int>(table.columns.size()), flags, {0, height}))
        return clicked;
    for (const Column& column : table.columns)
        ImGui::TableSetupColumn(column.title.c_str(), ImGuiTableColumnFlags_WidthFixed);
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableHeadersRow();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(table.rows.size()));
    while (clipper.Step())
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
            if (draw_row(table, row, row == chosen)) clicked = row;
    ImGui::EndTable();
    return clicked;
}

std::string csv_of(const Table& table, sim::SmallCells small)
{
    std::ostringstream text;
    {
        sim::CsvWriter csv(text, sim::CsvWriter::Mark::byte_order);
        for (const Column& column : table.columns) csv.cell(column.title);
        csv.end_row();
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i)
                csv.cell(saved_cell(table.columns[i], row[i], small));
            csv.end_row();
        }
    }
    return text.str();
}

}  // namespace view
