// SPDX-License-Identifier: Apache-2.0
#include "sim/app/my_number_cards.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/scenario/scenario_error.h"

namespace app
{
namespace
{

namespace fs = std::filesystem;

// Files named by a card file, read relative to it.
class Folder
{
public:
    explicit Folder(const std::string& card_file) : home_(fs::path(card_file).parent_path()) {}

    std::shared_ptr<const model::SigningKey> key(const std::string& name) const
    {
        return made(name, [](const std::string& pem) {
            return std::make_shared<const model::SigningKey>(pem);
        });
    }
    model::Octets certificate(const std::string& name) const
    {
        return made(name, model::certificate_of);
    }
    model::CertifiedKey certified(const sim::CertificateFiles& files) const
    {
        model::CertifiedKey one{
            .certificate = {}, .authority = certificate(files.authority), .key = {}};
        if (files.certificate.empty()) return one;
        one.certificate = certificate(files.certificate);
        one.key = key(files.key);
        if (!one.key->belongs_to(one.certificate))
            throw sim::ScenarioError(path(files.key), "is not the key of " + files.certificate);
        return one;
    }

private:
    std::string path(const std::string& name) const { return (home_ / name).lexically_normal(); }

    template <class Make>
    std::invoke_result_t<Make, std::string> made(const std::string& name, Make make) const
    {
        const std::string file = path(name);
        std::ifstream stream(file, std::ios::binary);
        if (!stream || !fs::is_regular_file(file)) throw sim::ScenarioError(file, "no such file");
        std::stringstream text;
        text << stream.rdbuf();
        try {
            return make(text.str());
        } catch (const std::invalid_argument& error) {
            throw sim::ScenarioError(file, error.what());
        }
    }

    fs::path home_;
};

char letter_of(sim::Sex sex)
{
    if (sex == sim::Sex::male) return '1';
    return sex == sim::Sex::female ? '2' : '9';
}

model::CardTries tries_of(const sim::MyNumberTries& tries)
{
    const auto narrow = [](std::int32_t n) { return static_cast<std::uint8_t>(n); };
    return {narrow(tries.auth), narrow(tries.sign), narrow(tries.pin), narrow(tries.code)};
}

model::MyNumberIssue issue_of(const sim::MyNumberFile& file, const Folder& folder)
{
    const sim::MyNumberChipTimes& times = file.times;
    return {
        .holder = {file.persona.name, file.persona.address, file.persona.birth,
                   letter_of(file.persona.sex)},
        .expires = file.expires,
        .municipality = file.municipality,
        .serial = file.serial,
        .security_code = file.security_code,
        .token = file.token,
        .auth = folder.certified(file.certificates.auth),
        .sign = folder.certified(file.certificates.sign),
        .record_key = folder.key(file.certificates.record_key),
        .issuer_key = folder.key(file.certificates.record_issuer_key),
        .card_key = folder.key(file.certificates.internal_key),
        .pins = {file.pin.auth, file.pin.sign, file.pin.text, file.pin.resident, file.pin.common},
        .tries = tries_of(file.tries),
        .serve_number = file.number.serve,
        .quirks = {file.quirks.select_gives_fci, file.quirks.first_command_fails},
        .times = {times.select, times.read, times.verify, times.other, times.sign},
    };
}

}  // namespace

std::shared_ptr<const model::MyNumberProfile> my_number_profile(const sim::MyNumberFile& file)
{
    return std::make_shared<const model::MyNumberProfile>(
        model::issue(issue_of(file, Folder(file.file))));
}

model::Octets my_number_atr(const sim::MyNumberRadio& radio)
{
    if (!radio.atr.empty()) return bytes_of_hex(radio.atr);
    std::array<std::uint8_t, 4> application{};
    std::array<std::uint8_t, 3> protocol{};
    const model::Octets first = bytes_of_hex(radio.application_data);
    const model::Octets second = bytes_of_hex(radio.protocol_info);
    std::copy_n(first.begin(), std::min(first.size(), application.size()), application.begin());
    std::copy_n(second.begin(), std::min(second.size(), protocol.size()), protocol.begin());
    return model::contactless_atr(application, protocol);
}

model::Octets bytes_of_hex(const std::string& digits)
{
    model::Octets bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(digits.substr(at, 2), nullptr, 16)));
    return bytes;
}

}  // namespace app
