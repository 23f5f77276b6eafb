// SPDX-License-Identifier: Apache-2.0
#include "models/card/card_profile.h"

#include <charconv>
#include <utility>

namespace model
{

CardProfile transit_profile(const fw::Pmm& pmm, std::shared_ptr<const StandInCipher> cipher)
{
    return {.pmm = pmm, .cipher = std::move(cipher)};
}

CardProfile renewed_profile(const CardProfile& profile, std::shared_ptr<const StandInCipher> cipher)
{
    CardProfile renewed = profile;
    renewed.layout = &renewed_layout;
    renewed.cipher = std::move(cipher);
    return renewed;
}

CardProfile lite_s_profile(const fw::Pmm& pmm)
{
    return {.pmm = pmm, .layout = &lite_s_layout, .cipher = {}};
}

CardProfile profile_of(fw::CardSystem system, const fw::Pmm& pmm,
                       std::shared_ptr<const StandInCipher> cipher)
{
    if (system == fw::CardSystem::lite_s) return lite_s_profile(pmm);
    return transit_profile(pmm, std::move(cipher));
}

std::optional<fw::Pmm> parse_pmm(std::string_view hex)
{
    fw::Pmm pmm;
    if (hex.size() != 2 * pmm.bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < pmm.bytes.size(); ++i) {
        const char* digits = hex.data() + 2 * i;
        const auto [end, error] = std::from_chars(digits, digits + 2, pmm.bytes[i], 16);
        if (error != std::errc{} || end != digits + 2) return std::nullopt;
    }
    return pmm;
}

}  // namespace model
