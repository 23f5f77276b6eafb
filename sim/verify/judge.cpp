// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <map>

#include "sim/record/indices.h"
#include "sim/verify/budgets.h"
#include "sim/verify/card_books.h"
#include "sim/verify/checkpoints.h"
#include "sim/verify/dead_ends.h"
#include "sim/verify/due_sql.h"
#include "sim/verify/fare_oracle.h"
#include "sim/verify/flow_times.h"
#include "sim/verify/judgement_rows.h"
#include "sim/verify/message_checks.h"
#include "sim/verify/percentiles.h"
#include "sim/verify/plain_expectations.h"
#include "sim/verify/properties.h"
#include "sim/verify/service_judge.h"
#include "sim/verify/tap_feed.h"

namespace sim
{

namespace
{

void read_run(const Database& database, Judgement& judgement)
{
    Query run = database.query(
        "SELECT status, scenario, scenario_file, seed, coalesce(digest, ''), coalesce(error, '')"
        " FROM run");
    if (!run.step()) throw DatabaseError("the result file holds no run");
    judgement.status = run.text(0);
    judgement.scenario = run.text(1);
    judgement.scenario_file = run.text(2);
    judgement.seed = run.text(3);
    judgement.digest = run.text(4);
    judgement.error = run.text(5);
    Query doubts = database.query("SELECT text FROM note WHERE kind = 'nothing_proven'");
    while (doubts.step()) judgement.doubts.push_back(doubts.text(0));
    Query silences = database.query(
        "SELECT name || ': ' || value || ' (' || silence || ')' FROM (SELECT name, value, silence"
        " FROM taxi_rule UNION ALL SELECT name, value, silence FROM card_sale_rule"
        " UNION ALL SELECT name, value, silence FROM id_rule)"
        " WHERE silence <> '' ORDER BY silence, name");
    while (silences.step()) judgement.silences.push_back(silences.text(0));
}

// Everything one pass over the taps feeds.
struct Evidence {
    Evidence(Database& opened, const std::string& file, const Scenario& scenario,
             Checkpoints& reconciled)
        : database(opened),
          rows(opened.integer("SELECT max(rowid) FROM tap")),
          due(opened),
          feed(file, due, rows),  // reads ahead while the ledger is summed
          ledger(opened, findings),
          dues(opened, due),
          books(opened, ledger, findings, dues),
          checkpoints(reconciled),
          budgets(scenario.expect),
          situations(opened, due)
    {
    }

    void collect(bool complete)
    {
        books.reserve(static_cast<std::size_t>(rows));
        TapFacts tap;
        while (feed.next(tap)) {
            if (situations.add(tap) && complete)
                findings.add({"taps_delivered", tap.key, "upload", tap.fare,
                              fmt::format("tap {} never reached the cloud", text_of(tap.key))});
            books.add(tap);
            checkpoints.add(tap);
            budgets.add(tap);
        }
        budgets.add_slips(database);
        Query extra = database.query("SELECT device, sequence, known FROM duplicate_delivery");
        while (extra.step()) {
            const fw::TapKey key{static_cast<std::uint32_t>(extra.integer(0)),
                                 static_cast<std::uint32_t>(extra.integer(1))};
            if (extra.integer(2) == 0)
                findings.add({"taps_delivered", key, "upload", 0,
                              fmt::format("the cloud accepted tap {}, which no reader reported",
                                          text_of(key))});
        }
        Query reused = database.query("SELECT place FROM note WHERE kind = 'number_reused'");
        while (reused.step())
            findings.add({"exactly_once", tap_key_of(reused.text(0)).value_or(fw::TapKey{}), "", 0,
                          fmt::format("tap {} has the number of an earlier tap", reused.text(0))});
        situations.duplicates =
            database.integer("SELECT count(*) FROM note WHERE kind = 'duplicate'");
        situations.restarts = database.integer(
            "SELECT count(*) FROM note WHERE kind = 'fault' AND (text GLOB 'power_loss*'"
            " OR text GLOB 'driver_reset*')");
        situations.adjustments = ledger.adjustments();
        situations.caps = ledger.caps();
        situations.checkpoints = checkpoints.close(database, findings, complete);
        totals = books.close(database, complete);
    }

    void adopt(MessageFacts heard, ServiceFacts& services)
    {
        situations.flows = heard.flows;
        situations.cells = heard.cells;
        situations.cells_hidden = heard.cells_hidden;
        services.properties.insert(services.properties.end(), heard.properties.begin(),
                                   heard.properties.end());
        findings.add_all(std::move(heard.findings));
    }

