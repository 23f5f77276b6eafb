// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/signed_amounts.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

template <class T>
Names ids_of(const std::vector<T>& list, std::string T::*id)
{
    Names names;
    for (const T& one : list) names.push_back(one.*id);
    return names;
}

// What the names in a flows file may refer to.
struct Known {
    Names domains, roles;
    const std::vector<FieldType>& types;

    void check(Visitor& v, const std::vector<FlowField>& fields, const std::string& path) const
    {
        const Names type_ids = ids_of(types, &FieldType::id);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const FlowField& field = fields[i];
            const std::string at = fmt::format("{}.{}", path, i);
            require_known(v, type_ids, field.type, at + ".type", "type");
            const bool identifier = std::any_of(
                types.begin(), types.end(),
                [&](const FieldType& type) { return type.id == field.type && type.identifier; });
            v.require(identifier == !field.domain.empty(), at + ".type",
                      identifier ? "an identifier needs the \"domain\" it belongs to"
                                 : "only an identifier belongs to a \"domain\"");
            if (identifier && field.domain != of_sender && field.domain != of_receiver)
                require_known(v, domains, field.domain, at + ".domain", "domain");
            if (field.needs_consent) check(v, *field.needs_consent, fields, at);
        }
    }
    void check(Visitor& v, const ConsentNeed& need, const std::vector<FlowField>& fields,
               const std::string& path) const
    {
        require_known(v, ids_of(fields, &FlowField::name), need.person,
                      path + ".needs_consent.person", "field");
        if (!need.by_fields) {
            require_known(v, domains, need.domain, path + ".needs_consent.domain", "domain");
            return;
        }
        const Names names = ids_of(fields, &FlowField::name);
        require_known(v, names, need.domain, path + ".needs_consent.domain", "field");
        require_known(v, names, need.purpose, path + ".needs_consent.purpose", "field");
    }
    void check(Visitor& v, const MessageKind& message, const std::string& path) const
    {
        for (std::size_t i = 0; i < message.from.size(); ++i)
            require_known(v, roles, message.from[i], fmt::format("{}.from.{}", path, i), "role");
        for (std::size_t i = 0; i < message.to.size(); ++i)
            require_known(v, roles, message.to[i], fmt::format("{}.to.{}", path, i), "role");
        check(v, message.fields, path + ".fields");
        for (std::size_t i = 0; i < message.answers.size(); ++i)
            check(v, message.answers[i].fields, fmt::format("{}.answers.{}.fields", path, i));
        if (message.needs_consent) check(v, *message.needs_consent, message.fields, path);
        if (!message.consent) return;
        const Names names = ids_of(message.fields, &FlowField::name);
        const ConsentAct& act = *message.consent;
        for (const auto& [name, key] :
             {std::pair{&act.person, "person"}, {&act.domain, "domain"}, {&act.purpose, "purpose"}})
            require_known(v, names, *name, fmt::format("{}.consent.{}", path, key), "field");
        if (!act.expires.empty())
            require_known(v, names, act.expires, path + ".consent.expires", "field");
        if (!act.accepted.empty())
            require_known(v, ids_of(message.answers, &FlowAnswer::kind), act.accepted,
                          path + ".consent.accepted", "answer");
    }
};

}  // namespace

void fields(Visitor& v, FlowDomain& domain)
{
    v.place(&domain.line, nullptr);
    v.field({"id", "name of the domain", Need::required}, Text(domain.id));
    v.field({"roles", "places in it, without their numbers", Need::required},
            List<std::string, Text>(domain.roles, 1));
    v.field({"classes_only", "no birth date, name or address may reach it"},
            Flag(domain.classes_only));
    v.field({"health", "health data may reach it"}, UnlessZero<bool, Flag>(domain.health));
}

void fields(Visitor& v, FieldType& type)
{
    v.place(&type.line, nullptr);
    v.field({"id", "name of the type", Need::required}, Text(type.id));
    v.field({"holds", "what a value is"}, Choice<Holds>(type.holds, {{"text", Holds::text},
                                                                     {"texts", Holds::texts},
                                                                     {"number", Holds::number},
                                                                     {"flag", Holds::flag}}));
    v.field({"letters", "a text is made of; word: letters, digits and . _ : / -; date: 2026-04-01"},
            Choice<Letters>(type.letters, {{"any", Letters::any},
                                           {"digits", Letters::digits},
                                           {"hex", Letters::hex},
                                           {"base64", Letters::base64},
                                           {"word", Letters::word},
                                           {"date", Letters::date}}));
    v.field({"one_of", "the only texts allowed"}, List<std::string, Text>(type.one_of));
    v.field({"shortest", "bytes of a text"}, Count(type.shortest, 0, 65536));
    v.field({"longest", "bytes of a text"}, Count(type.longest, 1, 65536));
    v.field({"from", "least number"}, Count(type.from, INT64_MIN, INT64_MAX));
    v.field({"to", "greatest number"}, Count(type.to, INT64_MIN, INT64_MAX));
    v.field({"personal", "says who somebody is"}, Flag(type.personal));
    v.field({"health", "tells of somebody's health"}, UnlessZero<bool, Flag>(type.health));
    v.field({"identifier", "stands for a person or card in one domain"}, Flag(type.identifier));
    v.field({"sealed", "encrypted: its bytes look like anything"},
            UnlessZero<bool, Flag>(type.sealed));
    v.require(type.shortest <= type.longest, "shortest", "\"shortest\" exceeds \"longest\"");
    v.require(type.from <= type.to, "from", "\"from\" exceeds \"to\"");
}

