// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/method_sql.h"

#include <string>

namespace sim
{

void make_accepted_methods(Database& database, const MethodTables& tables)
{
    const std::string items = tables.items, bands = tables.bands, law = tables.law;
    database.exec("CREATE TEMP TABLE " + std::string(tables.into) + " AS WITH items AS (" + items +
                  "), bands AS (" + bands + R"(),
    inside AS (SELECT i.item, min(b.position) AS low, max(b.position) AS high
        FROM items i JOIN bands b ON b.service = i.service
            AND i.amount BETWEEN b.from_yen AND b.to_yen
        GROUP BY i.item),
    fits AS (SELECT item, CASE boundary WHEN 'upper' THEN high ELSE low END AS first,
        CASE boundary WHEN 'lower' THEN low ELSE high END AS last FROM inside, )" +
                  law + R"()
    SELECT f.item, b.method, max(b.position <= f.last AND i.amount BETWEEN b.from_yen AND b.to_yen)
        AS enough
    FROM fits f JOIN items i ON i.item = f.item JOIN )" +
                  law + R"( l JOIN bands b ON b.service = i.service AND
        (b.position BETWEEN f.first AND f.last AND i.amount BETWEEN b.from_yen AND b.to_yen
         OR l.stronger = 'true' AND b.position > f.first)
    GROUP BY f.item, b.method)");
}

}  // namespace sim
