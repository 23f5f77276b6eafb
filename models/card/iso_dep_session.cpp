// SPDX-License-Identifier: Apache-2.0
#include "models/card/iso_dep_session.h"

#include <algorithm>

namespace model
{

using Event = fw::iso_dep::CardSide::Event;

IsoDepSession::IsoDepSession(ApduCard& chip, fw::Nanos waiting, fw::Nanos turn)
    : chip_(chip), waiting_(waiting), turn_(turn)
{
}

IsoDepSession::Reply IsoDepSession::hear(fw::Bytes block)
{
    switch (side_.hear(block)) {
        case Event::silence:
            return {};
        case Event::block:
            return {side_.block(), turn_};
        case Event::deselected:
            return {side_.block(), turn_, true};
        case Event::command:
            left_ = {};
            granted_ = 1;
            answer_size_ = chip_.transmit(side_.command(), answer_, left_);
            return work();
        case Event::waited:
            return work();
    }
    return {};
}

IsoDepSession::Reply IsoDepSession::work()
{
    if (left_ <= waiting_ * granted_) {
        side_.answer(fw::Bytes(answer_).first(answer_size_));
        return {side_.block(), std::max(left_, turn_)};
    }
    const std::int64_t wanted = (left_.count + waiting_.count - 1) / waiting_.count;
    granted_ = std::min<std::int64_t>(wanted, fw::iso_dep::most_waiting);
    side_.ask_time(static_cast<std::uint8_t>(granted_));
    const fw::Nanos half{waiting_.count / 2};
    left_ = left_ - half;
    return {side_.block(), half};
}

}  // namespace model
