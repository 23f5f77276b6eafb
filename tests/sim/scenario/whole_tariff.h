// SPDX-License-Identifier: Apache-2.0
#pragma once

// An invented tariff that uses every word there is.
inline constexpr const char* whole_tariff = R"(tariff: whole
operators:
  - id: red
    order: half_then_discount
    source: "invented"
    status: assumed
    rounding:
      - { id: red-ic-1, medium: ic, unit: 1 yen, mode: half_up, from: "2020-01-01", source: "x", status: assumed }
      - { id: red-ic-10, medium: ic, unit: 10 yen, mode: up, from: "2025-10-10", source: "x", status: published }
      - { id: red-cash, medium: cash, unit: 10 yen, mode: down, from: "2020-01-01", source: "x", status: assumed }
  - id: blue
    source: "invented"
    status: assumed
    rounding:
      - { id: blue-ic, medium: ic, unit: 5 yen, mode: up, from: "2020-01-01", source: "x", status: assumed }
      - { id: blue-cash, medium: cash, unit: 10 yen, mode: up, from: "2020-01-01", source: "x", status: assumed }
zones:
  - { id: centre, stops: [A, B], source: "x", status: published }
flat:
  - { id: loop-old, operator: red, routes: [loop], fare: 100 yen, child_fare: 50 yen, valid_until: "2026-03-31", source: "x", status: published }
  - { id: loop-new, operator: red, routes: [loop, ring], fare: 130 yen, cash_fare: 150 yen, child_fare: 0 yen, collect: on_boarding, valid_from: "2026-04-01", source: "x", status: assumed }
od:
  - { id: centre-c, operator: blue, route: all, from: centre, to: C, fare: 197 yen, cash_fare: 200 yen, valid_from: "2025-01-01", valid_until: "2026-12-31", source: "x", status: assumed }
  - { id: express, operator: blue, route: "7", from: A, to: C, fare: 60000 yen, source: "x", status: assumed }
discounts:
  - { id: senior, percent: 12.5 %, age_from: 70, from: "2024-06-01", excluded_routes: [loop], source: "x", status: published }
  - { id: pupil, amount: 30 yen, residents_only: false, age_from: 6, age_to: 22, age_by_fiscal_year: true, from: "2024-12-03", until: "2026-03-31", operators: [blue], source: "x", status: assumed }
passes:
  - { id: day, kind: area, price: 500 yen, child_price: 250 yen, area: centre, operators: [red], excluded_routes: [loop], source: "x", status: published }
  - { id: month, kind: amount, price: 8400 yen, lasts: 720 h, source: "x", status: assumed }
commuter_passes:
  - { id: short, operator: red, off: 30 %, source: "x", status: published }
  - { id: long, operator: red, months: 3, rides_a_month: 50, off: 41.67 %, long_off: 5 %, unit: 100 yen, source: "x", status: published }
caps:
  - { id: red-day, amount: 600 yen, operators: [red], valid_from: "2026-01-01", source: "x", status: assumed }
  - { id: city-day, amount: 900 yen, source: "x", status: assumed }
age_reached_on_eve: false
balance_limit: 15000 yen
top_up_step: 500 yen
top_up_refused_above: 8000 yen
missed_alight: error_at_next_boarding
no_boarding_record: refuse
short_balance: cash_fare
cancel_within: 5 min
pay_out: points_at_day_end
pay_out_minimum: 20 yen
)";
