// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "sim/link/form.h"

// What changed, until one moment, of the people whom a shelter expects: the pages of one fetch
// (services.md S65). A tablet holds all of them or none.
namespace model
{

struct AidEdition {
    struct Entry {
        std::int64_t version = 0;
        std::string contents;
    };

    std::map<std::string, Entry> people;  // by name
    std::int64_t made = -1;               // the moment

    // Of "aid.changes". False: not a page, or one that leads no further.
    bool take(const sim::Form& page);
};

}  // namespace model