void fields(Visitor& v, ConsentNeed& need)
{
    v.field({"person", "field that names whose consent", Need::required}, Text(need.person));
    v.field({"domain", "that uses the data", Need::required}, Text(need.domain));
    v.field({"purpose", "what for", Need::required}, Text(need.purpose));
    v.field({"by_fields", "domain and purpose are named by fields of the message"},
            UnlessZero<bool, Flag>(need.by_fields));
}

void fields(Visitor& v, FlowField& field)
{
    v.place(&field.line, nullptr);
    v.field({"name", "as on the wire", Need::required}, Text(field.name));
    v.field({"type", "one of this file", Need::required}, Text(field.type));
    v.field({"domain", "an identifier belongs to; of_sender and of_receiver: of the message"},
            Text(field.domain));
    v.field({"optional", "may be left out"}, Flag(field.optional));
    v.field({"needs_consent", "of a person, when the field is there"},
            Maybe<ConsentNeed, Struct<ConsentNeed>>(field.needs_consent));
}

void fields(Visitor& v, ConsentAct& act)
{
    v.field({"effect", "of the message", Need::required},
            Choice<ConsentEffect>(act.effect, {{"gives", ConsentEffect::gives},
                                               {"revokes", ConsentEffect::revokes}}));
    v.field({"person", "field: who agrees", Need::required}, Text(act.person));
    v.field({"domain", "field: for which domain", Need::required}, Text(act.domain));
    v.field({"purpose", "field: what for", Need::required}, Text(act.purpose));
    v.field({"expires", "field: the moment it ends"}, UnlessZero<std::string, Text>(act.expires));
    v.field({"accepted", "kind of the answer with which it counts"},
            UnlessZero<std::string, Text>(act.accepted));
}

void fields(Visitor& v, FlowAnswer& answer)
{
    v.field({"kind", "the answer names itself; left out: none"}, Text(answer.kind));
    v.field({"fields", "beside its kind"}, List(answer.fields, 0, &FlowField::name));
}

void fields(Visitor& v, MessageKind& message)
{
    v.place(&message.line, nullptr);
    v.field({"kind", "as the message names itself", Need::required}, Text(message.kind));
    v.field({"from", "roles that send it", Need::required},
            List<std::string, Text>(message.from, 1));
    v.field({"to", "roles that receive it", Need::required},
            List<std::string, Text>(message.to, 1));
    v.field({"fields", "beside its kind"}, List(message.fields, 0, &FlowField::name));
    v.field({"answers", "what may come back"}, List(message.answers));
    v.field({"needs_consent", "of a person, before it is sent"},
            Maybe<ConsentNeed, Struct<ConsentNeed>>(message.needs_consent));
    v.field({"consent", "the message is one"},
            Maybe<ConsentAct, Struct<ConsentAct>>(message.consent));
    v.field({"while_linked", "told of linked cards only, nothing after unlinking"},
            Flag(message.while_linked));
    v.field({"basis", "why it may be sent", Need::required}, Text(message.basis));
    v.field({"source", "document and row", Need::required}, Text(message.source));
    v.field({"status", "published or assumed", Need::required}, Text(message.status));
    v.require(message.status == "published" || message.status == "assumed", "status",
              "expected published or assumed");
}

void fields(Visitor& v, Flows& flows)
{
    v.file(flows.file);
    v.field({"flows", "name of this set of declarations", Need::heading}, Text(flows.id));
    v.field({"domains", "places that share data", Need::required},
            List(flows.domains, 1, &FlowDomain::id));
    v.field({"types", "values of fields", Need::required}, List(flows.types, 1, &FieldType::id));
    v.field({"messages", "what may be sent", Need::required},
            List(flows.messages, 1, &MessageKind::kind));
    Known known{ids_of(flows.domains, &FlowDomain::id), {}, flows.types};
    for (std::size_t i = 0; i < flows.domains.size(); ++i)
        for (const std::string& role : flows.domains[i].roles) {
            v.require(std::count(known.roles.begin(), known.roles.end(), role) == 0,
                      fmt::format("domains.{}.roles", i), "\"" + role + "\" has a domain already");
            known.roles.push_back(role);
        }
    for (std::size_t i = 0; i < flows.messages.size(); ++i)
        known.check(v, flows.messages[i], fmt::format("messages.{}", i));
}

}  // namespace sim
