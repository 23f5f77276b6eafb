// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "viewer/app/fonts.h"
#include "viewer/app/look.h"

// Words and letters: every word that the code says has its Japanese, and every letter on the screen
// is in the font.
namespace view
{

namespace
{

std::set<std::string> said_in_code()
{
    std::set<std::string> words;
    const std::regex said("(?:say|choose|button)\\(\\s*\"([^\"#]+)\"");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::string(TAPBENCH_SOURCE_DIR) + "/viewer")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const std::string code = text.str();
        for (std::sregex_iterator at(code.begin(), code.end(), said), end; at != end; ++at)
            words.insert((*at)[1]);
    }
    return words;
}

void expect_letters(const std::string& text)
{
    const ImFont& font = *ImGui::GetIO().Fonts->Fonts[0];
    for (const char* at = text.c_str(); *at != '\0';) {
        unsigned int letter = 0;
        at += ImTextCharFromUtf8(&letter, at, text.c_str() + text.size());
        const bool there =
            letter < 0x10000 && font.FindGlyphNoFallback(static_cast<ImWchar>(letter)) != nullptr;
        EXPECT_TRUE(there) << "U+" << std::hex << letter << " of " << text;
    }
}

TEST(ViewerWords, AreAllInTheTable)
{
    std::set<std::string> known;
    for (const Word& word : all_words()) known.insert(word.english);
    const std::set<std::string> said = said_in_code();
    EXPECT_GT(said.size(), 100U);
    for (const std::string& word : said) EXPECT_TRUE(known.contains(word)) << word;
}

TEST(ViewerWords, StandInTheTableOnce)
{
    std::set<std::string> known;
    for (const Word& word : all_words())
        EXPECT_TRUE(known.insert(word.english).second) << word.english;
}

TEST(ViewerWords, FollowTheLocale)
{
    EXPECT_STREQ(Words(language_of("ja_JP.UTF-8"))("Map"), "地図");
    EXPECT_STREQ(Words(language_of("C"))("Map"), "Map");
}

TEST(ViewerLetters, HoldEveryWordAndEveryNameOfTheCity)
{
    Session session(std::string(TAPBENCH_RUNS) + "/morning.db", Language::japanese);
    const std::string font = find_font("");
    ASSERT_NE(font, "");
    const Look look(session, font);
    for (const Word& word : all_words()) expect_letters(word.japanese);
    for (const Stop& stop : session.run.city.stops) expect_letters(stop.name);
    for (const Route& route : session.run.city.routes) expect_letters(route.name);
    for (const Trip& trip : session.run.city.trips) expect_letters(trip.headsign);
    expect_letters("粕川髙①→※…“”");
}

TEST(ViewerLetters, AreLatinWithoutAJapaneseFont)
{
    Session session(std::string(TAPBENCH_RUNS) + "/smoke.db", Language::english);
    const Look look(session, "");
    for (const Word& word : all_words()) expect_letters(word.english);
}

TEST(ViewerLetters, AreNotTakenFromAFileThatIsNoFont)
{
    Session session(std::string(TAPBENCH_RUNS) + "/smoke.db", Language::english);
    EXPECT_THROW(Look(session, std::string(TAPBENCH_RUNS) + "/smoke.db"), std::invalid_argument);
}

}  // namespace

}  // namespace view
