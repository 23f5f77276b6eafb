// SPDX-License-Identifier: Apache-2.0
#pragma once

// How every report page looks, on screen, paper and phone.
namespace sim
{

inline constexpr char report_style[] = R"(
:root { --ink: #1b2530; --soft: #566472; --line: #d9e0e6; --back: #f4f6f8; --good: #00664c;
  --bad: #a83a00; --unknown: #5f5a00; --blue: #0072b2; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); line-height: 1.45;
  font: 15px/1.45 system-ui, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic", Meiryo,
  sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 20px 16px 60px; }
section, header { background: #fff; border: 1px solid var(--line); border-radius: 8px;
  padding: 16px 20px 18px; margin: 0 0 16px; }
header { border-left: 10px solid var(--soft); }
header.good { border-left-color: var(--good); }
header.bad { border-left-color: var(--bad); }
header.unknown { border-left-color: #b8a800; }
h1 { margin: 0 0 4px; font-size: 24px; overflow-wrap: anywhere; }
h2 { margin: 0 0 10px; font-size: 18px; }
h3 { margin: 18px 0 6px; font-size: 15px; }
p { margin: 6px 0; }
.note { color: var(--soft); font-size: 13px; }
.facts { display: flex; flex-wrap: wrap; gap: 6px 28px; margin: 12px 0; padding: 0; }
.facts div { min-width: 90px; }
.facts dt { color: var(--soft); font-size: 12px; }
.facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--soft); font-weight: 600; font-size: 12px; white-space: nowrap; }
th, td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child td { border-bottom: none; }
th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.w { white-space: nowrap; }
td.l { min-width: 280px; }
code, pre { font: 13px/1.4 ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, monospace; }
pre { background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px;
  margin: 6px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.chip { display: inline-block; border-radius: 10px; padding: 0 9px; font-size: 12.5px;
  font-weight: 600; white-space: nowrap; border: 1px solid; }
.chip.good { color: var(--good); background: #e5f3ee; border-color: #a9d3c5; }
.chip.bad { color: var(--bad); background: #fdeee6; border-color: #eebb9f; }
.chip.unknown { color: var(--unknown); background: #fbf8da; border-color: #ddd68b; }
.chip.information { color: #004d78; background: #e4f0f8; border-color: #a6cbe3; }
.chip.plain { color: var(--soft); background: #eef1f4; border-color: var(--line); }
header .chip { font-size: 17px; padding: 2px 14px; border-radius: 14px; }
details { margin: 10px 0 0; }
summary { cursor: pointer; color: #004d78; font-weight: 600; font-size: 14px; }
svg { display: block; width: 100%; min-width: 640px; height: auto; }
svg.meter { display: inline-block; width: 130px; min-width: 0; vertical-align: -2px; }
svg text { font: 12px system-ui, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", sans-serif;
  fill: #1b2530; }
svg text.soft { fill: #566472; }
svg text.strong { font-weight: 600; }
@media (max-width: 600px) { main { padding: 8px 6px 40px; }
  section, header { padding: 12px; border-radius: 6px; } h1 { font-size: 19px; } }
@media print { body { background: #fff; font-size: 11pt; } main { max-width: none; padding: 0; }
  section, header { border-color: #bbb; } tr, svg, header { break-inside: avoid; }
  .wide { overflow: visible; } svg, td.l { min-width: 0; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)";

}  // namespace sim
