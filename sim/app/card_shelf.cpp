// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_shelf.h"

#include <algorithm>

#include "models/card/card_image.h"
#include "models/card/lite_s_card.h"
#include "models/card/my_number_card.h"
#include "models/card/type_a_card.h"
#include "models/card/type_b_card.h"
#include "sim/app/kept_cards.h"
#include "sim/app/my_number_cards.h"
#include "sim/app/my_number_state_file.h"
#include "sim/app/transit_state_file.h"

namespace app
{
namespace
{

constexpr std::uint64_t seed = 1;  // of slots, challenges and changing numbers of virtual cards

fw::CardType type_of(sim::CardOwner owner)
{
    switch (owner) {
        case sim::CardOwner::child:
            return fw::CardType::child;
        case sim::CardOwner::disabled:
            return fw::CardType::disabled;
        case sim::CardOwner::adult:
            break;
    }
    return fw::CardType::adult;
}

fw::HistoryEntry entry_of(const sim::HistoryRow& row)
{
    const sim::CivilDate day = sim::civil_of(row.day);
    fw::HistoryEntry entry{.date = fw::pack_date(day.year, day.month, day.day),
                           .operator_line = static_cast<std::uint16_t>(row.line),
                           .stop = static_cast<std::uint16_t>(row.stop),
                           .balance = row.balance,
                           .sequence = static_cast<std::uint32_t>(row.sequence)};
    switch (row.kind) {
        case sim::HistoryKind::bus_fare:
            break;
        case sim::HistoryKind::bus_flat:
            entry.process = fw::history::bus_flat;
            break;
        case sim::HistoryKind::bus_charge:
            entry.process = fw::history::bus_charge;
            entry.gate = fw::history::no_gate;
            break;
        case sim::HistoryKind::issue:
            entry.terminal = fw::history::counter_terminal;
            entry.process = fw::history::issue;
            entry.gate = fw::history::no_gate;
            break;
    }
    return entry;
}

// What every FeliCa card needs to be held to a reader.
struct FelicaMake {
    model::TransitCard card;
    model::CardProfile profile;
    std::int32_t response_time_ppm = 0;
};

ShelfCard take_felica(const sim::CardFile& file, FelicaMake make, const ShelfOptions& options)
{
    KeptFelica kept{make.card, {}, options.trouble};
    if (!options.state.empty()) {
        kept.file = transit_state_file(options.state, file.file);
        load_transit_state(kept.file, kept.card);
    }
    return {file.id,
            std::make_shared<KeptFelicaCard>(std::move(kept), std::move(make.profile),
                                             sim::RngStream(seed, "card on air"),
                                             make.response_time_ppm),
            nullptr,
            {}};
}

ShelfCard take_transit(const sim::CardFile& file, const ShelfOptions& options)
{
    const sim::TransitFile& transit = *file.transit;
    return take_felica(file,
                       {transit_card_of(transit),
                        model::transit_profile(*model::parse_pmm(transit.pmm),
                                               std::make_shared<const model::StandInCipher>()),
                        transit.response_time_ppm},
                       options);
}

template <std::size_t size>
std::array<std::uint8_t, size> bytes_of(const std::string& digits)
{
    std::array<std::uint8_t, size> bytes{};
    std::ranges::copy(bytes_of_hex(digits), bytes.begin());
    return bytes;
}

ShelfCard take_lite_s(const sim::CardFile& file, const ShelfOptions& options)
{
    const sim::LiteSFile& lite_s = *file.lite_s;
    return take_felica(
        file,
        {lite_s.blank.empty() ? lite_s_card_of(lite_s)
                              : model::blank_lite_s({bytes_of<8>(lite_s.blank)}),
         model::lite_s_profile(*model::parse_pmm(lite_s.pmm)), lite_s.response_time_ppm},
        options);
}

std::shared_ptr<model::RfCard> on_air(const sim::CardFile& file, model::ApduCard& chip)
{
    const sim::RngStream stream(seed, file.id);
    if (file.rf == sim::CardRf::type_a)
        return std::make_shared<model::TypeACard>(&chip, model::TypeAIdentity{}, stream);
    const sim::MyNumberRadio& radio = file.my_number->radio;
    const model::TypeBIdentity identity{.application = bytes_of<4>(radio.application_data),
                                        .protocol = bytes_of<3>(radio.protocol_info)};
    return std::make_shared<model::TypeBCard>(chip, identity, stream);
}

ShelfCard take_my_number(const sim::CardFile& file, const ShelfOptions& options)
{
    const auto profile = my_number_profile(*file.my_number);
    KeptMyNumber kept{profile, {}, {}, options.trouble};
    if (!options.state.empty()) {
        kept.file = my_number_state_file(options.state, file.file);
        kept.state = load_my_number_state(kept.file, *profile);
    }
    const auto chip = std::make_shared<KeptMyNumberCard>(std::move(kept));
    return {file.id,
            on_air(file, *chip),
            chip,
            {.atr = my_number_atr(file.my_number->radio),
             .warm_reset_keeps_pins = file.my_number->quirks.warm_reset_keeps_pins}};
}

}  // namespace

ShelfCard take_card(const sim::CardFile& file, const ShelfOptions& options)
{
    if (file.transit) return take_transit(file, options);
    return file.lite_s ? take_lite_s(file, options) : take_my_number(file, options);
}

model::TransitCard transit_card_of(const sim::TransitFile& file)
{
    model::TransitCard card = model::issue_card({.number = static_cast<std::uint64_t>(file.number),
                                                 .type = type_of(file.type),
                                                 .balance = file.balance});
    for (std::size_t age = 0; age < file.history.size(); ++age)
        card.blocks[model::blocks::history + age] = fw::encode(entry_of(file.history[age]));
    if (!file.history.empty()) {
        fw::AttributeBlock attribute = card.attribute();
        attribute.transaction = static_cast<std::uint16_t>(file.history.front().sequence);
        card.blocks[model::blocks::attribute] = fw::encode(attribute);
    }
    return card;
}

model::TransitCard lite_s_card_of(const sim::LiteSFile& file)
{
    return model::issue_card({.number = static_cast<std::uint64_t>(file.number),
                              .type = type_of(file.type),
                              .balance = file.balance,
                              .system = fw::CardSystem::lite_s});
}

}  // namespace app
