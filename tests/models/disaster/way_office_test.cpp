// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/way_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

// Four crossings in a square, two shelters: 0 -10- 1(A)   0 -30- 2   1 -10- 3(B)   2 -10- 3
WayMap square()
{
    WayMap map;
    map.crossings = 4;
    map.streets = {
        {0, 0, 1, 10, {-1}}, {1, 0, 2, 30, {-1}}, {2, 1, 3, 10, {100}}, {3, 2, 3, 10, {-1}}};
    map.shelters = {{1, 1}, {2, 3}};
    return map;
}

struct KeptPlaces final : sim::Recorder {
    std::vector<std::string> places;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyDisasterRow>(&row))
            if (const auto* const one = std::get_if<sim::WayBookRow>(any))
                places.push_back(one->search + " " + std::to_string(one->shelter));
    }
};

class Crisis final : private Line
{
public:
    sim::Form find(const std::string& search, std::int64_t crossing)
    {
        return office.answer(sim::Form("way.find").set("request", search).set("crossing", crossing),
                             "", *this);
    }
    void goes(const std::string& search, std::int64_t shelter)
    {
        office.answer(sim::Form("way.going")
                          .set("request", "g")
                          .set("search", search)
                          .set("shelter", shelter),
                      "", *this);
    }
    sim::Form map() { return office.answer(sim::Form("way.map").set("request", "m"), "", *this); }

    KeptPlaces kept;
    fw::Nanos clock{50};

private:
    fw::Nanos now() override { return clock; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    WayMap map_ = square();
    WayOffice office{map_, 1, kept};
};

TEST(NearestShelter, GoesRoundWhatIsClosedAndPastWhatIsFull)
{
    const WayMap map = square();
    const auto near = nearest_shelter(map, 0, {}, {});
    EXPECT_EQ(near->shelter, 1);
    EXPECT_EQ(near->metres, 10);
    const auto next = nearest_shelter(map, 0, {}, {1});
    EXPECT_EQ(next->crossings, (std::vector<std::int64_t>{0, 1, 3}));
    const auto round = nearest_shelter(map, 0, {2}, {1});
    EXPECT_EQ(round->crossings, (std::vector<std::int64_t>{0, 2, 3}));
    EXPECT_EQ(round->metres, 40);
    EXPECT_FALSE(nearest_shelter(map, 0, {0, 1}, {}));
}

TEST(WayOffice, CountsAPlaceOnceAndSendsTheNextElsewhere)
{
    Crisis crisis;
    EXPECT_EQ(crisis.find("s1", 0).number("shelter"), 1);
    EXPECT_EQ(crisis.find("s1", 0).number("shelter"), 1);
    EXPECT_EQ(crisis.find("s2", 0).number("shelter"), 2);
    EXPECT_EQ(crisis.find("s3", 0).kind(), "way.none");
    EXPECT_EQ(crisis.kept.places, (std::vector<std::string>{"s1 1", "s2 2"}));
    EXPECT_EQ(crisis.map().texts("full"), (std::vector<std::string>{"1", "2"}));
}

TEST(WayOffice, MovesThePlaceOfAPhoneThatChoseOnItsOwn)
{
    Crisis crisis;
    crisis.find("s1", 0);
    crisis.goes("s1", 2);
    crisis.goes("s1", 2);
    EXPECT_EQ(crisis.kept.places, (std::vector<std::string>{"s1 1", "s1 2"}));
    EXPECT_EQ(crisis.map().texts("full"), std::vector<std::string>{"2"});
}

TEST(WayOffice, KnowsAStreetClosedFromThenOn)
{
    Crisis crisis;
    crisis.goes("other", 1);
    crisis.clock = {99};
    EXPECT_EQ(crisis.find("s1", 0).number("metres"), 20);
    EXPECT_TRUE(crisis.map().texts("closed").empty());
    Crisis later;
    later.goes("other", 1);
    later.clock = {100};
    EXPECT_EQ(later.find("s1", 0).number("metres"), 40);
    EXPECT_EQ(later.map().texts("closed"), std::vector<std::string>{"2"});
    EXPECT_EQ(later.find("s2", 9).kind(), "way.refused");
}

}  // namespace

}  // namespace model
