// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <set>

#include "models/school/watch_ground.h"

// A camera on the way to school, or at its gate with a keeper beside it (services.md S38). It
// compares faces in itself, tells the office whom it recognised, where and when, and recognises
// only who is on its roster. What it could not tell it keeps for a while: a name and a time, never
// a picture (P10).
namespace model
{

class WatchCamera final : public DeskProgram
{
public:
    WatchCamera(WatchGround& ground, bool at_gate)
        : ground_(ground), at_gate_(at_gate), matcher_(ground.faces, ground.stream)
    {
    }

    void serve(Desk& desk) override;

private:
    struct Hit {
        sim::WatchPassRow row;
        sim::Form request;
    };

    void wait_for(Desk& desk, fw::Nanos at);
    void refresh(Desk& desk);
    void look(Desk& desk, const WatchPass& pass);
    void recognise(Desk& desk, const WatchPass& pass, sim::WatchPassRow& row);
    bool may_recognise(std::uint32_t person) const
    {
        return roster_.contains(ground_.plan.children[person].name);
    }
    // True: told at once; else it waits.
    bool keep(Desk& desk, const WatchPass& pass, const sim::WatchPassRow& row);
    // What waits, until the network fails; true: nothing waits any more.
    bool send(Desk& desk);
    bool tell(Desk& desk, Hit& hit);

    WatchGround& ground_;
    bool at_gate_;
    FaceMatcher matcher_;
    std::set<std::string> roster_;
    fw::Nanos asked_{-1};
    std::deque<Hit> waiting_;
};

}  // namespace model
