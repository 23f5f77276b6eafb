// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "hil/virtual/pn532_server.h"
#include "tests/hil/virtual/libnfc_client.h"
#include "tests/hil/virtual/scratch.h"
#include "tests/hil/virtual/test_cards.h"

// A virtual PN532 with a transit card on it, for a client in the same process.
namespace test_support
{

struct VirtualReader {
    explicit VirtualReader(std::string where)
        : link(std::move(where)), server(field, {.link = link})
    {
        field.present(box.card("transit"));
    }
    std::string link;
    CardBox box;
    hil::CardField field;
    hil::Pn532Server server;
};

struct Libnfc : testing::Test {
    Scratch folder;
    VirtualReader reader{folder.path("reader")};
    NfcContext context;
};

}  // namespace test_support
