// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/app/card_stand.h"

// The hand that holds the cards: one command a line, one line of answer, "ok" or "no: why".
namespace app
{

class CardConsole
{
public:
    // The caller keeps both alive. No card is held up at first.
    CardConsole(const std::vector<ShelfCard>& shelf, CardStand& stand);

    std::string obey(std::string_view line);
    bool quit() const { return quit_; }

private:
    struct Words;
    std::string present(const Words& words);
    std::string remove(const Words& words);
    std::string plug(const Words& words);
    std::string fault(const Words& words);
    std::string list() const;

    const std::vector<ShelfCard>& shelf_;
    CardStand& stand_;
    std::vector<bool> held_;
    bool plugged_ = true;
    bool quit_ = false;
};

}  // namespace app
