// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/aid_edition.h"

#include <charconv>
#include <vector>

namespace model
{

bool AidEdition::take(const sim::Form& page)
{
    const auto until = page.number("made_ns");
    const std::vector<std::string> persons = page.texts("persons");
    const std::vector<std::string> versions = page.texts("versions");
    const std::vector<std::string> contents = page.texts("contents");
    if (page.kind() != "aid.changes" || !until || versions.size() != persons.size() ||
        contents.size() != persons.size() || (persons.empty() && page.flag("more")))
        return false;
    made = *until;
    for (std::size_t i = 0; i < persons.size(); ++i) {
        Entry& held = people[persons[i]];
        std::from_chars(versions[i].data(), versions[i].data() + versions[i].size(), held.version);
        held.contents = contents[i];
    }
    return true;
}

}  // namespace model
