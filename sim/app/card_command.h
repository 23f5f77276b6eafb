// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

// `tapbench card serve CARD...`: our cards offered to other people's software.
namespace app
{

struct CardServeOptions {
    std::vector<std::string> cards;
    // Exactly one of them.
    std::string pn532;  // symbolic link to a virtual reader's pseudo-terminal
    std::string vpcd;   // HOST:PORT of pcscd's virtual reader
    std::string udp;    // HOST:PORT of our own

    std::string state;             // folder in which the cards remember; made if need be
    std::vector<std::string> set;  // key=value of every card, N.key=value of the Nth
    int uart_baud = 0;
    bool air_time = false;
    bool empty = false;  // no card is held up at the start
};

// Says "ready WHERE" and then obeys the lines of `input` (a file descriptor; see CardConsole),
// whose end changes nothing, until "quit", SIGINT or SIGTERM. 0; wrong words and files throw.
int card_serve_command(const CardServeOptions& options, int input, std::ostream& out,
                       std::ostream& log);

}  // namespace app
