// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/vpcd_card.h"

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <future>
#include <thread>

#include "hil/reader/back_off.h"
#include "hil/reader/steady.h"
#include "hil/virtual/vpcd_watchdog.h"

namespace hil
{
namespace
{

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Found = tcp::resolver::results_type;

constexpr std::chrono::milliseconds tick{50};

}  // namespace

// Everything below the constructor happens on `thread`. Each insertion, removal and loss begins a
// new `life`; what an earlier one still had under way comes to nothing.
struct VpcdCard::Line {
    Line(model::ApduCard& card, VpcdOptions wanted)
        : options(std::move(wanted)),
          where(options.host + ":" + std::to_string(options.port)),
          session(card, options.manner),
          watchdog(options.patience)
    {
        if (!options.clock) options.clock = steady_now;
        watch();
        thread = std::thread([this] { io.run(); });
    }

    ~Line()
    {
        io.stop();
        thread.join();
    }

    void begin(bool in)
    {
        close();
        inserted = in;
        back_off.reset();
        said.clear();
        if (inserted) connect();
    }

    void connect()
    {
        resolver.async_resolve(options.host, std::to_string(options.port),
                               [this, mine = life](const Error& unknown, const Found& found) {
                                   if (mine != life) return;
                                   if (unknown) return retry("cannot find " + where);
                                   connect(found);
                               });
    }

    void connect(const Found& found)
    {
        asio::async_connect(socket, found, [this, mine = life](const Error& refused, const auto&) {
            if (mine != life) return;
            if (refused) return retry("cannot reach " + where);
            connected = true;
            say("inserted at " + where);
            read();
        });
    }

    // TCP_QUICKACK does not last, so it is set before every read. vpcd sends length and payload
    // apart, and without it each APDU waits 40 ms for our delayed acknowledgement.
    void read()
    {
        const int on = 1;
        ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
        socket.async_read_some(asio::buffer(received),
                               [this, mine = life](const Error& gone, std::size_t size) {
                                   if (mine != life) return;
                                   if (gone) return retry("out of " + where);
                                   back_off.reset();
                                   work(size);
                               });
    }

    // What the card throws ends its service, and not the process.
    void work(std::size_t size)
    {
        answer.clear();
        try {
            if (!session.receive(fw::Bytes(received).first(size), answer))
                return retry("what listens at " + where + " is not vpcd");
        } catch (const std::exception& error) {
            inserted = false;
            return retry(error.what());
        }
        if (!session.mid_frame()) watchdog.ended();
        const fw::Nanos think = session.take_think();
        if (!options.card_time || think.count == 0) return write();
        timer.expires_after(std::chrono::nanoseconds(think.count));
        timer.async_wait([this, mine = life](const Error&) {
            if (mine == life) write();
        });
    }

    void write()
    {
        if (session.mid_frame() || !answer.empty()) watchdog.began(options.clock());
        if (answer.empty()) return read();
        asio::async_write(socket, asio::buffer(answer),
                          [this, mine = life](const Error& gone, std::size_t) {
                              if (mine != life) return;
                              if (gone) return retry("out of " + where);
                              if (!session.mid_frame()) watchdog.ended();
                              read();
                          });
    }

    void retry(const std::string& why)
    {
        say(why);
        close();
        if (!inserted) return;
        timer.expires_after(std::chrono::nanoseconds(back_off.next().count));
        timer.async_wait([this, mine = life](const Error&) {
            if (mine == life) connect();
        });
    }

    void watch()
    {
        ticker.expires_after(tick);
        ticker.async_wait([this](const Error&) {
            if (connected && watchdog.expired(options.clock()))
                retry("gave up " + where + ": it stopped in mid-frame");
            watch();
        });
    }

    void close()
    {
        ++life;
        connected = false;
        Error ignored;
        resolver.cancel();
        session.restart();
        socket.close(ignored);
        timer.cancel();
        watchdog.ended();
    }

    // The same is not said twice in a row.
    void say(const std::string& line)
    {
        if (options.say && line != said) options.say(line);
        said = line;
    }

    asio::io_context io{1};
    VpcdOptions options;
    std::string where;
    VpcdSession session;
    VpcdWatchdog watchdog;
    BackOff back_off;
    tcp::resolver resolver{io};
    tcp::socket socket{io};
    asio::steady_timer timer{io};
    asio::steady_timer ticker{io};
    std::array<std::uint8_t, 4096> received{};
    std::vector<std::uint8_t> answer;
    std::string said;
    bool inserted = false;
    std::uint64_t life = 0;
    std::atomic<bool> connected = false;
    std::thread thread;
};

VpcdCard::VpcdCard(model::ApduCard& card, VpcdOptions options)
    : line_(std::make_unique<Line>(card, std::move(options)))
{
}

VpcdCard::~VpcdCard() = default;

void VpcdCard::insert()
{
    asio::post(line_->io, [line = line_.get()] {
        if (!line->inserted) line->begin(true);
    });
}

void VpcdCard::remove()
{
    std::promise<void> out;
    asio::post(line_->io, [line = line_.get(), &out] {
        line->begin(false);
        out.set_value();
    });
    out.get_future().wait();
}

bool VpcdCard::connected() const
{
    return line_->connected;
}

}  // namespace hil
