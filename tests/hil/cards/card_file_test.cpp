// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/card_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sim/scenario/scenario_error.h"

namespace sim
{
namespace
{

namespace fs = std::filesystem;
constexpr char shipped[] = TAPBENCH_SOURCE_DIR "/scenarios/card/transit.yaml";

struct CardFiles : testing::Test {
    CardFiles()
        : folder(fs::temp_directory_path() / ("tapbench_card_files_" + std::to_string(::getpid())))
    {
        fs::create_directories(folder);
    }
    ~CardFiles() override { fs::remove_all(folder); }

    std::string refusal(const std::string& text)
    {
        std::ofstream(folder / "c.yaml") << text;
        try {
            load_card((folder / "c.yaml").string());
        } catch (const ScenarioError& error) {
            return std::string(error.what()).substr(folder.string().size() + 1);
        }
        return "accepted";
    }

    fs::path folder;
};

TEST_F(CardFiles, SettingsSpeakOfTheCardItself)
{
    const CardFile file = load_card(shipped, {"balance=3240 yen", "number=9"});
    EXPECT_EQ(file.transit->number, 9);
    EXPECT_THROW(load_card(shipped, {"balance=1 yen"}), ScenarioError);
}

constexpr char good[] = R"(card: x
transit:
  number: 5
  balance: 300 yen
  history:
    - { day: "2026-03-31", balance: 300 yen, sequence: 4 }
    - { day: "2026-03-30", kind: issue, balance: 500 yen, sequence: 1 }
)";

TEST_F(CardFiles, RefusesCardFilesThatContradictThemselves)
{
    EXPECT_EQ(refusal(good), "accepted");
    const auto with = [](const std::string& from, const std::string& to) {
        std::string text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    EXPECT_NE(refusal("card: x\n").find("exactly one kind"), std::string::npos);
    EXPECT_NE(refusal(std::string(good) + "rf: type_a\n").find("\"rf\" is for smart cards"),
              std::string::npos);
    EXPECT_NE(refusal(with("300 yen", "310 yen")).find("newest row"), std::string::npos);
    EXPECT_NE(refusal(with("sequence: 1", "sequence: 4")).find("sequences must fall"),
              std::string::npos);
    EXPECT_NE(refusal(with("2026-03-30", "1999-12-31")).find("2000 to 2127"), std::string::npos);
    EXPECT_NE(refusal(with("number: 5", "number: 0")).find("c.yaml:3:11"), std::string::npos);
    EXPECT_NE(refusal(with("kind: issue", "kind: isue")).find("did you mean \"issue\"?"),
              std::string::npos);
    std::string rows;
    for (int i = 30; i > 9; --i)
        rows += "    - { day: \"2026-03-31\", balance: 300 yen, sequence: " + std::to_string(i) +
                " }\n";
    EXPECT_NE(refusal(with("    - { day: \"2026-03-31\"", rows + "    - { day: \"2026-03-31\""))
                  .find("20 rows"),
              std::string::npos);
}

}  // namespace
}  // namespace sim
