// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <memory>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/nodes.h"
#include "hil/reader/reader_process.h"
#include "hil/virtual/card_field.h"
#include "hil/virtual/pn532_server.h"
#include "models/card/card_image.h"
#include "models/card/felica_rf_card.h"
#include "models/card/stand_in_cipher.h"

// The real reader host with the real libnfc in front of a virtual PN532 with a transit card.
namespace hil
{

using namespace fw::literals;

inline double ms(fw::Nanos time)
{
    return static_cast<double>(time.count) * 1e-6;
}

inline std::filesystem::path scratch_folder()
{
    std::string name = std::filesystem::temp_directory_path() / "tapbench-reader-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    return name;
}

struct Desk {
    static constexpr fw::Nanos patience = 100_ms;

    std::filesystem::path folder = scratch_folder();
    std::string link = folder / "pn532";
    std::shared_ptr<model::StandInCipher> cipher = std::make_shared<model::StandInCipher>();
    model::TransitCard image = model::issue_card({.number = 1, .balance = {1000}, .history = 20});
    std::shared_ptr<model::RfCard> card = std::make_shared<model::FelicaRfCard>(
        image, model::transit_profile({{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}}, cipher),
        sim::RngStream(1, "desk"));
    CardField field;
    Pn532Server server{field, {.link = link}};
    std::array<std::uint8_t, fw::felica::max_packet> answer{};

    Desk() { field.present(card); }
    ~Desk() { std::filesystem::remove_all(folder); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    ReaderConfig config() const
    {
        return {.name = "nfc:desk",
                .connstring = "pn532_uart:" + link,
                .program = TAPBENCH_BINARY_DIR "/tapbench-reader-host"};
    }
    Selection select(Reader& reader)
    {
        return reader.select(fw::RfSet::felica_212, fw::nodes::system_code, patience);
    }
    // The newest entry of the history, an open service.
    Exchange read(Reader& reader, const fw::Idm& idm)
    {
        std::array<std::uint8_t, 64> command{};
        const std::array<std::uint16_t, 1> service{0x090F};
        const std::array<fw::felica::BlockRef, 1> newest{};
        const std::size_t size = fw::felica::make_read(idm, service, newest, command);
        return reader.exchange(fw::Bytes(command).first(size), answer, patience);
    }
};

}  // namespace hil
