// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mother_child/care_years.h"
#include "models/service/ask_again.h"

// The phones of families who registered earlier (services.md S44, S45): they agree that the city's
// records are given back, some end that again, and in the morning they read what has come, enter
// dates for the next doses and see the records.
namespace model
{

struct ParentGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    std::vector<Family> families;
    std::vector<OpenDose> open;  // by number of the child, which counts through the families
    sim::RngStream stream;

    const sim::MotherChild& rules() const { return *scenario.mother_child; }
};

class ParentPhone final : public DeskProgram
{
public:
    ParentPhone(ParentGround& ground, std::size_t phone) : ground_(ground), phone_(phone) {}

    void serve(Desk& desk) override;

private:
    enum class Act : std::uint8_t { agree, end, read };
    struct Planned {
        fw::Nanos at{};
        std::size_t family = 0;
        Act act = Act::agree;
    };

    std::vector<Planned> day() const;
    void agree(Desk& desk, const Family& family, bool agrees);
    void try_another(Desk& desk, const Family& family, std::size_t number);
    void read(Desk& desk, const Family& family, std::size_t first_child);
    void enter_dates(Desk& desk, const Family& family, const FamilyChild& child,
                     std::size_t number);
    void flow(Desk& desk, const char* service, const Family& family, const sim::Form& request,
              const char* wanted);
    sim::Form form(Desk& desk, const char* kind, const Family& family);

    ParentGround& ground_;
    std::size_t phone_;
    std::int64_t asked_ = 0;
    std::optional<sim::Form> reply_;  // the newest
};

}  // namespace model
