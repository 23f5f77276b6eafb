// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_server.h"

#include <unistd.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <future>
#include <thread>

#include "hil/reader/steady.h"
#include "hil/virtual/pn532_line.h"
#include "hil/virtual/pn532_pty.h"

namespace hil
{
namespace
{

namespace asio = boost::asio;
using Failure = boost::system::error_code;

constexpr std::size_t most_unread = 1 << 16;  // a line that nobody reads loses bytes

// What exists while the reader is plugged in. Handlers hold on to it, so that one which was called
// off still finds its buffers.
struct Plugged : std::enable_shared_from_this<Plugged> {
    Plugged(asio::io_context& io, CardField& field, const Pn532Options& options)
        : terminal(std::in_place, options.link),
          port(io, ::dup(terminal->master())),
          timer(io),
          line(field, options)
    {
    }

    void read();
    void go_on();
    void write();
    void set_timer();
    void end();

    std::optional<PseudoTerminal> terminal;
    asio::posix::stream_descriptor port;
    asio::steady_timer timer;
    Pn532Line line;
    std::array<std::uint8_t, 512> incoming{};
    std::vector<std::uint8_t> unwritten;
    std::vector<std::uint8_t> writing;
};

void Plugged::read()
{
    port.async_read_some(asio::buffer(incoming),
                         [self = shared_from_this()](const Failure& failure, std::size_t size) {
                             if (failure || !self->port.is_open()) return;
                             self->line.hear(fw::Bytes(self->incoming).first(size), steady_now());
                             self->go_on();
                             self->read();
                         });
}

void Plugged::go_on()
{
    const std::vector<std::uint8_t> output = line.take_output();
    if (unwritten.size() + output.size() <= most_unread)
        unwritten.insert(unwritten.end(), output.begin(), output.end());
    if (writing.empty()) write();
    set_timer();
}

void Plugged::write()
{
    writing.swap(unwritten);
    if (writing.empty()) return;
    asio::async_write(port, asio::buffer(writing),
                      [self = shared_from_this()](const Failure& failure, std::size_t) {
                          self->writing.clear();
                          if (!failure && self->port.is_open()) self->write();
                      });
}

void Plugged::set_timer()
{
    timer.cancel();
    if (!line.due()) return;
    timer.expires_at(
        std::chrono::steady_clock::time_point(std::chrono::nanoseconds(line.due()->count)));
    timer.async_wait([self = shared_from_this()](const Failure& failure) {
        if (failure || !self->port.is_open()) return;
        self->line.wake(steady_now());
        self->go_on();
    });
}

void Plugged::end()
{
    timer.cancel();
    port.close();
    terminal.reset();
}

}  // namespace

// Everything here runs on the server's own thread, but for the constructor and the destructor.
class Pn532Server::Line
{
public:
    Line(CardField& field, const Pn532Options& options) : field_(field), options_(options)
    {
        plug();
        thread_ = std::thread([this] { io_.run(); });
    }
    ~Line()
    {
        run([this] { unplug(); });
        keep_running_.reset();
        thread_.join();
    }

    // Does `work` on the server's thread and waits for it; hands its exception on.
    template <typename Work>
    void run(Work work)
    {
        std::packaged_task<void()> task(work);
        std::future<void> done = task.get_future();
        asio::post(io_, std::move(task));
        done.get();
    }

    void plug()
    {
        if (plugged_) return;
        field_.switch_field(false);
        plugged_ = std::make_shared<Plugged>(io_, field_, options_);
        plugged_->line.set_fault(fault_, fault_length_);
        plugged_->read();
    }
    void unplug()
    {
        if (!plugged_) return;
        plugged_->end();
        plugged_.reset();
        field_.switch_field(false);
    }
    void set_fault(ReaderFault fault, fw::Nanos length)
    {
        fault_ = fault;
        fault_length_ = length;
        if (plugged_) plugged_->line.set_fault(fault, length);
    }

private:
    CardField& field_;
    const Pn532Options options_;
    asio::io_context io_;
    asio::executor_work_guard<asio::io_context::executor_type> keep_running_ =
        asio::make_work_guard(io_);
    std::shared_ptr<Plugged> plugged_;
    ReaderFault fault_ = ReaderFault::none;
    fw::Nanos fault_length_;
    std::thread thread_;
};

Pn532Server::Pn532Server(CardField& field, const Pn532Options& options)
    : line_(std::make_unique<Line>(field, options))
{
}

Pn532Server::~Pn532Server() = default;

void Pn532Server::unplug()
{
    line_->run([this] { line_->unplug(); });
}

void Pn532Server::plug()
{
    line_->run([this] { line_->plug(); });
}

void Pn532Server::set_fault(ReaderFault fault, fw::Nanos length)
{
    line_->run([this, fault, length] { line_->set_fault(fault, length); });
}

}  // namespace hil
