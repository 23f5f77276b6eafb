// SPDX-License-Identifier: Apache-2.0
#include "sim/app/certify_station.h"

#include <algorithm>
#include <filesystem>

#include "hil/certify/desk_operator.h"
#include "hil/reader/device_path.h"
#include "sim/app/card_shelf.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/card_file.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

hil::CardsByName shelf_of(const std::vector<sim::DeskCard>& cards)
{
    hil::CardsByName shelf;
    for (const sim::DeskCard& card : cards) {
        sim::CardFile file = sim::load_card(card.file);
        file.file = card.file;
        if (card.as_type_a) file.rf = sim::CardRf::type_a;
        ShelfCard taken = take_card(file, {});
        // The chip has to live as long as what is on air.
        shelf[card.name] = std::shared_ptr<model::RfCard>(
            taken.air.get(), [air = taken.air, chip = taken.chip](model::RfCard*) {});
    }
    return shelf;
}

}  // namespace

CertifyStation::CertifyStation(const CertifySeat& seat, const StationTerms& terms)
    : seat_(seat), terms_(terms)
{
    if (seat.reader.present == sim::DeskHand::virtual_) make_virtual();
    open_reader();
    if (!process_ || hand_) return;
    hil::Reader& reader = pseudonyms_ ? static_cast<hil::Reader&>(*pseudonyms_) : *process_;
    hand_ = std::make_unique<hil::DeskOperator>(
        hil::DeskOperator::Parts{.reader = reader,
                                 .name = seat.reader.name,
                                 .tell = terms_.prompt,
                                 .interrupted = sim::interrupted,
                                 .patience = terms_.patience});
}

void CertifyStation::make_virtual()
{
    const std::string link = hil::device_path_of(seat_.reader.connstring());
    server_ = std::make_unique<hil::Pn532Server>(
        field_, hil::Pn532Options{.link = link,
                                  .uart_baud = static_cast<int>(seat_.reader.baud),
                                  .air_time = seat_.reader.air_time});
    hand_ = std::make_unique<hil::VirtualHand>(field_, *server_, shelf_of(seat_.cards));
}

void CertifyStation::open_reader()
{
    const std::string connstring = seat_.reader.connstring();
    const std::string port = hil::device_path_of(connstring);
    if (!port.empty() && !std::filesystem::exists(port))
        throw sim::NotHere(seat_.reader.name + ": no reader at " + port);
    try {
        process_ = std::make_unique<hil::ReaderProcess>(
            hil::ReaderConfig{.name = seat_.reader.name, .connstring = connstring});
    } catch (const hil::ReaderMissing& missing) {
        problem_ = missing.what();
        return;
    }
    const auto is_real = [](const sim::DeskCard& card) { return card.file.empty(); };
    if (std::any_of(seat_.cards.begin(), seat_.cards.end(), is_real))
        pseudonyms_ = std::make_unique<hil::Pseudonyms>(*process_, terms_.key);
}

std::vector<hil::DeviceReport> CertifyStation::certify(const hil::Suite& suite,
                                                       const hil::CertifyOptions& options)
{
    std::vector<hil::DeviceReport> reports;
    for (const hil::Device& device : seat_.devices) {
        if (!process_) {
            reports.push_back(hil::not_opened(suite, device, seat_.skills, problem_));
            continue;
        }
        hil::Reader& reader = pseudonyms_ ? static_cast<hil::Reader&>(*pseudonyms_) : *process_;
        reports.push_back(hil::certify(suite, device, reader, *hand_, options));
    }
    return reports;
}

}  // namespace app
