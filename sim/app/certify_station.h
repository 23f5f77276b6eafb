// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "hil/certify/certify.h"
#include "hil/certify/virtual_hand.h"
#include "hil/reader/pseudonyms.h"
#include "hil/reader/reader_process.h"
#include "sim/app/certify_plan.h"

// One reader of the desk, opened: the real one or a virtual one of our own behind the same libnfc,
// and the hand that serves it.
namespace app
{

struct StationTerms {
    std::function<void(const std::string&)> prompt;  // to a person; empty: nobody is there
    fw::Nanos patience{};
    hil::HashKey key{};  // of the pseudonyms of real cards
};

class CertifyStation
{
public:
    // Throws NotHere when the reader's port is not there, ScenarioError when a card's file is
    // wrong. A reader that is there and does not work is told by problem().
    CertifyStation(const CertifySeat& seat, const StationTerms& terms);

    const std::string& problem() const { return problem_; }
    std::vector<hil::DeviceReport> certify(const hil::Suite& suite,
                                           const hil::CertifyOptions& options);

private:
    void make_virtual();
    void open_reader();

    const CertifySeat& seat_;
    StationTerms terms_;
    std::string problem_;
    hil::CardField field_;
    std::unique_ptr<hil::Pn532Server> server_;
    std::unique_ptr<hil::ReaderProcess> process_;
    std::unique_ptr<hil::Pseudonyms> pseudonyms_;  // when a card is real
    std::unique_ptr<hil::Hand> hand_;
};

}  // namespace app
