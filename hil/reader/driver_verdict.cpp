// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/driver_verdict.h"

#include <algorithm>

#include "firmware/protocol/felica.h"

namespace hil
{

namespace
{

constexpr fw::Nanos at_once{5'000'000};

bool no_port(DriverAnswer answer)
{
    return answer.code == driver_io_error && answer.took < at_once;
}

}  // namespace

ReaderStatus status_of_silence(DriverAnswer first, DriverAnswer second)
{
    if (no_port(first) && no_port(second)) return ReaderStatus::lost;
    if (second.code == driver_no_reader) return ReaderStatus::lost;
    return second.code == driver_timeout ? ReaderStatus::hung : ReaderStatus::garbled;
}

bool is_repeated(int code, const CallKind& kind)
{
    return (code == driver_io_error && kind.repeat_damaged) ||
           (code == driver_timeout && kind.repeat_silent);
}

ReaderStatus status_of_failure(int code, const CallKind& kind)
{
    const bool answer_lost = code == driver_timeout && kind.chip_ends_it;
    return code == driver_io_error || answer_lost ? ReaderStatus::garbled : kind.otherwise;
}

bool may_repeat(fw::RfSet tech, fw::Bytes command)
{
    using namespace fw::felica;
    if (command.size() < 2) return false;
    if (tech == fw::RfSet::type_a || tech == fw::RfSet::type_b)
        return command[0] == 0x00 && (command[1] == 0xA4 || command[1] == 0xB0);
    constexpr std::uint8_t reading[] = {polling,    request_service,     request_response,
                                        read_plain, search_service_code, request_system_code};
    return std::find(std::begin(reading), std::end(reading), command[1]) != std::end(reading);
}

int chip_timeout_ms(fw::Nanos timeout)
{
    constexpr int longest = 0x10;
    int code = 5;  // the chip waits 0.1 ms, doubled code - 1 times
    while (code < longest && (std::int64_t{100'000} << (code - 1)) < timeout.count) ++code;
    return (3280 >> (longest - code)) + 1;
}

}  // namespace hil
