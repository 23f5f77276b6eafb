// SPDX-License-Identifier: Apache-2.0
// The code on a counter's screen, and whose phone has read it: steps 9 and 10 of services.md S43.
#include "models/mother_child/maternity_session.h"

namespace model
{

namespace
{

constexpr fw::Nanos glance{2'000'000'000};     // the PC asks the operator so often; assumed
constexpr fw::Nanos gives_up{90'000'000'000};  // nobody reads the code; assumed

}  // namespace

// Step 9: the code on the screen.
std::string MaternityCounter::show_code(Desk& desk, Session& s)
{
    MotherScreen& screen = ground_.screens[counter_];
    if (s.visit.times(9) == 0) return "not_shown";
    if (s.visit.times(9) == 2)
        if (const auto again = ask(desk, "motherhood", s.form("qr.again").set("user", s.user)))
            s.qr = again->text("qr").value_or(s.qr);
    screen.account = s.user;
    screen.qr = s.qr;
    note(desk, s, 9);
    s.flow.u[4] = desk.now().count;
    return "";
}

// Step 10 is the phone's; here both look whether it is hers.
std::string MaternityCounter::wait_for_phone(Desk& desk, Session& s)
{
    const fw::Nanos until = desk.now() + gives_up;
    while (desk.now() < until) {
        desk.spend(glance);
        const auto seen = ask(desk, "motherhood", s.form("start.seen").set("user", s.user));
        const std::string code = seen ? seen->text("code").value_or("") : "";
        if (code.empty()) continue;
        const std::string how = compare(desk, s, code);
        if (how != "not_hers") return how;
    }
    return "not_scanned";
}

std::string MaternityCounter::compare(Desk& desk, Session& s, const std::string& code)
{
    MotherScreen& screen = ground_.screens[counter_];
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    desk.spend(glance);
    const bool hers = screen.code_on_phone == code;
    flow.u[1] = desk.now().count;
    const auto reply =
        ask(desk, "motherhood",
            s.form(hers ? "start.confirm" : "start.reject", "-" + std::to_string(s.codes++))
                .set("user", s.user)
                .set("code", code));
    std::string why;
    if (!reply) why = "no_answer";
    if (reply) flow.u[2] = desk.now().count;
    if (reply && reply->kind() == "qr.shown") why = "not_hers";
    if (reply && reply->kind() == "account.refused") why = reply->text("reason").value_or("");
    if (why.empty()) flow.u[3] = desk.now().count;
    end_flow(desk, s, flow, why);
    if (why == "not_hers") screen.qr = reply->text("qr").value_or("");
    return why;
}

}  // namespace model
