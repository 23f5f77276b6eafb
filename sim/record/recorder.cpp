// SPDX-License-Identifier: Apache-2.0
#include "sim/record/recorder.h"

#include "sim/record/sqlite_recorder.h"

namespace sim
{

void Recorder::city(const CityRows& city)
{
    digest_.begin(city.scenario->resolved, city.scenario->seed);
    keep(city);
}
void Recorder::tap(const TapRow& row)
{
    digest_.tap(row);
    keep(row);
}
void Recorder::cloud(const CloudRow& row)
{
    digest_.cloud(row);
    keep(row);
}
void Recorder::posting(const PostingRow& row)
{
    digest_.posting(row);
    keep(row);
}
void Recorder::card(const CardRow& row)
{
    digest_.card(row);
    keep(row);
}
void Recorder::checkpoint(const CheckpointRow& row)
{
    digest_.checkpoint(row);
    keep(row);
}
void Recorder::statement(const StatementRow& row)
{
    digest_.statement(row);
    keep(row);
}
void Recorder::service(const ServiceRow& row)
{
    digest_.service(row);
    keep(row);
}

std::unique_ptr<Recorder> make_recorder(const std::string& file, const RunFacts& facts)
{
    if (file.empty()) return std::make_unique<Recorder>();
    return std::make_unique<SqliteRecorder>(file, facts);
}

}  // namespace sim
