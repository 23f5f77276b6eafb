// SPDX-License-Identifier: Apache-2.0
// How a phone begins with an account: the code that it reads from the screen (services.md S43).
#include "models/mother_child/account_office.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("account.refused").set("reason", reason);
}

std::string said(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

}  // namespace

sim::Form AccountOffice::show_qr(Account& account, fw::Nanos now)
{
    account.qr = fresh_token();
    account.qr_until = now + rules_.qr_life;
    account.pending.clear();
    account.code.clear();
    by_qr_[account.qr] = account.user;
    return sim::Form("qr.shown").set("qr", account.qr);
}

// A code counts once, for the first phone that reads it, and only the newest one.
sim::Form AccountOffice::scan(const sim::Form& request, fw::Nanos now)
{
    const auto found = by_qr_.find(said(request, "qr"));
    if (found == by_qr_.end()) return refused("unknown_code");
    Account& account = accounts_[found->second];
    if (account.qr != found->first || !account.pending.empty() || account.state == State::started)
        return refused("used");
    if (now > account.qr_until) return refused("expired");
    account.pending = said(request, "app");
    account.code = std::to_string(1000 + stream_.below(9000, ++drawn_, 6));
    return sim::Form("start.pending").set("code", account.code);
}

// At the counter the number on her phone is held against the one that the PC shows.
sim::Form AccountOffice::confirm(const sim::Form& request, fw::Nanos now)
{
    Account* const account = account_of(request);
    if (!account || account->state != State::opened || account->pending.empty())
        return refused("not_open");
    if (request.kind() == "start.reject" || said(request, "code") != account->code) {
        turned_away_.insert(account->pending);
        return show_qr(*account, now);
    }
    account->state = State::started;
    account->app = account->pending;
    by_app_[account->app] = account->user;
    for (const auto& [handbook, bearer] : bearers_)
        if (bearer.user == account->user) record(*account, handbook, "started", now);
    return sim::Form("start.confirmed");
}

sim::Form AccountOffice::state_of(const sim::Form& request) const
{
    const std::string app = said(request, "app");
    const bool started = by_app_.contains(app);
    if (!started && turned_away_.contains(app)) return refused("other_phone");
    return sim::Form("start.state").set("started", started);
}

}  // namespace model
