// SPDX-License-Identifier: Apache-2.0
#include "sim/app/transit_state_file.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "sim/app/state_file.h"
#include "sim/base/digest.h"
#include "sim/base/hex_text.h"
#include "sim/scenario/scenario_error.h"

namespace app
{
namespace
{

namespace fs = std::filesystem;

std::string card_digest(const model::TransitCard& card)
{
    sim::Digest digest;
    digest.add("tapbench FeliCa card");
    digest.add(card.idm.bytes);
    return digest.hex();
}

std::string text_of(const model::TransitCard& card)
{
    std::string text = "card " + card_digest(card) + "\n";
    for (const std::uint8_t newest : card.newest) text += fmt::format("newest {:02x}\n", newest);
    for (const fw::Block& block : card.blocks) text += "block " + sim::hex_of(block) + "\n";
    return text;
}

// Takes lines off `text`, one after the other.
class Lines
{
public:
    Lines(const std::string& file, std::string_view text) : file_(file), text_(text) {}

    std::string_view value(std::string_view key, std::size_t digits)
    {
        ++number_;
        const std::size_t size = key.size() + 1 + digits + 1;
        const std::string_view line = text_.substr(0, size);
        const bool formed = line.size() == size && line.starts_with(key) &&
                            line[key.size()] == ' ' && line.back() == '\n';
        if (!formed) refuse(fmt::format("expected \"{}\" and {} digits", key, digits));
        text_.remove_prefix(size);
        return line.substr(key.size() + 1, digits);
    }
    void bytes(std::string_view key, fw::MutBytes out)
    {
        const std::string_view digits = value(key, out.size() * 2);
        for (std::size_t i = 0; i < out.size(); ++i) {
            const char* at = digits.data() + 2 * i;
            const auto [end, error] = std::from_chars(at, at + 2, out[i], 16);
            if (error != std::errc{} || end != at + 2) refuse("expected hexadecimal digits");
        }
    }
    void end()
    {
        ++number_;
        if (!text_.empty()) refuse("expected nothing more");
    }
    [[noreturn]] void refuse(const std::string& why) const
    {
        throw sim::ScenarioError(file_, number_, 0, why);
    }

private:
    const std::string& file_;
    std::string_view text_;
    int number_ = 0;
};

std::size_t ring_size(std::size_t ring)
{
    for (const model::Node& node : model::transit_layout.nodes)
        if (node.kind == model::NodeKind::cyclic && node.ring == ring) return node.count;
    return 0;
}

}  // namespace

std::string transit_state_file(const std::string& folder, const std::string& card_file)
{
    return fs::path(folder) / (fs::path(card_file).stem().string() + ".felica");
}

void load_transit_state(const std::string& file, model::TransitCard& card)
{
    const std::optional<std::string> text = read_state(file);
    if (!text) return;
    Lines lines(file, *text);
    model::TransitCard kept = card;
    if (lines.value("card", 64) != card_digest(card)) lines.refuse("is another card's");
    for (std::size_t ring = 0; ring < kept.newest.size(); ++ring) {
        lines.bytes("newest", {&kept.newest[ring], 1});
        if (kept.newest[ring] >= ring_size(ring)) lines.refuse("is no place in its ring");
    }
    for (fw::Block& block : kept.blocks) lines.bytes("block", block);
    lines.end();
    card = kept;
}

void save_transit_state(const std::string& file, const model::TransitCard& card)
{
    replace_state(file, text_of(card));
}

}  // namespace app
