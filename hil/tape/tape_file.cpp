// SPDX-License-Identifier: Apache-2.0
#include "hil/tape/tape_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/base/hex_text.h"

namespace hil
{

namespace
{

using StatusWord = std::pair<ReaderStatus, const char*>;
constexpr std::array<StatusWord, 6> status_words{{{ReaderStatus::ok, "ok"},
                                                  {ReaderStatus::no_card, "no_card"},
                                                  {ReaderStatus::timeout, "timeout"},
                                                  {ReaderStatus::garbled, "garbled"},
                                                  {ReaderStatus::lost, "lost"},
                                                  {ReaderStatus::hung, "hung"}}};
using TechWord = std::pair<fw::RfSet, const char*>;
constexpr std::array<TechWord, 4> tech_words{{{fw::RfSet::felica_212, "f212"},
                                              {fw::RfSet::felica_424, "f424"},
                                              {fw::RfSet::type_b, "b106"},
                                              {fw::RfSet::type_a, "a106"}}};
constexpr std::size_t fixed_part = 18;  // IDm, PMm, system code

template <typename Words, typename Value>
std::string word_of(const Words& words, Value value)
{
    for (const auto& [known, word] : words)
        if (known == value) return word;
    return "?";
}

}  // namespace

std::string question_of(const TapeEntry& entry)
{
    if (!entry.select) return "> " + sim::hex_of(entry.command);
    const std::array<std::uint8_t, 2> system{static_cast<std::uint8_t>(entry.system_code >> 8),
                                             static_cast<std::uint8_t>(entry.system_code)};
    return "? " + word_of(tech_words, entry.tech) + " " + sim::hex_of(system);
}

std::string text_of(const TapeEntry& entry)
{
    return question_of(entry) + "\n< " + word_of(status_words, entry.status) + " " +
           (entry.answer.empty() ? std::string("-") : sim::hex_of(entry.answer)) + " " +
           std::to_string(entry.time.total.count) + " " + std::to_string(entry.time.device.count) +
           (entry.worked ? " worked\n" : " -\n");
}

std::string text_of(const TapeHead& head)
{
    const LinkTime& link = head.link;
    return "tapbench tape 1\ndevice " + head.device + "\nscenario " + head.scenario + "\nreader " +
           head.reader + "\nlink " + std::to_string(link.samples) + " " +
           std::to_string(link.median.count) + " " + std::to_string(link.low.count) + " " +
           std::to_string(link.high.count) + "\n";
}

std::vector<std::uint8_t> bytes_of(const Target& target)
{
    std::vector<std::uint8_t> bytes(target.idm.bytes.begin(), target.idm.bytes.end());
    bytes.insert(bytes.end(), target.pmm.bytes.begin(), target.pmm.bytes.end());
    bytes.push_back(static_cast<std::uint8_t>(target.system_code >> 8));
    bytes.push_back(static_cast<std::uint8_t>(target.system_code));
    const std::size_t more = std::min<std::size_t>(target.answer_size, target.answer.size());
    bytes.insert(bytes.end(), target.answer.begin(),
                 target.answer.begin() + static_cast<std::ptrdiff_t>(more));
    return bytes;
}

Target target_of(const TapeEntry& entry)
{
    Target target;
    target.tech = entry.tech;
    const fw::Bytes bytes = entry.answer;
    if (bytes.size() < fixed_part) return target;
    std::copy_n(bytes.begin(), 8, target.idm.bytes.begin());
    std::copy_n(bytes.begin() + 8, 8, target.pmm.bytes.begin());
    target.system_code = fw::get_be16(&bytes[16]);
    const std::size_t more = std::min(bytes.size() - fixed_part, target.answer.size());
    std::copy_n(bytes.begin() + fixed_part, more, target.answer.begin());
    target.answer_size = static_cast<std::uint8_t>(more);
    return target;
}

}  // namespace hil
