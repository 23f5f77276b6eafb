// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/rf_udp.h"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/udp.hpp>
#include <stdexcept>
#include <thread>

#include "hil/virtual/rf_udp_text.h"

namespace hil
{

namespace asio = boost::asio;
using asio::ip::udp;
using boost::system::error_code;

struct RfUdp::Socket {
    Socket(CardField& over, const udp::endpoint& here) : field(over), socket(context, here) {}

    void receive()
    {
        socket.async_receive_from(asio::buffer(datagram), from,
                                  [this](error_code error, std::size_t size) {
                                      if (error == asio::error::operation_aborted) return;
                                      if (!error) answer(size);
                                      receive();
                                  });
    }

    // A client that has gone by now is nobody's trouble.
    void answer(std::size_t size)
    {
        const std::string text = answer_datagram(field, {datagram.data(), size});
        error_code ignored;
        if (!text.empty()) socket.send_to(asio::buffer(text), from, 0, ignored);
    }

    CardField& field;
    asio::io_context context;
    udp::socket socket;
    udp::endpoint from;
    std::array<char, 2048> datagram{};
    std::thread thread;
};

RfUdp::RfUdp(CardField& field, const std::string& address, std::uint16_t port)
{
    const std::string name = address + ":" + std::to_string(port);
    try {
        const udp::endpoint here(asio::ip::make_address(address), port);
        socket_ = std::make_unique<Socket>(field, here);
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error("no UDP socket at " + name + ": " + error.code().message());
    }
    socket_->receive();
    socket_->thread = std::thread([this] { socket_->context.run(); });
}

RfUdp::~RfUdp()
{
    socket_->context.stop();
    socket_->thread.join();
    socket_->field.switch_field(false);
}

std::uint16_t RfUdp::port() const
{
    return socket_->socket.local_endpoint().port();
}

}  // namespace hil
