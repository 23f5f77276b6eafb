// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "firmware/port/sam.h"
#include "models/card/lite_s_cipher.h"
#include "models/card/stand_in_cipher.h"

// The secure access module of a reader: transit cards behind the StandInCipher (its warning holds
// here too), FeliCa Lite-S by its public algorithms with the bench's keys. Pure behaviour: the time
// of each step is charged by whoever holds it. One session at a time; a new auth1 or challenge
// drops the old one.
namespace model
{

class SamModel : public fw::Sam
{
public:
    // `seed` sets the reader's challenges apart from other readers'.
    SamModel(std::shared_ptr<const StandInCipher> cipher, std::uint64_t seed);

    std::size_t auth1(const fw::Idm& card, const fw::SecureNodes& nodes, fw::MutBytes cmd) override;
    std::size_t auth2(fw::Bytes auth1_answer, fw::MutBytes cmd) override;
    bool open_session(fw::Bytes auth2_answer) override;
    std::size_t seal(std::uint8_t code, fw::Bytes body, fw::MutBytes cmd) override;
    std::size_t open(fw::Bytes answer, fw::MutBytes body) override;

    bool lite_s_challenge(const fw::Idm& card, std::span<std::uint8_t, 16> challenge) override;
    bool lite_s_genuine(fw::Bytes message, std::span<const std::uint8_t, 8> mac) override;
    bool lite_s_sign(fw::Bytes message, std::span<std::uint8_t, 8> mac) override;

    // From now on cards of another generation of keys are opened as well.
    void learn(std::shared_ptr<const StandInCipher> next) { next_ = std::move(next); }
    void power_off();  // forgets the session, keeps counting challenges

private:
    enum class Step : std::uint8_t { idle, challenged, proved, open, lite_s };
    static constexpr std::size_t node_limit = 8;

    fw::SecureNodes nodes() const;
    std::size_t put_codes(std::span<const std::uint16_t> codes, std::uint8_t* out) const;
    bool keep(const fw::Idm& card, const fw::SecureNodes& nodes);

    std::shared_ptr<const StandInCipher> cipher_;
    std::shared_ptr<const StandInCipher> next_;  // none: one generation only
    const StandInCipher* in_use_ = nullptr;      // by the session
    std::uint64_t seed_;
    std::uint64_t challenges_ = 0;
    std::uint64_t challenge_ = 0;
    Step step_ = Step::idle;
    std::uint8_t sealed_code_ = 0;  // of the newest command
    fw::Idm card_;
    std::array<std::uint16_t, node_limit> areas_{};
    std::array<std::uint16_t, node_limit> services_{};
    std::size_t area_count_ = 0;
    std::size_t service_count_ = 0;
    StandInSession session_;
    LiteSKeys lite_s_;
};

}  // namespace model
