import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { explainKeeping, explainReconciliation, explainStep, promiseKeeping, reconcile, replay } from '@throughline/engine/value'
import { madeEntries } from './made.ts'
import { bestSeconds } from '../processor.ts'

/**
 * Measures what an explanation costs against the figure alone, for the figures of the ledger pages, and writes its part of
 * docs/benchmarks/ledger.md:
 *   node bench/ledger/explaining.ts [postings]
 */
const postings = Number(process.argv[2] ?? 200_000)
const repeats = 5

/** Milliseconds of processor of the best of some runs. */
const best = (work: () => unknown): number => bestSeconds(repeats, work) * 1000

type Row = { readonly what: string; readonly figures: number; readonly alone: number; readonly explained: number }

const made = madeEntries(postings, 1)
const book = replay(made.entries)
const pools = reconcile(book)
const nothing = new Map<string, string>()
let sum = 0n

/** Where the movement of each pool went: the sum of the claims alone, and with its terms. */
const reconciled: Row = {
  what: 'reconciliation of every pool and period', figures: pools.length,
  alone: best(() => reconcile(book).forEach(({ byInitiative, drawnBelow }) => (sum += [...byInitiative.values()].reduce((total, amount) => total + amount, drawnBelow)))),
  explained: best(() => reconcile(book).forEach((one) => (sum += BigInt(explainReconciliation(one, { measure: one.poolId, period: one.periodId, initiatives: nothing }).why.terms?.length ?? 0)))),
}

const initiatives = Array.from({ length: 500 }, (_, at) => `b${at}`)
const keepings = initiatives.map((id) => ({ unit: 'EUR.cash', benefitIds: new Set([id]) }))
const small = replay(made.entries.slice(0, 2_000))
const kept: Row = {
  what: 'promise-keeping of a benefit, all steps', figures: keepings.length * 18,
  alone: best(() => keepings.forEach((scope) => promiseKeeping(small, scope))),
  explained: best(() => keepings.forEach((scope) => {
    const keeping = promiseKeeping(small, scope)
    explainKeeping(keeping, scope.unit)
    keeping.steps.forEach((_, at) => explainStep(keeping, at, scope.unit))
  })),
}

const rows = [reconciled, kept]
const [load = 0] = loadavg()
const file = new URL('../../docs/benchmarks/ledger.md', import.meta.url)
const text = readFileSync(file, 'utf8').replace(/\n## What an explanation costs[\s\S]*?(?=\n## |$)/, '').trimEnd()
writeFileSync(file, `${text}

## What an explanation costs

Written by \`node bench/ledger/explaining.ts\`: the same figures computed by the engine alone and with the explanation that every page shows, over ${postings.toLocaleString('en')} postings; time of the processor, the best of ${repeats} runs. The machine has ${availableParallelism()} processors; its load at the end was ${load.toFixed(1)}.

| | figures | alone | with explanations | ratio | more for a figure |
|---|---|---|---|---|---|
${rows.map(({ what, figures, alone, explained }) => `| ${what} | ${figures.toLocaleString('en')} | ${alone.toFixed(0)} ms | ${explained.toFixed(0)} ms | ${(explained / alone).toFixed(2)} | ${(((explained - alone) * 1000) / figures).toFixed(1)} µs |`).join('\n')}

Nearly all of the time is in finding the figures; a ratio of about one says that the explanation costs less than the run differs from the next.
`)
console.log(rows, sum)
