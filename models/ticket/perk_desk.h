// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/cloud/ride_listener.h"
#include "models/service/desk.h"
#include "sim/record/recorder.h"

// What speaks for shops in the shared cloud, domain "commerce" (services.md S10, P2 to P4): a
// shop's phone asks by the card's name among shops whether it holds a bus pass. The desk asks the
// register of consents first, and only for holders who agree the register of cards; the shop hears
// yes or no. Within the data centre asking takes no time of its own (the cloud's query time covers
// it).
namespace model
{

class PerkDesk final : public ShopTeller
{
public:
    PerkDesk(BackEnd& consent, BackEnd& linkage, sim::Recorder& recorder)
        : consent_(consent), linkage_(linkage), recorder_(recorder)
    {
    }

    // "perk.ask": holder. "perk.told": pass, yes or no.
    void asked(ShopQuestion& question, fw::Nanos sent, std::optional<fw::Nanos> arrives) override;
    std::vector<std::uint8_t> answer(const ShopQuestion& question, fw::Nanos at) override;
    void told(const ShopQuestion& question, const std::vector<std::uint8_t>& answer, fw::Nanos sent,
              std::optional<fw::Nanos> arrives) override;

private:
    bool agrees(const std::string& holder, fw::Nanos at);
    bool holds_pass(const std::string& holder, fw::Nanos at);
    sim::Form exchange(BackEnd& other, const char* name, const sim::Form& request, fw::Nanos at);
    std::uint64_t write(const std::string& from, const std::string& to, std::uint64_t answers,
                        fw::Nanos sent, std::optional<fw::Nanos> arrives,
                        const std::vector<std::uint8_t>& bytes);

    BackEnd& consent_;
    BackEnd& linkage_;
    sim::Recorder& recorder_;
    std::uint64_t messages_ = std::uint64_t{1} << 40;  // apart from those of the service network
};

}  // namespace model
