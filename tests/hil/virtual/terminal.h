// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

#include "tests/hil/virtual/hex.h"

// The client's end of a serial port, as a program without libnfc would use it.
namespace test_support
{

class Terminal
{
public:
    explicit Terminal(const std::string& path) : file_(::open(path.c_str(), O_RDWR | O_NOCTTY))
    {
        termios settings{};
        if (file_ < 0 || ::tcgetattr(file_, &settings) != 0)
            throw std::runtime_error(path + ": cannot be opened");
        ::cfmakeraw(&settings);
        ::tcsetattr(file_, TCSANOW, &settings);
        ::tcflush(file_, TCIFLUSH);
    }
    ~Terminal() { ::close(file_); }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void write(const ByteRow& bytes)
    {
        if (::write(file_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
            throw std::runtime_error("short write");
    }
    // Fewer than `size` bytes when no more come or the port has gone.
    ByteRow read(std::size_t size)
    {
        ByteRow bytes(size);
        std::size_t have = 0;
        while (have < size) {
            pollfd waiting{file_, POLLIN, 0};
            if (::poll(&waiting, 1, patience_ms) != 1) break;
            const ssize_t got = ::read(file_, bytes.data() + have, size - have);
            if (got <= 0) break;
            have += static_cast<std::size_t>(got);
        }
        bytes.resize(have);
        return bytes;
    }

private:
    static constexpr int patience_ms = 10'000;
    int file_;
};

}  // namespace test_support
