// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_state.h"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

namespace model
{
namespace
{

constexpr const char* heading = "my number card state 1";
constexpr std::size_t digest_digits = 64;

std::string name_of(const CardApplication& application, const CardFile& secret)
{
    return fmt::format("{}/{:04X}", application.name, secret.id);
}

const CardFile* secret_named(const std::string& name, const MyNumberProfile& profile)
{
    for (const CardApplication& application : profile.applications)
        for (const CardFile& file : application.files)
            if (file.kind == FileKind::secret && name_of(application, file) == name) return &file;
    return nullptr;
}

bool is_digest(const std::string& word)
{
    return word.size() == digest_digits &&
           word.find_first_not_of("0123456789abcdef") == std::string::npos;
}

[[noreturn]] void refuse(int line, const std::string& why)
{
    throw std::invalid_argument(fmt::format("line {}: {}", line, why));
}

// "NAME tries N[ digest HEX]"
void read_line(const std::string& text, int line, const MyNumberProfile& profile,
               MyNumberState& state)
{
    std::istringstream words(text);
    std::string name, tries_word, tries, digest_word, digest, rest;
    words >> name >> tries_word >> tries >> digest_word >> digest;
    const CardFile* secret = secret_named(name, profile);
    if (!secret) refuse(line, "this card has no such secret");
    const bool number = tries.size() == 1 || tries == "10";
    if (tries_word != "tries" || !number || tries.find_first_not_of("0123456789") != tries.npos)
        refuse(line, "expected \"tries\" and a number");
    SecretState read{.tries = static_cast<std::uint8_t>(std::stoi(tries)), .digest = digest};
    if (read.tries > secret->secret.tries) refuse(line, "more tries than the secret has");
    const bool changed = digest_word == "digest" && is_digest(digest);
    if ((!changed && !digest_word.empty()) || words >> rest)
        refuse(line, "expected nothing more, or \"digest\" and 64 hexadecimal digits");
    if (!state.touched.emplace(name, read).second) refuse(line, "a second line for this secret");
}

}  // namespace

SecretState MyNumberState::of(const CardApplication& application, const CardFile& secret) const
{
    const auto found = touched.find(name_of(application, secret));
    return found == touched.end() ? SecretState{.tries = secret.secret.tries, .digest = {}}
                                  : found->second;
}

void MyNumberState::set(const CardApplication& application, const CardFile& secret,
                        SecretState state)
{
    const std::string name = name_of(application, secret);
    if (state.tries == secret.secret.tries && state.digest.empty())
        touched.erase(name);
    else
        touched[name] = std::move(state);
}

std::string to_text(const MyNumberState& state)
{
    std::string text = fmt::format("{}\n", heading);
    for (const auto& [name, secret] : state.touched) {
        text += fmt::format("{} tries {}", name, secret.tries);
        text += secret.digest.empty() ? "\n" : " digest " + secret.digest + "\n";
    }
    return text;
}

MyNumberState parse_my_number_state(const std::string& text, const MyNumberProfile& profile)
{
    std::istringstream lines(text);
    std::string line;
    if (!std::getline(lines, line) || line != heading)
        refuse(1, fmt::format("expected \"{}\"", heading));
    if (!text.ends_with('\n')) refuse(1, "the text is cut short");
    MyNumberState state;
    for (int number = 2; std::getline(lines, line); ++number)
        read_line(line, number, profile, state);
    return state;
}

}  // namespace model
