// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <sstream>

#include "hil/virtual/pn532_server.h"
#include "tests/hil/virtual/test_cards.h"

// virtual_reader LINK [CARD...]: a virtual PN532 with these cards on it, for tests with other
// people's programs. Says "ready", then obeys one line after the other and says "ok" to each:
// present CARD, remove CARD, unplug, plug, fault NAME [MILLISECONDS], quit.
namespace
{

using hil::ReaderFault;

ReaderFault fault_of(const std::string& name)
{
    const std::map<std::string, ReaderFault> faults{{"none", ReaderFault::none},
                                                    {"mute", ReaderFault::mute},
                                                    {"ack_only", ReaderFault::ack_only},
                                                    {"garbled", ReaderFault::garbled},
                                                    {"dead_time", ReaderFault::dead_time},
                                                    {"swallow_first", ReaderFault::swallow_first},
                                                    {"late", ReaderFault::late}};
    return faults.at(name);
}

struct Desk {
    explicit Desk(const std::string& link) : server(field, {.link = link}) {}

    void obey(const std::string& verb, const std::string& name, std::int64_t milliseconds)
    {
        if (verb == "present") field.present(box.card(name));
        if (verb == "remove") field.remove(box.card(name).get());
        if (verb == "unplug") server.unplug();
        if (verb == "plug") server.plug();
        if (verb == "fault") server.set_fault(fault_of(name), {milliseconds * 1'000'000});
    }

    test_support::CardBox box;
    hil::CardField field;
    hil::Pn532Server server;
};

int serve(const std::vector<std::string>& words)
{
    Desk desk(words.at(1));
    for (std::size_t i = 2; i < words.size(); ++i) desk.obey("present", words[i], 0);
    std::cout << "ready" << std::endl;
    for (std::string line; std::getline(std::cin, line) && line != "quit";) {
        std::istringstream stream(line);
        std::string verb, name;
        std::int64_t milliseconds = 0;
        stream >> verb >> name >> milliseconds;
        desk.obey(verb, name, milliseconds);
        std::cout << "ok" << std::endl;
    }
    return 0;
}

}  // namespace

int main(int count, char** words)
{
    try {
        return serve({words, words + count});
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
