// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/window.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <stdexcept>

#include "viewer/app/picture.h"

namespace view
{

namespace
{

constexpr double idle_seconds = 0.1;  // without anything to move
constexpr double look_again_seconds = 1;

std::string trouble;  // GLFW tells it to a plain function only

class Window
{
public:
    Window(int width, int height, const std::string& title)
    {
        glfwSetErrorCallback([](int, const char* text) { trouble = text; });
        if (glfwInit() == GLFW_FALSE) throw std::runtime_error("no window: " + trouble);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        window_ = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
        if (window_ == nullptr) {
            glfwTerminate();
            throw std::runtime_error("no window: " + trouble);
        }
        glfwMakeContextCurrent(window_);
        glfwSwapInterval(1);
        ImGui_ImplGlfw_InitForOpenGL(window_, true);
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window()
    {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        glfwDestroyWindow(window_);
        glfwTerminate();
    }

    bool is_open() const { return glfwWindowShouldClose(window_) == 0; }

    void draw(Frame& frame, Session& session)
    {
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        ImGui::GetIO().DeltaTime = std::max(ImGui::GetIO().DeltaTime, 1e-4F);
        ImGui::NewFrame();
        TimeBar::advance(session, static_cast<double>(ImGui::GetIO().DeltaTime));
        frame.draw(session);
        ImGui::Render();
        int width = 0, height = 0;
        glfwGetFramebufferSize(window_, &width, &height);
        glViewport(0, 0, width, height);
        clear_screen();
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        take_picture(session, width, height);
        glfwSwapBuffers(window_);
    }

    void size(int& width, int& height) const { glfwGetWindowSize(window_, &width, &height); }

private:
    static void take_picture(Session& session, int width, int height)
    {
        if (!session.picture || session.picture->frames-- > 0) return;
        const std::string why_not = save_picture(*session.picture, width, height);
        session.message = why_not.empty()
                              ? fmt::format("{} {}", session.say("saved"), session.picture->file)
                              : why_not;
        session.picture.reset();
    }

    GLFWwindow* window_ = nullptr;
};

}  // namespace

void run_window(Frame& frame, Session& session, Layout& layout, bool follow)
{
    Window window(layout.width, layout.height, "tapbench: " + session.run.result.head().file);
    double looked = glfwGetTime();
    while (window.is_open() && !session.quit) {
        if (session.focus.playing)
            glfwPollEvents();
        else
            glfwWaitEventsTimeout(idle_seconds);
        if (follow && glfwGetTime() - looked > look_again_seconds) {
            session.run.refresh();
            looked = glfwGetTime();
        }
        window.draw(frame, session);
    }
    window.size(layout.width, layout.height);
}

}  // namespace view
