// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/broker/data_use_town.h"

namespace
{

using test_support::DataUseTown;
using test_support::Form;

constexpr std::uint32_t ann = 2, eve = 4;

// The answer to the last request for data, as bytes.
std::string last_piece(const DataUseTown& town)
{
    for (auto at = town.heard.rbegin(); at != town.heard.rend(); ++at)
        if (at->find("\"data.") != std::string::npos) return *at;
    return "";
}

std::string fetched(DataUseTown& town, std::int64_t use, std::uint32_t who, const char* item)
{
    town.ask(use, who, item);
    town.agree(use, who, who);
    return town.at_desk("use.fetch", use);
}

TEST(DataStore, TellsOfAProtectedPersonWhatItTellsWhereThereIsNothing)
{
    DataUseTown town;
    EXPECT_EQ(fetched(town, 1, ann, "nothing"), "use.nothing");
    const std::string nothing = last_piece(town);
    EXPECT_EQ(fetched(town, 2, eve, "place"), "use.nothing");
    EXPECT_EQ(nothing, R"({"kind":"data.nothing"})");
    EXPECT_EQ(fetched(town, 3, ann, "place"), "use.arrived");
    EXPECT_EQ(fetched(town, 4, eve, "check_up"), "use.arrived");
}

TEST(DataStore, SendsEachPieceEncryptedAndNeverAKey)
{
    DataUseTown town;
    ASSERT_EQ(fetched(town, 1, ann, "check_up"), "use.arrived");
    const std::string consent =
        sim::hex_of(model::consent_key(model::test_key(1, "phone/1"),
                                       sim::public_half(model::test_key(1, "request/care/1")), 1)
                        ->reveal());
    int pieces = 0;
    for (const std::string& text : town.heard) {
        pieces += text.find("data.sealed") != std::string::npos;
        EXPECT_EQ(text.find("check_up.1="), std::string::npos);
        EXPECT_EQ(text.find(sim::hex_of(model::test_key(1, "domain/care").reveal())),
                  std::string::npos);
        EXPECT_EQ(text.find(sim::hex_of(model::test_key(1, "content/1/1").reveal())),
                  std::string::npos);
        EXPECT_EQ(text.find(consent), std::string::npos);
    }
    EXPECT_EQ(pieces, 3);
}

TEST(DataStore, HearsOnlyItsOwnDesksAndItsBroker)
{
    DataUseTown town;
    model::DataStore& care = town.stores.at("care");
    EXPECT_EQ(DataUseTown::said(care.answer(Form("use.fetch").set("use", 1), "shop_desk-1", town)),
              "unknown_desk");
    EXPECT_EQ(DataUseTown::said(care.answer(Form("use.stop").set("use", 1), "shop_store", town)),
              "unknown_desk");
    EXPECT_EQ(town.at_desk("use.open", 9), "not_arrived");
    EXPECT_EQ(town.at_desk("use.fetch", 9), "unknown_use");
}

}  // namespace
