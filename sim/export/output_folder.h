// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <vector>

// A folder that gets all of its files or none of them. Until commit() each file is written under
// another name (NAME.part); who never commits - a full disk, Ctrl-C - takes those away again, and
// the folder as well when it was not there before.
namespace sim
{

class OutputFolder
{
public:
    // Makes the folder, in one that must be there. Throws ScenarioError.
    explicit OutputFolder(std::string path);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    std::ostream& add(const std::string& name);  // throws ScenarioError
    // Throws std::runtime_error when something could not be written, as on a full disk.
    void commit();

private:
    struct Part {
        std::string file;  // its name in the end
        std::unique_ptr<std::ofstream> stream;
    };

    std::string path_;
    bool made_ = false;
    std::vector<Part> parts_;
};

}  // namespace sim
