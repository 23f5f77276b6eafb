// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/doctor_tablet.h"

#include <algorithm>

namespace model
{

namespace
{

// *Assumed*: the clinic's own line fails for a while at most; a patient who is not there is called
// again; telling that no result is there yet; and after three hours of no answer nobody is seen.
constexpr int insists = 500;
constexpr fw::Nanos doctor_pause{5'000'000'000}, calls_again{10'000'000'000};
constexpr fw::Nanos says_not_ready{90'000'000'000}, hopeless{10'800'000'000'000};

sim::Form of_appointment(const char* kind, const std::string& name)
{
    return sim::Form(kind).set("identifier", name);
}

std::string status_of(const std::optional<sim::Form>& reply)
{
    return reply ? reply->text("status").value_or("") : "";
}

}  // namespace

void DoctorTablet::serve(Desk& desk)
{
    work(desk, rules().opens);
    if (rules().explanations > 0) work(desk, rules().opens + rules().later);
}

std::optional<sim::Form> DoctorTablet::insist(Desk& desk, const sim::Form& request) const
{
    return ask_again(desk, "consultation", request, {rules().deadline, insists, doctor_pause});
}

void DoctorTablet::work(Desk& desk, fw::Nanos day)
{
    if (desk.now() < day) desk.wait_until(day);
    const auto agenda = insist(desk, sim::Form("agenda.read").set("day_ns", day.count));
    if (!agenda) return;
    const std::vector<std::string> names = agenda->texts("identifier");
    const std::vector<std::string> starts = agenda->texts("start");
    for (std::size_t i = 0; i < names.size() && i < starts.size(); ++i)
        see(desk, names[i], fw::Nanos{std::stoll(starts[i]) * 1'000'000'000});
}

void DoctorTablet::see(Desk& desk, const std::string& name, fw::Nanos start)
{
    row_ = {};
    row_.visit = appointment_number(name);
    row_.doctor = desk.name();
    if (desk.now() < start) desk.wait_until(start);
    if (ground_.chance(rules().shares.doctor_late_ppm, row_.visit, online_late))
        desk.spend(ground_.drawn(ground_.held_up, row_.visit, online_held_up));
    row_.called = desk.now().count;
    if (call_in(desk, name, desk.now())) {
        row_.begun = desk.now().count;
        row_.outcome = consult(desk, name);
    }
    ground_.record(row_);
    if (ground_.chance(rules().shares.curious_ppm, row_.visit, online_curious))
        try_other_chart(desk);
}

bool DoctorTablet::call_in(Desk& desk, const std::string& name, fw::Nanos start)
{
    row_.outcome = "unanswered";
    for (; desk.now() < start + hopeless; desk.spend(calls_again)) {
        const std::string status = status_of(
            desk.call("consultation", of_appointment("encounter.begin", name), rules().deadline));
        if (status == "in-progress" || status == "onleave") return true;
        if (status == "cancelled") return row_.outcome = status, false;
        if (status.empty() || desk.now() < start + rules().times.patience) continue;
        row_.outcome = status_of(insist(desk, of_appointment("appointment.noshow", name)));
        if (row_.outcome != "booked" && row_.outcome != "arrived") return false;
    }
    return false;
}

std::string DoctorTablet::consult(Desk& desk, const std::string& name)
{
    std::string why = open_chart(desk, name) ? talk(desk, name) : "not_ready";
    row_.ended = desk.now().count;
    if (!why.empty()) {
        insist(desk, of_appointment("encounter.break", name));
        return why;
    }
    return close_chart(desk, name) ? "finished" : "unanswered";
}

bool DoctorTablet::open_chart(Desk& desk, const std::string& name)
{
    const auto chart = insist(desk, of_appointment("chart.read", name));
    const OnlineVisit& visit = ground_.visits[static_cast<std::size_t>(row_.visit - 1)];
    if (!visit.explanation || !chart || status_of(chart) != "not_ready") return true;
    desk.spend(says_not_ready);
    return false;
}

// While the line stands still nothing is said.
std::string DoctorTablet::talk(Desk& desk, const std::string& name)
{
    const fw::Nanos needed = ground_.drawn(ground_.talk, row_.visit, online_talk);
    fw::Nanos away{-1};  // since when, -1: on the line
    const fw::Nanos end = desk.now() + hopeless;
    while (row_.spoken < needed.count) {
        if (desk.now() >= end) return "broken_off";
        const fw::Nanos step{std::min(rules().times.beat.count, needed.count - row_.spoken)};
        desk.spend(step);
        const std::string status = status_of(
            desk.call("consultation", of_appointment("encounter.look", name), rules().deadline));
        if (status == "in-progress") {
            row_.spoken += step.count;
            away = {-1};
        } else if (status == "onleave") {
            if (away.count < 0) away = desk.now();
            if (desk.now() >= away + rules().times.grace) return "broken_off";
        }
    }
    return "";
}

bool DoctorTablet::close_chart(Desk& desk, const std::string& name)
{
    desk.spend(ground_.drawn(ground_.charting, row_.visit, online_charting));
    insist(desk, of_appointment("chart.write", name)
                     .set("code", "R05")
                     .set("note", "rest and come again if it does not get better"));
    row_.fee = fee();
    const auto ended =
        insist(desk, of_appointment("encounter.finish", name).set("totalGross", row_.fee));
    return status_of(ended) == "finished";
}

// As the doctor takes it down, which may be that of the other kind.
std::int64_t DoctorTablet::fee() const
{
    const bool explains = ground_.visits[static_cast<std::size_t>(row_.visit - 1)].explanation;
    const bool wrong = ground_.chance(rules().shares.wrong_fee_ppm, row_.visit, online_wrong_fee);
    return (explains != wrong ? rules().fees.explanation : rules().fees.consultation).count;
}

void DoctorTablet::try_other_chart(Desk& desk)
{
    const std::int64_t other =
        1 + static_cast<std::int64_t>(ground_.stream.below(
                ground_.visits.size(), static_cast<std::uint64_t>(row_.visit), online_whose_chart));
    if (other == row_.visit) return;
    desk.call("consultation", of_appointment("chart.read", appointment_name(other)),
              rules().deadline);
}

}  // namespace model
