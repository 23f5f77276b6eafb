// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/bytes.h"

namespace fw
{

// Non-volatile memory of a device as a numbered log of records of at most 64 bytes. `append` is
// atomic: after power loss a record is there whole or not at all.
class Nvram
{
public:
    static constexpr std::size_t record_size = 64;

    virtual bool append(Bytes record) = 0;  // false: full
    virtual std::uint32_t room() = 0;       // records that still fit
    virtual std::uint32_t first() = 0;      // number of the oldest record kept
    virtual std::uint32_t end() = 0;        // one past the newest
    virtual std::size_t read(std::uint32_t number, MutBytes record) = 0;  // 0: no such record
    virtual void drop_before(std::uint32_t number) = 0;

protected:
    ~Nvram() = default;
};

}  // namespace fw
