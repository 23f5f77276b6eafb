// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "hil/virtual/pn532_server.h"
#include "sim/app/card_shelf.h"

// Where virtual cards are held for other people's software: over a virtual PN532 reader, in a
// virtual PC/SC reader, or on a UDP socket.
namespace app
{

class CardStand
{
public:
    virtual ~CardStand() = default;
    // Cards go by their place on the shelf, from 0. Empty, or why it cannot be done.
    virtual std::string put(std::size_t card) = 0;
    virtual void take(std::size_t card) = 0;
    virtual hil::Pn532Server* reader() { return nullptr; }  // where there is one to unplug
    virtual std::string address() const = 0;                // where clients find it
};

// The caller keeps `shelf` alive. ScenarioError when the words are wrong, std::runtime_error when
// the place cannot be had.
std::unique_ptr<CardStand> pn532_stand(const std::vector<ShelfCard>& shelf,
                                       const hil::Pn532Options& options);
std::unique_ptr<CardStand> udp_stand(const std::vector<ShelfCard>& shelf, const std::string& where);
std::unique_ptr<CardStand> vpcd_stand(const std::vector<ShelfCard>& shelf, const std::string& where,
                                      bool card_time, std::ostream& log);

}  // namespace app
