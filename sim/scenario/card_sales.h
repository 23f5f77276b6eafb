// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/scenario/source.h"

// Sales in shops whose customers show their My Number Card instead of a transit card (services.md
// S12): which means of proving who pays is enough for which amount (S29, S30, S32), and how many
// such sales a scenario has. All shares, times and balances are *assumed*.
namespace sim
{

// Amounts from `from` to `to`, both included, for which any of these methods is enough. Later bands
// of the list need the stronger methods.
struct MethodBand {
    std::string id;
    fw::Yen from{1}, to{};
    std::vector<std::string> methods;  // "face", "phone", "card", "card_pin", ...
    Source source;
};

// An amount that ends one band and begins the next (services.md A.10, 6).
enum class TierBoundary : std::uint8_t { either, lower, upper };
enum class OfflineSale : std::uint8_t { refuse, full_price };

// Parts of the sales in which something is wrong.
struct CardSaleMishaps {
    std::int32_t zero_ppm = 0, negative_ppm = 0;  // keyed in by the staff
    std::int32_t unknown_shop_ppm = 0;            // the phone says it is of a shop that is none
    std::int32_t wrong_card_ppm = 0;              // a smart card without the application
    std::int32_t forgotten_pin_ppm = 0;           // three wrong ones: blocked
    std::int32_t lifted_early_ppm = 0;            // and laid down again
    std::int32_t sent_again_ppm = 0;              // the phone tells a paid sale a second time
    std::int32_t replayed_ppm = 0;                // the same proof under another request
};

struct CardSales {
    static constexpr const char* with_pin = "card_pin";
    static constexpr const char* without_pin = "card";

    std::int32_t tills = 1;  // till-1 stands in shop-1
    std::int32_t sales = 100;
    bool pin = true;  // the card signs after its PIN; else its certificate alone is read
    fw::Yen amount_from{100}, amount_to{20'000};
    std::int32_t at_tier_ppm = 100'000;  // of the sales: at the end of a band, a yen less or more
    std::int32_t by_account_ppm = 500'000;         // paid from the customer's account, else in cash
    fw::Yen account_from{0}, account_to{600'000};  // what lies on it
    TierBoundary boundary = TierBoundary::either;
    bool stronger = true;  // a stronger method than needed is good enough (A.10, 7)
    OfflineSale offline = OfflineSale::refuse;  // the authority or the cloud is away
    fw::Nanos closed_from{}, closed_for{};      // of the authority; 0 s: open all day
    fw::Nanos deadline{4'000'000'000};          // of a request; then it is sent again
    std::int32_t attempts = 3;
    std::vector<MethodBand> bands;
    CardSaleMishaps mishaps;
    int line = 0;
};

}  // namespace sim
