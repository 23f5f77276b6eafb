// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/headless.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <stdexcept>

#include "viewer/app/picture.h"

namespace view
{

namespace
{

constexpr int frames_to_settle = 4;  // tables and child windows find their sizes
constexpr float frame_seconds = 1.0F / 60;

EGLDisplay open_display()
{
    const auto platform_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (platform_display == nullptr) throw std::runtime_error("EGL has no platform displays");
    const EGLDisplay display =
        platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE)
        throw std::runtime_error("no graphics without a display (package libgl1-mesa-dri)");
    return display;
}

}  // namespace

struct Headless::Egl {
    Egl(int width, int height) : display(open_display())
    {
        eglBindAPI(EGL_OPENGL_API);
        const EGLint wanted[] = {EGL_SURFACE_TYPE,
                                 EGL_PBUFFER_BIT,
                                 EGL_RENDERABLE_TYPE,
                                 EGL_OPENGL_BIT,
                                 EGL_RED_SIZE,
                                 8,
                                 EGL_GREEN_SIZE,
                                 8,
                                 EGL_BLUE_SIZE,
                                 8,
                                 EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        eglChooseConfig(display, wanted, &config, 1, &count);
        const EGLint size[] = {EGL_WIDTH, width, EGL_HEIGHT, height, EGL_NONE};
        const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
                                  EGL_NONE};
        if (count > 0) {
            surface = eglCreatePbufferSurface(display, config, size);
            context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
        }
        if (context == EGL_NO_CONTEXT ||
            eglMakeCurrent(display, surface, surface, context) == EGL_FALSE) {
            eglTerminate(display);
            throw std::runtime_error("no OpenGL 3.3 (package libgl1-mesa-dri)");
        }
    }
    Egl(const Egl&) = delete;
    Egl& operator=(const Egl&) = delete;
    ~Egl()
    {
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglTerminate(display);
    }

    EGLDisplay display;
    EGLSurface surface = EGL_NO_SURFACE;
    EGLContext context = EGL_NO_CONTEXT;
};

Headless::Headless(int width, int height)
    : egl_(std::make_unique<Egl>(width, height)), width_(width), height_(height)
{
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

Headless::~Headless()
{
    ImGui_ImplOpenGL3_Shutdown();
}

void Headless::draw(Frame& frame, Session& session)
{
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
    io.DeltaTime = frame_seconds;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    frame.draw(session);
    ImGui::Render();
    glViewport(0, 0, width_, height_);
    clear_screen();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glFinish();
}

std::string Headless::screenshot(Frame& frame, Session& session, const std::string& file)
{
    for (int i = 0; i < frames_to_settle; ++i) draw(frame, session);
    return save_picture({file, 0, 0, static_cast<float>(width_), static_cast<float>(height_), 0},
                        width_, height_);
}

std::string Headless::renderer() const
{
    return reinterpret_cast<const char*>(glGetString(GL_RENDERER));
}

}  // namespace view
