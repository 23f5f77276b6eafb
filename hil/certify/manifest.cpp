// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/manifest.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>

#include "sim/base/digest.h"

namespace hil
{

namespace
{

namespace fs = std::filesystem;

constexpr const char* manifest_name = "manifest.sha256";
constexpr const char* root_name = "root.sha256";
constexpr std::size_t hash_digits = 64;
constexpr std::uintmax_t longest_manifest = 16 << 20;

using Hashes = std::map<std::string, std::string>;  // by path relative to the folder

std::string hash_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    sim::Digest digest;
    std::array<char, 64 * 1024> part{};
    while (in.read(part.data(), part.size()) || in.gcount() > 0)
        digest.add(fw::Bytes(reinterpret_cast<const std::uint8_t*>(part.data()),
                             static_cast<std::size_t>(in.gcount())));
    if (!in.eof()) throw std::runtime_error("cannot read " + file.string());
    return digest.hex();
}

std::string text_of(const fs::path& file)
{
    if (fs::file_size(file) > longest_manifest) return {};
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_text(const fs::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    if (!(out << text).flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string line_of(const std::string& hash, const std::string& name)
{
    return hash + "  " + name + "\n";
}

// Everything below the folder but its seal. A folder without a file in it and whatever is no plain
// file have no hash.
Hashes files_in(const fs::path& folder)
{
    Hashes files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (name == manifest_name || name == root_name) continue;
        const fs::file_status status = entry.symlink_status();
        if (fs::is_regular_file(status))
            files[name] = hash_of(entry.path());
        else if (!fs::is_directory(status) || fs::is_empty(entry.path()))
            files[name] = "";
    }
    return files;
}

std::optional<Hashes> parse_manifest(const std::string& text)
{
    Hashes files;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos || end < at + hash_digits + 3) return std::nullopt;
        const std::string hash = text.substr(at, hash_digits);
        const std::string name = text.substr(at + hash_digits + 2, end - at - hash_digits - 2);
        const bool good = hash.find_first_not_of("0123456789abcdef") == std::string::npos &&
                          text.compare(at + hash_digits, 2, "  ") == 0;
        if (!good || !files.emplace(name, hash).second) return std::nullopt;
        at = end + 1;
    }
    return files;
}

void compare(const Hashes& sealed, const Hashes& found, SealCheck& check)
{
    for (const auto& [name, hash] : sealed) {
        const auto file = found.find(name);
        if (file == found.end())
            check.problems.push_back(name + ": is missing");
        else if (file->second != hash)
            check.problems.push_back(name + ": has changed since the report was sealed");
    }
    for (const auto& [name, hash] : found)
        if (!sealed.contains(name))
            check.problems.push_back(name + ": was added after the report was sealed");
}

bool is_plain(const fs::path& file)
{
    return fs::is_regular_file(fs::symlink_status(file));
}

// The two files of the seal themselves.
void check_root(const fs::path& folder, const std::string& root, SealCheck& check)
{
    check.root = hash_of(folder / manifest_name);
    if (!is_plain(folder / root_name))
        check.problems.push_back(fmt::format("{}: is missing", root_name));
    else if (text_of(folder / root_name) != line_of(check.root, manifest_name))
        check.problems.push_back(
            fmt::format("{} and {}: one of them has changed", manifest_name, root_name));
    if (!root.empty() && root != check.root)
        check.problems.push_back(fmt::format("{}: its hash is {}, not the root that was given",
                                             manifest_name, check.root));
}

// One of the two files alone was once a seal.
bool has_seal(const fs::path& folder, SealCheck& check)
{
    if (is_plain(folder / manifest_name)) return true;
    if (fs::exists(folder / root_name)) {
        check.outcome = SealCheck::Outcome::changed;
        check.problems.push_back(fmt::format("{}: is missing", manifest_name));
    } else {
        check.problems.push_back(folder.string() + ": holds no certification report");
    }
    return false;
}

}  // namespace

std::string seal_folder(const fs::path& folder)
{
    std::string manifest;
    for (const auto& [name, hash] : files_in(folder)) manifest += line_of(hash, name);
    write_text(folder / manifest_name, manifest);
    const std::string root = hash_of(folder / manifest_name);
    write_text(folder / root_name, line_of(root, manifest_name));
    return root;
}

SealCheck check_seal(const fs::path& folder, const std::string& root)
{
    SealCheck check;
    if (!fs::is_directory(folder)) {
        check.problems.push_back(folder.string() + ": no such folder");
        return check;
    }
    if (!has_seal(folder, check)) return check;
    check.outcome = SealCheck::Outcome::changed;
    check_root(folder, root, check);
    const auto entries = parse_manifest(text_of(folder / manifest_name));
    if (!entries) {
        check.outcome =
            check.problems.empty() ? SealCheck::Outcome::no_report : SealCheck::Outcome::changed;
        check.problems.push_back(fmt::format("{}: is no list of hashes", manifest_name));
        return check;
    }
    check.files = static_cast<int>(entries->size());
    compare(*entries, files_in(folder), check);
    if (check.problems.empty()) check.outcome = SealCheck::Outcome::whole;
    return check;
}

}  // namespace hil
