// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/identity/consent.h"
#include "models/identity/link_desk.h"
#include "models/identity/link_service.h"
#include "models/identity/portal.h"
#include "models/identity/validation_authority.h"
#include "sim/app/city_services.h"

// Puts together what links transit cards to My Number Cards: counters and phones, portal, register
// of links, register of consents, validation authority.
namespace app
{

// Another issuer's smart card: all but the application for certificates.
std::shared_ptr<const model::MyNumberProfile> without_certificates(
    const model::MyNumberProfile& profile);

class LinkServices
{
public:
    // `scenario.linking` is there. Makes the modules in `network`.
    LinkServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                 model::ServiceNetworkModule& network);

    // The My Number Card of a resident who holds one.
    model::HeldCard card_of(std::uint32_t resident) const;
    void close_authority(fw::Nanos from, fw::Nanos to) { validation_.close(from, to); }
    model::ValidationAuthority& authority() { return validation_; }
    // The card that everybody has who has both certificates, or only one; and what opens them.
    struct SharedCard {
        std::shared_ptr<const model::MyNumberProfile> profile;
        sim::Secret pin, password;
    };
    const SharedCard& adult_card() const { return adult_; }
    const SharedCard& child_card() const { return child_; }
    model::LinkService& linkage() { return linkage_; }
    model::ConsentRegister& consent() { return consent_; }
    model::DomainNames& names() { return names_; }
    std::string serial_of(std::uint32_t resident) const;

private:
    SharedCard make(const std::string& file) const;
    void enter_holders();
    void adopt_links();
    void add_desks(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);
    model::LinkCards cards_of(const model::LinkVisit& visit) const;

    ServiceGround ground_;
    SharedCard adult_, child_;
    model::CardProfile transit_;
    model::ValidationAuthority validation_;
    model::DomainNames names_;
    model::LinkService linkage_;
    model::ConsentRegister consent_;
    model::Portal portal_;
    model::LinkQueue counter_queue_, phone_queue_;
    std::vector<std::unique_ptr<model::LinkDesk>> desks_;
};

}  // namespace app
