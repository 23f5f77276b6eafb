// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <optional>

#include "firmware/protocol/pn532.h"
#include "hil/virtual/pn532_server.h"
#include "tests/hil/virtual/scratch.h"
#include "tests/hil/virtual/terminal.h"
#include "tests/hil/virtual/test_cards.h"

// Whole sessions of hosts, played over the pseudo-terminal from text files.
namespace test_support
{
namespace
{

namespace pn532 = fw::pn532;

class Player
{
public:
    explicit Player(std::string link) : link_(std::move(link)) {}

    void play(const std::string& file)
    {
        std::ifstream lines(std::string(TAPBENCH_SOURCE_DIR "/tests/hil/virtual/") + file);
        ASSERT_TRUE(lines) << file;
        int number = 0;
        for (std::string line; std::getline(lines, line) && !testing::Test::HasFailure();) {
            SCOPED_TRACE(file + ":" + std::to_string(++number));
            obey(line);
        }
    }
    std::map<std::string, std::string> known;  // what stands for {name}

private:
    void obey(const std::string& line)
    {
        if (line == "open") terminal_.emplace(link_);
        if (line == "close") terminal_.reset();
        if (line.starts_with(">>"))
            terminal_->write(bytes_of(filled(line)));
        else if (line.starts_with(">"))
            send(bytes_of(filled(line)));
        if (line.starts_with("<<"))
            EXPECT_EQ(hex(terminal_->read(bytes_of(line).size())), hex(bytes_of(line)));
        else if (line.starts_with("<"))
            expect(line.substr(2));
    }

    void send(const ByteRow& data)
    {
        std::array<std::uint8_t, pn532::longest_frame> frame{};
        const std::size_t size = pn532::make_frame(data.at(0), fw::Bytes(data).subspan(1), frame);
        terminal_->write({frame.begin(), frame.begin() + size});
    }

    // The acknowledgement and one frame, exactly; then what the frame holds.
    void expect(std::string pattern)
    {
        EXPECT_EQ(hex(terminal_->read(6)), hex(pn532::ack));
        ByteRow frame = terminal_->read(8);
        ASSERT_EQ(frame.size(), 8u);
        EXPECT_EQ(hex(fw::Bytes(frame).first(3)), "00 00 ff");
        const bool extended = frame[3] == 0xFF && frame[4] == 0xFF;
        const std::size_t length = extended ? fw::get_be16(&frame[5]) : frame[3];
        const ByteRow rest = terminal_->read(length + (extended ? 10 : 7) - 8);
        frame.insert(frame.end(), rest.begin(), rest.end());
        EXPECT_EQ(frame.back(), 0x00);
        compare(pattern, data_of(frame));
    }

    static ByteRow data_of(const ByteRow& frame)
    {
        pn532::Parser parser(pn532::from_chip);
        for (const std::uint8_t byte : frame)
            if (parser.take(byte) == pn532::Parser::Event::frame) {
                ByteRow data{pn532::from_chip};
                data.insert(data.end(), parser.data().begin(), parser.data().end());
                return data;
            }
        return {};
    }

    // A {pupi} that was not known yet is whatever stands in its place: four bytes.
    void compare(const std::string& pattern, const ByteRow& data)
    {
        const std::size_t at = pattern.find("{pupi}");
        if (at != std::string::npos && !known.contains("pupi"))
            known["pupi"] = hex(data).substr(at, 11);
        EXPECT_EQ(hex(data), hex(bytes_of(filled(pattern))));
    }

    std::string filled(std::string text) const
    {
        for (const auto& [name, value] : known) {
            const std::string mark = "{" + name + "}";
            for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
                text.replace(at, mark.size(), value);
        }
        return text;
    }

    std::string link_;
    std::optional<Terminal> terminal_;
};

struct Transcript : testing::Test {
    Transcript()
    {
        for (const char* card : {"transit", "type_b"}) field.present(box.card(card));
        const model::TransitCard& card = box.transit();
        player.known["idm"] = hex(card.idm.bytes);
        player.known["pmm"] = hex(CardBox::pmm.bytes);
        player.known["history"] = hex(card.blocks[model::blocks::history + card.newest[0]]);
    }
    Scratch folder;
    CardBox box;
    hil::CardField field;
    hil::Pn532Server server{field, {.link = folder.path("reader")}};
    Player player{folder.path("reader")};
};

TEST_F(Transcript, OfNfcpyOnASerialLineIsAnsweredByteByByte)
{
    player.play("nfcpy_tty.txt");
}

TEST_F(Transcript, OfLibnfcIsAnsweredByteByByte)
{
    player.play("libnfc_session.txt");
}

}  // namespace
}  // namespace test_support
