// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/rf_udp.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "hil/virtual/rf_udp_text.h"
#include "models/card/card_image.h"
#include "models/card/felica_rf_card.h"
#include "models/card/type_a_card.h"
#include "models/card/type_b_card.h"
#include "tests/models/card/rf_desk.h"

// Exchanges in the shape in which nfcpy's driver was captured, with cards of our own.
namespace hil
{
namespace
{

using namespace model;

struct Datagrams {
    TransitCard transit = issue_card({.number = 7, .balance = {1000}, .history = 20});
    EchoChip chip;
    CardField field;

    Datagrams()
    {
        const fw::Pmm pmm{{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}};
        field.present(std::make_shared<FelicaRfCard>(
            transit, transit_profile(pmm, std::make_shared<StandInCipher>()),
            sim::RngStream(1, "udp")));
        field.present(std::make_shared<TypeBCard>(chip, TypeBIdentity{}, sim::RngStream(1, "udp")));
        const TypeAIdentity identity{.uid = {8, 1, 2, 3}, .uid_size = 4};
        field.present(std::make_shared<TypeACard>(&chip, identity, sim::RngStream(1, "udp")));
    }
    std::string ask(const std::string& datagram) { return answer_datagram(field, datagram); }
};
struct RfUdpText : testing::Test, Datagrams {
};

constexpr char idm[] = "0fbe000000000007";

TEST_F(RfUdpText, FindsAndReadsAFelicaCardAtBothRates)
{
    for (const std::string rate : {"212F ", "424F "}) {
        EXPECT_EQ(ask(rate + "0600ffff0100"), rate + "1401" + idm + "100b4b428485d0ff0003");
        const std::string read = ask(rate + "1006" + idm + "010f09018000");
        EXPECT_EQ(read.substr(0, 31), rate + "1d07" + idm + "000001");
        EXPECT_EQ(read.size(), 5u + 2 * 29);
        EXPECT_EQ(ask(rate + "0a04" + idm), rate + "0b05" + idm + "00");
        EXPECT_EQ(ask("RFOFF"), "");
    }
}

TEST_F(RfUdpText, ActivatesATypeBCardAndTalksInBlocks)
{
    const std::string atqb = ask("106B 050010");
    ASSERT_EQ(atqb.size(), 5u + 24);
    EXPECT_EQ(atqb.substr(0, 7), "106B 50");
    const std::string pupi = atqb.substr(7, 8);
    EXPECT_EQ(ask("106B 1d" + pupi + "00080100"), "106B 00");
    EXPECT_EQ(ask("106B 02a4"), "106B 02a49000");
    EXPECT_EQ(ask("106B b3"), "106B a2");
    EXPECT_EQ(ask("106B c2"), "106B c2");
    EXPECT_EQ(ask("106B 050010"), "");  // asleep until it is woken up
    EXPECT_EQ(ask("106B 050018").size(), 5u + 24);
}

TEST_F(RfUdpText, SelectsATypeACardWithItsCheckByte)
{
    EXPECT_EQ(ask("106A 26"), "106A 0400");
    EXPECT_EQ(ask("106A 9320"), "106A 0801020308");
    EXPECT_EQ(ask("106A 93700801020308"), "106A 20");
    EXPECT_EQ(ask("106A e080"), "106A 0578808002");
    EXPECT_EQ(ask("106A 02b0"), "106A 02b09000");
    ask("RFOFF");
    EXPECT_EQ(ask("106A 02b0"), "");
    EXPECT_EQ(ask("106A 26"), "106A 0400");
}

TEST_F(RfUdpText, SwitchesTheFieldWithTheFirstFrameAndWithRfoff)
{
    EXPECT_FALSE(field.is_on());
    ask("nonsense");
    EXPECT_FALSE(field.is_on());
    ask("106A 26");
    EXPECT_TRUE(field.is_on());
    ask("RFOFF\r\n");
    EXPECT_FALSE(field.is_on());
}

TEST_F(RfUdpText, HasNoAnswerToWhatIsNoFrame)
{
    const std::string longest(2 * 262, '0');
    for (const std::string& datagram : std::vector<std::string>{
             "", " ", "212F", "212F ", "212F 0", "212F 0g", "212F -1", "212F 06 00", "848A 26",
             "212f 0600ffff0100", "RFOFFF", "106A 26 26", "212F " + longest + "00",
             std::string("212F \0\0", 7)})
        EXPECT_EQ(ask(datagram), "") << datagram.size();
    EXPECT_FALSE(field.is_on());
    EXPECT_EQ(ask("106A " + longest), "");  // as long as a frame may be, and heard by nobody
    EXPECT_TRUE(field.is_on());
}

TEST_F(RfUdpText, DoesNotHearTwoCardsInOneSlot)
{
    TransitCard other = issue_card({.number = 8});
    field.present(std::make_shared<FelicaRfCard>(
        other, transit_profile({}, std::make_shared<StandInCipher>()), sim::RngStream(1, "udp")));
    EXPECT_EQ(ask("212F 0600ffff0100"), "");
}

RC_GTEST_PROP(AnyDatagram, IsSurvived, (const std::string& noise))
{
    Datagrams at;
    at.ask(noise);
    for (const char* rate : {"106A ", "106B ", "212F ", "424F "}) {
        std::string hex;
        for (const char c : noise) hex += "0123456789abcdef"[c & 15];
        const std::string answer = at.ask(rate + hex);
        RC_ASSERT(answer.empty() || answer.starts_with(rate));
    }
}

// A client's socket; the time-out of its answers fails the test and is no measure.
struct UdpClient {
    explicit UdpClient(std::uint16_t port)
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        EXPECT_EQ(connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
    }
    ~UdpClient() { close(socket); }
    void say(std::string_view text) { send(socket, text.data(), text.size(), 0); }
    std::string hear()
    {
        std::array<char, 100> answer{};
        const ssize_t size = recv(socket, answer.data(), answer.size(), 0);
        return size < 0 ? "nothing" : std::string(answer.data(), static_cast<std::size_t>(size));
    }
    int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
};

TEST(RfUdp, AnswersWhoeverAsks)
{
    Datagrams cards;
    RfUdp server(cards.field, "127.0.0.1", 0);
    for (int i = 0; i < 2; ++i) {
        UdpClient client(server.port());
        client.say("rubbish");
        client.say("106A 52");
        EXPECT_EQ(client.hear(), "106A 0400");
        cards.field.switch_field(false);
    }
}

TEST(RfUdp, SaysInOneLineWhyThereIsNoSocket)
{
    CardField field;
    for (const char* address : {"nowhere", "203.0.113.1"}) {
        try {
            RfUdp server(field, address, 0);
            FAIL() << address;
        } catch (const std::runtime_error& error) {
            EXPECT_EQ(std::string(error.what()).find("no UDP socket at " + std::string(address)),
                      0u);
            EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace hil
