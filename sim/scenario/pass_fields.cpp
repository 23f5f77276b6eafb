// SPDX-License-Identifier: Apache-2.0
// Who holds a pass in a scenario.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr std::int32_t whole = 1'000'000;  // 100 %

const Pass& known_pass(Visitor& v, const Tariff& tariff, const std::string& id,
                       const std::string& path)
{
    static const Pass none;
    std::vector<std::string> ids;
    for (const Pass& pass : tariff.passes) {
        if (pass.id == id) return pass;
        ids.push_back(pass.id);
    }
    v.require(false, path, fmt::format("unknown pass \"{}\"{}", id, did_you_mean(id, ids)));
    return none;
}

// Cards first used in the run have no end in it: that must hold to the last alighting.
void require_pass(Visitor& v, const Scenario& scenario, const PassGroup& group,
                  const std::string& path)
{
    const Pass& pass = known_pass(v, scenario.city.tariff, group.pass, path + ".pass");
    v.require(group.in_use_ppm == 1'000'000 || pass.lasts >= scenario.to - scenario.from,
              path + ".pass",
              fmt::format("pass \"{}\" lasts {}, less than the window: its end is not followed for "
                          "cards first used in the run",
                          pass.id, time_text(pass.lasts)));
    const bool by_amount = pass.kind == PassKind::amount;
    v.require(
        !by_amount || group.amount.count > 0, path,
        fmt::format("pass \"{}\" covers an amount of each ride: \"amount\" is missing", pass.id));
    v.require(by_amount || group.amount.count == 0, path + ".amount",
              fmt::format("\"amount\" belongs to amount passes, \"{}\" covers an area", pass.id));
}

}  // namespace

void fields(Visitor& v, PassGroup& group)
{
    v.place(&group.line, nullptr);
    v.field({"pass", "a pass of the tariff", Need::required}, Text(group.pass));
    v.field({"share", "of the card riders", Need::required}, Percent(group.share_ppm));
    v.field({"in_use", "of those: first used before the window, so that some end in it"},
            Percent(group.in_use_ppm));
    v.field({"amount", "yen of each ride that an amount pass covers"},
            Money(group.amount, 0, 60'000));
}

void require_passes(Visitor& v, const Scenario& scenario)
{
    std::int32_t shares = 0;
    for (std::size_t i = 0; i < scenario.passes.size(); ++i) {
        const std::string path = fmt::format("passes.{}", i);
        require_pass(v, scenario, scenario.passes[i], path);
        shares += scenario.passes[i].share_ppm;
        v.require(shares <= whole, path + ".share", "all shares together are more than 100 %");
    }
}

}  // namespace sim
