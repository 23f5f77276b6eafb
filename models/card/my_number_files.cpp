// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_files.h"

#include <algorithm>

#include "models/card/jpki_commands.h"
#include "sim/base/digest.h"

namespace model
{
namespace
{

CardFile file(FileId id, std::vector<FileId> opened_by = {})
{
    return {.id = id, .opened_by = std::move(opened_by), .content = {}, .secret = {}, .key = {}};
}

CardFile record(FileId id)
{
    CardFile made = file(id);
    made.kind = FileKind::record;
    return made;
}

CardFile key(FileId id, std::vector<FileId> opened_by = {}, KeyUse use = KeyUse::sign)
{
    CardFile made = file(id, std::move(opened_by));
    made.kind = FileKind::key;
    made.use = use;
    return made;
}

CardFile digits(FileId id, std::uint8_t tries, std::uint8_t length)
{
    CardFile made = file(id);
    made.kind = FileKind::secret;
    made.secret.tries = tries;
    made.secret.shortest = made.secret.longest = length;
    return made;
}

CardFile password(FileId id, std::uint8_t tries)
{
    CardFile made = digits(id, tries, 6);
    made.secret.longest = 16;
    made.secret.letters = true;
    return made;
}

Octets local_aid(std::uint8_t family, std::uint8_t number)
{
    return {0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, family, number};
}

// Public-key authentication: certificates and keys.
CardApplication jpki()
{
    return {.name = "jpki",
            .aid = {jpki_aid.begin(), jpki_aid.end()},
            .change = ChangeCommand::reference_data,
            .files = {
                file(0x0001, {0x001B}),  // signature certificate
                file(0x0002),            // its CA
                file(0x0006),            // token information
                file(0x0008),            // which certificates there are
                file(0x000A),            // authentication certificate
                file(0x000B),            // its CA
                key(0x0017, {0x0018}),
                digits(0x0018, 3, 4),
                key(0x001A, {0x001B}),
                password(0x001B, 5),
            }};
}

// Help with filling in forms: number and basic four. Codes A and B are what the card's face says.
CardApplication text()
{
    return {.name = "text",
            .aid = local_aid(0x04, 0x08),
            .change = ChangeCommand::reference_data,
            .default_key = 0x0013,
            .files = {
                file(0x0001, {0x0011, 0x0014}),              // individual number
                file(0x0002, {0x0011, 0x0015}),              // basic four
                file(0x0003, {0x0011, 0x0014, 0x0015}),      // digests and signature
                file(0x0004),                                // certificate of the key 0013
                file(0x0005),                                // about this application
                digits(0x0011, 3, 4), digits(0x0012, 0, 4),  // blocked from issue
                key(0x0013), digits(0x0014, 10, 12),         // code A
                digits(0x0015, 10, 14),                      // code B
            }};
}

// What the card's face shows, for whoever holds it in hand.
CardApplication visual()
{
    return {.name = "visual",
            .aid = local_aid(0x04, 0x02),
            .default_key = 0x0010,  // where this key lies is *assumed*
            .files = {
                file(0x0001, {0x0011}),              // age record
                file(0x0002, {0x0012, 0x0013}),      // face
                file(0x0003),                        // about this application
                file(0x0004),                        // certificate of the key
                file(0x0005, {0x0013}),              // picture of the number
                key(0x0010), digits(0x0011, 10, 6),  // birth date
                digits(0x0012, 10, 14),              // code B
                digits(0x0013, 10, 12),              // code A
            }};
}

CardApplication resident()
{
    return {.name = "resident",
            .aid = local_aid(0x04, 0x01),
            .change = ChangeCommand::jicsap_key,
            .files = {digits(0x001C, 3, 4)}};
}

CardApplication common()
{
    return {.name = "common",
            .aid = local_aid(0x01, 0x00),
            .change = ChangeCommand::jicsap_key,
            .files = {
                record(0x0001),  // serial number, municipality, expiry
                key(0x0019, {}, KeyUse::authenticate),
                digits(0x001C, 3, 4),
            }};
}

// GlobalPlatform's, selected when power comes on. Its data objects are not modelled.
CardApplication issuer_domain()
{
    return {.name = "issuer", .aid = {0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00}, .files = {}};
}

}  // namespace

const CardFile* CardApplication::find(FileId id) const
{
    const auto found =
        std::find_if(files.begin(), files.end(), [id](const CardFile& f) { return f.id == id; });
    return found == files.end() ? nullptr : &*found;
}

CardFile* MyNumberProfile::find(const std::string& application, FileId id)
{
    for (CardApplication& one : applications) {
        if (one.name != application) continue;
        for (CardFile& file : one.files)
            if (file.id == id) return &file;
    }
    return nullptr;
}

std::vector<CardApplication> my_number_applications()
{
    return {issuer_domain(), jpki(), text(), visual(), resident(), common()};
}

std::string secret_digest(const std::string& application, FileId id, fw::Bytes characters)
{
    sim::Digest digest;
    digest.add("my number card " + application + " " + std::to_string(id) + " ");
    digest.add(characters);
    return digest.hex();
}

}  // namespace model
