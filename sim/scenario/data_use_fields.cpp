// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/service_catalogue.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos least{1'000'000};

Names ids_of_domains(const DataUses& uses)
{
    Names ids;
    for (const DataDomain& domain : uses.domains) ids.push_back(domain.id);
    return ids;
}

void time_fields(Visitor& v, DataUses& d)
{
    v.field({"lasts", "a consent"}, Duration(d.lasts, least));
    v.field({"short_lasts", "one that ends before it is asked for again"},
            Duration(d.short_lasts, least));
    v.field({"again", "until the data is asked for a second time"}, Duration(d.again, least));
    v.field({"patience", "of a desk, for the person"}, Duration(d.patience, least));
    v.field({"poll", "of desks and phones that wait"}, Duration(d.poll, least));
    v.field({"deadline", "of a request, which then is sent again"}, Duration(d.deadline, least));
    v.field({"second_thoughts", "longest, before a consent is revoked"},
            Duration(d.second_thoughts, least));
    v.field({"seal", "to encrypt a piece of data for its use"}, RandomTime(d.seal));
    v.field({"open", "to open one"}, RandomTime(d.open));
    v.field({"reads", "a person, what they are asked for"}, RandomTime(d.reads));
    v.field({"signs", "the phone, with the key of the city ID"}, RandomTime(d.signs));
    v.require(d.short_lasts < d.again, "again", "\"again\" must be longer than \"short_lasts\"");
}

// Domains, items and services that the file names.
void require_names(Visitor& v, const DataUses& d)
{
    const Names domains = ids_of_domains(d);
    for (std::size_t i = 0; i < d.uses.size(); ++i) {
        const DataUse& use = d.uses[i];
        const std::string at = fmt::format("uses.{}.", i);
        require_known(v, domains, use.holder, at + "holder", "domain");
        require_known(v, domains, use.receiver, at + "receiver", "domain");
        require_known(v, service_ids(), use.service, at + "service", "service");
        v.require(use.holder != use.receiver, at + "receiver", "holds the data already");
        for (const DataDomain& domain : d.domains) {
            Names items;
            for (const HeldItem& item : domain.holds) items.push_back(item.id);
            if (domain.id == use.holder) require_known(v, items, use.item, at + "item", "item");
        }
    }
    for (std::size_t i = 0; i < d.lines.size(); ++i)
        for (const std::string* end : {&d.lines[i].one, &d.lines[i].other})
            require_known(v, domains, *end, fmt::format("lines.{}", i), "domain");
}

}  // namespace

void fields(Visitor& v, HeldItem& item)
{
    v.field({"id", "name of the data", Need::required}, Text(item.id));
    v.field({"size", "of one person's"}, Amount(item.size_bytes, "B", 1, 4'000'000));
    v.field({"held", "people there is some of"}, Percent(item.held_ppm));
    v.field({"location", "says where somebody is: hidden for protected persons"},
            Flag(item.location));
}

void fields(Visitor& v, DataDomain& domain)
{
    v.field({"id", "as in the flows file", Need::required}, Text(domain.id));
    v.field({"path", "of what it does; data of health stay off the paths of fares and commerce",
             Need::required},
            Choice<DataPath>(domain.path, {{"health", DataPath::health},
                                           {"welfare", DataPath::welfare},
                                           {"mobility", DataPath::mobility},
                                           {"commerce", DataPath::commerce},
                                           {"family", DataPath::family}}));
    v.field({"holds", "data of people"}, List(domain.holds, 0, &HeldItem::id));
}

