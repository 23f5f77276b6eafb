// SPDX-License-Identifier: Apache-2.0
// Messages between desks and back ends as the judge reads them: any bytes are decoded or refused,
// and what is decoded has each name once and no list within a list.
#include <set>

#include "sim/verify/personal_text.h"
#include "sim/verify/sent_message.h"
#include "tests/fuzz/fuzz.h"

std::vector<fuzz::Octets> fuzz::seeds()
{
    return {
        text(R"({"as_of_ns":27300000000000,"class":0,"kind":"platform.publish","stop":"S005-1"})"),
        text(R"({"kind":"a","l":["1951-02-03","999991234567"],"yes":true,"n":-1})"),
        text(R"({"a":[[[[{"b":null}]]]],"a":1.5e300})")};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fw::Bytes bytes(data, size);
    const sim::SentMessage message = sim::decode_message(bytes);
    sim::holds_individual_number(bytes);
    std::set<std::string> names;
    for (const sim::SentField& field : message.fields) {
        fuzz::must(names.insert(field.name).second);
        sim::names_secret(field.name);
        for (const std::string& one : field.texts) {
            sim::holds_date(one);
            sim::holds_individual_number(one);
        }
        if (message.fault.empty() && field.holds == sim::Holds::text)
            fuzz::must(field.texts.size() == 1);
    }
    return 0;
}
