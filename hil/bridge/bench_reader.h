// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hil/bridge/card_hand.h"
#include "hil/bridge/hop_times.h"
#include "models/reader/card_reader.h"
#include "sim/base/rng_stream.h"
#include "sim/kernel/pacer.h"

// A touch unit's reader that is real, or the tape of one, in place of the simulated field. Every
// call first lets the simulation catch up with the tap's local time and then charges what the call
// took. When the reader fails, the call under way is its fault and from the next tap on the
// simulated field serves the box again, so that no rider is lost; the run's verdict is told apart.
namespace hil
{

// Why a run with this reader is not a pass, whatever the city did.
struct Trouble {
    bool bench = true;  // the bench failed (ERROR); else nothing is proven (INCONCLUSIVE)
    std::string text;   // one line, names the reader
};

class BenchReader final : public model::CardReader
{
public:
    struct Parts {
        Reader& reader;
        CardHand& hand;
        model::CardReader& simulated;  // takes over when the reader fails
        sim::RngStream stream;         // of the cards' challenges
        sim::Pacer* pacer = nullptr;   // none: recorded times, nothing real is attached
    };
    explicit BenchReader(const Parts& parts) : parts_(parts) {}

    void begin(std::span<model::Presence> present, std::uint64_t draw_key) override;
    void tear_at(sim::TearStep step) override;
    // Bit errors cannot be made on a real reader's air; only the simulated field takes them.
    void disturb(std::int32_t frame_error_ppm) override;
    fw::Found poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout,
                   fw::Nanos& local) override;
    fw::RfReply transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout,
                           fw::Nanos& local) override;
    void release(fw::Nanos local) override;
    void listen(model::FrameListener* listener) override { listener_ = listener; }

    const std::optional<Trouble>& trouble() const { return trouble_; }
    const HopTimes& times() const { return times_; }

private:
    bool simulated() const { return trouble_.has_value() && !serving_; }
    bool hold_cards(fw::Nanos local);
    void charge(const CallTime& time, fw::Nanos& local) const;
    fw::RfStatus fail(ReaderStatus status);
    void doubt(const std::optional<std::string>& why);
    void report(fw::Bytes packet, fw::Nanos start, bool from_card) const;
    void report_polling(const Target& target, std::uint16_t system_code, fw::Nanos from,
                        fw::Nanos to) const;

    Parts parts_;
    HeldCards cards_;
    bool serving_ = false;  // a tap of the real reader is under way
    bool held_ = false;
    fw::RfSet tech_ = fw::RfSet::felica_212;
    std::optional<Trouble> trouble_;
    HopTimes times_;
    model::FrameListener* listener_ = nullptr;
};

}  // namespace hil
