// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <stdexcept>

#include "viewer/app/fonts.h"
#include "viewer/app/headless.h"
#include "viewer/app/layout_file.h"
#include "viewer/app/look.h"
#include "viewer/app/options.h"
#include "viewer/app/window.h"

namespace view
{

namespace
{

constexpr int file_is_invalid = 4, bench_failed = 70;

void apply(const Options& options, Session& session)
{
    if (!options.other.empty()) session.other = std::make_unique<Run>(options.other);
    if (session.other) session.panel = PanelName::comparison;
    if (options.tap) session.open_tap(*options.tap);
    if (options.panel) session.panel = *options.panel;
    if (options.t) session.focus.t = *options.t;
}

int write_screenshot(const Options& options, Session& session)
{
    Headless screen(options.width > 0 ? options.width : 1280,
                    options.height > 0 ? options.height : 800);
    Frame frame;
    const std::string why_not = screen.screenshot(frame, session, options.screenshot);
    if (why_not.empty()) return 0;
    std::cerr << "tapbench-view: " << why_not << "\n";
    return file_is_invalid;
}

int show_window(const Options& options, Session& session, Layout& layout)
{
    if (options.width > 0) layout.width = options.width, layout.height = options.height;
    Frame frame;
    run_window(frame, session, layout, options.follow);
    layout.panel = session.panel;
    write_layout(options.layout, layout);
    return 0;
}

int show(const Options& options)
{
    Session session(options.run, options.language);
    Layout layout = read_layout(options.layout);
    if (options.screenshot.empty()) session.panel = layout.panel;
    apply(options, session);
    const std::string font = find_font(options.font);
    if (font.empty())
        std::cerr << "tapbench-view: no Japanese letters here (package fonts-vlgothic): names show "
                     "as ?\n";
    Look look(session, font);
    return options.screenshot.empty() ? show_window(options, session, layout)
                                      : write_screenshot(options, session);
}

int tell(const std::exception& error, int exit_code)
{
    std::cerr << "tapbench-view: " << error.what() << "\n";
    return exit_code;
}

}  // namespace

}  // namespace view

int main(int argc, char** argv)
{
    const view::Parsed parsed = view::parse_options(argc, argv);
    if (!parsed.options) return parsed.exit_code;
    try {
        return view::show(*parsed.options);
    } catch (const view::ResultError& error) {
        return view::tell(error, view::file_is_invalid);
    } catch (const std::invalid_argument& error) {
        return view::tell(error, view::file_is_invalid);
    } catch (const std::exception& error) {
        return view::tell(error, view::bench_failed);
    }
}
