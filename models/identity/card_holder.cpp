// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_holder.h"

#include <algorithm>
#include <array>

#include "models/card/jpki_commands.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr int wrong_tries = 3;
constexpr std::size_t header = 4;  // 30 82 and the length of a DER certificate

// Long enough for PIN and selection, too short for the signature; assumed.
constexpr fw::Nanos patience{300'000'000};

}  // namespace

StatusWord CardHolderAtReader::command(fw::Bytes bytes)
{
    fw::Nanos now = desk_.now();
    const auto answer = reader_.transmit(bytes, now);
    desk_.wait_until(now);
    if (!answer || answer->size() < 2) return 0;
    data_.assign(answer->begin(), answer->end() - 2);
    return fw::get_be16(&(*answer)[answer->size() - 2]);
}

bool CardHolderAtReader::lay_down(ApduCard& card, bool lifts_early)
{
    desk_.spend(times_.handling);
    fw::Nanos now = desk_.now();
    ApduPresence presence{&card, now, {INT64_MAX}, use_};
    if (lifts_early) presence.leaves = now + times_.pin_entry + patience;
    t_ = {now.count, -1, -1, -1};
    const bool there = reader_.place(presence, now);
    desk_.wait_until(now);
    if (there) t_[1] = now.count;
    return there;
}

StatusWord CardHolderAtReader::verify(const std::string& pin)
{
    desk_.spend(times_.pin_entry);
    return command(verify_pin(pin, selected_file));
}

bool CardHolderAtReader::read_certificate(std::string& certificate)
{
    if (command(select_file(auth_certificate_file)) != sw::ok) return false;
    Octets whole;
    std::size_t size = header;
    while (whole.size() < size) {
        const auto at = static_cast<std::uint16_t>(whole.size());
        const std::size_t wanted = whole.empty() ? header : std::min<std::size_t>(size - at, 256);
        const std::array<std::uint8_t, 5> bytes{0x00, 0xB0, static_cast<std::uint8_t>(at >> 8),
                                                static_cast<std::uint8_t>(at),
                                                static_cast<std::uint8_t>(wanted)};
        if (command(bytes) != sw::ok || data_.empty()) return false;
        whole.insert(whole.end(), data_.begin(), data_.end());
        if (at == 0 && whole.size() >= header)
            size = header + static_cast<std::size_t>(whole[2] << 8 | whole[3]);
    }
    whole.resize(size);
    certificate = sim::hex_of(whole);
    return true;
}

// The application and its certificate, or a failure; none: the card was lifted.
std::optional<SignedText> CardHolderAtReader::open()
{
    SignedText done;
    const StatusWord selected = command(select_application(jpki_aid));
    if (selected == sw::not_found) return SignedText{.failure = "wrong_card"};
    if (selected != sw::ok) return std::nullopt;
    t_[2] = desk_.now().count;
    if (!read_certificate(done.certificate)) return std::nullopt;
    return done;
}

// None: the card was lifted.
std::optional<SignedText> CardHolderAtReader::sign_once(const sim::Secret& pin,
                                                        const std::string& text, LinkMishap mishap)
{
    auto done = open();
    if (!done || !done->failure.empty()) return done;
    if (command(select_file(auth_pin_file)) != sw::ok) return std::nullopt;
    const std::string wrong = pin.reveal() == "0000" ? "1111" : "0000";
    const int mistakes = mishap == LinkMishap::forgotten_pin ? wrong_tries
                         : mishap == LinkMishap::wrong_pin   ? 1
                                                             : 0;
    for (int i = 0; i < mistakes; ++i)
        if (verify(wrong) == 0) return std::nullopt;
    const StatusWord verified = verify(pin.reveal());
    if (verified == 0) return std::nullopt;
    if (verified == sw::blocked) return SignedText{.failure = "pin_blocked"};
    if (verified != sw::ok) return SignedText{.failure = "card_refused"};
    if (command(select_file(auth_key_file)) != sw::ok) return std::nullopt;
    if (command(sign_text(text, selected_file)) != sw::ok) return std::nullopt;
    done->signature = sim::hex_of(data_);
    return done;
}

// A card that was lifted is laid down once more.
template <class Read>
SignedText CardHolderAtReader::read_twice(ApduCard& card, LinkMishap mishap, Read read)
{
    SignedText last{.failure = "card_lifted"};
    for (const bool lifts : {mishap == LinkMishap::lifted_early, false}) {
        if (!lay_down(card, lifts)) continue;
        if (auto done = read()) {
            if (done->failure.empty()) t_[3] = desk_.now().count;
            last = *done;
            break;
        }
        if (!lifts) break;
    }
    last.t = t_;
    return last;
}

SignedText CardHolderAtReader::sign(ApduCard& card, const sim::Secret& pin, const std::string& text,
                                    LinkMishap mishap)
{
    return read_twice(card, mishap, [&] { return sign_once(pin, text, mishap); });
}

SignedText CardHolderAtReader::show(ApduCard& card, LinkMishap mishap)
{
    return read_twice(card, mishap, [&] { return open(); });
}

}  // namespace model
