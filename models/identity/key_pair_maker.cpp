// SPDX-License-Identifier: Apache-2.0
// Writes the key pairs that all city IDs of the bench draw from as C++ (key_pair_pool.h). Runs once
// when the bench is built; the keys follow from a fixed text, so that every build has the same and
// a run's digest does not depend on the machine. They protect nothing: everybody can make them.
#include <cstdio>
#include <fstream>

#include "models/identity/key_pair_pool.h"
#include "models/identity/p256_signature.h"

namespace
{

template <std::size_t Size>
void write(std::ostream& out, const std::array<std::uint8_t, Size>& bytes)
{
    out << "{";
    for (const std::uint8_t byte : bytes) out << int{byte} << ",";
    out << "}";
}

}  // namespace

int main(int count, char** words)
{
    if (count != 2) return std::fputs("usage: key_pair_maker FILE\n", stderr), 2;
    std::ofstream out(words[1]);
    out << "// SPDX-License-Identifier: Apache-2.0\n// Made by key_pair_maker.\n"
           "#include \"models/identity/key_pair_pool.h\"\n\nnamespace model\n{\n\n"
           "const std::array<KeyPair, 256> key_pairs{{\n";
    for (std::uint32_t i = 0; i < 256; ++i) {
        const model::P256Number secret = model::p256_secret("tapbench city ID key pair", i);
        out << "    {";
        write(out, secret);
        out << ", ";
        write(out, model::p256_point(secret));
        out << "},\n";
    }
    out << "}};\n\n}  // namespace model\n";
    return out.flush() ? 0 : 1;
}
