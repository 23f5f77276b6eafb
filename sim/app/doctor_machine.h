// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

// The machine under `tapbench doctor`: its files as they lie below `root`, and what cannot be read
// from files. Tests hand in a tree and answers made up for them.
namespace app
{

struct Machine {
    std::filesystem::path root = "/";
    unsigned user = 0;  // who would open a reader; 0 may open everything
    std::vector<unsigned> groups;
    std::string display;  // of the graphical session; empty: none
    // "libnfc 1.8.0" as the reader host says; empty: it does not run.
    std::function<std::string()> driver_version = [] { return std::string(); };
    // Opens the reader; a line of what it is like, or throws hil::ReaderMissing.
    std::function<std::string(const std::string& connstring)> try_reader;

    // Where `path` of the machine lies for us.
    std::filesystem::path at(const std::string& path) const;
    bool has(const std::string& path) const;
    std::string first_line(const std::string& path) const;  // empty: no such file
    // Where a link leads, as the machine itself sees it; `path` when it is none.
    std::string resolved(const std::string& path) const;
    // Whole paths of `folder`'s entries that begin with `prefix`, sorted.
    std::vector<std::string> list(const std::string& folder, const std::string& prefix = {}) const;
    // Numbers of the running processes that are called so.
    std::vector<std::string> processes(const std::string& name) const;
    // "NAME (PID)" of each program that has the file open, as far as this user may see it; none for
    // a pseudo-terminal, which is always held by the virtual reader behind it.
    std::vector<std::string> holders_of(const std::string& path) const;
    bool may_open(const std::string& path) const;
    std::string group_of(const std::string& path) const;
};

Machine this_machine();

}  // namespace app
