// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "viewer/app/frame.h"
#include "viewer/app/look.h"

// The viewer without any screen: frames are laid out and never painted, and a test presses the real
// widgets by the words on them. A widget that is not there fails the test.
namespace view
{

class NullScreen
{
public:
    explicit NullScreen(Session& session, const std::string& font = "");

    void draw(int frames = 1);
    void press(const std::string& label);
    void press_row(const std::string& table, int row);
    void type_into(const std::string& label, const std::string& text);
    void press_enter();
    void press_ctrl(int key);

private:
    bool activate_any(const std::vector<ImGuiID>& ids);

    Session& session_;
    Look look_;
    Frame frame_;
};

}  // namespace view
