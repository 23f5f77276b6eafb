// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "models/service/desk.h"

// The boarding service of the autonomous buses (services.md S18): who is registered, by a pseudonym
// of this domain alone, and who has boarded which trip. A boarding that is asked for twice, by the
// camera or by the network, counts once.
namespace model
{

class BoardingRegister final : public BackEnd
{
public:
    void enrol(const std::string& pseudonym, bool discount) { people_[pseudonym] = discount; }

    // {kind: face.board, request, rider} -> {kind: face.boarded, accepted, discount, reason}.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    std::map<std::string, bool> people_;
    std::map<std::string, std::string> done_;  // by request: the rider
};

}  // namespace model
