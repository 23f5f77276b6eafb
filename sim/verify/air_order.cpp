// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/air_order.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

constexpr char frames_sql[] = R"(
SELECT t.device, t.sequence, t.verdict, t.kind, coalesce(t.t0, 0) + coalesce(t.d6, 0),
    f.from_card, f.damaged, f.end, f.bytes, t.d6 IS NULL
FROM frame f JOIN tap t ON t.device = f.device AND t.sequence = f.sequence
WHERE t.verdict <> 11 ORDER BY f.device, f.sequence, f.number)";

constexpr std::uint8_t authentication1 = 0x10, authentication2 = 0x12, read_secure = 0x14,
                       write_secure = 0x16, answer = 1;

// One tap as its frames go by.
class TapOnAir
{
public:
    void begin(const Query& row)
    {
        tap_ = {static_cast<std::uint32_t>(row.integer(0)),
                static_cast<std::uint32_t>(row.integer(1))};
        verdict_ = row.integer(2);
        feedback_ = row.integer(4);
        told_ = row.integer(9) == 0;
        step_ = 0;
        written_ = -1;
        early_.clear();
    }
    fw::TapKey key() const { return tap_; }

    void frame(const Query& row)
    {
        const fw::Bytes bytes = row.bytes(8);
        if (bytes.size() < 2 || row.integer(6) != 0) return;  // nobody understood it
        const std::uint8_t code = bytes[1];
        if (row.integer(5) != 0)
            hear(code, row.integer(7));
        else
            send(code);
    }

    void end(Findings& findings) const
    {
        const auto object = [&](const std::string& what) {
            findings.add({"protocol_order", tap_, "write", 0,
                          fmt::format("tap {}: {}", text_of(tap_), what)});
        };
        if (!early_.empty()) object(early_);
        const bool accepted = verdict_ == 0;
        if (accepted && written_ < 0) object("accepted, and the card confirmed no write");
        if (accepted && told_ && written_ > feedback_)
            object("the rider was told before the card had confirmed its write");
    }

private:
    void send(std::uint8_t code)
    {
        if (code == authentication1) step_ = 1;
        if (code == authentication2 && step_ == 2) step_ = 3;
        const bool secure = code == read_secure || code == write_secure;
        if (secure && step_ != 4)
            early_ = fmt::format("command {:02X} before mutual authentication", code);
    }

    void hear(std::uint8_t code, std::int64_t end)
    {
        if (code == authentication1 + answer && step_ == 1) step_ = 2;
        if (code == authentication2 + answer && step_ == 3) step_ = 4;
        if (code == write_secure + answer) written_ = end;
    }

    fw::TapKey tap_;
    std::int64_t verdict_ = 0, feedback_ = 0, written_ = -1;
    bool told_ = false;
    int step_ = 0;  // 1 first command sent, 2 answered, 3 second sent, 4 answered
    std::string early_;
};

}  // namespace

std::int64_t check_air_order(const Database& database, Findings& findings)
{
    std::int64_t taps = 0;
    TapOnAir tap;
    Query row = database.query(frames_sql);
    while (row.step()) {
        const fw::TapKey key{static_cast<std::uint32_t>(row.integer(0)),
                             static_cast<std::uint32_t>(row.integer(1))};
        if (taps == 0 || key != tap.key()) {
            if (taps > 0) tap.end(findings);
            tap.begin(row);
            ++taps;
        }
        tap.frame(row);
    }
    if (taps > 0) tap.end(findings);
    return taps;
}

}  // namespace sim
