// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/tariff_words.h"

#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

void source_fields(Visitor& v, Source& source)
{
    v.place(&source.line, &source.column);
    v.field({"source", "document or decision the rule comes from", Need::required},
            Text(source.text));
    v.field({"status", "published by its owner, or assumed by this bench", Need::required},
            Choice<bool>(source.assumed, {{"published", false}, {"assumed", true}}));
}

void validity_fields(Visitor& v, Validity& valid)
{
    std::optional<Date> from;
    if (valid.from != Date{}) from = valid.from;
    v.field({"valid_from", "first day; left out: since ever"}, Maybe<Date, Day>(from));
    v.field({"valid_until", "last day; left out: for good"}, Maybe<Date, Day>(valid.until));
    valid.from = from.value_or(Date{});
    v.require(!valid.until || valid.from <= *valid.until, "valid_until",
              "\"valid_until\" must not be before \"valid_from\"");
}

void TextOrAll::read(const YamlNode& node)
{
    Text(text_).read(node);
    if (text_ == "all") text_.clear();
}

YamlNode TextOrAll::schema() const
{
    return Text(text_).schema();
}

}  // namespace sim
