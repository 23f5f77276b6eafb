// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/bench_reader.h"

#include <algorithm>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/felica_timing.h"
#include "sim/kernel/kernel_time.h"

namespace hil
{

using namespace fw::felica;

namespace
{

// A look that costs no time at all would be repeated for ever.
constexpr fw::Nanos shortest_look{1'000};

void catch_up(fw::Nanos local)
{
    if (local > sim::kernel_now()) sc_core::wait(sim::until(local));
}

constexpr fw::RfSet felica_of(fw::RfSet set)
{
    const auto wanted = static_cast<unsigned>(set);
    const auto fast = static_cast<unsigned>(fw::RfSet::felica_424);
    return (wanted & fast) != 0 ? fw::RfSet::felica_424 : fw::RfSet::felica_212;
}

const char* text_of(ReaderStatus status)
{
    switch (status) {
        case ReaderStatus::garbled:
            return "frames between host and reader were damaged";
        case ReaderStatus::lost:
            return "the reader or its process is gone";
        case ReaderStatus::hung:
            return "the reader did not answer in time and was given up";
        case ReaderStatus::differs:
            return "it was asked for something that nothing answers";
        default:
            return "nothing is wrong";
    }
}

}  // namespace

void BenchReader::begin(std::span<model::Presence> present, std::uint64_t draw_key)
{
    if (trouble_) return parts_.simulated.begin(present, draw_key);
    std::uint64_t card = 0;
    for (model::Presence& presence : present)
        presence.session.entropy = parts_.stream.bits(draw_key, card++);
    cards_ = {present, std::nullopt, {}};
    serving_ = true;
    held_ = false;
}

void BenchReader::tear_at(sim::TearStep step)
{
    if (simulated()) return parts_.simulated.tear_at(step);
    cards_.tear = step;
}

void BenchReader::disturb(std::int32_t frame_error_ppm)
{
    if (simulated()) parts_.simulated.disturb(frame_error_ppm);
}

// The cards come before the clocks are tied: a person may take long to place one.
bool BenchReader::hold_cards(fw::Nanos local)
{
    if (held_) return true;
    catch_up(local);
    cards_.local = local;
    doubt(parts_.hand.hold(cards_));
    held_ = true;
    if (parts_.pacer) parts_.pacer->tie();
    return !trouble_;
}

fw::Found BenchReader::poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout,
                            fw::Nanos& local)
{
    if (simulated()) return parts_.simulated.poll(set, system_code, timeout, local);
    fw::Found found;
    found.status = fw::RfStatus::reader_fault;
    if (trouble_ || !hold_cards(local)) return found;
    tech_ = felica_of(set);
    const fw::Nanos deadline = local + timeout;
    Selection seen;
    do {
        catch_up(local);
        const fw::Nanos from = local;
        seen = parts_.reader.select(tech_, system_code, deadline - local);
        times_.add(seen);
        charge(seen.time, local);
        local = std::max(local, from + shortest_look);
        if (seen.status == ReaderStatus::ok) report_polling(seen.target, system_code, from, local);
    } while (local < deadline &&
             (seen.status == ReaderStatus::no_card || seen.status == ReaderStatus::timeout));
    found.status = fail(seen.status);
    if (found.status == fw::RfStatus::timeout) found.status = fw::RfStatus::no_card;
    if (found.status != fw::RfStatus::ok) return found;
    found.count = 1;
    found.idm[0] = seen.target.idm;
    found.pmm[0] = seen.target.pmm;
    return found;
}

fw::RfReply BenchReader::transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout,
                                    fw::Nanos& local)
{
    if (simulated()) return parts_.simulated.transceive(cmd, rsp, timeout, local);
    if (trouble_) return {fw::RfStatus::reader_fault, 0};
    catch_up(local);
    report(cmd, local, false);
    const Exchange heard = parts_.reader.exchange(cmd, rsp, timeout);
    times_.add(heard);
    charge(heard.time, local);
    const fw::Bytes answer = fw::Bytes(rsp).first(std::min(heard.size, rsp.size()));
    if (heard.status == ReaderStatus::ok)
        report(answer, local - air_time(answer.size(), tech_ == fw::RfSet::felica_424 ? 424 : 212),
               true);
    doubt(parts_.hand.follow(cmd, heard, answer));
    const fw::RfStatus status = fail(heard.status);
    return {status, status == fw::RfStatus::ok ? answer.size() : 0};
}

void BenchReader::release(fw::Nanos local)
{
    if (simulated()) return parts_.simulated.release(local);
    if (held_) {
        if (!trouble_) parts_.reader.release();
        if (parts_.pacer) parts_.pacer->untie();
        doubt(parts_.hand.take_away());
    }
    serving_ = held_ = false;
}

void BenchReader::charge(const CallTime& time, fw::Nanos& local) const
{
    local = std::max(local + time.total, sim::kernel_now());
    catch_up(local);
}

// What the firmware is told; a failure is remembered as the bench's trouble.
fw::RfStatus BenchReader::fail(ReaderStatus status)
{
    if (status == ReaderStatus::ok && !trouble_) return fw::RfStatus::ok;
    if (status == ReaderStatus::no_card || status == ReaderStatus::timeout)
        return fw::RfStatus::timeout;
    if (!trouble_) {
        const std::string problem = parts_.reader.problem();
        trouble_ = {is_bench_failure(status),
                    problem.empty() ? parts_.reader.name() + ": " + text_of(status) : problem};
    }
    return fw::RfStatus::reader_fault;
}

void BenchReader::doubt(const std::optional<std::string>& why)
{
    if (why && !trouble_) trouble_ = {false, parts_.reader.name() + ": " + *why};
}

void BenchReader::report(fw::Bytes packet, fw::Nanos start, bool from_card) const
{
    if (listener_ == nullptr || packet.size() > max_packet) return;
    std::array<std::uint8_t, max_packet + crc_size> frame{};
    std::copy(packet.begin(), packet.end(), frame.begin());
    const std::size_t size = add_crc(frame, packet.size());
    const int kbps = tech_ == fw::RfSet::felica_424 ? 424 : 212;
    listener_->on_frame({start, start + air_time(packet.size(), kbps), from_card, false,
                         fw::Bytes(frame).first(size)});
}

// The chip polls by itself: both frames are told from what it found.
void BenchReader::report_polling(const Target& target, std::uint16_t system_code, fw::Nanos from,
                                 fw::Nanos to) const
{
    std::array<std::uint8_t, 18> packet{};
    report(fw::Bytes(packet).first(make_polling(system_code, 0, 0, packet)), from, false);
    packet[0] = packet.size();
    packet[1] = polling + 1;
    std::copy(target.idm.bytes.begin(), target.idm.bytes.end(), packet.begin() + 2);
    std::copy(target.pmm.bytes.begin(), target.pmm.bytes.end(), packet.begin() + 10);
    report(packet, to - air_time(packet.size(), tech_ == fw::RfSet::felica_424 ? 424 : 212), true);
}

}  // namespace hil
