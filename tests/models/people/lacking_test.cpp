// SPDX-License-Identifier: Apache-2.0
#include "models/people/lacking.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

sim::Scenario here()
{
    sim::Scenario scenario;
    scenario.residents.emplace().population.municipality = "here";
    scenario.portal.emplace().municipality = "here";
    return scenario;
}

struct Case {
    bool phone, transit_card, my_number_card;
    const char *service, *lacks;
};

constexpr Case cases[] = {
    {true, true, true, "pass", ""},
    {false, true, true, "pass", "no_phone"},
    {true, false, true, "pass", "no_transit_card"},
    {true, true, false, "pass", "no_my_number_card"},
    {false, true, true, "ticket", "no_phone"},
    {true, false, false, "ticket", ""},
    {false, false, true, "card_sale", ""},
    {true, true, false, "card_sale", "no_my_number_card"},
    {false, true, false, "demand", ""},
    {true, false, true, "demand", "no_transit_card"},
    {false, false, true, "unlink", "no_transit_card"},
    {false, true, false, "id_card", "no_my_number_card"},
    {false, true, true, "id_face", "no_phone"},
    {true, false, true, "lecture", ""},
    {true, true, false, "online_clinic", "no_my_number_card"},
    {false, true, true, "school", "no_guardian_phone"},
    {false, false, false, "voucher", ""},
};

TEST(Lacking, NamesWhatAServiceBeginsWithAndSomebodyHasNot)
{
    for (const Case& one : cases) {
        SCOPED_TRACE(std::string(one.service) + " " + one.lacks);
        sim::ResidentKind some;
        some.smartphone = one.phone;
        some.transit_card = one.transit_card;
        some.my_number_card = some.signature = one.my_number_card;
        EXPECT_EQ(lacking(here(), some, one.service), one.lacks);
    }
}

TEST(Lacking, ChildrenOnTheWayToSchoolNeedNoPhoneAndMinorsAreNoGuardians)
{
    const std::pair<int, const char*> ages[]{{5, "no_child"},  {6, ""},
                                             {12, ""},         {13, "no_child"},
                                             {17, "no_child"}, {18, "no_guardian_phone"}};
    for (const auto& [age, lacks] : ages) {
        sim::ResidentKind some;
        some.age = age;
        some.smartphone = false;
        EXPECT_EQ(lacking(here(), some, "school"), lacks) << age;
    }
}

TEST(Lacking, NoticesAreForTheMunicipalitysOwnPeople)
{
    sim::ResidentKind some;
    EXPECT_EQ(lacking(here(), some, "notice"), "");
    some.municipality = "there";
    EXPECT_EQ(lacking(here(), some, "notice"), "not_resident");
}

TEST(Lacking, AWardHasNoIdToSignWith)
{
    sim::ResidentKind ward;
    ward.signature = false;
    EXPECT_EQ(lacking(here(), ward, "data_use"), "no_city_id");
    EXPECT_EQ(lacking(here(), ward, "id_face"), "");  // the office tells
}

}  // namespace

}  // namespace model
