// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_holder.h"

#include <tuple>

#include "models/card/jpki_commands.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr int wrong_tries = 3;

// Long enough for PIN and selection, too short for the signature; assumed.
constexpr fw::Nanos patience{300'000'000};

}  // namespace

bool CardHolderAtReader::lay_down(ApduCard& card, bool lifts_early)
{
    desk_.spend(times_.handling);
    t_ = {desk_.now().count, -1, -1, -1};
    const bool there =
        lifts_early ? card_.place(card, times_.pin_entry + patience) : card_.place(card);
    if (there) t_[1] = desk_.now().count;
    return there;
}

StatusWord CardHolderAtReader::verify(const std::string& pin)
{
    desk_.spend(times_.pin_entry);
    return card_.command(verify_pin(pin, selected_file));
}

// The application and its certificate, or a failure; none: the card was lifted.
std::optional<SignedText> CardHolderAtReader::open()
{
    SignedText done;
    const StatusWord selected = card_.command(select_application(jpki_aid));
    if (selected == sw::not_found) return SignedText{.failure = "wrong_card"};
    if (selected != sw::ok) return std::nullopt;
    t_[2] = desk_.now().count;
    if (times_.pin_first) return done;
    if (!card_.read_certificate(auth_certificate_file, done.certificate)) return std::nullopt;
    return done;
}

std::optional<std::string> CardHolderAtReader::enter(FileId file, const sim::Secret& secret,
                                                     LinkMishap mishap)
{
    // A password that the holder never got belongs to a certificate that was never issued.
    if (secret.reveal().empty()) return "no_signature_certificate";
    if (card_.command(select_file(file)) != sw::ok) return std::nullopt;
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
    if (card_.command(select_file(key)) != sw::ok) return false;
    if (card_.command(sign_text(text, selected_file)) != sw::ok) return false;
    signature = sim::hex_of(card_.data());
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
    if (times_.pin_first && !card_.read_certificate(auth_certificate_file, done->certificate))
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
    if (times_.pin_first && !card_.read_certificate(auth_certificate_file, done->certificate))
        return std::nullopt;
    if (!card_.read_certificate(sign_certificate_file, second.certificate)) return std::nullopt;
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
