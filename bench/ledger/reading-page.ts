import type { Size } from './fill.ts'

/** One read: milliseconds after a claim and asked again, the quickest first. */
export type ReadRow = { readonly name: string; readonly fresh: readonly number[]; readonly again: readonly number[] }
type Part = { readonly version: string; readonly processors: number; readonly load: number; readonly counted: { readonly entries: number; readonly postings: number; readonly accounts: number }; readonly size: Size; readonly closed: number; readonly turns: number; readonly rows: readonly ReadRow[] }

/** What the pages of value wait for, as a part of docs/benchmarks/ledger.md. */
export function readingPart({ version, processors, load, counted, size, closed, turns, rows }: Part): string {
  const at = (times: readonly number[], share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0)
  const count = (n: number): string => n.toLocaleString('en')
  return `## What the pages of value read

Written by \`node bench/ledger/reading.ts\`: the real server over the built-in PostgreSQL ${version}, with ${count(counted.postings)} postings in ${count(counted.entries)} entries on ${count(counted.accounts)} accounts of one organisation: ${count(size.measures * size.benefitsEach)} benefits on ${count(size.measures)} measures over ${size.periods} periods, promised, approved and claimed in all of them, and in the ${closed} that are closed verified and swept as well. That is about a tenth of the postings above; \`node bench/ledger/reading.ts 2000 120\` makes the large one.
Each is asked up to ${turns} times, what takes long at least three: after another claim, so that nothing was kept of it, and once more without one. Milliseconds from the request to the last byte. The machine has ${processors} processors; its load at the end was ${load.toFixed(1)}.

| | half, after a claim | 95 of 100, after a claim | half, asked again | 95 of 100, asked again |
|---|---|---|---|---|
${rows.map(({ name, fresh, again }) => `| ${name} | ${at(fresh, 0.5)} | ${at(fresh, 0.95)} | ${at(again, 0.5)} | ${at(again, 0.95)} |`).join('\n')}

What is read of the whole ledger (promise-keeping, backlog, what to look at, value under objectives, the overview) is worked out once after each act, from every posting, and kept until the next: the first to ask waits for it. Everything else is read where it is asked for. Before balances were added up in the database and lists and pools came in parts, promise-keeping of all took 29 s, the reconciliation that the page shows 9.4 s, a period with its checklist 4.0 s and the newest entries 1.0 s, on the same ledger.
`
}
