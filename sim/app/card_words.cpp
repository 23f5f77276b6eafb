// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_words.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

namespace app
{

namespace
{

void add_serve(CLI::App& card, CardServeOptions& options, std::function<int()>& action)
{
    CLI::App* serve = card.add_subcommand("serve", "hold cards up; commands by stdin, see help");
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

void add_issue(CLI::App& card, CardIssueOptions& options, std::function<int()>& action)
{
    CLI::App* issue = card.add_subcommand("issue", "make a blank FeliCa Lite-S a bench card");
    issue->add_option("CARD", options.card, "card file: number, rider and balance")->required();
    issue->add_option("--bench", options.bench, "bench file that names the reader")->required();
    issue->add_option("--device", options.device, "device or reader of the bench file");
    issue->add_flag("--again", options.again, "issue a card of the bench anew");
    issue->callback([&options, &action] {
        action = [&options] { return card_issue_command(options, std::cout, std::cerr); };
    });
}

}  // namespace

void add_card(CLI::App& root, CardOptions& options, std::function<int()>& action)
{
    CLI::App* card = root.add_subcommand("card", "our cards, virtual and real");
    card->require_subcommand(1);
    add_serve(*card, options.serve, action);
    add_issue(*card, options.issue, action);
}

}  // namespace app
