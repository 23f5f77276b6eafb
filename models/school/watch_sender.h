// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "models/school/watch_ground.h"

// From the office to guardians' phones (services.md S38): a sender takes what waits and pushes it,
// one after the other; a phone shows an event once, while it lives, and none that its owner no
// longer agrees to.
namespace model
{

class WatchSender final : public DeskProgram
{
public:
    WatchSender(WatchGround& ground, WatchOffice& office, std::size_t number)
        : ground_(ground), office_(office), number_(number)
    {
    }

    void serve(Desk& desk) override;

private:
    void push(Desk& desk, const WatchNews& news);

    WatchGround& ground_;
    WatchOffice& office_;
    std::size_t number_;  // from 0
};

// The back end "guardian-N": watch.event news, child, receiver, purpose, what, at_ns, until_ns,
// [camera] -> watch.shown | watch.dropped.
class GuardianPhone final : public BackEnd
{
public:
    GuardianPhone(std::string name, std::uint32_t owner, sim::Recorder& recorder)
        : name_(std::move(name)), owner_(owner), recorder_(recorder)
    {
    }

    const std::string& name() const { return name_; }
    // Its owner has pressed it, whether or not the office knows yet.
    void withdraw() { withdrawn_ = true; }
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    std::string name_;
    std::uint32_t owner_;
    sim::Recorder& recorder_;
    bool withdrawn_ = false;
    std::set<std::string> shown_;
};

}  // namespace model
