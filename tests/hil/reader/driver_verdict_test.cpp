// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/driver_verdict.h"

#include <gtest/gtest.h>
#include <nfc/nfc.h>

#include <algorithm>
#include <array>
#include <vector>

#include "hil/reader/device_path.h"
#include "hil/reader/nfc_target.h"

namespace hil
{
namespace
{

using namespace fw::literals;

constexpr DriverAnswer at_once{NFC_EIO, 80_us};
constexpr DriverAnswer after_flush{NFC_EIO, 51_ms};
constexpr DriverAnswer silent{NFC_ETIMEOUT, 150_ms};

TEST(DriverVerdict, KnowsTheCodesOfTheInstalledLibrary)
{
    EXPECT_EQ(driver_io_error, NFC_EIO);
    EXPECT_EQ(driver_timeout, NFC_ETIMEOUT);
    EXPECT_EQ(driver_no_reader, NFC_ENOTSUCHDEV);
}

TEST(DriverVerdict, TellsAGonePortFromADamagedLineAndFromASilentReader)
{
    EXPECT_EQ(status_of_silence(at_once, at_once), ReaderStatus::lost);
    EXPECT_EQ(status_of_silence(after_flush, after_flush), ReaderStatus::garbled);
    EXPECT_EQ(status_of_silence(at_once, after_flush), ReaderStatus::garbled);
    EXPECT_EQ(status_of_silence(silent, silent), ReaderStatus::hung);
    EXPECT_EQ(status_of_silence(after_flush, silent), ReaderStatus::hung);
    EXPECT_EQ(status_of_silence(at_once, {NFC_ENOTSUCHDEV, 1_ms}), ReaderStatus::lost);
}

TEST(DriverVerdict, BlamesTheCardOnlyForWhatAnAliveReaderSaysOfIt)
{
    constexpr CallKind exchange{.otherwise = ReaderStatus::timeout};
    for (const int code : {NFC_ERFTRANS, NFC_ETGRELEASED, NFC_EINVARG, NFC_ECHIP, 0})
        EXPECT_EQ(status_of_failure(code, exchange), ReaderStatus::timeout) << code;
    EXPECT_EQ(status_of_failure(NFC_EIO, exchange), ReaderStatus::garbled);
    EXPECT_EQ(status_of_failure(NFC_ETIMEOUT, exchange), ReaderStatus::garbled);
}

TEST(DriverVerdict, LetsACardWorkLongerThanTheBenchWaits)
{
    constexpr CallKind apdu{.otherwise = ReaderStatus::timeout, .chip_ends_it = false};
    EXPECT_EQ(status_of_failure(NFC_ETIMEOUT, apdu), ReaderStatus::timeout);
}

TEST(DriverVerdict, RepeatsOnlyAfterDamageOrSilenceAndOnlyWhereAllowed)
{
    constexpr CallKind never{};
    constexpr CallKind damaged{.repeat_damaged = true};
    constexpr CallKind both{.repeat_damaged = true, .repeat_silent = true};
    EXPECT_FALSE(is_repeated(NFC_EIO, never));
    EXPECT_TRUE(is_repeated(NFC_EIO, damaged));
    EXPECT_FALSE(is_repeated(NFC_ETIMEOUT, damaged));
    EXPECT_TRUE(is_repeated(NFC_ETIMEOUT, both));
    EXPECT_FALSE(is_repeated(NFC_ERFTRANS, both));
    EXPECT_FALSE(is_repeated(0, both)) << "an empty field";
}

TEST(DriverVerdict, NeverSendsTwiceWhatCountsTheSecondTime)
{
    const auto felica = [](int code) {
        const std::array<std::uint8_t, 2> packet{16, static_cast<std::uint8_t>(code)};
        return may_repeat(fw::RfSet::felica_212, packet);
    };
    for (const int reading : {0x00, 0x02, 0x04, 0x06, 0x0A, 0x0C})
        EXPECT_TRUE(felica(reading)) << reading;
    for (const int other : {0x08, 0x10, 0x12, 0x14, 0x16, 0x32, 0xF0})
        EXPECT_FALSE(felica(other)) << other;

    const auto apdu = [](std::uint8_t instruction) {
        return may_repeat(fw::RfSet::type_b, std::vector<std::uint8_t>{0, instruction, 0, 0});
    };
    EXPECT_TRUE(apdu(0xA4));   // SELECT
    EXPECT_TRUE(apdu(0xB0));   // READ BINARY
    EXPECT_FALSE(apdu(0x20));  // VERIFY: a wrong PIN costs a try
    EXPECT_FALSE(apdu(0x2A));  // a signature
    EXPECT_FALSE(may_repeat(fw::RfSet::type_b, {}));
}

// libnfc compares the milliseconds with 3280 halved again and again; the chip waits 0.1 ms doubled.
TEST(DriverVerdict, MakesTheChipWaitAtLeastAsLongAsAsked)
{
    const auto chip_waits = [](int ms) {
        int code = 0x10;
        for (int limit = 3280; limit > 1 && ms <= limit; limit /= 2) --code;
        return 100_us * (1 << (code - 1));
    };
    for (const fw::Nanos asked : {1_ms, 2_ms, 5_ms, 10_ms, 30_ms, 51_ms, 52_ms, 100_ms, 204_ms,
                                  205_ms, 250_ms, 500_ms, 819_ms, 820_ms, 3_s}) {
        const fw::Nanos waited = chip_waits(chip_timeout_ms(asked));
        EXPECT_GE(waited, asked) << asked.count;
        EXPECT_LE(waited, std::max(asked * 2, 1600_us)) << asked.count;
    }
    EXPECT_EQ(chip_timeout_ms(100_s), chip_timeout_ms(3_s)) << "the longest there is";
}

TEST(DevicePath, IsToldByTheConnectionString)
{
    EXPECT_EQ(device_path_of("pn532_uart:/dev/ttyUSB0"), "/dev/ttyUSB0");
    EXPECT_EQ(device_path_of("pn532_uart:/dev/ttyUSB0:115200"), "/dev/ttyUSB0");
    EXPECT_EQ(device_path_of("pn53x_usb:001:004"), "/dev/bus/usb/001/004");
    EXPECT_EQ(device_path_of("pn53x_usb"), "");
    EXPECT_EQ(device_path_of("pn53x_usb:../x:004"), "");
    EXPECT_EQ(device_path_of(""), "");
}

TEST(NfcTarget, BelievesNoLengthThatAChipTells)
{
    nfc_target found{};
    found.nti.nai.szUidLen = 200;
    found.nti.nai.szAtsLen = 60'000;
    const Target a = target_of(found, fw::RfSet::type_a);
    EXPECT_EQ(a.answer_size, a.answer.size());

    found = {};
    found.nti.nfi.szLen = 18;
    found.nti.nfi.abtSysCode[1] = 3;
    EXPECT_EQ(target_of(found, fw::RfSet::felica_212).system_code, 0) << "no system code was sent";
    found.nti.nfi.szLen = 20;
    EXPECT_EQ(target_of(found, fw::RfSet::felica_212).system_code, 3);
    EXPECT_EQ(target_of(found, fw::RfSet::type_b).answer_size, 12);
}

}  // namespace
}  // namespace hil
