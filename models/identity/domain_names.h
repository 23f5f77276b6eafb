// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "sim/base/rng_stream.h"

// What a holder of a certificate, or a card, is called in another domain: a keyed pseudonym for
// each (services.md P4). Only the domain of identity has the key and can lead a name back.
namespace model
{

std::string name_in(std::uint64_t key, const std::string& domain, const std::string& own);

// All names that were asked for, and who they are.
class DomainNames
{
public:
    explicit DomainNames(std::uint64_t seed) : seed_(seed) {}

    // "eofjkcnpaghbadlm", without digits, so that no part of it can look like an individual number;
    // `own` is a serial number or a card number.
    std::string name_in(const std::string& domain, const std::string& own);
    // Empty: of nobody asked for so far.
    std::string own_of(const std::string& name) const;

private:
    std::uint64_t seed_;
    std::map<std::string, std::string> own_;  // by name
};

}  // namespace model
