// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "sim/scenario/flows.h"
#include "sim/verify/sent_message.h"

// A flows file, ready to be asked: what is declared of a message, and whether a value is one of its
// type. All references hold: the loader has checked them.
namespace sim
{

class FlowRules
{
public:
    explicit FlowRules(const Flows& flows);

    const MessageKind* kind(const std::string& name) const;
    const FieldType& type(const std::string& id) const { return *types_.at(id); }
    // Of a place such as "counter-1"; empty: in no domain.
    std::string domain_of(const std::string& place) const;
    bool classes_only(const std::string& domain) const;
    // P7: health data may reach this place.
    bool may_hear_of_health(const std::string& place) const;

    // Empty, or what was expected of the field.
    std::string misfit(const FlowField& declared, const SentField& sent) const;

private:
    std::map<std::string, const MessageKind*> kinds_;
    std::map<std::string, const FieldType*> types_;
    std::map<std::string, const FlowDomain*> domains_;  // by role
    std::map<std::string, bool> classes_only_;          // by domain
};

// "counter-12" is a "counter".
std::string role_of(const std::string& place);
bool may_send(const MessageKind& kind, const std::string& sender, const std::string& receiver);

}  // namespace sim
