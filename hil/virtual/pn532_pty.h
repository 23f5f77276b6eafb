// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// A serial port that is not there: the two ends of a raw pseudo-terminal and a symbolic link by
// which programs find it. One slave end stays open, so that a client which closes the port hangs
// nothing up.
namespace hil
{

class PseudoTerminal
{
public:
    // Throws std::runtime_error with one line. A link that leads to a pseudo-terminal of the past
    // is replaced; anything else at its place is left alone and refused.
    explicit PseudoTerminal(std::string link);
    ~PseudoTerminal();  // removes the link when it still leads here
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;

    int master() const { return master_; }

private:
    void open_ends();
    void close_ends();
    void make_link() const;

    std::string link_;
    std::string slave_path_;
    int master_ = -1;
    int slave_ = -1;
};

}  // namespace hil
