// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_issue_command.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <vector>

#include "firmware/protocol/lite_s.h"
#include "hil/reader/reader_process.h"
#include "sim/app/card_issue.h"
#include "sim/app/card_shelf.h"
#include "sim/kernel/pacer.h"
#include "sim/scenario/bench_file.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

constexpr fw::Nanos look_timeout{200'000'000};
constexpr fw::Nanos between_looks{20'000'000};

// Where a person can hold a card to: a fare box's reader or one for certification.
struct Place {
    std::string name;
    std::string use;
    bool with_person = false;
};

std::vector<Place> places_of(const sim::BenchFile& bench)
{
    std::vector<Place> places;
    for (const sim::BenchDevice& device : bench.devices)
        places.push_back({device.name, device.use,
                          !device.is_tape() && device.present == sim::Presenter::operator_});
    for (const sim::DeskReader& reader : bench.readers)
        places.push_back({reader.name, reader.use, reader.present == sim::DeskHand::operator_});
    return places;
}

Place place_of(const sim::BenchFile& bench, const std::string& device)
{
    const std::vector<Place> places = places_of(bench);
    if (device.empty() && places.size() > 1)
        throw sim::ScenarioError("--device", "expected one of the bench's several readers");
    std::vector<std::string> names;
    for (const Place& place : places) names.push_back(place.name);
    const auto found =
        device.empty() ? names.begin() : std::find(names.begin(), names.end(), device);
    if (found == names.end())
        throw sim::ScenarioError("--device", fmt::format("the bench has no \"{}\"{}", device,
                                                         sim::did_you_mean(device, names)));
    const Place& place = places[static_cast<std::size_t>(found - names.begin())];
    if (!place.with_person)
        throw sim::ScenarioError(bench.file, place.name +
                                                 ": expected \"present: operator\", or "
                                                 "nobody can hold a card to it");
    return place;
}

sim::LiteSFile card_of(const std::string& file)
{
    const sim::CardFile card = sim::load_card(file);
    if (!card.lite_s)
        throw sim::ScenarioError(file, "expected a lite_s card: no other can be issued here");
    return *card.lite_s;
}

hil::Target wait_for_card(hil::Reader& reader, fw::Nanos patience, std::ostream& log)
{
    sim::SteadyClock wall;
    const fw::Nanos deadline = wall.now() + patience;
    bool asked = false;
    for (;;) {
        const hil::Selection seen =
            reader.select(fw::RfSet::felica_212, fw::lite_s::system_code, look_timeout);
        if (seen.status == hil::ReaderStatus::ok) return seen.target;
        if (hil::is_bench_failure(seen.status)) throw std::runtime_error(reader.problem());
        if (wall.now() >= deadline)
            throw sim::NotHere(reader.name() + ": no FeliCa Lite-S was placed in time");
        if (!asked) log << reader.name() << ": place the card" << std::endl;
        asked = true;
        wall.rest(wall.now() + between_looks);
    }
}

std::unique_ptr<hil::ReaderProcess> open(const Place& place)
{
    try {
        return std::make_unique<hil::ReaderProcess>(hil::ReaderConfig{
            .name = place.name, .connstring = place.use.substr(place.use.find(':') + 1)});
    } catch (const hil::ReaderMissing& missing) {
        throw sim::NotHere(missing.what());
    }
}

}  // namespace

int card_issue_command(const CardIssueOptions& options, std::ostream& out, std::ostream& log)
{
    const sim::LiteSFile card = card_of(options.card);
    const sim::BenchFile bench = sim::load_bench(options.bench);
    const Place place = place_of(bench, options.device);
    const auto reader = open(place);
    const hil::Target target = wait_for_card(*reader, bench.patience, log);
    issue_lite_s_at(*reader, target, lite_s_card_of(card), {.again = options.again});
    reader->release();
    fmt::print(out,
               "card {} is issued with {} yen: written, read back, its key proven\n"
               "Nothing was locked (block MC is as its maker left it, and a change of it could not "
               "be undone):\nanybody may write to the card, and --again issues it anew.\n",
               card.number, card.balance.count);
    return 0;
}

}  // namespace app
