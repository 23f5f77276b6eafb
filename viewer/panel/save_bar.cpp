// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/save_bar.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace view
{

void SaveBar::draw(Session& session, const Offer& offer)
{
    const auto& say = session.say;
    const auto button = [&](const char* text, Form form) {
        if (ImGui::Button(say(text))) open(session, offer, form);
        ImGui::SameLine();
    };
    if (offer.table != nullptr) {
        if (ImGui::Button(say("Copy table")))
            ImGui::SetClipboardText(csv_of(*offer.table, session.small_cells).c_str());
        ImGui::SameLine();
        button("Save CSV", Form::csv);
    }
    if (offer.geojson) button("Save GeoJSON", Form::geojson);
    button("Save PNG", Form::png);
    ImGui::TextUnformatted(session.message.c_str());
    draw_popup(session, offer);
}

void SaveBar::draw_popup(Session& session, const Offer& offer)
{
    const ImVec2 corner = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    if (!ImGui::BeginPopup("save")) return;
    ImGui::SetNextItemWidth(420);
    ImGui::InputText("##file", &file_);
    if (ImGui::Button(session.say("Save here"))) {
        if (form_ == Form::png)
            session.picture = PictureWanted{file_, corner.x, corner.y, size.x, size.y};
        else
            save(session, offer);
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void SaveBar::open(const Session& session, const Offer& offer, Form form)
{
    constexpr std::array<const char*, 3> endings{"csv", "geojson", "png"};
    const std::filesystem::path run(session.run.result.head().file);
    form_ = form;
    file_ = fmt::format("{}-{}.{}", run.stem().string(), offer.name,
                        endings[static_cast<std::size_t>(form)]);
    ImGui::OpenPopup("save");
}

void SaveBar::save(Session& session, const Offer& offer)
{
    const std::string bytes =
        form_ == Form::csv ? csv_of(*offer.table, session.small_cells) : offer.geojson();
    const std::string why_not = write_whole(file_, bytes);
    session.message = why_not.empty() ? fmt::format("{} {}", session.say("saved"), file_) : why_not;
}

std::string write_whole(const std::string& file, const std::string& bytes)
{
    const std::string beside = file + ".part";
    std::ofstream stream(beside, std::ios::binary);
    stream << bytes;
    stream.close();
    if (stream && std::rename(beside.c_str(), file.c_str()) == 0) return "";
    const std::string why = std::strerror(errno);
    std::remove(beside.c_str());
    return file + ": " + why;
}

}  // namespace view
