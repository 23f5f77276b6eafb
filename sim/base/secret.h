// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

// A PIN, a password, an individual number: what the bench must know and must never show. It cannot
// be put into a stream or formatted; whoever reveals it does not print it.
namespace sim
{

class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) {}

    const std::string& reveal() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

std::ostream& operator<<(std::ostream&, const Secret&) = delete;

}  // namespace sim
