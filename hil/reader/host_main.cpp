// SPDX-License-Identifier: Apache-2.0
#include <nfc/nfc.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string_view>

#include "hil/reader/reader_host.h"
#include "hil/reader/sandbox.h"

// tapbench-reader-host SOCKET CONNSTRING: started by the bench, one process a reader.
namespace
{

constexpr int wrong_words = 4;
constexpr int bench_failed = 70;

// A file number above standard error; 0 when `text` is none.
int file_number(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && number > 2 && number < 64 ? number : 0;
}

void hold_reader(int socket, const char* connstring)
{
    hil::enter_sandbox(socket);
    // Errors only: what libnfc says of single bytes would put cards' identities into the log.
    setenv("LIBNFC_LOG_LEVEL", "1", 1);
    setenv("LIBNFC_AUTO_SCAN", "false", 1);
    setenv("LIBNFC_INTRUSIVE_SCAN", "false", 1);
    hil::Channel bench(socket);
    nfc_context* context = nullptr;
    nfc_init(&context);
    if (context == nullptr) throw std::runtime_error("libnfc does not start");
    hil::ReaderHost(bench, context, connstring).serve();
    nfc_exit(context);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::printf("libnfc %s\n", nfc_version());
        return 0;
    }
    const int socket = argc == 3 ? file_number(argv[1]) : 0;
    if (socket == 0) {
        std::fputs("tapbench-reader-host is started by tapbench; `tapbench doctor` finds readers\n",
                   stderr);
        return wrong_words;
    }
    try {
        hold_reader(socket, argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "tapbench-reader-host: %s\n", error.what());
        return bench_failed;
    }
    return 0;
}
