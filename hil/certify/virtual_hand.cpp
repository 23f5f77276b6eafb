// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/virtual_hand.h"

namespace hil
{

// A card between two fingers: after so many more frames it is out of reach, the last of them heard
// and not answered.
class VirtualHand::Held final : public model::RfCard
{
public:
    explicit Held(std::shared_ptr<model::RfCard> card) : card_(std::move(card)) {}

    void power_off() override { card_->power_off(); }
    model::CardReply hear(const model::AirFrame& command) override
    {
        if (gone_) return {};
        const model::CardReply reply = card_->hear(command);
        const int left = left_;
        if (left > 0 && left_.fetch_sub(1) == 1) {
            gone_ = true;
            card_->power_off();
        }
        return gone_ ? model::CardReply{} : reply;
    }
    void leave_after(int frames) { left_ = frames; }

private:
    std::shared_ptr<model::RfCard> card_;
    std::atomic<int> left_ = 0;  // 0: it stays
    std::atomic<bool> gone_ = false;
};

VirtualHand::VirtualHand(CardField& field, Pn532Server& server, CardsByName cards)
    : field_(field), server_(server), cards_(std::move(cards))
{
}

Hand::Refusal VirtualHand::place(const DeskCard& card, fw::RfSet)
{
    const auto found = cards_.find(card.name);
    if (found == cards_.end()) return "the bench has no card " + card.name;
    take_away();
    held_ = std::make_shared<Held>(found->second);
    field_.present(held_);
    return std::nullopt;
}

Hand::Refusal VirtualHand::take_away()
{
    if (held_) field_.remove(held_.get());
    held_ = nullptr;
    return std::nullopt;
}

Hand::Refusal VirtualHand::tear()
{
    constexpr int frames = 3;
    if (held_) held_->leave_after(frames);
    return std::nullopt;
}

Hand::Refusal VirtualHand::unplug()
{
    server_.unplug();
    plugged_ = false;
    return std::nullopt;
}

Hand::Refusal VirtualHand::plug()
{
    server_.plug();
    plugged_ = true;
    return std::nullopt;
}

Hand::Refusal VirtualHand::garble(bool on)
{
    server_.set_fault(on ? ReaderFault::garbled : ReaderFault::none);
    garbling_ = on;
    return std::nullopt;
}

void VirtualHand::restore()
{
    if (garbling_) garble(false);
    if (!plugged_) plug();
}

}  // namespace hil
