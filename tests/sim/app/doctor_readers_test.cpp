// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <stdexcept>

#include "tests/sim/app/doctor_desk.h"

namespace app
{
namespace
{

TEST(Doctor, TriesTheReaderThatIsNamedAndNoOther)
{
    Desk desk;
    std::vector<std::string> tried;
    desk.machine.try_reader = [&](const std::string& name) {
        tried.push_back(name);
        return std::string("answers");
    };
    desk.plug(port);
    probe_readers(desk.machine, {});
    EXPECT_TRUE(tried.empty()) << "what is plugged in may be something else";
    EXPECT_EQ(only(probe_readers(desk.machine, {connstring})).what, "answers");
    EXPECT_EQ(tried, std::vector<std::string>{connstring});
}

TEST(Doctor, FindsAReaderThatDoesNotAnswerBroken)
{
    Desk desk;
    desk.machine.try_reader = [](const std::string&) -> std::string {
        throw std::runtime_error("no reader answers");
    };
    desk.plug(port);
    const Finding finding = only(probe_readers(desk.machine, {connstring}));
    EXPECT_EQ(finding.health, Health::problem);
    EXPECT_EQ(finding.what, "no reader answers");
    EXPECT_EQ(desk.examined({connstring}), 70);
}

TEST(Doctor, SaysThatANamedReaderIsNotThere)
{
    const Desk desk;
    const Finding finding = only(probe_readers(desk.machine, {connstring}));
    EXPECT_EQ(finding.health, Health::missing);
    EXPECT_EQ(finding.what, "there is no /dev/ttyUSB0");
    EXPECT_EQ(desk.examined({connstring}), 77);
    desk.link("/dev/reader", "ttyUSB0");
    EXPECT_EQ(only(probe_readers(desk.machine, {"pn532_uart:/dev/reader"})).health, Health::missing)
        << "a link that leads nowhere";
}

TEST(Doctor, NamesTheGroupThatMayOpenThePort)
{
    Desk desk;
    desk.plug(port);
    chmod(desk.machine.at(port).c_str(), 0660);
    struct stat file = {};
    stat(desk.machine.at(port).c_str(), &file);
    desk.machine.user = file.st_uid + 1;
    const Finding barred = only(probe_readers(desk.machine, {}));
    EXPECT_EQ(barred.health, Health::problem);
    EXPECT_NE(barred.remedy.find("usermod -aG " + desk.machine.group_of(port)), std::string::npos);

    desk.machine.groups = {file.st_gid};
    EXPECT_EQ(only(probe_readers(desk.machine, {})).health, Health::ok);
    chmod(desk.machine.at(port).c_str(), 0640);
    EXPECT_EQ(only(probe_readers(desk.machine, {})).health, Health::problem) << "reading only";
}

TEST(Doctor, NamesTheProgramThatHoldsThePortByWhateverName)
{
    const Desk desk;
    desk.plug(port);
    desk.link("/dev/reader", "ttyUSB0");
    desk.run("4711", "minicom");
    desk.link("/proc/4711/fd/3", port);
    for (const char* name : {"pn532_uart:/dev/ttyUSB0", "pn532_uart:/dev/reader"}) {
        const Finding finding = only(probe_readers(desk.machine, {name}));
        EXPECT_EQ(finding.health, Health::problem);
        EXPECT_EQ(finding.what, "is in use by minicom (4711)");
    }
}

TEST(Doctor, TriesAVirtualReaderThoughItsServerHoldsTheOtherEnd)
{
    const Desk desk;
    desk.plug("/dev/pts/4");
    desk.link("/tmp/pn532", "/dev/pts/4");
    desk.run("4711", "tapbench");
    desk.link("/proc/4711/fd/3", "/dev/pts/4");
    EXPECT_EQ(only(probe_readers(desk.machine, {"pn532_uart:/tmp/pn532"})).what, "answers");
}

TEST(Doctor, FindsReadersOnSerialPortsInLibnfcsFilesAndOnUsb)
{
    const Desk desk;
    desk.plug(port);
    desk.plug("/dev/ttyACM1");
    desk.plug("/dev/ttyS0");
    desk.plug("/dev/desk");
    desk.write("/etc/nfc/libnfc.conf", "#device.connstring = \"pn532_uart:/dev/no\"");
    desk.write("/etc/nfc/devices.d/a.conf", "device.connstring = \"pn532_uart:/dev/desk\"");
    desk.plug("/dev/bus/usb/001/007");
    desk.write("/sys/bus/usb/devices/1-2/idVendor", "04e6");
    desk.write("/sys/bus/usb/devices/1-2/idProduct", "5591");
    desk.write("/sys/bus/usb/devices/1-2/busnum", "1");
    desk.write("/sys/bus/usb/devices/1-2/devnum", "7");
    desk.write("/sys/bus/usb/devices/1-3/idVendor", "1d6b");
    std::vector<std::string> subjects;
    for (const Finding& finding : probe_readers(desk.machine, {})) {
        subjects.push_back(finding.subject);
        EXPECT_EQ(finding.health, Health::ok) << finding.what;
    }
    EXPECT_EQ(subjects,
              (std::vector<std::string>{"reader pn532_uart:/dev/desk", "reader /dev/ttyUSB0",
                                        "reader /dev/ttyACM1", "reader /dev/bus/usb/001/007"}));
}

}  // namespace
}  // namespace app
