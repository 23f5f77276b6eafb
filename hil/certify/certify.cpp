// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/certify.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "hil/certify/tests.h"
#include "hil/certify/transcript.h"

namespace hil
{

namespace
{

namespace fs = std::filesystem;

constexpr fw::Nanos between_looks{50'000'000};

TestResult without_run(const Planned& planned, Verdict verdict, const std::string& reason)
{
    TestResult result{.name = planned.name, .spec = planned.spec, .verdict = verdict};
    result.reasons.push_back(reason);
    return result;
}

class DeviceRun
{
public:
    DeviceRun(const Suite& suite, const Device& device, Reader& reader, Hand& hand,
              const CertifyOptions& options)
        : suite_(suite), device_(device), transcript_(reader), hand_(hand), options_(options)
    {
    }

    DeviceReport all()
    {
        DeviceReport report{.device = device_, .link = transcript_.link_time()};
        for (const Planned& planned : plan(suite_, device_, hand_.skills())) {
            if (planned.choice == Planned::Choice::left_out) {
                report.left_out.push_back({planned.name, planned.reason});
                continue;
            }
            report.results.push_back(one(planned));
            if (options_.told) options_.told(device_, report.results.back());
        }
        return report;
    }

private:
    TestResult one(const Planned& planned);
    TestResult carried_out(const Planned& planned);
    void write_head(const Planned& planned, std::ostream& out) const;
    static void write_foot(const TestResult& result, std::ofstream& file);
    void note_end(Verdict verdict);
    fs::path evidence_of(const Planned& planned);
    bool reader_is_back();

    const Suite& suite_;
    const Device& device_;
    TranscriptReader transcript_;
    Hand& hand_;
    const CertifyOptions& options_;
    int number_ = 0;
    std::optional<std::pair<Verdict, std::string>> over_;  // no further test is begun
};

// evidence/DEVICE/NN-TEST.txt, relative to the report folder.
fs::path DeviceRun::evidence_of(const Planned& planned)
{
    std::string folder = device_.name, name = planned.name;
    std::replace(folder.begin(), folder.end(), '/', '-');
    std::replace(name.begin(), name.end(), ' ', '-');
    return fs::path("evidence") / folder / fmt::format("{:02}-{}.txt", number_, name);
}

void DeviceRun::write_head(const Planned& planned, std::ostream& out) const
{
    fmt::print(out, "# tapbench evidence 1\n# suite {} {}, test {}, device {}, card {}\n",
               suite_.name, suite_.version, planned.name, device_.name,
               planned.card.empty() ? "none" : planned.card);
    out << "# > to the card, < back; nanoseconds since the test began; bytes in hexadecimal\n";
}

bool DeviceRun::reader_is_back()
{
    const fw::Nanos start = options_.clock.now();
    while (options_.clock.now() - start < options_.back_within) {
        if (options_.interrupted && options_.interrupted()) return true;
        const Selection look =
            transcript_.select(fw::RfSet::felica_212, 0xFFFF, TestRun::usual_timeout);
        if (look.status != ReaderStatus::lost && look.status != ReaderStatus::hung) return true;
        options_.clock.pause(between_looks);
    }
    return false;
}

TestResult DeviceRun::one(const Planned& planned)
{
    ++number_;
    if (planned.choice == Planned::Choice::unproven)
        return without_run(planned, Verdict::inconclusive, planned.reason);
    if (over_) return without_run(planned, over_->first, over_->second);

    const fs::path evidence = evidence_of(planned);
    std::ofstream file;
    if (!options_.folder.empty()) {
        fs::create_directories((options_.folder / evidence).parent_path());
        file.open(options_.folder / evidence);
        write_head(planned, file);
        transcript_.write_to(&file);
    }
    TestResult result = carried_out(planned);
    transcript_.write_to(nullptr);
    if (!options_.folder.empty()) {
        write_foot(result, file);
        result.evidence = evidence.string();
    }
    note_end(result.verdict);
    return result;
}

TestResult DeviceRun::carried_out(const Planned& planned)
{
    const auto card = std::find_if(device_.cards.begin(), device_.cards.end(),
                                   [&](const DeskCard& one) { return one.name == planned.card; });
    const Bench bench{transcript_, hand_, options_.clock, options_.interrupted, suite_.confidence};
    TestRun run(bench, planned.spec, card == device_.cards.end() ? nullptr : &*card);
    const fw::Nanos start = options_.clock.now();
    try {
        find_test(planned.spec.test)->run(run);
    } catch (const TestEnds& end) {
        run.note(end.verdict, end.reason);
    }
    hand_.restore();
    TestResult result = run.finish();
    result.name = planned.name;
    result.took = options_.clock.now() - start;
    return result;
}

void DeviceRun::write_foot(const TestResult& result, std::ofstream& file)
{
    file << "# verdict " << word_of(result.verdict) << '\n';
    for (const std::string& reason : result.reasons) file << "# " << reason << '\n';
    if (!file.flush()) throw std::runtime_error("cannot write evidence of " + result.name);
}

void DeviceRun::note_end(Verdict verdict)
{
    if (verdict == Verdict::aborted)
        over_ = {Verdict::aborted, "not begun: the run was ended by a person"};
    else if (verdict == Verdict::error && !reader_is_back())
        over_ = {Verdict::error, "not begun: the reader is gone"};
}

}  // namespace

DeviceReport certify(const Suite& suite, const Device& device, Reader& reader, Hand& hand,
                     const CertifyOptions& options)
{
    return DeviceRun(suite, device, reader, hand, options).all();
}

DeviceReport not_opened(const Suite& suite, const Device& device, const HandSkills& skills,
                        const std::string& reason)
{
    DeviceReport report{.device = device};
    for (const Planned& planned : plan(suite, device, skills)) {
        if (planned.choice == Planned::Choice::left_out)
            report.left_out.push_back({planned.name, planned.reason});
        else
            report.results.push_back(without_run(planned, Verdict::error, reason));
    }
    return report;
}

Verdict DeviceReport::verdict() const
{
    Verdict worst = results.empty() ? Verdict::inconclusive : Verdict::pass;
    for (const TestResult& result : results) worst = worse(worst, result.verdict);
    return worst;
}

bool DeviceReport::only_times_failed() const
{
    return verdict() == Verdict::fail &&
           std::all_of(results.begin(), results.end(), [](const TestResult& result) {
               return result.verdict != Verdict::fail || result.only_times_failed;
           });
}

}  // namespace hil
