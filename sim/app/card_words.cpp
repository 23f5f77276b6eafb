// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_words.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

namespace app
{

void add_card(CLI::App& root, CardServeOptions& options, std::function<int()>& action)
{
    CLI::App* card = root.add_subcommand("card", "our cards in other people's readers");
    card->require_subcommand(1);
    CLI::App* serve = card->add_subcommand("serve", "hold cards up; commands by stdin, see help");
    serve->add_option("CARD", options.cards, "card files")->required();
    serve->add_option("--pn532", options.pn532, "link to make: a virtual PN532 reader's line");
    serve->add_option("--vpcd", options.vpcd, "HOST:PORT of pcscd's virtual reader");
    serve->add_option("--udp", options.udp, "HOST:PORT to listen at, for nfcpy's udp driver");
    serve->add_option("--state", options.state, "folder in which the cards remember");
    serve->add_option("--set", options.set, "key=value of the card, N.key=value of the Nth")
        ->allow_extra_args(false);
    serve->add_option("--uart", options.uart_baud, "add the time of a serial line at this rate")
        ->check(CLI::Range(1200, 10'000'000));
    serve->add_flag("--air-time", options.air_time, "add the time on air and of the card");
    serve->add_flag("--empty", options.empty, "hold no card up at the start");
    serve->callback([&options, &action] {
        action = [&options] {
            return card_serve_command(options, STDIN_FILENO, std::cout, std::cerr);
        };
    });
}

}  // namespace app
