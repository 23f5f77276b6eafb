// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/service_tries.h"

#include <iterator>

namespace sim
{

namespace
{

constexpr ServiceTry tried_rows[] = {
    {"S01", "link_phone", "no_phone no_transit_card no_my_number_card"},
    {"S02", "link_counter", "no_transit_card no_my_number_card"},
    {"S03", "unlink", "no_transit_card no_my_number_card"},
    {"S04", "bus", "no_transit_card"},
    {"S05", "", "bus: the age class counts at the same tap"},
    {"S06", "pass", "no_phone no_transit_card no_my_number_card"},
    {"S07", "", "bus: the same tap on another operator's box"},
    {"S08", "", "bus: nobody who rides there has a link"},
    {"S09", "shop", "no_transit_card"},
    {"S10", "", "pass, shop: the perk asks no more of its holder"},
    {"S11", "", "bus, shop: points come of both by themselves"},
    {"S12", "card_sale", "no_my_number_card"},
    {"S13", "", "shop, card_sale: the same touches on other terminals"},
    {"S14", "", "no resident's act: planners read exported rides"},
    {"S15", "", "no resident's act: systems exchange feeds"},
    {"S16", "ticket", "no_phone"},
    {"S17", "", "pass: bought there too, with perks of S10"},
    {"S18", "auto_bus", ""},
    {"S19", "demand", "no_transit_card"},
    {"S20", "", "bus, demand: a discount of some areas at the same touch"},
    {"S21", "taxi_counter", ""},
    {"S22", "taxi", "no_my_number_card"},
    {"S23", "", "taxi: each of a group touches as one alone does"},
    {"S24", "", "no resident's act: rides are counted"},
    {"S25", "", "taxi: made on this tablet"},
    {"S26", "voucher", ""},
    {"S27", "", "no resident's act: planners read rides"},
    {"S28", "city_id", "no_phone no_my_number_card"},
    {"S29", "id_face", "no_phone no_my_number_card"},
    {"S30", "id_phone", "no_phone no_my_number_card"},
    {"S31", "id_card", "no_my_number_card"},
    {"S32", "id_face_and_phone", "no_phone no_my_number_card"},
    {"S33", "lecture", "no_phone no_my_number_card"},
    {"S34", "data_use", "no_phone no_my_number_card no_city_id"},
    {"S35", "", "data_use: the keys are the holders' and the broker's"},
    {"S36", "", "city_id: its key is kept there"},
    {"S37", "", "id_card: the same proof, the card's functions in the phone"},
    {"S38", "school", "no_child no_guardian_phone"},
    {"S39", "", "all: the kinds below 15 and of wards make them"},
    {"S40", "", "data_use: a mandate is signed with the ID as a use is"},
    {"S41", "", "all: kinds lack phone or cards; hands and network are of S41's own scenario"},
    {"S42", "", "no resident's act: companies, named only"},
    {"S43", "mother_child", ""},
    {"S44", "", "mother_child: messages go to its accounts"},
    {"S45", "", "mother_child: records go to its accounts"},
    {"S46", "clinic", ""},
    {"S47", "ambulance", ""},
    {"S48", "", "data_use: images are released as any other item is"},
    {"S49", "", "mileage: readings go to its accounts"},
    {"S50", "shelter", ""},
    {"S51", "", "no resident's act: load of another counter, named only"},
    {"S52", "", "shop: points of S11 are moved on from there"},
    {"S53", "", "mileage: its server calls the portal"},
    {"S54", "support", ""},
    {"S55", "mileage", "no_phone no_my_number_card"},
    {"S56", "", "mileage: wearables are lent to its members"},
    {"S57", "notice", "no_phone not_resident"},
    {"S58", "way", "no_phone"},
    {"S59", "", "no resident's act: the office looks at a screen"},
    {"S60", "", "notice, shop: a coupon comes as a notice and is shown at a till"},
    {"S61", "online_clinic", "no_phone no_my_number_card"},
    {"S62", "", "named only: a plan without a service"},
    {"S63", "", "mileage: the same registration, with an account of before"},
    {"S64", "", "mileage: advice goes to its members"},
    {"S65", "first_aid", ""},
    {"S66", "", "no resident's act: the offices look at a screen"},
    {"S67", "", "named only: events of the programme"},
};

}  // namespace

const std::vector<ServiceTry>& service_tries()
{
    static const std::vector<ServiceTry> tries(std::begin(tried_rows), std::end(tried_rows));
    return tries;
}

std::vector<std::string> services_to_try()
{
    std::vector<std::string> names;
    for (const ServiceTry& one : service_tries())
        if (one.tried()) names.emplace_back(one.name);
    return names;
}

std::string row_of_try(const std::string& name)
{
    for (const ServiceTry& one : service_tries())
        if (one.tried() && name == one.name) return one.service;
    return "";
}

std::string try_of(const std::string& service)
{
    for (const ServiceTry& one : service_tries())
        if (service == one.service) return one.tried() ? one.name : one.text;
    return "";
}

}  // namespace sim
