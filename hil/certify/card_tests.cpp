// SPDX-License-Identifier: Apache-2.0
// What a transit card says about itself (felica.md 1, 3, 4 and 9).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "firmware/protocol/nodes.h"
#include "hil/certify/card_talk.h"
#include "hil/certify/tests.h"

namespace hil
{

namespace
{

using namespace fw::felica;

constexpr std::uint16_t any_system = 0xFFFF;
constexpr std::uint16_t lite_system = 0x88B4;  // no transit card has it
constexpr std::uint16_t absent_node = 0x3FCB;  // assumed to be on no transit card
constexpr int together = 4;                    // blocks of one command

// Key versions of the nodes; none when the answer is not one to this question.
std::vector<std::uint16_t> versions_of(TestRun& run, const fw::Idm& card,
                                       const std::vector<std::uint16_t>& nodes)
{
    std::vector<std::uint8_t> command(max_packet);
    command.resize(make_request_service(card, nodes, command));
    const Answer answer = ask(run, command);
    std::vector<std::uint16_t> versions(nodes.size());
    const bool good = answer.heard() && parse_request_service(answer.bytes, card, versions);
    run.require(good, "no proper answer to Request Service");
    return good ? versions : std::vector<std::uint16_t>{};
}

}  // namespace

void polling(TestRun& run)
{
    run.place();
    const fw::Idm first = run.found().target.idm;
    int answered = 0;
    for (int i = 0; i < run.spec().count; ++i) {
        for (const std::uint16_t system : {any_system, fw::nodes::system_code}) {
            const Selection found = run.select(run.spec().tech, system);
            const bool heard = found.status == ReaderStatus::ok;
            answered += heard;
            run.require(!heard || found.target.idm == first, "its IDm changes");
        }
        run.require(run.select(run.spec().tech, lite_system).status != ReaderStatus::ok,
                    "answers Polling for a system it has not got");
    }
    run.share("answered Polling", answered, 2 * run.spec().count, run.spec().hit_rate_ppm);
}

void system_codes(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    const Answer answer = ask(run, short_command(request_system_code, card));
    constexpr std::size_t codes_at = 11;
    if (!run.require(answer.heard() && answer.bytes.size() >= codes_at,
                     "no answer to Request System Code"))
        return;
    const std::size_t codes = answer.bytes[codes_at - 1];
    if (!run.require(answer.bytes.size() == codes_at + 2 * codes,
                     "the list of systems is not as long as it says"))
        return;
    bool listed = false;
    for (std::size_t i = 0; i < codes; ++i)
        listed = listed || fw::get_be16(&answer.bytes[codes_at + 2 * i]) == fw::nodes::system_code;
    run.count("systems", static_cast<int>(codes), 1);
    run.require(listed, "system 0003 is not in its list");
}

void request_service(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    std::vector<std::uint16_t> nodes{absent_node};
    for (const OpenService& service : declared_services(run)) nodes.push_back(service.code);
    const std::vector<std::uint16_t> all = versions_of(run, card, nodes);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::vector<std::uint16_t> alone = versions_of(run, card, {nodes[i]});
        run.require(alone.size() == 1 && alone[0] == all[i],
                    fmt::format("node {:04X} differs when asked for alone", nodes[i]));
        run.require((all[i] == 0xFFFF) == (nodes[i] == absent_node),
                    fmt::format("node {:04X} is {}", nodes[i],
                                all[i] == 0xFFFF ? "declared and absent" : "absent and has a key"));
    }
}

void presence(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    int answered = 0;
    for (int i = 0; i < run.spec().count; ++i) {
        const Answer answer = ask(run, short_command(request_response, card));
        answered += answer.heard();
        if (!answer.heard()) run.found();
        run.require(!answer.heard() || (answer.bytes.size() == 11 && answer.bytes[10] == 0),
                    "is not in mode 0 after Polling");
    }
    run.share("answered Request Response", answered, run.spec().count, run.spec().hit_rate_ppm);
}

void open_services(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    for (const OpenService& service : declared_services(run)) {
        for (int first = 0; first < service.blocks; first += together) {
            const int count = std::min(together, service.blocks - first);
            std::vector<std::uint8_t> all, one, alone;
            flags_of(read_run(run, card, service.code, first, count), card, &all);
            for (int i = 0; i < count; ++i) {
                flags_of(read_run(run, card, service.code, first + i, 1), card, &one);
                alone.insert(alone.end(), one.begin(), one.end());
            }
            run.require(all.size() == block_size * static_cast<std::size_t>(count),
                        fmt::format("service {:04X} cannot be read", service.code));
            run.require(all == alone, fmt::format("blocks of service {:04X} differ when read "
                                                  "alone and together",
                                                  service.code));
        }
        run.count(fmt::format("blocks of {:04X} compared", service.code), service.blocks, 1);
    }
}

void end_of_service(TestRun& run)
{
    constexpr int longest_service = 256;
    run.place();
    const fw::Idm card = run.found().target.idm;
    for (const OpenService& service : declared_services(run)) {
        int blocks = 0;
        Status flags = flags_of(read_run(run, card, service.code, 0, 1), card);
        while (flags.ok() && blocks < longest_service)
            flags = flags_of(read_run(run, card, service.code, ++blocks, 1), card);
        run.count(fmt::format("blocks of {:04X}", service.code), blocks, 1);
        run.require(blocks == service.blocks, fmt::format("service {:04X} has {} blocks, not {}",
                                                          service.code, blocks, service.blocks));
        run.require(flags.flag1 == 0x01 && flags.flag2 == 0xA8,
                    fmt::format("service {:04X} ends with flags {:02X} {:02X}, not 01 A8",
                                service.code, flags.flag1, flags.flag2));
    }
}

}  // namespace hil
