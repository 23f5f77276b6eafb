// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// The flows file of a test of messages: a portal and counters of one domain, shops of another that
// may know classes only, and a consent that is given and revoked.
namespace sim::test
{

std::string flows_of_the_talk();

}  // namespace sim::test
