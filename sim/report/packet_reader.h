// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/report/frame_fields.h"

// The body of a FeliCa packet, read front to back; each call names what it took. Once bytes lack,
// nothing more is read.
namespace sim
{

enum class ByteOrder : std::uint8_t { little, big };

class PacketReader
{
public:
    explicit PacketReader(fw::Bytes body) : rest_(body) {}

    void card();                                   // an IDm
    void number(const char* name, int more = 0);   // one byte and `more`
    void word(const char* name, ByteOrder order);  // two bytes
    void hex(const char* name, std::size_t count);
    void encrypted(const char* name, std::size_t count);
    std::vector<std::uint16_t> words(const char* name, ByteOrder order);  // a count, and so many
    void blocks(const std::vector<std::uint16_t>& services);              // a block list
    void status();
    void data();  // whole blocks to the end; one that repeats the card's number is not shown
    std::size_t left() const { return short_ ? 0 : rest_.size(); }

    const std::vector<FrameField>& fields() const { return fields_; }

private:
    fw::Bytes take(std::size_t count);
    void add(const char* name, std::string value) { fields_.push_back({name, std::move(value)}); }

    fw::Bytes rest_, card_;
    bool short_ = false;
    std::vector<FrameField> fields_;
};

}  // namespace sim
