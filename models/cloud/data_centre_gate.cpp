// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/data_centre_gate.h"

namespace model
{

DataCentreGate::DataCentreGate(const sim::AccessLine& rules, sim::Recorder& recorder)
    : line_(rules.classes ? sim::LinkQueue(rules.rate_kbps, rules.packet_bytes)
                          : sim::LinkQueue(rules.rate_kbps)),
      question_bytes_(static_cast<std::size_t>(rules.question_bytes)),
      recorder_(recorder)
{
}

fw::Nanos DataCentreGate::pass(fw::Nanos at, std::size_t bytes, Way way, sim::Traffic traffic)
{
    const auto length = static_cast<std::int64_t>(bytes);
    const fw::Nanos sent = line_.sent(at, length, way, traffic);
    recorder_.service(
        sim::BoxRow(sim::LineUseRow{at.count, length, way == Way::there ? 1 : 0,
                                    traffic == sim::Traffic::bulk ? 1 : 0, sent.count}));
    return sent;
}

}  // namespace model
