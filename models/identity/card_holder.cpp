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

bool CardHolderAtReader::read_certificate(FileId file, std::string& certificate)
{
    if (command(select_file(file)) != sw::ok) return false;
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
    if (times_.pin_first) return done;
    if (!read_certificate(auth_certificate_file, done.certificate)) return std::nullopt;
    return done;
}

std::optional<std::string> CardHolderAtReader::enter(FileId file, const sim::Secret& secret,
                                                     LinkMishap mishap)
{
    if (command(select_file(file)) != sw::ok) return std::nullopt;
    const std::string wrong = secret.reveal() == "0000" ? "1111" : "0000";
    const int mistakes = mishap == LinkMishap::forgotten_pin ? wrong_tries
                         : mishap == LinkMishap::wrong_pin   ? 1
                                                             : 0;
    for (int i = 0; i < mistakes; ++i)
        if (verify(wrong) == 0) return std::nullopt;
    const StatusWord verified = verify(secret.reveal());
    if (verified == 0) return std::nullopt;
    if (verified == sw::blocked) return "pin_blocked";
    return verified == sw::ok ? "" : "card_refused";
}

bool CardHolderAtReader::sign_by(FileId key, const std::string& text, std::string& signature)
{
    if (command(select_file(key)) != sw::ok) return false;
    if (command(sign_text(text, selected_file)) != sw::ok) return false;
    signature = sim::hex_of(data_);
    return true;
}

// None: the card was lifted.
std::optional<SignedText> CardHolderAtReader::sign_once(const sim::Secret& pin,
                                                        const std::string& text, LinkMishap mishap)
{
    auto done = open();
    if (!done || !done->failure.empty()) return done;
    const auto closed = enter(auth_pin_file, pin, mishap);
    if (!closed) return std::nullopt;
    if (!closed->empty()) return SignedText{.failure = *closed};
    if (times_.pin_first && !read_certificate(auth_certificate_file, done->certificate))
        return std::nullopt;
    if (!sign_by(auth_key_file, text, done->signature)) return std::nullopt;
    return done;
}

// None: the card was lifted.
std::optional<SignedText> CardHolderAtReader::sign_both_once(const Signing& auth,
                                                             const Signing& sign, LinkMishap mishap,
                                                             SignedText& second)
{
    auto done = open();
    if (!done || !done->failure.empty()) return done;
    for (const auto& [file, one, slips] : {std::tuple{sign_pin_file, &sign, LinkMishap::none},
                                           std::tuple{auth_pin_file, &auth, mishap}}) {
        const auto closed = enter(file, one->secret, slips);
        if (!closed) return std::nullopt;
        if (!closed->empty()) return SignedText{.failure = *closed};
    }
    if (times_.pin_first && !read_certificate(auth_certificate_file, done->certificate))
        return std::nullopt;
    if (!read_certificate(sign_certificate_file, second.certificate)) return std::nullopt;
    if (!sign_by(auth_key_file, auth.text, done->signature)) return std::nullopt;
    if (!sign_by(sign_key_file, sign.text, second.signature)) return std::nullopt;
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

CardHolderAtReader::Both CardHolderAtReader::sign_both(ApduCard& card, const Signing& auth,
                                                       const Signing& sign, LinkMishap mishap)
{
    Both both;
    both.auth =
        read_twice(card, mishap, [&] { return sign_both_once(auth, sign, mishap, both.sign); });
    return both;
}

SignedText CardHolderAtReader::show(ApduCard& card, LinkMishap mishap)
{
    return read_twice(card, mishap, [&] { return open(); });
}

}  // namespace model
