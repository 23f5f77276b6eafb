// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/taxi_office.h"

#include <gtest/gtest.h>

#include "tests/models/taxi/city_rules.h"

namespace model
{
namespace
{

constexpr std::int64_t hour = 3'600'000'000'000;

struct Office final : private Line {
    Office() : scenario(made()), office(scenario, {}, recorder)
    {
        for (std::uint32_t i = 1; i <= 4; ++i) office.enrol(i, -1, 0);
        office.enrol(5, scenario.tariff_date.days - 1, 0);
        office.enrol(6, -1, 119);
    }
    static sim::Scenario made()
    {
        sim::Scenario scenario;
        scenario.tariff_date = *sim::parse_date("2026-06-10");
        scenario.taxi.emplace();
        scenario.taxi->rules = city_rules();
        scenario.taxi->pin = false;
        return scenario;
    }
    sim::Form ride(const char* kind, int number, std::vector<std::string> riders, int meter = 730,
                   int subsidy = 365)
    {
        return sim::Form(kind)
            .set("ride", number)
            .set("company", 1)
            .set("boarded", 9 * hour)
            .set("alighted", 10 * hour)
            .set("meter", meter)
            .set("others", false)
            .set("subsidy", subsidy)
            .set("riders", std::move(riders));
    }
    std::string begin(int number, const std::vector<std::string>& riders)
    {
        std::string all;
        const sim::Form answer = office.answer(ride("ride.begin", number, riders), "taxi-1", *this);
        for (const std::string& one : answer.texts("refused")) all += one + ";";
        return all;
    }
    std::string close(const sim::Form& request)
    {
        const sim::Form answer = office.answer(request, "taxi-1", *this);
        return *answer.text("outcome") + " " + *answer.text("reason");
    }
    std::string commit(int number, const std::vector<std::string>& riders, int meter = 730,
                       int subsidy = 365)
    {
        return close(ride("ride.commit", number, riders, meter, subsidy));
    }

    std::int64_t number_for(const sim::Form& request)
    {
        return office.answer(request, "counter-1", *this).number("registration").value_or(0);
    }

    fw::Nanos now() override { return {}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }

    sim::Scenario scenario;
    sim::NullRecorder recorder;
    TaxiOffice office;
};

TEST(TaxiOffice, BooksARideOnceHoweverOftenItIsTold)
{
    Office office;
    EXPECT_EQ(office.commit(1, {"1"}), "booked ");
    EXPECT_EQ(office.commit(1, {"1"}), "booked ");
    EXPECT_EQ(office.commit(2, {"1"}), "booked ");
    EXPECT_EQ(office.begin(3, {"1"}), "1 day_full;");
}

TEST(TaxiOffice, RefusesTheThirdRideOfTheDay)
{
    Office office;
    office.commit(1, {"1"}), office.commit(2, {"1"});
    EXPECT_EQ(office.begin(3, {"1", "2"}), "1 day_full;");
}

TEST(TaxiOffice, RefusesThe121stRideOfTheYear)
{
    Office office;
    EXPECT_EQ(office.begin(1, {"6"}), "");
    office.commit(1, {"6"});
    EXPECT_EQ(office.begin(2, {"6"}), "6 year_full;");
}

TEST(TaxiOffice, LetsTwoTaxisAtOnceHaveTheLastRideOnlyOnce)
{
    Office office;
    EXPECT_EQ(office.begin(1, {"6"}), "");
    EXPECT_EQ(office.begin(2, {"6"}), "6 year_full;");
    EXPECT_EQ(office.commit(1, {}, 730, 0), "refused nobody_counted");
    EXPECT_EQ(office.begin(3, {"6"}), "");
}

TEST(TaxiOffice, HoldsNothingForABeginThatComesAfterItsCommit)
{
    Office office;
    office.begin(1, {"6"});
    office.commit(1, {}, 730, 0);
    EXPECT_EQ(office.begin(1, {"6"}), "");
    EXPECT_EQ(office.begin(2, {"6"}), "");
}

TEST(TaxiOffice, CountsButDoesNotPayWhatNoQuotaBears)
{
    Office office;
    office.close(office.ride("paper.key", 1, {"1"}));
    office.close(office.ride("paper.key", 2, {"1"}));
    EXPECT_EQ(office.commit(3, {"1"}), "over_quota day_full");
}

TEST(TaxiOffice, RefusesAVoucherTooManyAndCountsNothing)
{
    Office office;
    office.commit(1, {"6"});
    EXPECT_EQ(office.close(office.ride("paper.key", 2, {"6"})), "refused year_full");
    EXPECT_EQ(office.close(office.ride("paper.key", 2, {"6"})), "refused year_full");
}

TEST(TaxiOffice, RefusesOneCardTwiceInAGroup)
{
    Office office;
    EXPECT_EQ(office.begin(1, {"1", "1"}), "1 twice_in_group;");
    EXPECT_EQ(office.commit(1, {"1", "1"}, 4000, 1000), "refused twice_in_group");
}

TEST(TaxiOffice, RefusesStrangersAndEndedRegistrations)
{
    Office office;
    EXPECT_EQ(office.begin(1, {"99", "5", "x"}), "99 unregistered;5 expired;0 unregistered;");
}

TEST(TaxiOffice, RefusesAMeterOfZeroOrLessAndAWrongSubsidy)
{
    Office office;
    EXPECT_EQ(office.commit(1, {"1"}, 0, 0), "refused wrong_meter");
    EXPECT_EQ(office.commit(2, {"1"}, -10, 0), "refused wrong_meter");
    EXPECT_EQ(office.commit(3, {"1"}, 730, 366), "refused wrong_subsidy");
}

TEST(TaxiOffice, RegistersOnceForOneRequest)
{
    Office office;
    const auto ask = [&](const char* number, const char* name) {
        return office.number_for(
            sim::Form("taxi.register").set("request", number).set("class", name));
    };
    EXPECT_EQ(ask("a", "age_75"), 7);
    EXPECT_EQ(ask("a", "age_75"), 7);
    EXPECT_EQ(ask("b", "care"), 8);
    EXPECT_EQ(ask("c", ""), 0);
}

TEST(TaxiOffice, AnswersWhatItDoesNotKnow)
{
    Office office;
    EXPECT_EQ(office.close(sim::Form("nonsense")), "refused unknown_request");
    EXPECT_EQ(office.close(sim::Form("ride.commit")), "refused wrong_meter");
}

}  // namespace
}  // namespace model
