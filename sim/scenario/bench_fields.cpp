// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>

#include "sim/scenario/amounts.h"
#include "sim/scenario/bench_file.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr const char* prefix = "fare_box/";
constexpr std::int64_t fastest_line = 4'000'000;  // more than any PN532 takes

// The name is the key: fare_box/BUS/DOOR.
void take_name(const YamlNode& key, BenchDevice& device)
{
    const std::string& name = key.text;
    const std::size_t last = name.rfind('/');
    const std::size_t first = std::string(prefix).size();
    if (!name.starts_with(prefix) || last < first + 1 || last + 1 == name.size())
        key.fail(fmt::format("expected fare_box/BUS/DOOR, found \"{}\"", name));
    device.name = name;
    device.bus = name.substr(first, last - first);
    device.door = name.substr(last + 1);
}

// A map from a device's name to what is used for it.
class DeviceMap final : public Value
{
public:
    explicit DeviceMap(std::vector<BenchDevice>& devices) : devices_(devices) {}
    void read(const YamlNode& node) override
    {
        if (node.kind != YamlNode::Kind::map || node.items.empty())
            node.fail("expected at least one device by its name, found " + node.found());
        devices_.clear();
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            BenchDevice device;
            Struct<BenchDevice>(device).read(node.items[i]);
            take_name(node.keys[i], device);
            device.line = node.keys[i].place.line;
            device.column = node.keys[i].place.column;
            devices_.push_back(std::move(device));
        }
    }
    YamlNode write() const override
    {
        YamlNode node = YamlNode::map();
        for (BenchDevice& device : devices_)
            node.set(device.name, Struct<BenchDevice>(device).write());
        return node;
    }
    YamlNode schema() const override
    {
        BenchDevice sample;
        YamlNode schema = schema_of_type("object");
        schema.set("minProperties", YamlNode::word(1));
        YamlNode& names = schema.set("patternProperties", YamlNode::map());
        names.set("^fare_box/.+/[^/]+$", Struct<BenchDevice>(sample).schema());
        schema.set("additionalProperties", YamlNode::word("false"));
        return schema;
    }
    std::string type() const override { return "map"; }

private:
    std::vector<BenchDevice>& devices_;
};

}  // namespace

void fields(Visitor& v, BenchDevice& device)
{
    v.place(&device.line, &device.column);
    v.field({"use", "nfc: and a connection string of libnfc, or tape: and a file", Need::required},
            Text(device.use));
    const bool nfc = device.use.starts_with("nfc:") && device.use.size() > 4;
    const bool tape = device.is_tape() && device.use.size() > 5;
    v.require(nfc || tape, "use",
              fmt::format("expected nfc:CONNSTRING such as nfc:pn532_uart:/dev/ttyUSB0, or "
                          "tape:FILE; found \"{}\"",
                          device.use));
    v.field({"present",
             "who holds the cards: our own hand at a virtual reader (scenario) or a person "
             "(operator)"},
            Choice<Presenter>(device.present, {{"scenario", Presenter::scenario},
                                               {"operator", Presenter::operator_}}));
    v.only_if(!device.is_tape(), "present", "a tape is played without cards");
    v.field({"baud", "serial line that the virtual reader acts out; 0: none"},
            Count(device.baud, 0, fastest_line));
    v.only_if(device.present == Presenter::scenario, "baud", "belongs to \"present: scenario\"");
    v.require(device.present != Presenter::scenario || device.is_tape() ||
                  device.use.starts_with("nfc:pn532_uart:/"),
              "use",
              "with \"present: scenario\" expected nfc:pn532_uart:/PATH of the virtual reader");
}

void fields(Visitor& v, BenchFile& bench)
{
    v.file(bench.file);
    v.field({"bench", "name of the bench", Need::heading}, Text(bench.name));
    v.field({"devices", "fare_box/BUS/DOOR: { use: ..., present: ... }"}, DeviceMap(bench.devices));
    v.field({"readers", "on the desk, for certification"},
            List(bench.readers, 0, &DeskReader::name));
    v.field({"cards", "beside them"}, List(bench.cards, 0, &DeskCard::name));
    v.require(!bench.devices.empty() || !bench.readers.empty(), "",
              "expected \"devices\" for a run, or \"readers\" for certification");
    require_desk(v, bench.readers, bench.cards);
    v.field({"pace",
             "simulated time keeps to the wall's during taps of real readers (taps) or always "
             "(wall)"},
            Choice<BenchPace>(bench.pace, {{"taps", BenchPace::taps}, {"wall", BenchPace::wall}}));
    v.field({"drift", "lateness of the simulation that makes the run an error of the bench"},
            Duration(bench.drift, {1}));
    v.field({"patience", "how long a person has to place or take away a card"},
            Duration(bench.patience, {1}));
}

BenchFile load_bench(const std::string& file)
{
    namespace fs = std::filesystem;
    BenchFile bench;
    Struct<BenchFile>(bench).read(parse_yaml(file));
    bench.file = file;
    for (BenchDevice& device : bench.devices)
        if (device.is_tape())
            device.use =
                "tape:" +
                (fs::path(file).parent_path() / device.target()).lexically_normal().string();
    return bench;
}

}  // namespace sim
