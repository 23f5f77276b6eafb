// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/signature_reader.h"

#include <algorithm>
#include <array>

#include "models/card/jpki_commands.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr FileId certificate_file = 0x0001, key_file = 0x001A, password_file = 0x001B;
constexpr std::size_t header = 4;  // 30 82 and the length of a DER certificate
constexpr const char* wrong_password = "WRONG1";

// 63Cx: x tries are left.
int tries_left(StatusWord status)
{
    return (status & 0xFFF0) == 0x63C0 ? status & 0x0F : -1;
}

}  // namespace

StatusWord SignatureReader::command(fw::Bytes bytes)
{
    fw::Nanos now = desk_.now();
    const auto answer = reader_.transmit(bytes, now);
    desk_.wait_until(now);
    if (!answer || answer->size() < 2) return 0;
    data_.assign(answer->begin(), answer->end() - 2);
    return fw::get_be16(&(*answer)[answer->size() - 2]);
}

void SignatureReader::lay_down(ApduCard& card)
{
    desk_.spend(times_.handling);
    fw::Nanos now = desk_.now();
    reader_.place({&card, now, {INT64_MAX}, use_}, now);
    desk_.wait_until(now);
}

StatusWord SignatureReader::verify(const std::string& password, CardSignature& done)
{
    desk_.spend(times_.password);
    const StatusWord status = command(verify_pin(password, selected_file));
    if (tries_left(status) >= 0) done.tries_left = tries_left(status);
    return status;
}

bool SignatureReader::read_certificate(std::string& certificate)
{
    if (command(select_file(certificate_file)) != sw::ok) return false;
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

CardSignature SignatureReader::sign_once(const sim::Secret& password, const std::string& text,
                                         int wrong)
{
    CardSignature done;
    if (command(select_application(jpki_aid)) != sw::ok ||
        command(select_file(password_file)) != sw::ok) {
        done.failure = "card_refused";
        return done;
    }
    for (int i = 0; i < wrong; ++i) verify(wrong_password, done);
    const StatusWord verified = verify(password.reveal(), done);
    if (verified != sw::ok)
        done.failure = verified == sw::blocked ? "password_blocked" : "card_refused";
    else if (!read_certificate(done.certificate))
        done.failure = "no_certificate";
    else if (command(select_file(key_file)) != sw::ok ||
             command(sign_text(text, selected_file)) != sw::ok)
        done.failure = "card_refused";
    else
        done.signature = sim::hex_of(data_);
    return done;
}

CardSignature SignatureReader::sign(ApduCard& card, const sim::Secret& password,
                                    const std::string& text, const SignatureTries& tries)
{
    CardSignature last{.failure = "card_refused"};
    for (int i = 0; i < tries.again; ++i) {
        lay_down(card);
        last = sign_once(password, text, i == 0 ? tries.wrong : 0);
    }
    return last;
}

}  // namespace model
