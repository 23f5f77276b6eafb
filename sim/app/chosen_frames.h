// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "sim/record/recorder.h"

// `--trace KEY[,KEY]`: hands everything on to another recorder, but frames only of these taps and
// the bytes only of batches that carry one of them.
namespace app
{

class ChosenFrames final : public sim::Recorder
{
public:
    ChosenFrames(std::unique_ptr<sim::Recorder> next, std::vector<fw::TapKey> taps);

    void flush() override { next_->flush(); }
    std::optional<std::string> error() const override { return next_->error(); }

private:
    void keep(const sim::CityRows& row) override { next_->city(row); }
    void keep(const sim::TapRow& row) override { next_->tap(row); }
    void keep(const sim::CloudRow& row) override { next_->cloud(row); }
    void keep(const sim::PostingRow& row) override { next_->posting(row); }
    void keep(const sim::CardRow& row) override { next_->card(row); }
    void keep(const sim::CheckpointRow& row) override { next_->checkpoint(row); }
    void keep(const sim::StatementRow& row) override { next_->statement(row); }
    void keep(const sim::StopVisitRow& row) override { next_->stop_visit(row); }
    void keep(const sim::FrameRow& row) override;
    void keep(const sim::BatchRow& row) override;
    void keep(const sim::NoteRow& row) override { next_->note(row); }
    bool carries_chosen(fw::Bytes events) const;
    bool is_chosen(const fw::TapKey& key) const;
    void close(sim::Outcome outcome) override { next_->finish(outcome); }

    std::unique_ptr<sim::Recorder> next_;
    std::vector<fw::TapKey> taps_;
};

}  // namespace app
