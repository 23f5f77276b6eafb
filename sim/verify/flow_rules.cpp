// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/flow_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/date.h"

namespace sim
{

namespace
{

const char* text_of(Holds holds)
{
    switch (holds) {
        case Holds::text:
            return "a text";
        case Holds::texts:
            return "a list of texts";
        case Holds::number:
            return "a number";
        case Holds::flag:
            break;
    }
    return "true or false";
}

bool is_of(Letters letters, unsigned char c)
{
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    switch (letters) {
        case Letters::digits:
            return digit;
        case Letters::hex:
            return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        case Letters::base64:
            return digit || letter || c == '+' || c == '/' || c == '=';
        case Letters::word:
            return digit || letter ||
                   std::string_view("._:/-").find(static_cast<char>(c)) != std::string_view::npos;
        case Letters::date:
        case Letters::any:
            break;
    }
    return true;
}

std::string misfit_of(const FieldType& type, const std::string& text)
{
    const auto size = std::ssize(text);
    if (size < type.shortest || size > type.longest)
        return fmt::format("a text of {} to {} bytes, found {}", type.shortest, type.longest, size);
    if (!type.one_of.empty() &&
        std::find(type.one_of.begin(), type.one_of.end(), text) == type.one_of.end())
        return fmt::format("one of {}, found \"{}\"", fmt::join(type.one_of, ", "), text);
    if (type.letters == Letters::date && (size != 10 || !parse_date(text)))
        return "a date such as 2026-04-01";
    if (!std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_of(type.letters, static_cast<unsigned char>(c)); }))
        return "other letters";
    return "";
}

}  // namespace

FlowRules::FlowRules(const Flows& flows)
{
    for (const MessageKind& kind : flows.messages) kinds_[kind.kind] = &kind;
    for (const FieldType& type : flows.types) types_[type.id] = &type;
    for (const FlowDomain& domain : flows.domains) {
        classes_only_[domain.id] = domain.classes_only;
        for (const std::string& role : domain.roles) domains_[role] = &domain;
    }
}

const MessageKind* FlowRules::kind(const std::string& name) const
{
    const auto found = kinds_.find(name);
    return found == kinds_.end() ? nullptr : found->second;
}

std::string FlowRules::domain_of(const std::string& place) const
{
    const auto found = domains_.find(role_of(place));
    return found == domains_.end() ? "" : found->second->id;
}

bool FlowRules::classes_only(const std::string& domain) const
{
    const auto found = classes_only_.find(domain);
    return found != classes_only_.end() && found->second;
}

bool FlowRules::may_hear_of_health(const std::string& place) const
{
    const auto found = domains_.find(role_of(place));
    return found != domains_.end() && found->second->health;
}

std::string FlowRules::misfit(const FlowField& declared, const SentField& sent) const
{
    const FieldType& want = type(declared.type);
    if (want.holds != sent.holds)
        return fmt::format("{}, found {}", text_of(want.holds), text_of(sent.holds));
    if (want.holds == Holds::number && (sent.number < want.from || sent.number > want.to))
        return fmt::format("{} to {}, found {}", want.from, want.to, sent.number);
    for (const std::string& text : sent.texts)
        if (std::string wrong = misfit_of(want, text); !wrong.empty()) return wrong;
    return "";
}

std::string role_of(const std::string& place)
{
    const std::size_t end = place.find_last_not_of("0123456789");
    const bool numbered =
        end != std::string::npos && end > 0 && end + 1 < place.size() && place[end] == '-';
    return numbered ? place.substr(0, end) : place;
}

bool may_send(const MessageKind& kind, const std::string& sender, const std::string& receiver)
{
    const auto has = [](const std::vector<std::string>& roles, const std::string& place) {
        return std::find(roles.begin(), roles.end(), role_of(place)) != roles.end();
    };
    return has(kind.from, sender) && has(kind.to, receiver);
}

}  // namespace sim
