import { mkdirSync, writeFileSync } from 'node:fs'
import { mostCandidates } from '@throughline/contract/portfolio'
import { selectPortfolio } from '@throughline/engine/portfolio'
import { cpuSince } from '../processor.ts'
import { generatedCase } from './generated.ts'

/**
 * How far selection goes, to where more candidates are refused, and writes docs/benchmarks/selection-large.md:
 *   node bench/selection/large.ts
 */
const usual = 300_000
const rows = [[1_000, usual], [2_000, usual], [mostCandidates, 20_000], [mostCandidates, usual], [mostCandidates, 1_000_000]].map(([size = 0, workUnits = 0]) => {
  const input = generatedCase(size, 1)
  const from = process.cpuUsage()
  const result = selectPortfolio(input, { workUnits, explain: 'quick' })
  const seconds = cpuSince(from)
  if (!result.ok) throw new Error(result.refusal.code)
  const { gap, proved, workUnits: done } = result.value
  const left = (gap ?? Number.NaN) * 100
  const row = { size, workUnits, done, seconds, bound: proved ? 'proved best' : left < 0.0001 ? 'less than 0.0001 % better is possible' : `at most ${left.toFixed(4)} % better is possible` }
  console.log(row)
  return row
})

const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
writeFileSync(new URL('selection-large.md', out), `# Selections of thousands

Generated portfolios with budgets for eight years, caps for five departments, dependencies and either-ors, solved by the engine alone. Written by \`node bench/selection/large.ts\`.
Effort is counted in work units, so that an answer is the same on every machine; seconds are those of the processor.

| candidates | work units allowed | used | seconds | bound |
|---|---|---|---|---|
${rows.map(({ size, workUnits, done, seconds, bound }) => `| ${size.toLocaleString('en')} | ${workUnits.toLocaleString('en')} | ${done.toLocaleString('en')} | ${seconds.toFixed(1)} | ${bound} |`).join('\n')}

A pivot of the tableau changes every cell of it, so prices of the constraints come first: a subgradient reads each coefficient twice in a pass, and a few hundred passes prove a bound close to that of the linear program.
A good plan and that bound settle all but a few hundred candidates, among which the search goes on. A job of the server that is not told how hard to try is allowed 300,000 units, or 200 for each candidate where that is more.
More than ${mostCandidates.toLocaleString('en')} candidates are refused by name; a filter of the list narrows them.
`)
