// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace fuzz
{

Octets hex(std::string_view digits)
{
    Octets bytes;
    std::string pair;
    for (const char digit : digits) {
        if (digit == ' ') continue;
        pair += digit;
        if (pair.size() < 2) continue;
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(pair, nullptr, 16)));
        pair.clear();
    }
    return bytes;
}

Octets text(std::string_view characters)
{
    return {characters.begin(), characters.end()};
}

Octets parts(const std::vector<Octets>& all)
{
    Octets script;
    for (const Octets& part : all) {
        script.push_back(static_cast<std::uint8_t>(part.size()));
        script.insert(script.end(), part.begin(), part.end());
    }
    return script;
}

std::uint8_t Script::byte()
{
    const fw::Bytes one = take(1);
    return one.empty() ? std::uint8_t{0} : one[0];
}

fw::Bytes Script::take(std::size_t size)
{
    const fw::Bytes taken = left_.first(std::min(size, left_.size()));
    left_ = left_.subspan(taken.size());
    return taken;
}

namespace
{

namespace fs = std::filesystem;

// libFuzzer reads seeds from files; they are written beside the program, anew each time.
std::string write_seeds(const std::string& program)
{
    const fs::path folder = program + ".seeds";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::string list;
    std::size_t number = 0;
    for (const Octets& seed : seeds()) {
        const std::string name = (folder / std::to_string(number++)).string();
        std::ofstream file(name, std::ios::binary);
        file.write(reinterpret_cast<const char*>(seed.data()),
                   static_cast<std::streamsize>(seed.size()));
        list += (list.empty() ? "" : ",") + name;
    }
    return "-seed_inputs=" + list;
}

}  // namespace

}  // namespace fuzz

// Unless it is to repeat one input.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    static std::string option = fuzz::write_seeds((*argv)[0]);
    static std::vector<char*> words(*argv, *argv + *argc);
    const bool repeats = std::any_of(words.begin() + 1, words.end(), [](const char* word) {
        return std::filesystem::is_regular_file(word);
    });
    if (!repeats) words.push_back(option.data());
    words.push_back(nullptr);
    *argc = static_cast<int>(words.size()) - 1;
    *argv = words.data();
    return 0;
}
