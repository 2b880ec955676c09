import type { Claimed } from './claiming.ts'
import { livePeriods, type FilledLedger } from './fill.ts'

/** A round, and how many claims a second were added by bare inserts of as many rows in the same run. */
export type Measured = Claimed & { readonly bare: number }
type Part = { readonly version: string; readonly processors: number; readonly load: number; /** Whether it went before the other work of the machine. */ readonly ahead: boolean; readonly filled: FilledLedger; readonly hot: number; readonly few: number; readonly rounds: readonly Measured[]; /** Milliseconds, the quickest first. */ readonly times: readonly number[] }

/** What was measured in PostgreSQL, as a part of docs/benchmarks/ledger.md. */
export function partOf({ version, processors, load, ahead, filled, hot, few, rounds, times }: Part): string {
  const share = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  const count = (n: number): string => Math.round(n).toLocaleString('en')
  const decided = ({ posted, refused }: Claimed): number => posted + refused
  const rate = (round: Claimed): number => decided(round) / round.seconds
  const each = (ms: number, round: Claimed): string => (ms / decided(round)).toFixed(2)
  const lines = rounds.map((round) => `| ${round.name} | ${count(rate(round))} | ${count(round.posted / round.seconds)} | ${count(round.bare)} | ${(round.bare / rate(round)).toFixed(1)} | ${each(round.clientMs, round)} + ${each(round.databaseMs, round)} ms | ${count(round.posted)} | ${count(round.refused)} |`)
  return `## In PostgreSQL

Written by \`node bench/ledger/posting.ts\`: the built-in PostgreSQL ${version} with ${count(filled.entries)} entries, ${count(filled.postings)} postings and ${count(filled.accounts)} accounts of one organisation, as the server keeps them, with their history and their chain of evidence.
Four clients, each with a connection of its own, claim from the same ${count(hot * livePeriods.length)} pools, with claims so small that these last, once from all the others, the last time with large ones from ${count(few * livePeriods.length)}, until these run out; or each in an organisation of its own. An act is one transaction with one revision and one link of the chain, in which each claim is judged on top of those before it, answered when it is on the disk. Acts of one organisation follow one another by its clock. Bare inserts are those of as many rows (an entry, four postings, three accounts for each claim, a revision for each act) into tables with the same columns and indexes and nothing else, by four clients in the same run. The machine has ${processors} processors; its load at the end was ${load.toFixed(1)}${load > processors ? ', so that rates are those of a part of it: what a claim takes of the processor depends less on that' : ''}${ahead ? '; this went before the work beside it by its priority' : ''}.

| an act has | claims decided a second | posted a second | bare inserts | these are quicker by | processor of a claim, client + database | posted | refused |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}

After all of them: pools overdrawn at any instant, shares passed, balances that are not the sum of their postings, entries that do not balance: none.
A balance of an account as of an instant: half within ${share(0.5)} ms, 95 of 100 within ${share(0.95)} ms, 99 within ${share(0.99)} ms.
`
}
