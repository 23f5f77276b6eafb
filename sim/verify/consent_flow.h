// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sim/verify/consent_register.h"
#include "sim/verify/findings.h"
#include "sim/verify/flow_people.h"
#include "sim/verify/flow_rules.h"
#include "sim/verify/recorded_message.h"

// The oracle of information flow (services.md A.0, O6): every recorded message is decoded from its
// bytes and held against the flows file, the consents of the run and the invariants P1 to P5 and
// P10. Property `consent`: it is declared between these places, and whom it tells of has agreed.
// Property `disclosure_least`: it tells no more of a person than its receiver may know.
namespace sim
{

struct FlowCounts {
    std::int64_t messages = 0;    // checked
    std::int64_t without = 0;     // of those, not declared or without a consent
    std::int64_t consents = 0;    // given or revoked
    std::int64_t by_consent = 0;  // messages that were sent because of one
};

class ConsentFlow
{
public:
    using Listener = std::function<void(const RecordedMessage&, const SentMessage&)>;

    ConsentFlow(const Database& database, const RecordedMessages& messages, const Flows& flows,
                Findings& findings);

    // `hear` gets every message that could be decoded, each once.
    FlowCounts check(const Listener& hear);

private:
    struct Checked;  // the message at hand

    void note_consents();
    void check(const RecordedMessage& message, const Listener& hear);
    const std::vector<FlowField>* fields_of(Checked& now) const;
    void check_fields(Checked& now, const std::vector<FlowField>& fields);
    void check_value(Checked& now, const FlowField& declared, const SentField& sent);
    void check_identifier(Checked& now, const FlowField& declared, const SentField& sent);
    void check_consent(Checked& now, const ConsentNeed& need, const std::string& field);
    const FieldType* declared_type(const Checked& now, const std::string& name) const;
    void check_number(Checked& now) const;
    void check_disclosed(Checked& now, const SentField& sent, const FieldType* type);
    void check_link(Checked& now) const;

    FlowRules rules_;
    Findings& findings_;
    ConsentRegister register_;
    FlowCounts counts_;
    const RecordedMessages& messages_;
    FlowPeople people_;
    std::map<std::string, std::string> domain_of_identifier_;
};

}  // namespace sim
