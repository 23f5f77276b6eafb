// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// What the viewer says, in English and Japanese. English is the key: code reads as it looks.
namespace view
{

enum class Language : std::uint8_t { english, japanese };

struct Word {
    const char* english;
    const char* japanese;
};
const std::vector<Word>& all_words();

class Words
{
public:
    explicit Words(Language language) : language_(language) {}

    Language language() const { return language_; }
    // The English itself when there is no other.
    const char* operator()(const char* english) const;

private:
    Language language_;
};

// From a locale such as ja_JP.UTF-8.
Language language_of(std::string_view locale);

}  // namespace view
