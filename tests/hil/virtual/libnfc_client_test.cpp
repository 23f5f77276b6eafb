// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <semaphore>
#include <thread>

#include "tests/hil/virtual/libnfc_desk.h"

namespace test_support
{
namespace
{

constexpr nfc_modulation type_b{NMT_ISO14443B, NBR_106};

// Lies in the field, says nothing and counts how often the chip looks for a card.
struct Onlooker final : model::RfCard {
    void power_off() override {}
    model::CardReply hear(const model::AirFrame&) override
    {
        looked_for.release();
        return {};
    }
    std::counting_semaphore<1 << 20> looked_for{0};
};

// How many pairs of select and read: few in the normal test, more by TAPBENCH_PAIRS.
int pairs()
{
    const char* wanted = std::getenv("TAPBENCH_PAIRS");
    return wanted == nullptr ? 1000 : std::atoi(wanted);
}

double median(std::vector<double>& times)
{
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

TEST_F(Libnfc, SelectsAndReadsACardWithoutAnError)
{
    NfcClient client(context, reader.link);
    std::vector<double> selects, reads;
    for (int i = 0; i < pairs(); ++i) {
        int selected = 0, read = 0;
        selects.push_back(microseconds_of([&] { selected = client.select_felica(); }));
        reads.push_back(microseconds_of([&] { read = client.read_history(); }));
        ASSERT_EQ(selected, 1) << "pair " << i;
        ASSERT_EQ(read, 29) << "pair " << i;
    }
    std::cout << pairs() << " pairs, median select " << median(selects) << " us, read "
              << median(reads) << " us\n";
}

TEST_F(Libnfc, ReadsATypeBCardThroughTheChipsIsoDep)
{
    reader.field.present(reader.box.card("type_b"));
    NfcClient client(context, reader.link);
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(client.select(type_b, {0x00}), 1);
        ASSERT_EQ(client.transceive({0x00, 0xA4, 0x04, 0x0C, 0x02, 0xA0, 0x00}), 2);
        ASSERT_EQ(client.transceive({0x00, 0xB0, 0x00, 0x00, 0x00}), 258);
        EXPECT_EQ(client.answer[255], 255);
        EXPECT_EQ(nfc_initiator_target_is_present(client.device(), nullptr), 0);
        ASSERT_GE(nfc_initiator_deselect_target(client.device()), 0);
    }
}

TEST_F(Libnfc, SeesAnEmptyFieldAndASilentCard)
{
    NfcClient client(context, reader.link);
    ASSERT_EQ(client.select_felica(), 1);
    reader.field.remove(reader.box.card("transit").get());
    EXPECT_EQ(client.read_history(), NFC_ERFTRANS);
    EXPECT_EQ(client.select_felica(), 0);
    reader.field.present(reader.box.card("transit"));
    EXPECT_EQ(client.select_felica(), 1);
    EXPECT_EQ(client.read_history(), 29);
}

TEST_F(Libnfc, WaitsForACardThatComesLater)
{
    reader.field.remove(reader.box.card("transit").get());
    NfcClient client(context, reader.link);
    client.set(NP_INFINITE_SELECT, true);
    nfc_target found{};
    const nfc_modulation modulation{NMT_FELICA, NBR_212};
    std::thread rider([this] { reader.field.present(reader.box.card("transit")); });
    EXPECT_GT(nfc_initiator_poll_target(client.device(), &modulation, 1, 20, 1, &found), 0);
    rider.join();
}

TEST_F(Libnfc, CanAbortASearchAndGoOn)
{
    reader.field.remove(reader.box.card("transit").get());
    const auto onlooker = std::make_shared<Onlooker>();
    reader.field.present(onlooker);
    NfcClient client(context, reader.link);
    const nfc_modulation modulation{NMT_FELICA, NBR_212};
    nfc_target found{};
    // Several looks: by then the client has its acknowledgement and awaits the answer.
    std::thread impatient([&] {
        for (int looks = 0; looks < 10; ++looks) onlooker->looked_for.acquire();
        client.abort();
    });
    const int result = nfc_initiator_poll_target(client.device(), &modulation, 1, 20, 1, &found);
    impatient.join();
    EXPECT_EQ(result, NFC_EOPABORTED);
    reader.field.present(reader.box.card("transit"));
    EXPECT_EQ(client.select_felica(), 1);
}

TEST(LibnfcWithFourReaders, Taps500TimesOnEachAtOnce)
{
    Scratch folder;
    NfcContext context;
    std::vector<std::unique_ptr<VirtualReader>> readers;
    std::vector<std::unique_ptr<NfcClient>> clients;
    for (const char* name : {"1", "2", "3", "4"}) {
        readers.push_back(std::make_unique<VirtualReader>(folder.path(name)));
        clients.push_back(std::make_unique<NfcClient>(context, readers.back()->link));
    }
    std::atomic<int> good = 0;
    std::vector<std::jthread> threads;
    for (const auto& client : clients)
        threads.emplace_back([&good, &client] {
            for (int i = 0; i < 500; ++i)
                if (client->select_felica() == 1 && client->read_history() == 29) ++good;
        });
    threads.clear();
    EXPECT_EQ(good, 2000);
}

}  // namespace
}  // namespace test_support
