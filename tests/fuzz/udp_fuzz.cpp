// SPDX-License-Identifier: Apache-2.0
// Datagrams of whoever finds the socket on which cards stand in for a reader; one a line.
#include "hil/virtual/rf_udp_text.h"
#include "tests/fuzz/desk.h"
#include "tests/fuzz/fuzz.h"

std::vector<fuzz::Octets> fuzz::seeds()
{
    return {
        text("212F 0600ffff0100\n424F 0600ffff0100\nRFOFF\n"),
        text("106B 050010\n106B 1d000000000008 0100\nRFOFF"),
        text("106A 26\n106A 9320\n106A 5000\n106A e080\n106A 0200a40400\n"),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Desk desk;
    std::string_view left(reinterpret_cast<const char*>(data), size);
    while (!left.empty()) {
        const std::string_view datagram = left.substr(0, left.find('\n'));
        const std::string answer = hil::answer_datagram(desk.field, datagram);
        fuzz::must(answer.empty() || answer.find(' ') == 4);
        left.remove_prefix(std::min(left.size(), datagram.size() + 1));
    }
    return 0;
}
