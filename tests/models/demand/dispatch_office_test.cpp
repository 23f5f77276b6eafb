// SPDX-License-Identifier: Apache-2.0
#include "models/demand/dispatch_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr fw::Nanos hour{3'600'000'000'000};

struct KeptBookings final : sim::Recorder {
    std::vector<sim::DemandBookingRow> rows;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyDemandRow>(&row))
            if (const auto* const one = std::get_if<sim::DemandBookingRow>(any))
                rows.push_back(*one);
    }
};

sim::Scenario one_area()
{
    sim::Scenario scenario;
    scenario.demand.emplace();
    sim::DemandTaxi& rules = *scenario.demand;
    rules.vehicles = 1;
    rules.columns = 10;
    rules.rows = 1;
    rules.opens = hour * 8;
    rules.closes = hour * 17;
    return scenario;
}

// Places 0 to 4 are one area, 5 to 9 another; class 1 pays 400 yen instead of 500.
class Office final : private Line
{
public:
    std::string send(const sim::Form& request, const std::string& from = "van-1")
    {
        const sim::Form reply = office.answer(request, from, *this);
        if (reply.kind() == "demand.refused") return reply.text("reason").value_or("");
        if (const auto fare = reply.number("fare")) return std::to_string(*fare);
        return reply.kind();
    }
    std::string ask(int ride, const std::string& member, int from, int to,
                    fw::Nanos wanted = hour * 9, int riders = 1)
    {
        return send(sim::Form("demand.request")
                        .set("request", "r" + std::to_string(ride))
                        .set("ride", ride)
                        .set("member", member)
                        .set("from", from)
                        .set("to", to)
                        .set("wanted", wanted.count)
                        .set("riders", riders),
                    "caller-1");
    }
    std::string tell(const char* kind, int ride, sim::Form form = {}, const char* van = "van-1")
    {
        form.set("kind", kind).set("ride", ride);
        return send(form.set("request", std::string(kind) + std::to_string(ride)), van);
    }
    std::string board(int ride, int of_class)
    {
        return tell("van.board", ride, sim::Form().set("class", of_class));
    }
    std::string pay(int ride, int yen)
    {
        return tell("van.pay", ride, sim::Form().set("yen", yen));
    }

    KeptBookings kept;

private:
    fw::Nanos now() override { return hour * 9; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    static std::optional<std::size_t> area_of(std::int64_t place)
    {
        if (place < 0 || place > 9) return std::nullopt;
        return place < 5 ? 0 : 1;
    }

    sim::Scenario scenario_ = one_area();
    DispatchOffice office{scenario_, {{500, 400}, {700, 700}}, area_of, kept};
};

TEST(DispatchOffice, TakesTheDiscountOffForWhoShowsTheCardAlone)
{
    Office office;
    EXPECT_EQ(office.ask(1, "anna", 1, 3, hour * 9, 3), "demand.offer");
    EXPECT_EQ(office.board(1, 1), "1400");
    EXPECT_EQ(office.pay(1, 1400), "van.paid");
    EXPECT_EQ(office.kept.rows.at(0).yen, 1400);
}

TEST(DispatchOffice, BooksARideOnceHoweverOftenItIsTold)
{
    Office office;
    EXPECT_EQ(office.ask(1, "anna", 1, 3), "demand.offer");
    EXPECT_EQ(office.ask(1, "anna", 1, 3), "demand.offer");
    EXPECT_EQ(office.board(1, 0), "500");
    EXPECT_EQ(office.board(1, 0), "500");
    EXPECT_EQ(office.pay(1, 500), "van.paid");
    EXPECT_EQ(office.pay(1, 500), "van.paid");
    EXPECT_EQ(office.kept.rows.size(), 1U);
}

TEST(DispatchOffice, RefusesWithAReason)
{
    Office office;
    EXPECT_EQ(office.ask(1, "anna", 1, 7), "outside_area");
    EXPECT_EQ(office.ask(2, "anna", 1, -1), "outside_area");
    EXPECT_EQ(office.ask(3, "anna", 1, 3, hour * 18), "outside_hours");
    EXPECT_EQ(office.ask(4, "anna", 1, 3, hour * 9, 0), "too_many");
    EXPECT_EQ(office.ask(5, "anna", 1, 3, hour * 9, 5), "too_many");
    EXPECT_EQ(office.ask(6, "anna", 1, 3), "demand.offer");
    EXPECT_EQ(office.ask(7, "anna", 1, 3), "request_open");
    EXPECT_EQ(office.board(99, 0), "unknown_ride");
    EXPECT_EQ(office.pay(6, 500), "not_aboard");
    EXPECT_EQ(office.tell("van.board", 6, sim::Form().set("class", 0), "van-2"), "unknown_vehicle");
    EXPECT_EQ(
        office.send(sim::Form("van.board").set("request", "other").set("ride", 6).set("class", 7)),
        "unknown_class");
}

TEST(DispatchOffice, LetsNobodyBoardACalledOffRideAndTakesTheNextRequest)
{
    Office office;
    EXPECT_EQ(office.ask(1, "anna", 1, 3), "demand.offer");
    EXPECT_EQ(office.tell("demand.cancel", 1), "demand.cancelled");
    EXPECT_EQ(office.board(1, 0), "not_promised");
    EXPECT_EQ(office.ask(2, "anna", 1, 3), "demand.offer");
}

TEST(DispatchOffice, DoesNotCallOffARideThatIsUnderWay)
{
    Office office;
    EXPECT_EQ(office.ask(1, "anna", 1, 3), "demand.offer");
    EXPECT_EQ(office.board(1, 0), "500");
    EXPECT_EQ(office.tell("demand.cancel", 1), "under_way");
    EXPECT_EQ(office.tell("demand.cancel", 9), "unknown_ride");
}

TEST(DispatchOffice, ClosesTheRideOfSomebodyWhoIsNotThere)
{
    Office office;
    EXPECT_EQ(office.ask(1, "anna", 1, 3), "demand.offer");
    EXPECT_EQ(office.tell("van.absent", 1), "van.noted");
    EXPECT_EQ(office.ask(2, "anna", 1, 3), "demand.offer");
    EXPECT_TRUE(office.kept.rows.empty());
}

TEST(DispatchOffice, BooksNoOtherFareThanItTold)
{
    Office office;
    EXPECT_EQ(office.ask(1, "anna", 1, 3), "demand.offer");
    EXPECT_EQ(office.board(1, 1), "400");
    EXPECT_EQ(office.pay(1, 500), "wrong_fare");
    EXPECT_TRUE(office.kept.rows.empty());
}

}  // namespace

}  // namespace model
