// SPDX-License-Identifier: Apache-2.0
// Files a person writes: cards, benches, devices, tariffs, people. Whatever is wrong with one is
// told as a ScenarioError.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"
#include "tests/fuzz/fuzz.h"

namespace
{

std::string content_of(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(TAPBENCH_SOURCE_DIR "/scenarios/" + file).rdbuf();
    return text.str();
}

// Beside the program, so that runs side by side do not meet.
const std::string& scratch()
{
    static const std::string name =
        std::filesystem::read_symlink("/proc/self/exe").string() + ".yaml";
    return name;
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    std::vector<Octets> all;
    for (const char* const file : {"card/transit.yaml", "card/my_number.yaml",
                                   "device/city_default.yaml", "people/maebashi.yaml"})
        all.push_back(text(content_of(file)));
    all.push_back(
        text("bench: desk\ndevices:\n"
             "  fare_box/bus-12/front: { use: \"nfc:pn532_uart:/dev/ttyUSB0\" }\n"));
    all.push_back(text("tariff: t\noperators: []\nbalance_limit: 20000 yen\n"));
    return all;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::ofstream(scratch(), std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    try {
        sim::check_file(scratch());
    } catch (const sim::ScenarioError&) {
    } catch (const sim::NotHere&) {
    }
    return 0;
}