    Database& database;
    std::int64_t rows;
    DueSql due;
    TapFeed feed;
    Findings findings;
    LedgerSums ledger;
    RareDues dues;
    CardBooks books;
    Checkpoints& checkpoints;
    Budgets budgets;
    SituationCounts situations;
    BookTotals totals;
};

std::map<std::string, Counted> counted(const Evidence& evidence)
{
    const BookTotals& books = evidence.totals;
    const SituationCounts& situations = evidence.situations;
    return {
        {"fare_error", {books.fare_error_yen, books.rides_checked + books.sales_checked}},
        {"money_difference", {books.money_difference_yen, books.cards_checked}},
        {"double_debits", {books.double_debits, books.debits_checked}},
        {"taps_lost", {situations.lost, situations.delivered_due}},
        {"taps", {situations.taps, situations.taps}},
        {"unconfirmed_left", {books.unconfirmed_left, books.debits_checked}},
        {"adjusted", {evidence.ledger.adjusted_yen(), books.rides_checked + books.sales_checked}},
        {"riders_adjusted", {evidence.ledger.cards_adjusted(), books.rides_checked}},
        {"sales", {books.sales_paid, situations.sales}},
        {"awards", {books.awards, books.awards_checked}},
        {"consent", {situations.flows.without, situations.flows.messages}},
        {"messages", {situations.flows.messages, situations.flows.messages}},
        {"cells", {situations.cells, situations.cells}},
        {"unpaid_rides", {books.rides_unpaid, books.rides_checked + books.rides_unpaid}},
    };
}

void judge_expectations(const Scenario& scenario, Evidence& evidence, const ServiceFacts& services,
                        Judgement& judgement)
{
    auto values = counted(evidence);
    values.insert(services.counts.begin(), services.counts.end());
    for (std::size_t i = 0; i < scenario.expect.size(); ++i) {
        const Expectation& wanted = scenario.expect[i];
        judgement.expectations.push_back(
            wanted.measure == "checked"     ? judge_checked(wanted, judgement.properties)
            : wanted.measure == "flow_time" ? judge_flow_time(evidence.database, wanted)
            : span_of(wanted)               ? evidence.budgets.judge(i, evidence.database)
            : wanted.statistic.empty()      ? judge_count(wanted, values)
                                            : judge_length(wanted, services));
    }
}

void conclude(Judgement& judgement)
{
    bool latency = false, correctness = false;
    const bool nothing = judgement.taps == 0 || !judgement.doubts.empty();
    Verdict worst = nothing ? Verdict::inconclusive : Verdict::pass;
    for (const ExpectationResult& e : judgement.expectations) {
        worst = std::max(worst, e.verdict);
        if (e.verdict == Verdict::fail)
            (!e.expectation.statistic.empty() ? latency : correctness) = true;
    }
    for (const PropertyResult& p : judgement.properties)
        if (p.state == PropertyResult::State::violated) {
            worst = std::max(worst, Verdict::fail);
            correctness = true;
        }
    if (judgement.status == "aborted") worst = std::max(worst, Verdict::aborted);
    if (judgement.status == "error" || !judgement.error.empty()) worst = Verdict::error;
    judgement.verdict = worst;
    judgement.only_latency_failed = latency && !correctness;
}

// Taps and services by this thread, the messages meanwhile by another.
ServiceFacts judge_all(Evidence& evidence, const std::string& file, const Scenario& scenario,
                       bool complete)
{
    auto messages = std::async(std::launch::async, check_messages, file, std::cref(scenario));
    evidence.collect(complete);
    Findings of_services;
    ServiceFacts services = judge_services(evidence.database, scenario, complete, of_services);
    evidence.adopt(messages.get(), services);
    evidence.findings.add_all(std::move(of_services));
    return services;
}

}  // namespace

Judgement judge(const std::string& result_file, const Scenario& scenario)
{
    Database database(result_file, Database::Mode::read_write);
    database.exec("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; BEGIN");
    database.exec(
        "DELETE FROM expectation; DELETE FROM property; DELETE FROM finding;"
        " DELETE FROM dead_end");
    Judgement judgement;
    read_run(database, judgement);
    build_fares(database);
    database.exec("COMMIT");  // for the connections that read the taps
    std::future<void> indices = std::async(std::launch::async, build_indices, result_file);
    Checkpoints checkpoints(database);
    {
        Evidence evidence(database, result_file, scenario, checkpoints);
        const ServiceFacts services =
            judge_all(evidence, result_file, scenario, judgement.status == "complete");
        judgement.taps = evidence.situations.taps;
        judgement.properties =
            property_results(evidence.totals, evidence.situations, evidence.findings);
        judgement.properties.insert(judgement.properties.end(), services.properties.begin(),
                                    services.properties.end());
        leave_out_absent(scenario, judgement.properties);
        judgement.tried = services.tried;
        judge_expectations(scenario, evidence, services, judgement);
        judgement.findings = evidence.findings.take();
    }
    conclude(judgement);
    indices.get();
    database.exec("BEGIN");
    write_judgement(database, judgement);
    checkpoints.write(database);
    database.exec("COMMIT");
    return judgement;
}

}  // namespace sim
