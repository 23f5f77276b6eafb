// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <sstream>

#include "models/card/my_number_issue.h"

// What My Number Cards of invented people are issued from: the files of scenarios/card/pki.
namespace model
{

inline std::string pki_file(const std::string& name)
{
    std::ifstream stream(std::string(TAPBENCH_SOURCE_DIR) + "/scenarios/card/pki/" + name);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline std::shared_ptr<const SigningKey> pki_key(const std::string& name)
{
    return std::make_shared<const SigningKey>(pki_file(name + "_key.pem"));
}

inline CertifiedKey pki_pair(const std::string& name, const std::string& authority)
{
    return {certificate_of(pki_file(name + ".pem")), certificate_of(pki_file(authority + ".pem")),
            pki_key(name)};
}

inline MyNumberIssue adult()
{
    return {.holder = {"架空　花子", "群馬県前橋市架空町一丁目２番３号",
                       sim::date_of({1988, 6, 15}), '2'},
            .expires = sim::date_of({2035, 6, 15}),
            .municipality = "10201",
            .serial = "999900000000001",
            .security_code = sim::Secret("0001"),
            .auth = pki_pair("adult_auth", "auth_ca"),
            .sign = pki_pair("adult_sign", "sign_ca"),
            .record_key = pki_key("record"),
            .issuer_key = pki_key("record_issuer"),
            .card_key = pki_key("internal"),
            .pins = {sim::Secret("1234"), sim::Secret("ABC123"), sim::Secret("2345"),
                     sim::Secret("3456"), sim::Secret("4567")},
            .tries = {},
            .quirks = {},
            .times = {}};
}

inline MyNumberIssue child()
{
    MyNumberIssue issue = adult();
    issue.holder = {"架空　太郎", issue.holder.address, sim::date_of({2016, 5, 9}), '1'};
    issue.auth = pki_pair("child_auth", "auth_ca");
    issue.sign = {.certificate = {}, .authority = issue.sign.authority, .key = {}};
    issue.pins.sign = {};
    return issue;
}

}  // namespace model
