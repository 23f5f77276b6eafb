// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "hil/tape/tape_file.h"
#include "sim/base/hex_text.h"

// Reading a tape: bounded, and whatever is not exactly as written is refused with its line.
namespace hil
{

namespace
{

constexpr std::size_t longest_line = 1024;
constexpr std::size_t longest_file = 1 << 30;
constexpr std::int64_t longest_call = 3600'000'000'000;  // an hour

class Lines
{
public:
    Lines(const std::string& name, std::string_view text) : name_(name), rest_(text) {}

    int number() const { return number_; }
    bool at_end() const { return rest_.empty(); }
    [[noreturn]] void fail(const std::string& what) const { throw TapeError(name_, number_, what); }
    std::string_view next(const char* expected)
    {
        ++number_;
        if (rest_.empty()) fail(std::string("the tape ends where ") + expected + " is expected");
        const std::size_t end = rest_.substr(0, longest_line + 1).find('\n');
        if (end == rest_.npos) fail("a line is too long or has no end");
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return line;
    }

private:
    std::string name_;
    std::string_view rest_;
    int number_ = 0;
};

// Takes the next word off the line; words stand one blank apart.
std::string_view take(std::string_view& line)
{
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

std::int64_t number_of(const Lines& lines, std::string_view word, std::int64_t most)
{
    std::int64_t value = -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc() || end != word.data() + word.size() || value < 0 ||
        value > most)
        lines.fail("expected a number from 0 to " + std::to_string(most));
    return value;
}

fw::Nanos time_of(const Lines& lines, std::string_view word)
{
    return {number_of(lines, word, longest_call)};
}

std::string head_line(Lines& lines, std::string_view key)
{
    std::string_view line = lines.next("the head");
    if (take(line) != key || line.empty())
        lines.fail("expected the line \"" + std::string(key) + " ...\"");
    return std::string(line);
}

TapeHead parse_head(Lines& lines)
{
    if (lines.next("the first line") != "tapbench tape 1")
        lines.fail("expected \"tapbench tape 1\": this is no tape, or one of another version");
    TapeHead head;
    head.device = head_line(lines, "device");
    head.scenario = head_line(lines, "scenario");
    head.reader = head_line(lines, "reader");
    const std::string link = head_line(lines, "link");
    std::string_view words = link;
    head.link.samples = static_cast<int>(number_of(lines, take(words), 1'000'000));
    head.link.median = time_of(lines, take(words));
    head.link.low = time_of(lines, take(words));
    head.link.high = time_of(lines, take(words));
    if (!words.empty()) lines.fail("expected four numbers");
    return head;
}

std::vector<std::uint8_t> hex(const Lines& lines, std::string_view word, std::size_t least,
                              std::size_t most)
{
    const auto bytes = sim::bytes_of_hex(word);
    if (!bytes) lines.fail("expected pairs of small hexadecimal digits");
    if (bytes->size() < least || bytes->size() > most)
        lines.fail("expected " + std::to_string(least) + " to " + std::to_string(most) + " bytes");
    return *bytes;
}

void parse_question(Lines& lines, TapeEntry& entry)
{
    std::string_view line = lines.next("a question");
    entry.line = lines.number();
    const std::string_view mark = take(line);
    if (mark == ">") {
        entry.command = hex(lines, line, 1, Reader::longest_command);
        return;
    }
    if (mark != "?") lines.fail("expected a line that starts with ? or >");
    entry.select = true;
    const std::string_view tech = take(line);
    if (tech == "f424")
        entry.tech = fw::RfSet::felica_424;
    else if (tech == "b106")
        entry.tech = fw::RfSet::type_b;
    else if (tech == "a106")
        entry.tech = fw::RfSet::type_a;
    else if (tech != "f212")
        lines.fail("expected f212, f424, b106 or a106");
    const auto system = hex(lines, line, 2, 2);
    entry.system_code = fw::get_be16(system.data());
}

ReaderStatus status_of(const Lines& lines, std::string_view word)
{
    constexpr std::array<const char*, 6> words{"ok",      "no_card", "timeout",
                                               "garbled", "lost",    "hung"};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (word == words[i]) return static_cast<ReaderStatus>(i);
    lines.fail("expected ok, no_card, timeout, garbled, lost or hung");
}

void parse_answer(Lines& lines, TapeEntry& entry)
{
    std::string_view line = lines.next("an answer");
    if (take(line) != "<") lines.fail("expected a line that starts with <");
    entry.status = status_of(lines, take(line));
    const std::string_view answer = take(line);
    const bool answered = entry.status == ReaderStatus::ok;
    if (!answered && answer != "-") lines.fail("only an answer that is ok has bytes");
    if (answered)
        entry.answer = entry.select ? hex(lines, answer, 18, 82)
                                    : hex(lines, answer, 1, Reader::longest_answer);
    entry.time.total = time_of(lines, take(line));
    entry.time.device = time_of(lines, take(line));
    if (line != "worked" && line != "-") lines.fail("expected \"worked\" or \"-\" at the end");
    entry.worked = line == "worked";
}

}  // namespace

Tape parse_tape(const std::string& name, std::string_view text)
{
    Lines lines(name, text);
    Tape tape;
    tape.head = parse_head(lines);
    while (!lines.at_end()) {
        TapeEntry& entry = tape.entries.emplace_back();
        parse_question(lines, entry);
        parse_answer(lines, entry);
    }
    return tape;
}

Tape read_tape(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    if (!stream) throw TapeError(file, 0, "no such tape, or it cannot be read");
    const auto size = static_cast<std::int64_t>(stream.tellg());
    if (size < 0 || size > static_cast<std::int64_t>(longest_file))
        throw TapeError(file, 0, "not a file, or too large for a tape");
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.seekg(0).read(text.data(), size);
    if (!stream) throw TapeError(file, 0, "cannot be read");
    return parse_tape(file, text);
}

}  // namespace hil
