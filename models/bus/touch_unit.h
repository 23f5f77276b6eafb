// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <deque>

#include "firmware/farebox/fare_box.h"
#include "models/bus/clock_error.h"
#include "models/bus/nvram_array.h"
#include "models/bus/trip_outbox.h"
#include "models/reader/rf_field.h"
#include "models/reader/sam.h"
#include "sim/link/uplink_batch.h"
#include "sim/scenario/parameters.h"

// One touch unit of a bus's fare box in virtual time: hosts the firmware of firmware/farebox on a
// clock of its own that runs ahead of the simulation during a tap and charges every port call.
// Pure: it runs as well without a kernel.
namespace model
{

// The far end of a unit's uplink.
class CloudLine
{
public:
    // The batch leaves the bus at batch.sent, which may lie ahead of the kernel's time.
    virtual void send(sim::UplinkBatch&& batch) = 0;
    // Asks at `now`; returns when the answer came or the deadline passed, moving `now` on.
    virtual fw::AttributeAnswer ask(const fw::AttributeQuery& query, fw::Nanos deadline,
                                    fw::Nanos& now) = 0;

protected:
    ~CloudLine() = default;
};

struct TouchUnitConfig {
    std::uint32_t device = 0;
    std::uint32_t bus = 0;
    sim::ReaderParameters reader;
    sim::FareBoxParameters box;
    fw::FareBoxPolicy policy;
    ClockError clock;
    sim::UplinkProtocol protocol = sim::UplinkProtocol::event_records;
    sim::Date service_day{};  // as trip files tell it
};

// A rider's card (or wallet of two) held to the reader, and what the driver pressed before it.
struct Presentation {
    std::array<Presence, 2> cards;
    std::size_t count = 1;
    fw::DriverKeys keys;
    std::optional<sim::TearStep> tear;
    std::optional<fw::Nanos> power_lost;          // from then on the unit does nothing more
    std::optional<std::int32_t> frame_error_ppm;  // when it is not the reader's usual share
    std::uint64_t draw_key = 0;
};

class TouchUnit final : private fw::Pcd,
                        private fw::Sam,
                        private fw::Uplink,
                        private fw::Clock,
                        private fw::Panel
{
public:
    TouchUnit(const TouchUnitConfig& config, const sim::RngStream& stream,
              std::shared_ptr<const StandInCipher> cipher, CloudLine& cloud);

    // Presents cards at `start`; returns the closed tap. local_time() is then the tap's end. A tap
    // that power loss cut off has verdict device_off, whatever the firmware was about to say.
    fw::Tap tap(Presentation& presentation, const fw::Tables& tables, const fw::TripState& trip,
                fw::Nanos start);
    // Lets the firmware look after its uplink at `start`; returns new list versions, 0 = none.
    std::uint32_t upload(fw::Nanos start, bool flush);
    // The newest tap the journal holds, none when it is empty.
    std::optional<fw::TapEvent> newest_in_journal() const;
    void acknowledge(fw::Nanos at, const fw::Acknowledgement& ack)
    {
        inbox_.push_back({at, ack, {}});
    }
    // The answer to a trip file.
    void receive(fw::Nanos at, fw::Bytes receipt)
    {
        inbox_.push_back({at, {}, {receipt.begin(), receipt.end()}});
    }
    // The driver resets the box, or power came back: RAM is gone, the journal is not.
    void reset();
    // The journal refuses records beyond so many (none: its capacity) until told otherwise. A box
    // that boots still closes what it had begun: that record's place is reserved.
    void limit_journal(std::optional<std::size_t> records) { journal_limit_ = records; }
    // Goes on from where `other` stands, as if it had served what that one has.
    void take_state_of(const TouchUnit& other);
    void learn_keys(std::shared_ptr<const StandInCipher> next) { sam_.learn(std::move(next)); }

    // What this unit has taken off cards by its own journal: certain debits less top-ups and
    // cancels, in yen.
    std::int64_t journal_yen() const { return journal_yen_; }

    fw::Nanos local_time() const { return local_; }
    std::uint32_t device() const { return config_.device; }
    bool everything_acknowledged()
    {
        return !memory_.upload.waiting && memory_.upload.next_record == nvram_.end();
    }
    // Where the protocol has an end of the day: the cloud knows of it.
    bool day_closed() const { return !files_ || files_->closed(); }
    void listen(FrameListener* listener);
    // From now on `reader` takes the place of the simulated field; it outlives the unit's taps.
    void use(CardReader& reader);
    RfField& field() { return field_; }

private:
    static constexpr fw::Nanos never{INT64_MAX};

    struct Letter {
        fw::Nanos at;
        fw::Acknowledgement ack;
        std::vector<std::uint8_t> receipt;  // of a trip file, else empty
    };
    // The journal as the firmware sees it: each record written costs its time.
    class TimedNvram final : public fw::Nvram
    {
    public:
        TimedNvram(NvramArray& memory, TouchUnit& unit) : memory_(memory), unit_(unit) {}
        bool append(fw::Bytes record) override
        {
            unit_.local_ += unit_.config_.box.nvram_write;
            if (unit_.off() || room() == 0 || !memory_.append(record)) return false;
            unit_.count(record);
            return true;
        }
        std::uint32_t room() override
        {
            if (!unit_.journal_limit_) return memory_.room();
            const std::size_t limit = *unit_.journal_limit_;
            const std::size_t used = std::min(memory_.size(), limit);
            return std::min(memory_.room(), static_cast<std::uint32_t>(limit - used));
        }
        std::uint32_t first() override { return memory_.first(); }
        std::uint32_t end() override { return memory_.end(); }
        std::size_t read(std::uint32_t number, fw::MutBytes record) override
        {
            return memory_.read(number, record);
        }
        void drop_before(std::uint32_t number) override { memory_.drop_before(number); }

    private:
        NvramArray& memory_;
        TouchUnit& unit_;
    };

    bool off() const { return local_ >= off_from_; }
    void start_at(fw::Nanos start);
    void count(fw::Bytes record);
    sim::UplinkBatch batch_of(std::uint32_t from, std::uint32_t to);
    fw::Bytes tap_in(std::uint32_t number) const;
    void write_records(sim::UplinkBatch& batch);
    void write_file(sim::UplinkBatch& batch);
    void close_day();
    fw::FareBoxPorts ports() { return {*this, *this, *this, *this, *this, timed_nvram_}; }

    fw::Found poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout) override;
    fw::RfReply transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout) override;
    void release() override {}

    std::size_t auth1(const fw::Idm& card, const fw::SecureNodes& nodes, fw::MutBytes cmd) override;
    std::size_t auth2(fw::Bytes auth1_answer, fw::MutBytes cmd) override;
    bool open_session(fw::Bytes auth2_answer) override;
    std::size_t seal(std::uint8_t code, fw::Bytes body, fw::MutBytes cmd) override;
    std::size_t open(fw::Bytes answer, fw::MutBytes body) override;
    bool lite_s_challenge(const fw::Idm& card, std::span<std::uint8_t, 16> challenge) override;
    bool lite_s_genuine(fw::Bytes message, std::span<const std::uint8_t, 8> mac) override;
    bool lite_s_sign(fw::Bytes message, std::span<std::uint8_t, 8> mac) override;

    void enqueue(std::uint32_t from, std::uint32_t to) override;
    fw::Acknowledgement take_ack() override;
    fw::AttributeAnswer ask(const fw::AttributeQuery& query, fw::Nanos deadline) override;

    fw::Nanos now() override { return local_ + clock_error_; }
    void computed_decision() override { local_ += config_.box.decision_time; }

    void show(fw::Signal, fw::Yen, fw::Yen) override { local_ += config_.box.feedback_time; }
    fw::DriverKeys keys() override { return keys_; }

    TouchUnitConfig config_;
    RfField field_;
    CardReader* reader_ = &field_;
    FrameListener* listener_ = nullptr;
    SamModel sam_;
    NvramArray nvram_;
    fw::Nanos local_{};
    TimedNvram timed_nvram_;
    CloudLine& cloud_;
    fw::BoxMemory memory_;
    fw::DriverKeys keys_;
    std::deque<Letter> inbox_;         // in order of arrival
    std::optional<TripOutbox> files_;  // none: the firmware's records go out as they are
    std::optional<fw::Nanos> close_sent_;
    std::uint32_t newest_enqueued_ = 0;
    std::uint16_t attempt_ = 1;
    fw::Nanos off_from_ = never;
    fw::Nanos clock_error_{};  // of the tap or upload under way
    std::optional<std::size_t> journal_limit_;
    // One past the last tap number that a full journal could not keep. The count of taps is a
    // register of its own, which survives a reset, assumed.
    std::uint32_t numbered_ = 0;
    std::int64_t journal_yen_ = 0;
};

}  // namespace model
