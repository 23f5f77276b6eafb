// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_contents.h"

#include <fmt/format.h>

#include "models/card/my_number_tlv.h"

namespace model
{
namespace
{

// Identifiers of keys: 7 digits, two bytes, 3 digits, filler. Real ones begin with 5 or 6.
constexpr std::string_view record_key_id =
    "9900024\x08\x05"
    "001";
constexpr std::string_view issuer_key_id =
    "9900033\x08\x05"
    "001";

// One white dot, where a card has writing as a picture: nobody's face or hand is invented.
constexpr std::array<std::uint8_t, 67> dot{
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00,
    0x00, 0x37, 0x6E, 0xF9, 0x24, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78,
    0xDA, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0xDA, 0x45, 0x08, 0x3B, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};

Octets octets(std::string_view text)
{
    return {text.begin(), text.end()};
}

Octets joined(const std::vector<Octets>& parts)
{
    Octets all;
    for (const Octets& part : parts) append(all, part);
    return all;
}

Octets filled(std::string_view text, std::size_t size, std::uint8_t filler)
{
    Octets field = octets(text);
    field.resize(size, filler);
    return field;
}

Octets key_id(std::string_view id)
{
    return filled(id, 16, 0x00);
}

Octets day(sim::Date date)
{
    const sim::CivilDate civil = sim::civil_of(date);
    return octets(fmt::format("{:04}{:02}{:02}", civil.year, civil.month, civil.day));
}

Octets signature(const SigningKey& key, const Octets& over)
{
    SigningKey::Signature made;
    key.sign(SignatureScheme::hashed, over, made);
    return {made.begin(), made.end()};
}

Octets hash(const Octets& bytes)
{
    const auto made = sha256(bytes);
    return {made.begin(), made.end()};
}

// Objects, then a signature over them.
Octets signed_record(std::uint16_t tag, const Octets& objects, std::uint16_t signature_tag,
                     const SigningKey& key)
{
    return tlv(tag, joined({objects, tlv(signature_tag, signature(key, objects))}));
}

// Objects behind a table of their offsets, two bytes each, counted from the start of the file.
Octets with_offsets(std::uint16_t tag, std::uint16_t table_tag, const std::vector<Octets>& objects)
{
    const std::size_t table_size = 3 + 2 * objects.size();
    std::size_t size = table_size;
    for (const Octets& object : objects) size += object.size();
    std::size_t offset = table_size + (size < 0x80 ? 3 : 5);
    Octets table;
    for (const Octets& object : objects) {
        append(table,
               Octets{static_cast<std::uint8_t>(offset >> 8), static_cast<std::uint8_t>(offset)});
        offset += object.size();
    }
    return tlv(tag, joined({tlv(table_tag, table), joined(objects)}));
}

std::vector<Octets> basic_objects(const MyNumberHolder& holder)
{
    return {tlv(0xDF22, octets(holder.name)), tlv(0xDF23, octets(holder.address)),
            tlv(0xDF24, day(holder.birth)), tlv(0xDF25, Octets{std::uint8_t(holder.sex)})};
}

}  // namespace

// CK_TOKEN_INFO of PKCS#11 with numbers of four bytes; all but the label is *assumed*.
Octets token_info(const std::string& token)
{
    Octets info = filled(token, 32, ' ');
    append(info, filled("JPKI-TEST", 32, ' '));
    info.resize(160, 0x00);
    return info;
}

Octets certificates_present(const MyNumberIssue& issue)
{
    return {std::uint8_t(issue.sign.certificate.empty() ? 0x00 : 0x8F), 0x8F, 0x00};
}

Octets number_file(const sim::Secret& number)
{
    Octets file;
    if (!number.empty()) file = tlv(0xFF10, octets(number.reveal()));
    file.resize(17, 0xFF);
    return file;
}

Octets basic_four(const MyNumberHolder& holder)
{
    return with_offsets(0xFF20, 0xDF21, basic_objects(holder));
}

// The number's digest is over its whole file, the other over the objects behind the offset table.
Octets digests(const MyNumberIssue& issue, const Octets& number)
{
    const Octets objects =
        joined({tlv(0xDF31, hash(number)), tlv(0xDF32, hash(joined(basic_objects(issue.holder))))});
    return signed_record(0xFF30, objects, 0xDF33, *issue.record_key);
}

Octets record_key_certificate(const MyNumberIssue& issue)
{
    const Octets body =
        joined({key_id(issuer_key_id), key_id(record_key_id), issue.record_key->public_objects()});
    return tlv(0x7F21,
               joined({tlv(0x5F4E, body), tlv(0x5F37, signature(*issue.issuer_key, body))}));
}

// Padded: one known reader asks for exactly 256 bytes.
Octets text_info()
{
    Octets file =
        tlv(0xFF40, joined({tlv(0xDF41, Octets{0x01, 0x03, 0x0E, 0x01}),
                            tlv(0xDF42, key_id(record_key_id)), tlv(0xDF43, Octets(128, 0x00))}));
    file.resize(256, 0xFF);
    return file;
}

Octets age_record(const MyNumberIssue& issue)
{
    const Octets objects = joined(
        {tlv(0xDF11, day(issue.holder.birth)), tlv(0xDF12, issue.record_key->public_objects())});
    return signed_record(0xFF10, objects, 0xDF13, *issue.record_key);
}

Octets face(const MyNumberIssue& issue)
{
    const Octets writing(dot.begin(), dot.end());
    std::vector<Octets> objects{tlv(0xDF22, day(issue.holder.birth)),
                                tlv(0xDF23, Octets{std::uint8_t(issue.holder.sex)}),
                                tlv(0xDF24, issue.record_key->public_objects()),
                                tlv(0xDF25, writing),
                                tlv(0xDF26, writing),
                                tlv(0xDF27, {})};  // no photograph
    const Octets groups = joined({hash(joined({objects[0], objects[1], objects[2]})),
                                  hash(joined({objects[3], objects[4]})), hash(objects[5])});
    objects.push_back(tlv(0xDF28, signature(*issue.record_key, groups)));
    objects.push_back(tlv(0xDF29, day(issue.expires)));
    objects.push_back(tlv(0xDF2A, writing));
    return with_offsets(0xFF20, 0xDF21, objects);
}

Octets visual_info(const MyNumberIssue& issue)
{
    return tlv(0xFF30, joined({tlv(0xDF31, Octets{0x06, 0x03, 0x0E, 0x01}),
                               tlv(0xDF32, key_id(record_key_id)), tlv(0xDF33, Octets{0x01}),
                               tlv(0xDF34, octets(issue.municipality))}));
}

Octets number_picture(const MyNumberIssue& issue)
{
    const Octets objects =
        joined({tlv(0xDF41, dot), tlv(0xDF42, issue.record_key->public_objects())});
    return signed_record(0xFF40, objects, 0xDF43, *issue.record_key);
}

Octets common_record(const MyNumberIssue& issue)
{
    return tlv(0x01,
               joined({octets(issue.serial), octets(issue.municipality), day(issue.expires)}));
}

}  // namespace model
