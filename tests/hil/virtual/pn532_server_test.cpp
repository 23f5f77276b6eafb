// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_server.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/hil/virtual/line_desk.h"
#include "tests/hil/virtual/scratch.h"
#include "tests/hil/virtual/terminal.h"

namespace test_support
{
namespace
{

namespace files = std::filesystem;

struct Pn532Port : testing::Test {
    std::string ask_firmware() const
    {
        Terminal terminal(link);
        terminal.write(bytes_of(firmware_question));
        return hex(terminal.read(6 + 13));
    }
    const std::string both = ack + " " + firmware_answer;
    Scratch folder;
    std::string link = folder.path("reader");
    CardBox box;
    hil::CardField field;
};

TEST_F(Pn532Port, AnswersWhoeverOpensItsLinkAgainAndAgain)
{
    const hil::Pn532Server server(field, {.link = link});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(ask_firmware(), both);
}

TEST_F(Pn532Port, RemovesItsLinkAtTheEnd)
{
    {
        const hil::Pn532Server server(field, {.link = link});
        EXPECT_TRUE(files::is_symlink(link));
    }
    EXPECT_FALSE(files::is_symlink(link));
}

TEST_F(Pn532Port, LeavesALinkAloneThatSomebodyElseHasPutThere)
{
    {
        const hil::Pn532Server server(field, {.link = link});
        files::remove(link);
        files::create_symlink("/dev/null", link);
    }
    EXPECT_TRUE(files::is_symlink(link));
}

TEST_F(Pn532Port, RefusesAPlaceThatIsTaken)
{
    std::ofstream(link) << "something";
    EXPECT_THROW(hil::Pn532Server(field, {.link = link}), std::runtime_error);
    files::remove(link);
    files::create_symlink("/dev/null", link);
    EXPECT_THROW(hil::Pn532Server(field, {.link = link}), std::runtime_error);
    EXPECT_THROW(hil::Pn532Server(field, {.link = folder.path("no/such/folder")}),
                 std::runtime_error);
}

TEST_F(Pn532Port, RefusesTheLinkOfAnotherReaderThatLives)
{
    const hil::Pn532Server server(field, {.link = link});
    hil::CardField other;
    EXPECT_THROW(hil::Pn532Server(other, {.link = link}), std::runtime_error);
    EXPECT_EQ(ask_firmware(), both);
}

TEST_F(Pn532Port, ReplacesALinkThatAKilledReaderLeftBehind)
{
    files::create_symlink("/dev/pts/1048575", link);
    const hil::Pn532Server server(field, {.link = link});
    EXPECT_EQ(ask_firmware(), both);
}

TEST_F(Pn532Port, IsGoneWhenUnpluggedAndThereAgainWhenPlugged)
{
    hil::Pn532Server server(field, {.link = link});
    Terminal before(link);
    field.switch_field(true);
    server.unplug();
    EXPECT_FALSE(files::is_symlink(link));
    EXPECT_FALSE(field.is_on());
    EXPECT_TRUE(before.read(1).empty());  // hung up
    server.plug();
    EXPECT_EQ(ask_firmware(), both);
    server.plug();
    EXPECT_EQ(ask_firmware(), both);
}

TEST_F(Pn532Port, KeepsItsFaultOverUnplugging)
{
    hil::Pn532Server server(field, {.link = link});
    server.set_fault(hil::ReaderFault::garbled);
    server.unplug();
    server.plug();
    EXPECT_NE(ask_firmware(), both);
    server.set_fault(hil::ReaderFault::none);
    EXPECT_EQ(ask_firmware(), both);
}

TEST_F(Pn532Port, AnswersAWaitingSearchWhenACardIsPresented)
{
    hil::Pn532Server server(field, {.link = link});
    Terminal terminal(link);
    terminal.write(bytes_of(search_felica));
    EXPECT_EQ(hex(terminal.read(6)), ack);
    field.present(box.card("transit"));
    EXPECT_EQ(hex(terminal.read(31)).substr(0, 29), "00 00 ff 18 e8 d5 4b 01 01 14");
}

TEST_F(Pn532Port, SurvivesAHostThatNeverReads)
{
    hil::Pn532Server server(field, {.link = link});
    {
        Terminal terminal(link);
        for (int i = 0; i < 2000; ++i) terminal.write(bytes_of(firmware_question));
    }
    server.unplug();
    server.plug();
    EXPECT_EQ(ask_firmware(), both);
}

}  // namespace
}  // namespace test_support
