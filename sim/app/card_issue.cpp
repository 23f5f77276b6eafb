// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_issue.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "firmware/protocol/lite_s.h"
#include "hil/bridge/bench_name.h"
#include "models/card/lite_s_card.h"
#include "models/card/lite_s_cipher.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

namespace lite_s = fw::lite_s;
namespace purse = fw::lite_s_purse;
using Blocks = std::vector<fw::Block>;

constexpr fw::Nanos patience{200'000'000};
constexpr int attempts = 3;
constexpr std::size_t s_pads = 14;

// One selected card: reads and writes whole blocks, or says why not.
class CardTalk
{
public:
    CardTalk(hil::Reader& reader, const fw::Idm& card) : reader_(reader), card_(card) {}

    Blocks read(fw::Bytes numbers)
    {
        const fw::Bytes data =
            exchange(lite_s::make_read(card_, numbers, command_), "read block", numbers[0]);
        if (data.size() != numbers.size() * fw::felica::block_size)
            refuse("is no FeliCa Lite-S: it answers a read with too little");
        Blocks blocks(numbers.size());
        for (std::size_t i = 0; i < blocks.size(); ++i)
            std::copy_n(&data[i * fw::felica::block_size], fw::felica::block_size,
                        blocks[i].begin());
        return blocks;
    }
    void write(std::uint8_t number, const fw::Block& block)
    {
        exchange(lite_s::make_write(card_, number, block, command_), "write block", number);
    }
    [[noreturn]] void refuse(const std::string& why) const
    {
        throw sim::ScenarioError(reader_.name(), "the card there " + why);
    }

private:
    // All commands used here may be repeated.
    fw::Bytes exchange(std::size_t size, const char* what, unsigned number)
    {
        hil::Exchange heard;
        for (int i = 0; i < attempts && heard.status != hil::ReaderStatus::ok; ++i) {
            heard = reader_.exchange(fw::Bytes(command_).first(size), answer_, patience);
            if (hil::is_bench_failure(heard.status)) throw std::runtime_error(reader_.problem());
        }
        if (heard.status != hil::ReaderStatus::ok)
            throw sim::NotHere(reader_.name() +
                               ": the card left in the middle; nothing is locked, issue it again "
                               "with --again");
        fw::Bytes data;
        const auto status =
            fw::felica::parse_plain_answer(fw::Bytes(answer_).first(heard.size), card_, data);
        if (!status.ok())
            refuse(fmt::format("refuses to {} {:02X} (status {:02X} {:02X})", what, number,
                               status.flag1, status.flag2));
        return data;
    }

    hil::Reader& reader_;
    fw::Idm card_;
    std::array<std::uint8_t, fw::felica::max_packet> command_{}, answer_{};
};

bool is_empty(const fw::Block& block)
{
    return block == fw::Block{};
}

// Every right still open and nothing in need of a MAC.
bool is_unlocked(const fw::Block& rights)
{
    const auto all = [&](std::size_t from, std::size_t to, std::uint8_t value) {
        return std::all_of(rights.begin() + static_cast<std::ptrdiff_t>(from),
                           rights.begin() + static_cast<std::ptrdiff_t>(to),
                           [&](std::uint8_t byte) { return byte == value; });
    };
    return all(model::lite_s_rights::writable, model::lite_s_rights::system_blocks + 1, 0xFF) &&
           all(model::lite_s_rights::key_with_mac, model::lite_s_rights::state_with_mac + 1, 0x00);
}

void require_fit(CardTalk& talk, const IssueTerms& terms)
{
    const Blocks system = talk.read(std::array<std::uint8_t, 2>{lite_s::mc, lite_s::ckv});
    if (!is_unlocked(system[0])) talk.refuse("is locked: its block MC was changed, for good");
    const fw::Block name = talk.read(std::array{hil::name_block})[0];
    if (terms.again && hil::decode_bench_name(name)) return;
    const std::string hint = hil::decode_bench_name(name) ? "; --again issues it anew" : "";
    for (std::uint8_t number = 0; number < s_pads; ++number)
        if (!is_empty(talk.read(std::array{number})[0]))
            talk.refuse(fmt::format("is not blank: block {:02X} holds something{}", number, hint));
    if (!is_empty(system[1])) talk.refuse("is not blank: its key has a version");
}

struct Part {
    std::uint8_t number;
    fw::Block block;
};

// The name first, so that a card that leaves early is known when it comes again.
std::vector<Part> parts_of(const model::TransitCard& card)
{
    using namespace model::lite_s_memory;
    std::vector<Part> parts{{hil::name_block, hil::encode_bench_name(card.idm)},
                            {lite_s::ck, card.blocks[ck]},
                            {lite_s::ckv, card.blocks[ckv]},
                            {purse::holder_block, card.blocks[purse::holder_block]}};
    for (const std::uint8_t number : purse::ring) parts.push_back({number, card.blocks[number]});
    return parts;
}

void read_back(CardTalk& talk, const std::vector<Part>& parts)
{
    for (const Part& part : parts)
        if (part.number != lite_s::ck && talk.read(std::array{part.number})[0] != part.block)
            talk.refuse(fmt::format("did not keep block {:02X}", part.number));
}

// A key cannot be read: the card shows that it has it.
void prove_key(CardTalk& talk, const fw::Block& key)
{
    fw::Block challenge;
    std::copy_n(hil::fresh_key().begin(), challenge.size(), challenge.begin());
    talk.write(lite_s::rc, challenge);
    const std::array<std::uint8_t, 2> asked{purse::holder_block, lite_s::mac_a};
    const Blocks told = talk.read(asked);
    const lite_s::Message message = lite_s::read_message(asked, told[0]);
    const lite_s::Mac mac =
        model::lite_s_mac(model::lite_s_keys(key, challenge), model::MacOf::read, message.view());
    if (!std::equal(mac.begin(), mac.end(), told[1].begin())) talk.refuse("did not keep its key");
}

}  // namespace

void issue_lite_s_at(hil::Reader& reader, const hil::Target& target,
                     const model::TransitCard& wanted, const IssueTerms& terms)
{
    CardTalk talk(reader, target.idm);
    require_fit(talk, terms);
    const std::vector<Part> parts = parts_of(wanted);
    for (const Part& part : parts) talk.write(part.number, part.block);
    read_back(talk, parts);
    prove_key(talk, wanted.blocks[model::lite_s_memory::ck]);
}

}  // namespace app
