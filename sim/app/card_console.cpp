// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_console.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "sim/scenario/nearest.h"

namespace app
{
namespace
{

using hil::ReaderFault;

constexpr std::array<std::pair<std::string_view, ReaderFault>, 7> faults{
    {{"none", ReaderFault::none},
     {"mute", ReaderFault::mute},
     {"ack_only", ReaderFault::ack_only},
     {"garbled", ReaderFault::garbled},
     {"dead_time", ReaderFault::dead_time},
     {"swallow_first", ReaderFault::swallow_first},
     {"late", ReaderFault::late}}};

constexpr const char* ok = "ok";
constexpr const char* no_reader = "no: there is no reader here, only its cards";
constexpr int longest_fault_ms = 60'000;

std::optional<int> number(std::string_view text, int lowest, int highest)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || value < lowest || value > highest) return {};
    return value;
}

}  // namespace

// A line taken apart at its blanks.
struct CardConsole::Words {
    explicit Words(std::string_view line)
    {
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
            if (end > at) words.push_back(line.substr(at, end - at));
            at = end + 1;
        }
    }
    std::string_view operator[](std::size_t i) const
    {
        return i < words.size() ? words[i] : std::string_view{};
    }
    std::size_t size() const { return words.size(); }
    std::optional<std::size_t> card(std::size_t cards) const
    {
        const auto found = number((*this)[1], 1, static_cast<int>(cards));
        if (!found || size() != 2) return {};
        return static_cast<std::size_t>(*found - 1);
    }

    std::vector<std::string_view> words;
};

CardConsole::CardConsole(const std::vector<ShelfCard>& shelf, CardStand& stand)
    : shelf_(shelf), stand_(stand), held_(shelf.size(), false)
{
}

std::string CardConsole::obey(std::string_view line)
{
    const Words words(line);
    const std::string_view verb = words[0];
    if (verb == "present") return present(words);
    if (verb == "remove") return remove(words);
    if (verb == "fault") return fault(words);
    const bool alone = words.size() == 1;
    if (alone && (verb == "plug" || verb == "unplug")) return plug(words);
    if (alone && verb == "list") return list();
    if (alone && verb == "help")
        return "ok present N, remove N, unplug, plug, fault NAME [MS], list, help, quit";
    if (alone && verb == "quit") {
        quit_ = true;
        return ok;
    }
    return "no: unknown command; help names them";
}

std::string CardConsole::present(const Words& words)
{
    const auto card = words.card(shelf_.size());
    if (!card) return fmt::format("no: expected a card from 1 to {}", shelf_.size());
    if (const std::string why = stand_.put(*card); !why.empty()) return "no: " + why;
    held_[*card] = true;
    return ok;
}

std::string CardConsole::remove(const Words& words)
{
    const auto card = words.card(shelf_.size());
    if (!card) return fmt::format("no: expected a card from 1 to {}", shelf_.size());
    stand_.take(*card);
    held_[*card] = false;
    return ok;
}

std::string CardConsole::plug(const Words& words)
{
    hil::Pn532Server* reader = stand_.reader();
    if (reader == nullptr) return no_reader;
    const bool plugged = words[0] == "plug";
    if (plugged == plugged_) return plugged ? "no: it is plugged in" : "no: it is unplugged";
    try {
        plugged ? reader->plug() : reader->unplug();
    } catch (const std::exception& error) {
        return std::string("no: ") + error.what();
    }
    plugged_ = plugged;
    return ok;
}

std::string CardConsole::fault(const Words& words)
{
    hil::Pn532Server* reader = stand_.reader();
    if (reader == nullptr) return no_reader;
    const auto length = words.size() == 3 ? number(words[2], 1, longest_fault_ms) : 0;
    if (!length || words.size() < 2 || words.size() > 3)
        return fmt::format("no: expected fault NAME [MS], MS from 1 to {}", longest_fault_ms);
    std::vector<std::string> names;
    for (const auto& [name, fault] : faults) {
        names.emplace_back(name);
        if (name != words[1]) continue;
        reader->set_fault(fault, {*length * std::int64_t{1'000'000}});
        return ok;
    }
    return fmt::format("no: unknown fault{}", sim::did_you_mean(std::string(words[1]), names));
}

std::string CardConsole::list() const
{
    std::string text = ok;
    for (std::size_t i = 0; i < shelf_.size(); ++i)
        text += fmt::format("{} {} {} {}", i == 0 ? "" : ",", i + 1, shelf_[i].name,
                            held_[i] ? "present" : "away");
    return text + (plugged_ ? "" : "; unplugged");
}

}  // namespace app