void fields(Visitor& v, DataUse& use)
{
    v.field({"holder", "domain that holds the data", Need::required}, Text(use.holder));
    v.field({"item", "of it", Need::required}, Text(use.item));
    v.field({"receiver", "domain that asks for it", Need::required}, Text(use.receiver));
    v.field({"purpose", "what for", Need::required}, Text(use.purpose));
    v.field({"service", "of the city's documents, that the desks' flows count for"},
            Text(use.service));
    v.field({"count", "of the day", Need::required}, Count(use.count, 1, 100'000));
}

void fields(Visitor& v, StoreLine& line)
{
    v.field({"id", "name of the line", Need::required}, Text(line.id));
    v.field({"one", "domain", Need::required}, Text(line.one));
    v.field({"other", "domain", Need::required}, Text(line.other));
    v.field({"rate", "each way, of a line of their own"},
            Amount(line.rate_kbps, "kbps", 0, 10'000'000));
    v.field({"access_line", "the data centre's, which \"other\" lies behind, instead"},
            Flag(line.access_line));
    v.field({"stands_for", "bytes on the line that each byte sent stands for"},
            Count(line.stands_for, 1, 100'000));
    v.require((line.rate_kbps > 0) != line.access_line, "rate",
              "expected either \"rate\" or \"access_line: true\"");
    v.field({"link", "times and losses besides"}, Struct(line.link));
}

void fields(Visitor& v, DataUseMishaps& m)
{
    v.field({"declined", "the person says no"}, Percent(m.declined_ppm));
    v.field({"unanswered", "or does not look"}, Percent(m.unanswered_ppm));
    v.field({"forged", "the signature fits no key"}, Percent(m.forged_ppm));
    v.field({"foreign", "it was made with somebody else's phone"}, Percent(m.foreign_ppm));
    v.field({"expired", "asked for again after the consent has ended"}, Percent(m.expired_ppm));
    v.field({"revoked", "revoked while the data is on its way"}, Percent(m.revoked_ppm));
    v.field({"other_purpose", "asked for again for something else"}, Percent(m.other_purpose_ppm));
    const std::int64_t sum = std::int64_t{m.declined_ppm} + m.unanswered_ppm + m.forged_ppm +
                             m.foreign_ppm + m.expired_ppm + m.revoked_ppm + m.other_purpose_ppm;
    v.require(sum <= 1'000'000, "other_purpose", "the mishaps of a use exceed 100 % together");
}

void fields(Visitor& v, ProxyMishaps& m)
{
    v.field({"revoked", "the mandate was taken back"}, Percent(m.revoked_ppm));
    v.field({"out_of_scope", "it is for something else"}, Percent(m.out_of_scope_ppm));
    v.field({"expired", "it has ended"}, Percent(m.expired_ppm));
    v.field({"none", "there is none"}, Percent(m.none_ppm));
    const std::int64_t sum =
        std::int64_t{m.revoked_ppm} + m.out_of_scope_ppm + m.expired_ppm + m.none_ppm;
    v.require(sum <= 1'000'000, "none", "the mishaps of a proxy exceed 100 % together");
}

void fields(Visitor& v, DataUses& d)
{
    v.place(&d.line, nullptr);
    v.field({"domains", "each holds its own data under its own names", Need::required},
            List(d.domains, 2, &DataDomain::id));
    v.field({"uses", "who asks for what", Need::required}, List(d.uses, 1));
    v.field({"lines", "between two domains; others meet in the data centre"},
            List(d.lines, 0, &StoreLine::id));
    v.field({"desks", "of each domain that asks"}, Count(d.desks, 1, 1000));
    v.field({"phones", "of people, in use at once"}, Count(d.phones, 1, 1000));
    v.field({"piece", "data in one message"}, Amount(d.piece_bytes, "B", 1, 30'000));
    time_fields(v, d);
    v.field({"mishaps", "parts of the uses in which something is wrong"}, Struct(d.mishaps));
    v.field({"proxies", "uses that a proxy agrees to"}, Percent(d.proxy_ppm));
    v.field({"proxy_mishaps", "parts of those whose mandate does not hold"},
            Struct(d.proxy_mishaps));
    v.field({"protected_share", "uses of data of protected persons"}, Percent(d.protected_ppm));
    require_names(v, d);
}

void fields(Visitor& v, AccessLine& line)
{
    v.field({"rate", "each way"}, Amount(line.rate_kbps, "kbps", 1, 10'000'000));
    v.field({"classes", "what somebody waits for goes before bulk"}, Flag(line.classes));
    v.field({"packet", "of bulk, in two classes"}, Amount(line.packet_bytes, "B", 64, 65'535));
    v.field({"question", "a fare box's question, or its answer"},
            Amount(line.question_bytes, "B", 1, 65'535));
}

void require_data_use(Visitor& v, const Scenario& scenario)
{
    if (!scenario.data_use) return;
    for (const StoreLine& line : scenario.data_use->lines)
        v.require(!line.access_line || scenario.access_line, "data_use.lines",
                  fmt::format("\"{}\" needs \"access_line\"", line.id));
    v.require(scenario.residents.has_value(), "data_use",
              "\"data_use\" needs \"residents\": whose data it is");
    const bool any = scenario.residents && scenario.residents->protected_ppm > 0;
    v.require(scenario.data_use->protected_ppm == 0 || any, "data_use.protected_share",
              "\"protected_share\" needs \"residents: { protected: ... }\"");
}

}  // namespace sim
