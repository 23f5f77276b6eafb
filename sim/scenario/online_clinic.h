// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/scenario/parameters.h"

// Consultations online (services.md S61): booked, prepared by questions, begun with the My Number
// Card, held over the phone, charted and paid by credit card; results of a check-up are explained
// on a later day. The order is the documents'; all numbers are *assumed*.
namespace sim
{

// Parts of the appointments, one at most each.
struct OnlineMishaps {
    std::int32_t stays_away_ppm = 0;     // the patient does not come
    std::int32_t cancels_ppm = 0;        // and says so before
    std::int32_t forgotten_pin_ppm = 0;  // types wrong PINs until the card is blocked
    std::int32_t lifted_early_ppm = 0;   // the card is lifted while it works, and laid down again
    std::int32_t wrong_card_ppm = 0;     // another issuer's card, and no other at hand
    std::int32_t other_first_ppm = 0;    // another issuer's card, then the own one
    std::int32_t other_person_ppm = 0;   // the card and PIN of somebody else
    std::int32_t drop_ppm = 0;           // the phone's network drops in the middle and comes back
    std::int32_t lost_ppm = 0;           // it does not come back
    std::int32_t leaves_ppm = 0;         // the screen is closed before the payment
    std::int32_t sent_again_ppm = 0;     // what proves and what pays goes out twice
};

// What a day brings beside that.
struct OnlineShares {
    std::int32_t agree_ppm = 800'000;        // let the doctor see results of check-ups
    std::int32_t withdraw_ppm = 50'000;      // of those: take it back while they wait
    std::int32_t card_refused_ppm = 40'000;  // a charge that the card company refuses
    std::int32_t doctor_late_ppm = 100'000;  // consultations before which the doctor is held up
    std::int32_t wrong_fee_ppm = 30'000;     // the doctor takes down the fee of the other kind
    std::int32_t curious_ppm = 50'000;  // consultations after which a doctor tries another's chart
};

struct OnlineFees {
    fw::Yen consultation{2'500}, explanation{1'200};
};

struct OnlineTimes {
    Distribution answering{Distribution::Kind::lognormal, {180'000'000'000}, {}, 400'000};
    Distribution talk{Distribution::Kind::lognormal, {540'000'000'000}, {}, 300'000};
    Distribution charting{Distribution::Kind::lognormal, {60'000'000'000}, {}, 300'000};
    Distribution drop{Distribution::Kind::lognormal, {60'000'000'000}, {}, 600'000};
    Distribution held_up{Distribution::Kind::lognormal, {420'000'000'000}, {}, 400'000};
    fw::Nanos beat{15'000'000'000};        // phone and tablet tell so often that they are there
    fw::Nanos gone_after{45'000'000'000};  // without a word of the phone it counts as away
    fw::Nanos grace{180'000'000'000};      // so long the doctor waits for it to come back
    fw::Nanos patience{600'000'000'000};   // and for a patient who has not come
};

struct OnlineClinic {
    std::int32_t doctors = 4;
    std::int64_t consultations = 0;         // wanted today: the load
    std::int64_t explanations = 0;          // of results, wanted for the later day
    fw::Nanos opens{};                      // time of day of the first consultation
    fw::Nanos session{10'800'000'000'000};  // of a doctor, a day
    fw::Nanos slot{1'200'000'000'000};
    fw::Nanos later{172'800'000'000'000};           // the day of explanations comes so long after
    fw::Nanos results_within{216'000'000'000'000};  // of the window's begin: results are there
    fw::Nanos billing_period{600'000'000'000};  // the office looks through the invoices so often
    fw::Nanos billed_after{900'000'000'000};    // and sees to those that are older
    OnlineFees fees;
    OnlineTimes times;
    OnlineShares shares;
    OnlineMishaps mishaps;
    fw::Nanos deadline{4'000'000'000};  // of a request, which then is sent again
    std::int32_t attempts = 4;
    int line = 0;
};

}  // namespace sim
