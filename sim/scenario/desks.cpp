// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/desks.h"

#include <algorithm>

namespace sim
{

namespace
{

struct Desks {
    std::string kind;
    std::int64_t count = 0;
};

void add_health_desks(const Health& health, std::vector<Desks>& all)
{
    all.insert(all.end(), {{"enrol", health.enrols},
                           {"checkup", health.checkup_desks},
                           {"wearable", health.gateways},
                           {"app", health.apps},
                           {"collector", std::ssize(health.programmes)},
                           {"screen", std::ssize(health.rules.roles)},
                           {"loan", 1},
                           {"nurse", 1}});
}

std::int64_t windows_of(const SupportCounter& counter)
{
    std::int64_t windows = 0;
    for (const CounterWindows& group : counter.windows) windows += group.count;
    return windows;
}

void add_care_desks(const Scenario& scenario, std::vector<Desks>& all)
{
    if (scenario.mother_child)
        all.insert(all.end(), {{"maternity", scenario.mother_child->counters},
                               {"mother", scenario.mother_child->counters},
                               {"passerby", scenario.mother_child->counters},
                               {"parent", scenario.mother_child->phones},
                               {"operatorjob", 1}});
    if (scenario.emergency)
        all.insert(all.end(), {{"ambulance", scenario.emergency->ambulances}, {"notified", 1}});
    if (scenario.clinics) {
        const Clinics& clinics = *scenario.clinics;
        all.insert(all.end(),
                   {{"reception", std::int64_t{clinics.institutions} * clinics.terminals},
                    {"clinicoffice", clinics.institutions}});
    }
    if (scenario.online_clinic) {
        const OnlineClinic& clinic = *scenario.online_clinic;
        all.insert(all.end(), {{"patientphone", clinic.consultations + clinic.explanations},
                               {"doctor", clinic.doctors},
                               {"billing", 1}});
    }
    if (scenario.portal)
        all.insert(all.end(), {{"publisher", 1},
                               {"appuser", scenario.portal->phones},
                               {"coupontill", scenario.shops ? scenario.shops->count : 0}});
    if (scenario.mykey)
        all.insert(all.end(), {{"mykeyphone", scenario.mykey->phones},
                               {"mykeytill", scenario.mykey->shops},
                               {"mykeyline", 1},
                               {"pointsettler", 1}});
    if (scenario.support_counter) all.push_back({"window", windows_of(*scenario.support_counter)});
}

void add_face_desks(const Scenario& scenario, std::vector<Desks>& all)
{
    if (scenario.face_boarding) all.push_back({"camera", scenario.face_boarding->vehicles});
    if (scenario.lectures)
        all.insert(all.end(), {{"ticketphone", scenario.lectures->phones},
                               {"lecturedoor", scenario.lectures->doors}});
    if (!scenario.school_watch) return;
    const SchoolWatch& watch = *scenario.school_watch;
    all.insert(all.end(), {{"streetcam", watch.cameras},
                           {"schoolgate", watch.gates},
                           {"guardianapp", watch.phones},
                           {"watchsender", watch.senders},
                           {"schooloffice", 1}});
}

void add_disaster_desks(const Scenario& scenario, std::vector<Desks>& all)
{
    if (scenario.shelters)
        all.insert(all.end(), {{"shelter", scenario.shelters->tablets},
                               {"relative", scenario.shelters->phones},
                               {"crisisroom", 1}});
    if (scenario.first_aid)
        all.insert(all.end(), {{"medic", scenario.first_aid->tablets}, {"aidnotice", 1}});
    if (scenario.shelter_ways) all.push_back({"walker", scenario.shelter_ways->phones});
}

std::vector<Desks> desks_of(const Scenario& scenario)
{
    std::vector<Desks> all;
    add_face_desks(scenario, all);
    if (scenario.linking) {
        all.push_back({"counter", scenario.linking->counters});
        all.push_back({"phone", scenario.linking->phones});
    }
    if (scenario.pass_sales) all.push_back({"member", scenario.pass_sales->phones});
    if (scenario.tourism)
        all.insert(all.end(), {{"traveller", scenario.tourism->phones},
                               {"gate", scenario.tourism->gates},
                               {"maaslink", 1}});
    if (scenario.taxi)
        all.insert(all.end(), {{"taxi", scenario.taxi->cabs}, {"support", 1}, {"clerk", 1}});
    if (scenario.card_sales) all.push_back({"till", scenario.card_sales->tills});
    if (scenario.demand) {
        all.push_back({"caller", scenario.demand->callers});
        all.push_back({"van", scenario.demand->vehicles});
    }
    if (scenario.health) add_health_desks(*scenario.health, all);
    if (scenario.data_use) {
        all.push_back({"signer", scenario.data_use->phones});
        for (const DataDomain& domain : scenario.data_use->domains)
            all.push_back({domain.id + "_desk", scenario.data_use->desks});
        for (const StoreLine& line : scenario.data_use->lines) all.push_back({line.id, 1});
    }
    if (scenario.city_id) {
        all.push_back({"idcounter", scenario.city_id->counters});
        all.push_back({"prover", scenario.city_id->provers});
    }
    add_care_desks(scenario, all);
    add_disaster_desks(scenario, all);
    if (scenario.platform) all.insert(all.end(), {{"feed", 1}, {"subscriber", 1}});
    return all;
}

}  // namespace

bool is_desk(const Scenario& scenario, const std::string& where)
{
    const std::vector<std::string> places = desk_places(scenario);
    return std::find(places.begin(), places.end(), where) != places.end();
}

std::vector<std::string> desk_places(const Scenario& scenario)
{
    std::vector<std::string> places;
    for (const Desks& desks : desks_of(scenario)) {
        places.push_back(desks.kind + "s");
        for (std::int64_t number = 1; number <= desks.count; ++number)
            places.push_back(desks.kind + "-" + std::to_string(number));
    }
    return places;
}

}  // namespace sim
