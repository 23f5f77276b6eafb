// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace test_support
{

// An empty folder of a test's own, removed with all that is in it.
class Scratch
{
public:
    Scratch() : folder_(std::filesystem::temp_directory_path() / "tapbench-pn532-XXXXXX")
    {
        if (::mkdtemp(folder_.data()) == nullptr) throw std::runtime_error("no scratch folder");
    }
    ~Scratch()
    {
        std::error_code error;
        std::filesystem::remove_all(folder_, error);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::string path(const std::string& name) const { return folder_ + "/" + name; }

private:
    std::string folder_;
};

}  // namespace test_support
