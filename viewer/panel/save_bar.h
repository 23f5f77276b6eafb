// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "viewer/panel/session.h"
#include "viewer/panel/table.h"

// The buttons with which what is on the screen is taken away: a table as CSV, to a file or the
// clipboard, a map as GeoJSON, a picture as PNG. The file's name is offered and can be changed.
namespace view
{

class SaveBar
{
public:
    struct Offer {
        const char* name;              // part of the file's name
        const Table* table = nullptr;  // null: there is none
        std::function<std::string()> geojson;
    };
    void draw(Session& session, const Offer& offer);

private:
    enum class Form : std::uint8_t { csv, geojson, png };
    void draw_popup(Session& session, const Offer& offer);
    void open(const Session& session, const Offer& offer, Form form);
    void save(Session& session, const Offer& offer);

    Form form_ = Form::csv;
    std::string file_;  // being typed
};

// Writes beside the file and renames; returns why it failed, or "".
std::string write_whole(const std::string& file, const std::string& bytes);

}  // namespace view
