// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_stand.h"

#include <fmt/ostream.h>

#include <charconv>
#include <optional>

#include "hil/virtual/rf_udp.h"
#include "hil/virtual/vpcd_card.h"
#include "sim/scenario/scenario_error.h"

namespace app
{
namespace
{

struct HostPort {
    std::string host;
    std::uint16_t port = 0;
};

HostPort host_port(const char* option, const std::string& where)
{
    const std::size_t colon = where.rfind(':');
    HostPort found;
    if (colon != std::string::npos && colon > 0) {
        found.host = where.substr(0, colon);
        const char* end = where.data() + where.size();
        const auto [stopped, error] = std::from_chars(&where[colon] + 1, end, found.port);
        if (error == std::errc{} && stopped == end) return found;
    }
    throw sim::ScenarioError(option, "expected HOST:PORT, found \"" + where + "\"");
}

// Over one field, whoever makes it.
class FieldStand : public CardStand
{
public:
    explicit FieldStand(const std::vector<ShelfCard>& shelf) : shelf_(shelf) {}
    std::string put(std::size_t card) override
    {
        field_.present(shelf_[card].air);
        return {};
    }
    void take(std::size_t card) override { field_.remove(shelf_[card].air.get()); }

protected:
    hil::CardField field_;

private:
    const std::vector<ShelfCard>& shelf_;
};

class Pn532Stand final : public FieldStand
{
public:
    Pn532Stand(const std::vector<ShelfCard>& shelf, const hil::Pn532Options& options)
        : FieldStand(shelf), link_(options.link), server_(field_, options)
    {
    }
    hil::Pn532Server* reader() override { return &server_; }
    std::string address() const override { return link_; }

private:
    std::string link_;
    hil::Pn532Server server_;
};

class UdpStand final : public FieldStand
{
public:
    UdpStand(const std::vector<ShelfCard>& shelf, const HostPort& where)
        : FieldStand(shelf), host_(where.host), udp_(field_, where.host, where.port)
    {
    }
    std::string address() const override { return host_ + ":" + std::to_string(udp_.port()); }

private:
    std::string host_;
    hil::RfUdp udp_;
};

// A PC/SC reader takes one card at a time.
class VpcdStand final : public CardStand
{
public:
    VpcdStand(const std::vector<ShelfCard>& shelf, const hil::VpcdOptions& options)
        : address_(options.host + ":" + std::to_string(options.port))
    {
        for (const ShelfCard& card : shelf) {
            if (!card.chip)
                throw sim::ScenarioError("--vpcd", "\"" + card.name + "\" is no smart card");
            hil::VpcdOptions its = options;
            its.manner = card.manner;
            cards_.push_back(std::make_unique<hil::VpcdCard>(*card.chip, std::move(its)));
        }
    }
    std::string put(std::size_t card) override
    {
        if (inside_ && *inside_ != card)
            return fmt::format("card {} is in the reader", *inside_ + 1);
        cards_[card]->insert();
        inside_ = card;
        return {};
    }
    void take(std::size_t card) override
    {
        cards_[card]->remove();
        if (inside_ == card) inside_.reset();
    }
    std::string address() const override { return address_; }

private:
    std::string address_;
    std::vector<std::unique_ptr<hil::VpcdCard>> cards_;
    std::optional<std::size_t> inside_;
};

}  // namespace

std::unique_ptr<CardStand> pn532_stand(const std::vector<ShelfCard>& shelf,
                                       const hil::Pn532Options& options)
{
    return std::make_unique<Pn532Stand>(shelf, options);
}

std::unique_ptr<CardStand> udp_stand(const std::vector<ShelfCard>& shelf, const std::string& where)
{
    return std::make_unique<UdpStand>(shelf, host_port("--udp", where));
}

std::unique_ptr<CardStand> vpcd_stand(const std::vector<ShelfCard>& shelf, const std::string& where,
                                      bool card_time, std::ostream& log)
{
    const HostPort found = host_port("--vpcd", where);
    hil::VpcdOptions options;
    options.host = found.host;
    options.port = found.port;
    options.card_time = card_time;
    options.say = [&log](const std::string& line) { fmt::print(log, "{}\n", line); };
    return std::make_unique<VpcdStand>(shelf, options);
}

}  // namespace app
