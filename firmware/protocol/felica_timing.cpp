// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/felica_timing.h"

#include "firmware/protocol/felica.h"

namespace fw::felica
{
namespace
{

struct Parameter {
    std::size_t byte;  // of PMm
    bool per_unit;     // the B term counts
};

constexpr Parameter parameter_of(std::uint8_t code)
{
    switch (code) {
        case request_service:
            return {2, true};
        case request_response:
        case search_service_code:
        case request_system_code:
            return {3, false};
        case authentication1:
            return {4, true};
        case authentication2:
            return {4, false};
        case read_plain:
        case read_secure:
            return {5, true};
        case write_plain:
        case write_secure:
            return {6, true};
        default:
            return {7, true};
    }
}

}  // namespace

Nanos longest_response(const Pmm& pmm, std::uint8_t code, unsigned n)
{
    const Parameter parameter = parameter_of(code);
    const unsigned byte = pmm.bytes[parameter.byte];
    const std::int64_t a = byte & 7;
    const std::int64_t b = (byte >> 3) & 7;
    const unsigned e = byte >> 6;
    const std::int64_t units = parameter.per_unit ? n : 0;
    return carrier_cycles((256 * 16 * ((b + 1) * units + a + 1)) << 2 * e);
}

}  // namespace fw::felica
