// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mother_child/care_desk.h"
#include "models/mother_child/family_plan.h"
#include "sim/base/rng_stream.h"

// The years before the service day, night by night and without a kernel (services.md S44): the
// timer sends what is due, unless it does not run that night; parents hear when the next dose is
// due, enter a date, and have it given.
namespace model
{

// A dose whose date has not been entered yet when the service day begins.
struct OpenDose {
    std::size_t child = 0;
    std::string vaccine;
    sim::Date due{};
};

struct GivenDose {
    std::size_t child = 0;
    std::string vaccine;
    std::int32_t dose = 0;
    sim::Date day{};
};

class CareYears
{
public:
    CareYears(const sim::Scenario& scenario, CareDesk& desk, sim::Recorder& recorder);

    // Children are numbered in the order in which they are added.
    void add(const CareDates& child);
    void run();
    const std::vector<OpenDose>& open() const { return open_; }
    const std::vector<GivenDose>& given() const { return given_; }

private:
    enum class Stage : std::uint8_t { asks, enters, waits, over };
    struct Course {  // of one vaccine for one child
        std::string vaccine;
        Stage stage = Stage::asks;
        sim::Date day{};  // of the next act
        sim::Date due{};
        std::int32_t dose = 1;
    };

    void record_rules() const;
    void night(sim::Date day);
    void act(std::size_t child, std::size_t which, sim::Date day);
    void ask(std::size_t child, Course& course, sim::Date day, std::uint64_t key);
    void enter(std::size_t child, Course& course, sim::Date day, std::uint64_t key);

    const sim::Scenario& scenario_;
    const sim::MotherCalendar& rules_;
    CareDesk& desk_;
    sim::Recorder& recorder_;
    sim::RngStream stream_;
    std::vector<CareDates> children_;
    std::vector<std::vector<Course>> courses_;  // by child
    std::vector<OpenDose> open_;
    std::vector<GivenDose> given_;
};

}  // namespace model
