// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/sent_message.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sim
{

namespace
{

using Json = nlohmann::json;
constexpr std::size_t longest_message = 65'536;

// Stops at the first thing that does not belong into a flat object, so nesting costs nothing.
class Reader final : public nlohmann::json_sax<Json>
{
public:
    SentMessage message;

    bool start_object(std::size_t) override
    {
        return ++objects_ == 1 || stop("holds an object within an object");
    }
    bool end_object() override { return true; }
    bool key(string_t& name) override
    {
        for (const SentField& field : message.fields)
            if (field.name == name) return stop("has the name \"" + name + "\" twice");
        message.fields.push_back({name, Holds::text, {}, 0});
        return true;
    }
    bool start_array(std::size_t) override
    {
        if (in_list_ || message.fields.empty()) return stop("holds a list that is no value");
        in_list_ = true;
        message.fields.back().holds = Holds::texts;
        return true;
    }
    bool end_array() override
    {
        in_list_ = false;
        return true;
    }
    bool string(string_t& text) override
    {
        if (message.fields.empty()) return stop("is no object");
        message.fields.back().texts.push_back(text);
        return true;
    }
    bool boolean(bool flag) override { return value(Holds::flag, flag ? 1 : 0); }
    bool number_integer(number_integer_t number) override { return value(Holds::number, number); }
    bool number_unsigned(number_unsigned_t number) override
    {
        if (number > INT64_MAX) return stop("holds a number beyond 64 bits");
        return value(Holds::number, static_cast<std::int64_t>(number));
    }
    bool number_float(number_float_t, const string_t&) override
    {
        return stop("holds a number that is not whole");
    }
    bool null() override { return stop("holds null"); }
    bool binary(binary_t&) override { return stop("is no text"); }
    bool parse_error(std::size_t at, const std::string&, const Json::exception&) override
    {
        return stop("is no JSON from byte " + std::to_string(at) + " on");
    }

private:
    bool stop(std::string why)
    {
        if (message.fault.empty()) message.fault = std::move(why);
        return false;
    }
    bool value(Holds holds, std::int64_t number)
    {
        if (message.fields.empty() || in_list_) return stop("holds a number that is no value");
        message.fields.back().holds = holds;
        message.fields.back().number = number;
        return true;
    }

    int objects_ = 0;
    bool in_list_ = false;
};

}  // namespace

const SentField* SentMessage::find(const std::string& name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const SentField& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

SentMessage decode_message(fw::Bytes bytes)
{
    Reader reader;
    if (bytes.size() > longest_message) {
        reader.message.fault = "is longer than 64 kB";
        return reader.message;
    }
    Json::sax_parse(bytes.begin(), bytes.end(), &reader);
    SentMessage message = std::move(reader.message);
    const auto kind = std::find_if(message.fields.begin(), message.fields.end(),
                                   [](const SentField& field) { return field.name == "kind"; });
    if (kind == message.fields.end()) return message;
    if (kind->holds != Holds::text || kind->texts.empty()) {
        if (message.fault.empty()) message.fault = "has a kind that is no text";
        return message;
    }
    message.kind = kind->texts[0];
    message.fields.erase(kind);
    return message;
}

}  // namespace sim
