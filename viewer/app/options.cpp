// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "viewer/app/layout_file.h"

namespace view
{

namespace
{

struct Typed {
    std::string tap, panel, time, size, language;
};

std::string locale_of_process()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* const value = std::getenv(name); value != nullptr && *value != '\0')
            return value;
    return "";
}

std::optional<std::uint32_t> number(const std::string& text)
{
    if (text.empty() || text.size() > 9) return std::nullopt;
    if (text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    return static_cast<std::uint32_t>(std::stoul(text));
}

// Two numbers with a sign between them.
std::optional<std::pair<std::uint32_t, std::uint32_t>> pair_of(const std::string& text,
                                                               char between)
{
    const std::size_t at = text.find(between);
    if (at == std::string::npos) return std::nullopt;
    const auto a = number(text.substr(0, at)), b = number(text.substr(at + 1));
    if (!a || !b) return std::nullopt;
    return std::pair{*a, *b};
}

std::string panel_names()
{
    std::string names;
    for (std::size_t i = 0; i < panels; ++i)
        names += (i > 0 ? ", " : "") + std::string(name_of(static_cast<PanelName>(i)));
    return names;
}

// Each: why the word makes no sense, or "".
std::string take_tap(const std::string& word, Options& options)
{
    const auto key = pair_of(word, '-');
    if (!key) return fmt::format("--tap {}: expected DEVICE-SEQUENCE, e.g. 12-345", word);
    options.tap = fw::TapKey{key->first, key->second};
    return "";
}

std::string take_panel(const std::string& word, Options& options)
{
    options.panel = panel_of(word);
    if (options.panel) return "";
    return fmt::format("--panel {}: expected one of {}", word, panel_names());
}

std::string take_time(const std::string& word, Options& options)
{
    const auto time = pair_of(word, ':');
    if (!time || time->first > 47 || time->second > 59)
        return fmt::format("--time {}: expected HH:MM", word);
    options.t = (std::int64_t{time->first} * 60 + time->second) * 60'000'000'000;
    return "";
}

std::string take_size(const std::string& word, Options& options)
{
    const auto size = pair_of(word, 'x');
    if (!size || size->first < 320 || size->second < 240 || size->first > 8192 ||
        size->second > 8192)
        return fmt::format("--size {}: expected WIDTHxHEIGHT, 320x240 to 8192x8192", word);
    options.width = static_cast<int>(size->first);
    options.height = static_cast<int>(size->second);
    return "";
}

std::string take_language(const std::string& word, Options& options)
{
    if (word != "ja" && word != "en") return fmt::format("--lang {}: expected ja or en", word);
    options.language = language_of(word);
    return "";
}

std::string understand(const Typed& words, Options& options)
{
    const std::pair<const std::string&, std::string (*)(const std::string&, Options&)> takers[] = {
        {words.tap, take_tap},
        {words.panel, take_panel},
        {words.time, take_time},
        {words.size, take_size},
        {words.language, take_language}};
    for (const auto& [word, take] : takers)
        if (const std::string why = word.empty() ? "" : take(word, options); !why.empty())
            return why;
    return "";
}

void add_options(CLI::App& app, Options& options, Typed& words)
{
    app.add_option("RUN.db", options.run, "result file of a run")->required();
    app.add_option("RUN2.db", options.other, "a second one to compare with");
    app.add_option("--tap", words.tap, "open at this tap, e.g. 12-345");
    app.add_option("--panel", words.panel, "open this panel: " + panel_names());
    app.add_option("--time", words.time, "the moment shown, HH:MM of the service day");
    app.add_option("--screenshot", options.screenshot, "write this PNG and end; needs no display");
    app.add_option("--size", words.size, "of window or screenshot, e.g. 1280x800");
    app.add_option("--lang", words.language, "ja or en; otherwise as LANG says");
    app.add_option("--font", options.font, "a TrueType or OpenType font with Japanese letters");
    app.add_flag("--follow", options.follow, "read again while the run is being written");
    app.set_version_flag("--version", std::string("tapbench-view ") + TAPBENCH_VERSION);
}

}  // namespace

Parsed parse_options(int argc, char** argv)
{
    Options options;
    Typed words;
    options.layout = layout_path();
    options.language = language_of(locale_of_process());
    CLI::App app{"The morning of a run: buses, riders, taps and yen on the screen.",
                 "tapbench-view"};
    add_options(app, options, words);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& done) {
        return {std::nullopt, app.exit(done)};
    } catch (const CLI::ParseError& error) {
        std::cerr << "tapbench-view: " << error.what() << "\n";
        return {std::nullopt, 4};
    }
    const std::string why_not = understand(words, options);
    if (why_not.empty()) return {options, 0};
    std::cerr << "tapbench-view: " << why_not << "\n";
    return {std::nullopt, 4};
}

}  // namespace view
