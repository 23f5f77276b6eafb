// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "firmware/core/units.h"
#include "models/identity/phone_key.h"

// What the issuer of the city's ID keeps: to which certificates and to which key each ID is bound.
// No name, no birth date and no number of the holder.
namespace model
{

using CertificateText = std::shared_ptr<const std::string>;  // hexadecimal digits; many share one

struct IdRecord {
    std::string id;  // 16 hexadecimal digits
    std::string auth_serial, sign_serial;
    CertificateText auth_certificate, sign_certificate;
    PhonePublicKey key;
    std::string custody;
    bool active = false;  // the phone has stored its part
    // What the authority said last about both certificates, and not before when; -1 = never asked.
    std::string trouble;
    fw::Nanos status_at{-1};
};

class IdRegister
{
public:
    // A new ID, or a new binding of one that is there.
    void bind(const IdRecord& record)
    {
        if (const IdRecord* const old = find(record.id)) by_auth_.erase(old->auth_serial);
        by_auth_[record.auth_serial] = record.id;
        by_key_[record.key.serial] = record.id;
        records_[record.id] = record;
    }
    IdRecord* find(const std::string& id) { return found(records_, id); }
    IdRecord* of_key(const std::string& serial) { return by(by_key_, serial); }
    IdRecord* of_certificate(const std::string& serial) { return by(by_auth_, serial); }

private:
    template <class Map>
    static typename Map::mapped_type* found(Map& map, const std::string& name)
    {
        const auto at = map.find(name);
        return at == map.end() ? nullptr : &at->second;
    }
    IdRecord* by(std::map<std::string, std::string>& names, const std::string& serial)
    {
        const std::string* const id = found(names, serial);
        return id ? find(*id) : nullptr;
    }

    std::map<std::string, IdRecord> records_;
    std::map<std::string, std::string> by_key_, by_auth_;
};

}  // namespace model
