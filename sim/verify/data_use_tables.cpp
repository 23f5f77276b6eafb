// SPDX-License-Identifier: Apache-2.0
// The tables that the queries of uses of data read.
#include <array>

#include "sim/verify/data_use_sql.h"

namespace sim::data_use_sql
{

namespace
{

constexpr std::array<const char*, 9> preparing{{
    // A message that came twice is one; what is no JSON is the flow oracle's to name.
    R"(CREATE TEMP TABLE talk AS SELECT message, answers, flow, sent, received, sender, receiver,
        text, json_extract(text, '$.kind') AS kind, json_extract(text, '$.use') AS use,
        json_extract(text, '$.reason') AS reason
    FROM (SELECT message, answers, flow, sent, min(received) AS received, sender, receiver,
            CAST(bytes AS TEXT) AS text FROM message GROUP BY message)
    WHERE json_valid(text) AND (sender IN ('broker', 'use_log') OR receiver IN ('broker', 'use_log')
        OR sender GLOB '*_store' OR receiver GLOB '*_store'))",
    "CREATE INDEX temp.talk_message ON talk(message)",
    "CREATE INDEX temp.talk_answers ON talk(answers)",
    // The first answer with which a consent, or its end, was accepted.
    R"(CREATE TEMP TABLE consented AS SELECT q.use, min(a.sent) AS t,
        json_extract(q.text, '$.expires_ns') AS until,
        json_extract(q.text, '$.receiver') AS receiver, json_extract(q.text, '$.holder') AS holder,
        json_extract(q.text, '$.item') AS item, json_extract(q.text, '$.purpose') AS purpose,
        p.resident AS person, x.resident AS actor
    FROM talk q JOIN talk a ON a.answers = q.message AND a.kind = 'use.granted'
    LEFT JOIN data_name p ON p.domain = 'consents' AND p.name = json_extract(q.text, '$.person')
    LEFT JOIN data_name x ON x.domain = 'consents' AND x.name = json_extract(q.text, '$.actor')
    WHERE q.kind = 'use.consent' GROUP BY q.use)",
    R"(CREATE TEMP TABLE taken_back AS SELECT q.use, min(q.received) AS heard, min(a.sent) AS t
    FROM talk q JOIN talk a ON a.answers = q.message AND a.kind = 'use.revoked'
    WHERE q.kind = 'use.revoke' GROUP BY q.use)",
    R"(CREATE TEMP TABLE released AS SELECT message, answers, flow, use, sent, received, sender,
        receiver AS place, json_extract(text, '$.receiver') AS receiver,
        json_extract(text, '$.purpose') AS purpose, json_extract(text, '$.release') AS release,
        json_extract(text, '$.piece') AS piece, json_extract(text, '$.pieces') AS pieces
    FROM talk WHERE kind = 'data.sealed')",
    R"(CREATE TEMP TABLE noted AS SELECT json_extract(q.text, '$.act') AS act, q.use, q.sent AS t,
        p.resident AS person, x.resident AS actor, json_extract(q.text, '$.purpose') AS purpose
    FROM talk q JOIN talk a ON a.answers = q.message AND a.kind = 'log.noted'
    LEFT JOIN data_name p ON p.domain = 'consents' AND p.name = json_extract(q.text, '$.person')
    LEFT JOIN data_name x ON x.domain = 'consents' AND x.name = json_extract(q.text, '$.actor')
    WHERE q.kind = 'log.note')",
    // Mandates given and taken back, as the broker accepted them.
    R"(CREATE TEMP TABLE mandated AS SELECT q.kind, a.sent AS t, p.resident AS person,
        x.resident AS proxy, json_extract(q.text, '$.until_ns') AS until,
        json_extract(q.text, '$.purposes') AS purposes
    FROM talk q JOIN talk a ON a.answers = q.message AND a.kind IN ('proxy.granted',
        'proxy.revoked')
    LEFT JOIN data_name p ON p.domain = 'consents' AND p.name = json_extract(q.text, '$.person')
    LEFT JOIN data_name x ON x.domain = 'consents' AND x.name = json_extract(q.text, '$.actor')
    WHERE q.kind IN ('proxy.grant', 'proxy.revoke'))",
    // What the truth of a use leads to: its first outcome, its reason, what the phone is told.
    R"(CREATE TEMP TABLE use_due AS SELECT u.use,
        EXISTS (SELECT 1 FROM data_held h WHERE h.domain = u.holder AND h.item = u.item AND
            h.resident = u.resident AND (h.location = 0 OR u.resident NOT IN
                (SELECT resident FROM protected_resident))) AS shown,
        (SELECT path FROM data_domain d WHERE d.domain = u.holder) = 'health' AND
            (SELECT path FROM data_domain d WHERE d.domain = u.receiver)
            IN ('commerce', 'mobility') AS forbidden,
        CASE u.mandate WHEN 'revoked' THEN 'mandate_revoked' WHEN 'expired' THEN 'mandate_expired'
            WHEN 'out_of_scope' THEN 'out_of_scope' WHEN 'none' THEN 'no_mandate' ELSE
            CASE u.hitch WHEN 'forged' THEN 'wrong_signature' WHEN 'foreign' THEN 'foreign_key'
                WHEN 'declined' THEN 'declined' WHEN 'unanswered' THEN '' ELSE 'granted' END
        END AS phone FROM data_use u)",
}};

}  // namespace

std::span<const char* const> preparations()
{
    return preparing;
}

}  // namespace sim::data_use_sql
