// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#include "sim/report/pcapng.h"
#include "tests/sim/record/small_run.h"

// A capture in the making and what the installed tshark says of it; without tshark its tests are
// skipped.
namespace sim
{

inline constexpr fw::Nanos half_past_seven{27'000'123'456'789};

inline std::string said_by(const std::string& command)
{
    std::string text;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) return text;
    char part[4096];
    while (const std::size_t size = fread(part, 1, sizeof part, pipe.get()))
        text.append(part, size);
    return text;
}

class Tshark : public testing::Test
{
protected:
    void SetUp() override
    {
        if (WEXITSTATUS(std::system("command -v tshark >/dev/null 2>&1")) != 0)
            GTEST_SKIP() << "tshark is not installed";
    }

    // What tshark prints about the capture, one line a packet for `-T fields`.
    std::string shown(const std::string& words)
    {
        {
            std::ofstream file(name_, std::ios::binary);
            file << capture_.str();
        }
        return said_by("TZ=JST-9 LC_ALL=C.UTF-8 tshark -n -r " + name_ + " " + words +
                       " 2>/dev/null");
    }

    std::vector<std::string> column(const std::string& field, const std::string& words = "")
    {
        std::istringstream lines(shown(words + " -T fields -e " + field));
        std::vector<std::string> found;
        for (std::string line; std::getline(lines, line);) found.push_back(line);
        return found;
    }

    void expect_whole()
    {
        EXPECT_EQ(column("frame.number", "-Y '_ws.malformed || _ws.unreassembled'").size(), 0U);
    }

    // A packet without CRC and with its length byte put before it.
    void felica(Way way, std::string_view body, std::int64_t at = 0)
    {
        std::vector<std::uint8_t> packet{static_cast<std::uint8_t>(body.size() / 2 + 1)};
        put(packet, body);
        writer_.felica_frame({{half_past_seven.count + at}, way, packet, "tap 1-2, read", false});
    }
    void iso14443(Way way, std::string_view hex)
    {
        std::vector<std::uint8_t> frame;
        put(frame, hex);
        writer_.iso14443_frame({half_past_seven, way, frame, "", false}, Crc::absent);
    }
    void apdu(Way way, std::string_view hex)
    {
        std::vector<std::uint8_t> bytes;
        put(bytes, hex);
        writer_.reader_frame({half_past_seven, way, bytes, "", false}, ReaderTalk::apdu);
    }

    std::ostringstream capture_;
    PcapngWriter writer_{capture_, *parse_date("2026-04-01"), "cards are invented"};

private:
    static void put(std::vector<std::uint8_t>& out, std::string_view hex)
    {
        for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
            out.push_back(
                static_cast<std::uint8_t>(std::stoul(std::string(hex.substr(i, 2)), nullptr, 16)));
    }

    std::string name_ = test::scratch_file("tshark");
};

}  // namespace sim
