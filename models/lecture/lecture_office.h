// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "models/identity/domain_names.h"
#include "models/service/desk.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"

// The back end "lecture_office" (services.md S33): sells one ticket to whoever proves a My Number
// Card, under a name of its own for them, and lets each ticket in once: for the face of who bought
// it, if they agreed to that, or for the same card. No face reaches it (P10).
//
//   lecture.begin       request                                     -> lecture.challenge challenge
//   lecture.buy         request, challenge, serial, certificate, signature
//                                                                   -> lecture.sold ticket, guest
//   lecture.agree       request, guest, domain, purpose             -> lecture.agreed
//   lecture.enter       request, visit, guest                       -> lecture.admitted
//   lecture.enter_card  request, visit, challenge, serial, certificate, signature
//                                                                   -> lecture.admitted
// Otherwise lecture.refused with a reason.
namespace model
{

class LectureOffice final : public BackEnd
{
public:
    LectureOffice(std::uint64_t seed, fw::Nanos deadline, DomainNames& names,
                  sim::Recorder& recorder)
        : stream_(seed, "lecture challenge"),
          deadline_(deadline),
          names_(names),
          recorder_(recorder)
    {
    }

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    sim::Form begin(const std::string& number);
    // The guest whose card it is; else `refusal` says why not.
    std::string proven(const sim::Form& request, Line& line, std::string& refusal) const;
    sim::Form sell(const std::string& guest, const std::string& number, fw::Nanos now);
    sim::Form let_in(const std::string& guest, const sim::Form& request, const char* way,
                     fw::Nanos now);

    sim::RngStream stream_;
    fw::Nanos deadline_;  // of a call to the authority
    DomainNames& names_;
    sim::Recorder& recorder_;
    std::map<std::string, std::string> challenges_;  // by request
    std::map<std::string, std::string> tickets_;     // by guest
    std::set<std::string> agreed_;                   // guests
    std::map<std::string, std::string> inside_;      // by guest: the visit
};

}  // namespace model
