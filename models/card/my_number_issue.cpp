// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_issue.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/card/my_number_contents.h"
#include "models/card/my_number_tlv.h"

namespace model
{
namespace
{

// Writes into the table of my_number_files.cpp.
class Writer
{
public:
    explicit Writer(MyNumberProfile& profile) : profile_(profile) {}

    void content(const char* application, FileId id, Octets bytes)
    {
        profile_.find(application, id)->content = std::move(bytes);
    }
    void close(const char* application, FileId id)
    {
        profile_.find(application, id)->opened_by = {nobody};
    }
    void key(const char* application, FileId id, const std::shared_ptr<const SigningKey>& key)
    {
        profile_.find(application, id)->key = key;
    }
    void secret(const char* application, FileId id, std::uint8_t tries, const sim::Secret& secret)
    {
        SecretRule& rule = profile_.find(application, id)->secret;
        rule.tries = tries;
        rule.digest.clear();
        const std::string& text = secret.reveal();
        if (!text.empty())
            rule.digest = secret_digest(
                application, id, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }

private:
    MyNumberProfile& profile_;
};

// Without a signature certificate its password is blocked from issue, its files are empty
// (*assumed*).
void write_jpki(Writer& card, const MyNumberIssue& issue)
{
    const bool signs = !issue.sign.certificate.empty();
    card.content("jpki", 0x0001, issue.sign.certificate);
    card.content("jpki", 0x0002, issue.sign.authority);
    card.content("jpki", 0x0006, token_info(issue.token));
    card.content("jpki", 0x0008, certificates_present(issue));
    card.content("jpki", 0x000A, issue.auth.certificate);
    card.content("jpki", 0x000B, issue.auth.authority);
    card.key("jpki", 0x0017, issue.auth.key);
    card.secret("jpki", 0x0018, issue.tries.auth, issue.pins.auth);
    card.key("jpki", 0x001A, issue.sign.key);
    card.secret("jpki", 0x001B, signs ? issue.tries.sign : std::uint8_t{0}, issue.pins.sign);
}

// Code A is the number itself: without one nothing is right, and the files that hold it are closed.
void write_text(Writer& card, const MyNumberIssue& issue, const sim::Secret& number)
{
    const Octets number_bytes = number_file(number);
    card.content("text", 0x0001, number_bytes);
    if (number.empty()) card.close("text", 0x0001);
    card.content("text", 0x0002, basic_four(issue.holder));
    card.content("text", 0x0003, digests(issue, number_bytes));
    card.content("text", 0x0004, record_key_certificate(issue));
    card.content("text", 0x0005, text_info());
    card.key("text", 0x0013, issue.record_key);
    card.secret("text", 0x0011, issue.tries.pin, issue.pins.text);
    card.secret("text", 0x0014, issue.tries.code, number);
    card.secret("text", 0x0015, issue.tries.code, code_b(issue));
}

void write_visual(Writer& card, const MyNumberIssue& issue, const sim::Secret& number)
{
    card.content("visual", 0x0001, age_record(issue));
    card.content("visual", 0x0002, face(issue));
    card.content("visual", 0x0003, visual_info(issue));
    card.content("visual", 0x0004, record_key_certificate(issue));
    card.content("visual", 0x0005, number_picture(issue));
    if (number.empty()) card.close("visual", 0x0005);
    card.key("visual", 0x0010, issue.record_key);
    card.secret("visual", 0x0011, issue.tries.code,
                sim::Secret(era_birth_date(issue.holder.birth)));
    card.secret("visual", 0x0012, issue.tries.code, code_b(issue));
    card.secret("visual", 0x0013, issue.tries.code, number);
}

}  // namespace

MyNumberProfile issue(const MyNumberIssue& issue)
{
    MyNumberProfile profile{.applications = my_number_applications(),
                            .quirks = issue.quirks,
                            .times = issue.times,
                            .challenge_seed = issue.challenge_seed};
    Writer card(profile);
    const sim::Secret number = issue.serve_number ? synthetic_number(issue.holder) : sim::Secret();
    write_jpki(card, issue);
    write_text(card, issue, number);
    write_visual(card, issue, number);
    card.secret("resident", 0x001C, issue.tries.pin, issue.pins.resident);
    card.content("common", 0x0001, common_record(issue));
    card.key("common", 0x0019, issue.card_key);
    card.secret("common", 0x001C, issue.tries.pin, issue.pins.common);
    return profile;
}

std::string era_birth_date(sim::Date birth)
{
    struct Era {
        sim::CivilDate from;
        int zero;  // the Gregorian year before its first
    };
    constexpr std::array<Era, 5> eras{{{{2019, 5, 1}, 2018},
                                       {{1989, 1, 8}, 1988},
                                       {{1926, 12, 25}, 1925},
                                       {{1912, 7, 30}, 1911},
                                       {{1868, 1, 25}, 1867}}};
    const auto era = std::find_if(eras.begin(), eras.end() - 1,
                                  [&](const Era& e) { return birth >= sim::date_of(e.from); });
    const sim::CivilDate civil = sim::civil_of(birth);
    return fmt::format("{:02}{:02}{:02}", (civil.year - era->zero) % 100, civil.month, civil.day);
}

sim::Secret code_b(const MyNumberIssue& issue)
{
    return sim::Secret(fmt::format("{}{:04}{}", era_birth_date(issue.holder.birth),
                                   sim::civil_of(issue.expires).year,
                                   issue.security_code.reveal()));
}

sim::Secret synthetic_number(const MyNumberHolder& holder)
{
    Octets person(holder.name.begin(), holder.name.end());
    person.push_back(static_cast<std::uint8_t>(holder.birth.days));
    const auto hash = sha256(person);
    std::string digits = "99999";
    for (std::size_t i = 0; digits.size() < 11; ++i)
        digits.push_back(static_cast<char>('0' + hash[i] % 10));
    int sum = 0;  // the check digit's rule: weights 2 to 7, then 2 to 6, from the right
    for (int n = 1; n <= 11; ++n)
        sum += (digits[static_cast<std::size_t>(11 - n)] - '0') * (n <= 6 ? n + 1 : n - 5);
    const int right = sum % 11 <= 1 ? 0 : 11 - sum % 11;
    digits.push_back(static_cast<char>('0' + (right + 1) % 10));
    return sim::Secret(digits);
}

Octets contactless_atr(const std::array<std::uint8_t, 4>& application,
                       const std::array<std::uint8_t, 3>& protocol, std::uint8_t mbli)
{
    Octets atr{0x3B, 0x88, 0x80, 0x01};
    append(atr, application);
    append(atr, protocol);
    atr.push_back(mbli);
    std::uint8_t check = 0;
    for (std::size_t i = 1; i < atr.size(); ++i) check = static_cast<std::uint8_t>(check ^ atr[i]);
    atr.push_back(check);
    return atr;
}

}  // namespace model
