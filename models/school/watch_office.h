// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/service/desk.h"
#include "sim/record/recorder.h"
#include "sim/scenario/school_watch.h"

// The back end "watch_office" (services.md S38): who agreed to hear of which child, who came to
// school, and what has to be told to whom. No picture and no template reaches it. An event lives
// for a few seconds after it was sent; who agrees no longer, or whom a child is protected from, is
// answered when nothing that was sent lives any more. Of a protected child no camera on the way is
// told to anybody (P8).
//
//   watch.allow, watch.revoke  request, child, actor, receiver, purpose -> watch.accepted
//   watch.hide                 request, child                           -> watch.accepted
//   watch.roster               request              -> watch.known children
//   watch.hit, watch.present   request, child, at_ns, [by]              -> watch.accepted
//   watch.roll_call            request              -> watch.absentees children
// Otherwise watch.refused with a reason.
namespace model
{

struct WatchNews {
    std::string news, child, receiver, what, camera;
    std::int64_t at = 0;
    std::int32_t tries = 0;
};

class WatchOffice final : public BackEnd
{
public:
    WatchOffice(const sim::SchoolWatch& rules, sim::Recorder& recorder)
        : rules_(rules), recorder_(recorder)
    {
    }

    // As the school has it: who speaks for the child, and who is protected from whom.
    void enter(const std::string& child, const std::string& guardian, bool hidden)
    {
        children_[child] = {guardian, hidden, false, {}, {}};
    }

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

    // The next thing to tell one of `phones`, if it may still be told; it lives from now on.
    std::optional<WatchNews> next(std::size_t sender, fw::Nanos now);
    // Could not be told.
    void put_back(std::size_t sender, WatchNews news, fw::Nanos now);

private:
    struct Child {
        std::string guardian;
        bool hidden = false;
        bool present = false;
        std::set<std::string> receivers;
        std::map<std::string, fw::Nanos> lives;  // what was sent, by receiver
    };

    sim::Form consent(const sim::Form& request, Child& child, Line& line);
    sim::Form hide(Child& child, Line& line);
    sim::Form roster(bool at_gate) const;
    sim::Form passed(const sim::Form& request, Child& child, const std::string& from,
                     fw::Nanos now);
    sim::Form roll_call(fw::Nanos now);
    void tell(const std::string& name, const Child& child, const WatchNews& news, fw::Nanos now);
    static void outlive(const Child& child, const std::string& receiver, Line& line);
    std::string why_not(const WatchNews& news) const;

    const sim::SchoolWatch& rules_;
    sim::Recorder& recorder_;
    std::map<std::string, Child> children_;
    std::map<std::string, sim::Form> answers_;      // by request
    std::map<std::string, std::size_t> sender_of_;  // by receiver
    std::map<std::size_t, std::deque<WatchNews>> waiting_;
    std::int64_t made_ = 0;
};

}  // namespace model
