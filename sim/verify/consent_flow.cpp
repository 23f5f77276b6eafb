// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/consent_flow.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/verify/checked_message.h"
#include "sim/verify/personal_text.h"

namespace sim
{

ConsentFlow::ConsentFlow(const Database& database, const RecordedMessages& messages,
                         const Flows& flows, Findings& findings)
    : rules_(flows), findings_(findings), messages_(messages), people_(database)
{
}

FlowCounts ConsentFlow::check(const Listener& hear)
{
    note_consents();
    for (const RecordedMessage& message : messages_.all()) check(message, hear);
    return counts_;
}

void ConsentFlow::note_consents()
{
    for (const RecordedMessage& message : messages_.all()) {
        if (message.answers != 0 || message.received < 0) continue;
        const SentMessage sent = decode_message(message.octets());
        const MessageKind* const kind = rules_.kind(sent.kind);
        if (!kind || !kind->consent || !may_send(*kind, message.sender, message.receiver)) continue;
        const ConsentAct& act = *kind->consent;
        const ConsentTo what{text_of(sent.find(act.person)), text_of(sent.find(act.domain)),
                             text_of(sent.find(act.purpose))};
        const RecordedMessage* const answer = messages_.answer_to(message.number);
        const bool must = !act.accepted.empty();
        if (must && (!answer || decode_message(answer->octets()).kind != act.accepted)) continue;
        const bool late = must || (act.effect == ConsentEffect::revokes && answer);
        const SentField* const end = act.expires.empty() ? nullptr : sent.find(act.expires);
        register_.note(what, act.effect, late ? answer->sent : message.received,
                       end ? end->number : INT64_MAX, message.bytes);
    }
    counts_.consents = register_.acts();
}

void ConsentFlow::check(const RecordedMessage& message, const Listener& hear)
{
    Checked now{message, decode_message(message.octets()), findings_};
    ++counts_.messages;
    if (!now.sent.fault.empty()) {
        now.undeclared(now.sent.fault);
        if (holds_individual_number(message.octets())) now.tells("P1: an individual number");
    } else {
        now.declared = fields_of(now);
        if (now.declared) check_fields(now, *now.declared);
        check_number(now);
        check_link(now);
        hear(message, now.sent);
    }
    if (now.failed) ++counts_.without;
}

// What may stand in the message: of its kind, or of the answers to the message it answers.
const std::vector<FlowField>* ConsentFlow::fields_of(Checked& now) const
{
    const RecordedMessage& message = now.message;
    if (message.answers == 0) {
        now.kind = rules_.kind(now.sent.kind);
        if (now.kind && may_send(*now.kind, message.sender, message.receiver))
            return &now.kind->fields;
        now.undeclared(now.kind ? "may not pass between these places" : "is of no declared kind");
        return nullptr;
    }
    if (const RecordedMessage* const question = messages_.find(message.answers)) {
        now.kind = rules_.kind(decode_message(question->octets()).kind);
        if (now.kind && may_send(*now.kind, message.receiver, message.sender))
            for (const FlowAnswer& answer : now.kind->answers)
                if (answer.kind == now.sent.kind) return &answer.fields;
    }
    now.undeclared("is no declared answer to message " + std::to_string(message.answers));
    return nullptr;
}

void ConsentFlow::check_fields(Checked& now, const std::vector<FlowField>& fields)
{
    std::vector<std::string> names;
    for (const FlowField& field : fields) {
        names.push_back(field.name);
        if (!field.optional && !now.sent.find(field.name))
            now.undeclared(fmt::format("has no field \"{}\"", field.name));
    }
    for (const SentField& sent : now.sent.fields) {
        const auto declared = std::find(names.begin(), names.end(), sent.name);
        if (declared == names.end()) {
            now.undeclared(fmt::format("field \"{}\" is not declared, expected {}", sent.name,
                                       fmt::join(names, ", ")));
            check_disclosed(now, sent, nullptr);
        } else {
            check_value(now, fields[static_cast<std::size_t>(declared - names.begin())], sent);
        }
    }
    if (now.message.answers == 0 && now.kind->needs_consent)
        check_consent(now, *now.kind->needs_consent, "");
}

void ConsentFlow::check_value(Checked& now, const FlowField& declared, const SentField& sent)
{
    const FieldType& type = rules_.type(declared.type);
    if (const std::string wrong = rules_.misfit(declared, sent); !wrong.empty())
        now.undeclared(
            fmt::format("field \"{}\" is no {}: expected {}", sent.name, type.id, wrong));
    if (type.identifier) check_identifier(now, declared, sent);
    if (declared.needs_consent) check_consent(now, *declared.needs_consent, sent.name);
    check_disclosed(now, sent, &type);
}

// P4: an identifier that two domains know joins what they know.
void ConsentFlow::check_identifier(Checked& now, const FlowField& declared, const SentField& sent)
{
    std::vector<std::string> values = sent.texts;
    if (sent.holds == Holds::number) values.push_back(std::to_string(sent.number));
    std::string domain = declared.domain;
    if (domain == of_sender) domain = rules_.domain_of(now.message.sender);
    if (domain == of_receiver) domain = rules_.domain_of(now.message.receiver);
    for (const std::string& value : values) {
        const auto known = domain_of_identifier_.emplace(value, domain).first;
        if (known->second != domain)
            now.tells(fmt::format("P4: field \"{}\" has a name of domain {} that domain {} knows",
                                  sent.name, domain, known->second));
    }
}

void ConsentFlow::check_consent(Checked& now, const ConsentNeed& need, const std::string& field)
{
    const std::string person = text_of(now.sent.find(need.person));
    ++counts_.by_consent;
    const auto named = [&](const std::string& word) {
        return need.by_fields ? text_of(now.sent.find(word)) : word;
    };
    const ConsentTo what_for{person, named(need.domain), named(need.purpose)};
    if (register_.live(what_for, now.message.sent)) return;
    const std::string what = field.empty() ? "" : fmt::format("field \"{}\" ", field);
    now.undeclared(fmt::format("P3: {}was sent without a consent of \"{}\" for {} ({})", what,
                               person, what_for.domain, what_for.purpose));
}

const FieldType* ConsentFlow::declared_type(const Checked& now, const std::string& name) const
{
    if (!now.declared) return nullptr;
    for (const FlowField& field : *now.declared)
        if (field.name == name) return &rules_.type(field.type);
    return nullptr;
}

// P1, in every field; times in nanoseconds may have twelve digits of their own, and ciphertext may
// look like any number: what it holds is looked at by key_trials.
void ConsentFlow::check_number(Checked& now) const
{
    for (const SentField& sent : now.sent.fields) {
        const FieldType* const type = declared_type(now, sent.name);
        if (type && type->sealed) continue;
        const bool time = type ? type->id.ends_with("_ns") : sent.name.ends_with("_ns");
        bool found = holds_individual_number(sent.name);
        for (const std::string& text : sent.texts) found |= holds_individual_number(text);
        if (sent.holds == Holds::number && !time)
            found |= holds_individual_number(std::to_string(sent.number));
        if (found) now.tells(fmt::format("P1: field \"{}\" holds an individual number", sent.name));
    }
}

// P2, P7 and P10. `type` is none for a field that is not declared.
void ConsentFlow::check_disclosed(Checked& now, const SentField& sent, const FieldType* type)
{
    if (names_secret(sent.name))
        now.tells(fmt::format("P10: field \"{}\" is named like a secret", sent.name));
    if (type && type->health && !rules_.may_hear_of_health(now.message.receiver))
        now.tells(fmt::format("P7: field \"{}\" tells of health outside its domains", sent.name));
    const std::string domain = rules_.domain_of(now.message.receiver);
    if (!rules_.classes_only(domain)) return;
    const std::optional<Date> birth = people_.birth(now.message.flow);
    std::vector<std::string> values = sent.texts;
    if (sent.holds == Holds::number) values.push_back(std::to_string(sent.number));
    bool dated = type && type->personal;
    for (const std::string& digits : values) {
        const bool octets = type && type->letters == Letters::hex;
        const std::string value = octets ? spelt(digits) : digits;
        const bool may_be_dated = type && type->letters == Letters::date;
        dated |= !may_be_dated && sent.holds != Holds::number && holds_date(value);
        dated |= birth && holds_day(value, *birth);
    }
    if (dated)
        now.tells(
            fmt::format("P2: field \"{}\" tells domain {} more than a class", sent.name, domain));
}

// P5, at the moment it was sent.
void ConsentFlow::check_link(Checked& now) const
{
    if (!now.kind || !now.kind->while_linked) return;
    if (people_.unlinked(now.message.flow, now.message.sent))
        now.tells("P5: was sent after the card was unlinked");
}

}  // namespace sim
