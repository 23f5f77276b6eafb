// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/pn532.h"
#include "tests/hil/virtual/libnfc_desk.h"
#include "tests/hil/virtual/terminal.h"

namespace test_support
{
namespace
{

using hil::ReaderFault;

TEST_F(Libnfc, LosesAnUnpluggedReaderAndFindsItWhenPluggedIn)
{
    {
        NfcClient client(context, reader.link);
        ASSERT_EQ(client.select_felica(), 1);
        reader.server.unplug();
        EXPECT_EQ(client.select_felica(), NFC_EIO);
        EXPECT_EQ(client.read_history(), NFC_EIO);
        EXPECT_EQ(context.open(reader.link), nullptr);
        reader.server.plug();
        EXPECT_EQ(client.select_felica(), NFC_EIO);  // the old handle never recovers
    }
    NfcClient again(context, reader.link);
    EXPECT_EQ(again.select_felica(), 1);
}

struct FaultCase {
    ReaderFault fault;
    int result;
};

// What libnfc makes of a fault in the middle of a session, and that it recovers when it is over.
TEST_F(Libnfc, NamesEachFaultAndRecoversFromIt)
{
    NfcClient client(context, reader.link);
    for (const auto& [fault, result] : {FaultCase{ReaderFault::mute, NFC_ETIMEOUT},
                                        {ReaderFault::ack_only, NFC_ETIMEOUT},
                                        {ReaderFault::garbled, NFC_EIO},
                                        {ReaderFault::late, NFC_ETIMEOUT}}) {
        ASSERT_EQ(client.select_felica(), 1);
        reader.server.set_fault(fault, {200'000'000});
        EXPECT_EQ(client.read_history_within(60), result) << static_cast<int>(fault);
        reader.server.set_fault(ReaderFault::none);
        EXPECT_EQ(client.select_felica(), 1) << static_cast<int>(fault);
        EXPECT_EQ(client.read_history(), 29);
    }
}

TEST_F(Libnfc, CannotOpenAMuteReaderNorOneThatOnlyAcknowledges)
{
    for (const ReaderFault fault : {ReaderFault::mute, ReaderFault::ack_only}) {
        reader.server.set_fault(fault);
        EXPECT_EQ(context.open(reader.link), nullptr);
    }
    reader.server.set_fault(ReaderFault::none);
    NfcClient client(context, reader.link);
    EXPECT_EQ(client.select_felica(), 1);
}

TEST_F(Libnfc, OpensAtTheSecondTryWhenTheFirstFrameIsLost)
{
    reader.server.set_fault(ReaderFault::swallow_first);
    EXPECT_EQ(context.open(reader.link), nullptr);
    NfcClient client(context, reader.link);
    EXPECT_EQ(client.select_felica(), 1);
}

TEST_F(Libnfc, GetsNoAnswerInTheDeadTimeAfterAnAbort)
{
    NfcClient client(context, reader.link);
    reader.field.remove(reader.box.card("transit").get());
    client.set(NP_INFINITE_SELECT, true);
    EXPECT_EQ(client.select_felica(), NFC_ETIMEOUT);  // and the chip keeps searching
    reader.server.set_fault(ReaderFault::dead_time, {2'000'000'000});
    Terminal(reader.link).write({fw::pn532::ack.begin(), fw::pn532::ack.end()});
    nfc_device_set_property_int(client.device(), NP_TIMEOUT_COMMAND, 60);
    EXPECT_EQ(client.set(NP_ACTIVATE_FIELD, true), NFC_ETIMEOUT);
}

}  // namespace
}  // namespace test_support
