// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "tests/sim/app/doctor_desk.h"

namespace app
{
namespace
{

TEST(Doctor, IsContentWithAReaderAndSaysWhenOnlyThatIsMissing)
{
    const Desk desk;
    EXPECT_EQ(desk.examined(), 77);
    desk.plug(port);
    EXPECT_EQ(desk.examined(), 0);
    EXPECT_EQ(desk.examined({connstring}), 0);
}

TEST(Doctor, MindsKernelModulesOnlyWhenTheyHoldAReader)
{
    const Desk desk;
    EXPECT_EQ(only(probe_kernel_modules(desk.machine)).what, "none that takes readers is loaded");
    desk.write("/proc/modules", "pn533_usb 1 0 - Live 0x0\npn533 1 1 pn533_usb, Live 0x0\n");
    EXPECT_EQ(only(probe_kernel_modules(desk.machine)).health, Health::ok);
    desk.write("/sys/bus/usb/drivers/pn533_usb/1-2:1.0/uevent", "");
    const Finding finding = only(probe_kernel_modules(desk.machine));
    EXPECT_EQ(finding.health, Health::problem);
    EXPECT_NE(finding.remedy.find("modprobe -r pn533_usb pn533`"), std::string::npos);
}

TEST(Doctor, MindsModemManagerOnlyBesideASerialPort)
{
    const Desk desk;
    desk.run("812", "ModemManager");
    EXPECT_EQ(only(probe_modem_manager(desk.machine)).health, Health::ok);
    desk.plug("/dev/ttyACM0");
    EXPECT_EQ(only(probe_modem_manager(desk.machine)).health, Health::problem);
}

TEST(Doctor, TellsAMissingCardServiceFromOneThatSleeps)
{
    const Desk desk;
    EXPECT_EQ(probe_card_service(desk.machine)[0].what,
              "has its socket and starts when it is asked");
    desk.run("33", "pcscd");
    EXPECT_EQ(probe_card_service(desk.machine)[0].what, "runs");
    fs::remove(desk.machine.at("/run/pcscd/pcscd.comm"));
    EXPECT_EQ(probe_card_service(desk.machine)[0].health, Health::missing);
    fs::remove(desk.machine.at("/usr/sbin/pcscd"));
    EXPECT_EQ(probe_card_service(desk.machine)[0].what, "is not installed");
    fs::remove(desk.machine.at("/usr/lib/pcsc/drivers/serial/libifdvpcd.so"));
    EXPECT_EQ(probe_card_service(desk.machine)[1].health, Health::missing);
}

TEST(Doctor, MindsASlowClockAndAHostThatDoesNotRun)
{
    Desk desk;
    desk.plug(port);
    desk.write("/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet");
    EXPECT_EQ(only(probe_clock(desk.machine)).health, Health::problem);
    EXPECT_EQ(desk.examined(), 70);
    desk.machine.driver_version = [] { return std::string(); };
    EXPECT_EQ(only(probe_driver(desk.machine)).health, Health::problem);
}

TEST(Doctor, GivesARemedyForAllThatIsNotInOrderAndForNothingElse)
{
    Desk bare;
    fs::remove_all(bare.machine.root);
    bare.machine.display.clear();
    bare.machine.driver_version = [] { return std::string(); };
    for (const Finding& finding : examine(bare.machine, {}))
        EXPECT_EQ(finding.remedy.empty(), finding.health == Health::ok) << finding.subject;
}

TEST(Doctor, PrintsTheSameForPeopleAndPrograms)
{
    const Desk desk;
    desk.plug(port);
    std::ostringstream text, json;
    doctor_command({{connstring}}, desk.machine, text);
    doctor_command({{connstring}, true}, desk.machine, json);
    EXPECT_NE(text.str().find("ok       reader pn532_uart:/dev/ttyUSB0  answers\n"),
              std::string::npos)
        << text.str();
    const auto all = nlohmann::json::parse(json.str());
    EXPECT_EQ(all["exit"], 0);
    EXPECT_EQ(all["findings"][0]["what"], "libnfc 1.8.0");
    EXPECT_EQ(all["findings"][0]["health"], "ok");
}

}  // namespace
}  // namespace app
