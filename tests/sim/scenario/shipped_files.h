// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

// Every scenario, city, tariff, device, people and card file under scenarios/, sorted.
inline std::vector<std::string> shipped_files()
{
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const char* part :
         {"city", "device", "people", "rush_hour", "services", "fault", "card"}) {
        const fs::path folder = fs::path(TAPBENCH_SOURCE_DIR) / "scenarios" / part;
        if (!fs::exists(folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}
