// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/picture.h"

#include <GL/gl.h>
#include <stb_image_write.h>

#include <algorithm>
#include <vector>

#include "viewer/panel/save_bar.h"
#include "viewer/plot/palette.h"

namespace view
{

namespace
{

constexpr int channels = 3;

void append(void* bytes, void* data, int size)
{
    static_cast<std::string*>(bytes)->append(static_cast<const char*>(data),
                                             static_cast<std::size_t>(size));
}

}  // namespace

void clear_screen()
{
    const ImVec4 paper = ImGui::ColorConvertU32ToFloat4(palette::paper);
    glClearColor(paper.x, paper.y, paper.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

std::string save_picture(const PictureWanted& wanted, int screen_width, int screen_height)
{
    const int left = std::clamp(static_cast<int>(wanted.left), 0, screen_width - 1);
    const int top = std::clamp(static_cast<int>(wanted.top), 0, screen_height - 1);
    const int width = std::clamp(static_cast<int>(wanted.width), 1, screen_width - left);
    const int height = std::clamp(static_cast<int>(wanted.height), 1, screen_height - top);
    const int row = width * channels;
    std::vector<unsigned char> pixels(static_cast<std::size_t>(row * height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(left, screen_height - top - height, width, height, GL_RGB, GL_UNSIGNED_BYTE,
                 pixels.data());
    std::string png;
    const unsigned char* const last =
        pixels.data() + static_cast<std::ptrdiff_t>(row) * (height - 1);
    // OpenGL counts rows from below: the last one first, then backwards.
    if (stbi_write_png_to_func(append, &png, width, height, channels, last, -row) == 0)
        return wanted.file + ": the picture could not be made";
    return write_whole(wanted.file, png);
}

}  // namespace view
