// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_command.h"

#include <fcntl.h>
#include <fmt/ostream.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <set>
#include <system_error>

#include "sim/app/card_console.h"
#include "sim/scenario/scenario_error.h"

namespace app
{
namespace
{

constexpr std::size_t longest_line = 4096;

// SIGINT and SIGTERM as something to wait for, in this thread and all it starts; a reader of our
// answers who has gone is no reason to leave a link behind.
class Signals
{
public:
    Signals()
    {
        sigset_t wanted;
        sigemptyset(&wanted);
        sigaddset(&wanted, SIGINT);
        sigaddset(&wanted, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &wanted, &before_);
        old_pipe_ = std::signal(SIGPIPE, SIG_IGN);
        descriptor_ = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
    }
    ~Signals()
    {
        signalfd_siginfo taken;
        while (::read(descriptor_, &taken, sizeof taken) > 0) continue;
        ::close(descriptor_);
        std::signal(SIGPIPE, old_pipe_);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;
    int descriptor() const { return descriptor_; }

private:
    sigset_t before_{};
    void (*old_pipe_)(int) = nullptr;
    int descriptor_ = -1;
};

// Lines out of a descriptor, as they come in.
class LineInput
{
public:
    explicit LineInput(int descriptor) : descriptor_(descriptor) {}
    int descriptor() const { return descriptor_; }  // -1: at its end

    // The lines that became whole; one that is too long comes as an empty one.
    std::vector<std::string> read()
    {
        std::array<char, 1024> bytes;
        const ssize_t size = ::read(descriptor_, bytes.data(), bytes.size());
        if (size < 0 && (errno == EINTR || errno == EAGAIN)) return {};
        if (size <= 0) descriptor_ = -1;
        std::vector<std::string> lines;
        for (ssize_t i = 0; i < size; ++i) {
            const char c = bytes[static_cast<std::size_t>(i)];
            if (c == '\n') {
                lines.push_back(too_long_ ? std::string() : line_);
                line_.clear();
                too_long_ = false;
            } else if (line_.size() < longest_line) {
                line_ += c;
            } else {
                too_long_ = true;
            }
        }
        return lines;
    }

private:
    int descriptor_;
    std::string line_;
    bool too_long_ = false;
};

// "balance=100 yen" is for every card, "2.balance=100 yen" for the second; keys are those of the
// card's own section.
sim::Settings settings_of(const CardServeOptions& options, std::size_t card)
{
    sim::Settings settings;
    const std::string own = std::to_string(card + 1) + ".";
    for (const std::string& setting : options.set) {
        const bool numbered = !setting.empty() && setting[0] >= '0' && setting[0] <= '9';
        if (numbered && !setting.starts_with(own)) continue;
        settings.push_back(numbered ? setting.substr(own.size()) : setting);
    }
    return settings;
}

// Cards remember in files named like theirs.
void prepare_state(const CardServeOptions& options)
{
    if (options.state.empty()) return;
    std::set<std::string> names;
    for (const std::string& file : options.cards)
        if (!names.insert(std::filesystem::path(file).stem().string()).second)
            throw sim::ScenarioError("--state", "two cards of one file name would share a memory");
    std::error_code error;
    std::filesystem::create_directories(options.state, error);
    if (error) throw sim::ScenarioError("--state", "no such folder can be made: " + options.state);
}

std::vector<ShelfCard> fill_shelf(const CardServeOptions& options, std::ostream& log)
{
    prepare_state(options);
    ShelfOptions shelf{.state = options.state};
    shelf.trouble = [&log](const std::string& line) { fmt::print(log, "tapbench: {}\n", line); };
    std::vector<ShelfCard> cards;
    for (std::size_t i = 0; i < options.cards.size(); ++i)
        cards.push_back(
            take_card(sim::load_card(options.cards[i], settings_of(options, i)), shelf));
    return cards;
}

std::unique_ptr<CardStand> make_stand(const CardServeOptions& options,
                                      const std::vector<ShelfCard>& shelf, std::ostream& log)
{
    const int stands = !options.pn532.empty() + !options.vpcd.empty() + !options.udp.empty();
    if (stands != 1)
        throw sim::ScenarioError("card serve", "expected one of --pn532, --vpcd, --udp");
    const bool timed = options.air_time || options.uart_baud > 0;
    if (!options.udp.empty()) {
        if (timed) throw sim::ScenarioError("--udp", "has no times to add");
        return udp_stand(shelf, options.udp);
    }
    if (!options.vpcd.empty()) {
        if (options.uart_baud > 0) throw sim::ScenarioError("--vpcd", "has no serial line");
        return vpcd_stand(shelf, options.vpcd, options.air_time, log);
    }
    return pn532_stand(
        shelf,
        {.link = options.pn532, .uart_baud = options.uart_baud, .air_time = options.air_time});
}

void serve(CardConsole& console, int signals, int input, std::ostream& out)
{
    LineInput lines(input);
    while (!console.quit()) {
        std::array<pollfd, 2> waiting{{{signals, POLLIN, 0}, {lines.descriptor(), POLLIN, 0}}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
        if (waiting[0].revents != 0) return;
        if (waiting[1].revents == 0) continue;
        for (const std::string& line : lines.read()) {
            out << console.obey(line) << std::endl;
            if (console.quit()) return;
        }
    }
}

}  // namespace

int card_serve_command(const CardServeOptions& options, int input, std::ostream& out,
                       std::ostream& log)
{
    const std::vector<ShelfCard> shelf = fill_shelf(options, log);
    const Signals signals;  // before any thread
    const std::unique_ptr<CardStand> stand = make_stand(options, shelf, log);
    CardConsole console(shelf, *stand);
    for (std::size_t i = 0; i < shelf.size() && !options.empty; ++i)
        console.obey("present " + std::to_string(i + 1));
    out << "ready " << stand->address() << std::endl;
    serve(console, signals.descriptor(), input, out);
    return 0;
}

}  // namespace app
