// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "viewer/data/taps.h"
#include "viewer/panel/kept.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"

namespace view
{

// One tap in full: its hops as bars from T0 to T9, each frame decoded, each yen with its rule, what
// the ledger wrote.
class TapPanel
{
public:
    void draw(Session& session);

private:
    struct Question {
        std::optional<fw::TapKey> key;
        int revision = -1;
        bool operator==(const Question& other) const
        {
            return revision == other.revision && key.has_value() == other.key.has_value() &&
                   (!key ||
                    (key->device == other.key->device && key->sequence == other.key->sequence));
        }
    };
    struct Answer {
        std::optional<sim::TapAccount> account;
        std::string trouble;
        Table frames;
    };
    static Answer answer_of(const Session& session);
    void draw_place(Session& session, const Answer& answer);
    void draw_frames(const Session& session, const Answer& answer);
    void draw_money(const Session& session, const sim::TapAccount& tap);

    SaveBar save_;
    Kept<Question, Answer> answer_;
};

}  // namespace view
