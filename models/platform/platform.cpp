// SPDX-License-Identifier: Apache-2.0
#include "models/platform/platform.h"

namespace model
{

namespace
{

constexpr const char* numbers[] = {"as_of_ns", "begins_s", "class", "people"};
constexpr const char* texts[] = {"feed", "route", "stop"};

// The cell of a request and nothing else of it; none when a part is missing.
std::optional<sim::Form> cell_of(const sim::Form& request)
{
    sim::Form cell("platform.cell");
    for (const char* name : numbers) {
        const auto value = request.number(name);
        if (!value) return std::nullopt;
        cell.set(name, *value);
    }
    for (const char* name : texts) {
        const auto value = request.text(name);
        if (!value) return std::nullopt;
        cell.set(name, *value);
    }
    return cell;
}

std::vector<std::string> place_of(const sim::Form& cell)
{
    std::vector<std::string> place{std::to_string(*cell.number("begins_s")),
                                   std::to_string(*cell.number("class"))};
    for (const char* name : texts) place.push_back(*cell.text(name));
    return place;
}

sim::Form reply(const char* kind, const sim::Form& request)
{
    return sim::Form(kind).set("request", request.text("request").value_or(""));
}

}  // namespace

sim::Form Platform::answer(const sim::Form& request, const std::string&, Line&)
{
    if (request.kind() == "platform.publish") return publish(request);
    if (request.kind() == "platform.read") return read(request);
    return reply("platform.refused", request);
}

sim::Form Platform::publish(const sim::Form& request)
{
    const std::optional<sim::Form> cell = cell_of(request);
    if (!cell) return reply("platform.refused", request);
    Newest& newest = cells_[place_of(*cell)];
    const std::int64_t as_of = *cell->number("as_of_ns");
    const bool is_new = as_of > newest.as_of_ns;
    if (is_new) {
        newest.as_of_ns = as_of;
        changes_.push_back(*cell);
    }
    return reply("platform.taken", request).set("new", is_new);
}

sim::Form Platform::read(const sim::Form& request) const
{
    const std::int64_t after = request.number("after").value_or(-1);
    if (after < 0 || after >= std::ssize(changes_)) return reply("platform.nothing", request);
    sim::Form cell = changes_[static_cast<std::size_t>(after)];
    return cell.set("request", request.text("request").value_or("")).set("number", after + 1);
}

}  // namespace model
