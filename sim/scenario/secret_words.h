// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/secret.h"
#include "sim/scenario/field.h"

// PINs and passwords in a file, or typed behind `--set`. They are never written out again, and a
// message about a wrong one does not repeat it.
namespace sim
{

class SecretWord final : public Value
{
public:
    // So many digits; with `letters`, capital letters as well.
    SecretWord(Secret& secret, std::size_t shortest, std::size_t longest, bool letters = false)
        : secret_(secret), shortest_(shortest), longest_(longest), letters_(letters)
    {
    }
    void read(const YamlNode& node) override;
    YamlNode write() const override { return {}; }
    YamlNode schema() const override;
    std::string type() const override { return letters_ ? "password" : "PIN"; }
    bool present() const override { return false; }

private:
    std::string expected() const;

    Secret& secret_;
    std::size_t shortest_, longest_;
    bool letters_;
};

}  // namespace sim
