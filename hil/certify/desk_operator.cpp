// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/desk_operator.h"

#include <fmt/format.h>

namespace hil
{

namespace
{

constexpr fw::Nanos select_timeout{200'000'000};
constexpr fw::Nanos between_looks{20'000'000};
constexpr fw::Nanos second{1'000'000'000};

bool is_gone(ReaderStatus status)
{
    return status == ReaderStatus::lost || status == ReaderStatus::hung;
}

}  // namespace

Hand::Refusal DeskOperator::say(const std::string& what)
{
    if (!parts_.tell)
        return fmt::format("nobody is there to \"{}\": no terminal, and the reader is not virtual",
                           what);
    parts_.tell(fmt::format("[{}] {}", parts_.name, what));
    return std::nullopt;
}

// Looks at the reader until it shows that it was done.
Hand::Refusal DeskOperator::ask(const std::string& what, const Seen& done)
{
    const std::string request =
        fmt::format("{} ({} s)", what, parts_.patience.count / second.count);
    if (const Refusal nobody = say(request)) return nobody;
    const fw::Nanos start = parts_.clock.now();
    while (parts_.clock.now() - start < parts_.patience) {
        if (parts_.interrupted && parts_.interrupted()) return "ended by a person";
        if (done(parts_.reader.select(tech_, 0xFFFF, select_timeout).status)) return std::nullopt;
        parts_.clock.pause(between_looks);
    }
    return fmt::format(
        "\"{}\" was not seen to be done in time: not done, or the reader is blind "
        "to it",
        what);
}

Hand::Refusal DeskOperator::place(const DeskCard& card, fw::RfSet tech)
{
    tech_ = tech;
    if (lying_ == card.name) return std::nullopt;
    const std::string where = card.where.empty() ? "" : " (" + card.where + ")";
    if (!lying_.empty())
        if (const Refusal refusal = take_away()) return refusal;
    const Refusal refusal =
        ask(fmt::format("place card {}{} on reader {}, alone", card.name, where, parts_.name),
            [](ReaderStatus status) { return status == ReaderStatus::ok; });
    if (!refusal) lying_ = card.name;
    return refusal;
}

Hand::Refusal DeskOperator::take_away()
{
    lying_.clear();
    if (parts_.reader.select(tech_, 0xFFFF, select_timeout).status == ReaderStatus::no_card)
        return std::nullopt;
    return ask(fmt::format("take every card away from reader {}", parts_.name),
               [](ReaderStatus status) { return status == ReaderStatus::no_card; });
}

Hand::Refusal DeskOperator::tear()
{
    lying_.clear();
    return say(fmt::format("pull the card away from reader {} now", parts_.name));
}

Hand::Refusal DeskOperator::unplug()
{
    return ask(fmt::format("unplug reader {}", parts_.name), is_gone);
}

Hand::Refusal DeskOperator::plug()
{
    return ask(fmt::format("plug reader {} in again", parts_.name),
               [](ReaderStatus status) { return !is_gone(status); });
}

Hand::Refusal DeskOperator::garble(bool)
{
    return "a person cannot garble frames";
}

}  // namespace hil
