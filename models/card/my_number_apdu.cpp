// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_apdu.h"

namespace model
{
namespace
{

constexpr std::size_t head = 4;

// What follows the header: a length of data and the data, a length of the answer, or both.
struct Tail {
    fw::Bytes bytes;
    std::size_t width;  // bytes of a length
    std::size_t most;   // what an expected length of zero means

    std::size_t number(std::size_t at) const
    {
        return width == 1 ? bytes[at] : fw::get_be16(&bytes[at]);
    }
    std::size_t expected(std::size_t at) const { return number(at) == 0 ? most : number(at); }
};

bool read_tail(const Tail& tail, Apdu& apdu)
{
    const std::size_t size = tail.bytes.size();
    if (size == tail.width) {
        apdu.le = tail.expected(0);
        return true;
    }
    if (size < tail.width || tail.number(0) == 0) return false;
    const std::size_t end = tail.width + tail.number(0);
    if (size != end && size != end + tail.width) return false;
    apdu.data = tail.bytes.subspan(tail.width, tail.number(0));
    if (size > end) apdu.le = tail.expected(end);
    return true;
}

}  // namespace

std::optional<Apdu> parse_apdu(fw::Bytes command)
{
    if (command.size() < head) return std::nullopt;
    Apdu apdu{.cla = command[0], .ins = command[1], .p1 = command[2], .p2 = command[3], .data = {}};
    const fw::Bytes rest = command.subspan(head);
    if (rest.empty()) return apdu;
    apdu.extended = rest[0] == 0 && rest.size() > 1;
    const Tail tail = apdu.extended ? Tail{rest.subspan(1), 2, 65536} : Tail{rest, 1, 256};
    if (!read_tail(tail, apdu)) return std::nullopt;
    return apdu;
}

}  // namespace model
