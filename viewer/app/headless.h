// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "viewer/app/frame.h"

namespace view
{

// A screen without a display: EGL on no surface, drawn by the processor where there is no GPU.
class Headless
{
public:
    // Throws std::runtime_error that says what is missing.
    Headless(int width, int height);
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;
    ~Headless();

    // Draws until everything has settled, then writes the whole screen; why not, or "".
    std::string screenshot(Frame& frame, Session& session, const std::string& file);
    // One frame, finished by the graphics driver.
    void draw(Frame& frame, Session& session);
    std::string renderer() const;  // e.g. "llvmpipe (LLVM 15.0.6, 256 bits)"

private:
    struct Egl;
    std::unique_ptr<Egl> egl_;
    int width_, height_;
};

}  // namespace view
