import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { rankAcceptability, stabilityOf, usualDoubt } from '@throughline/engine/portfolio'
import { madePortfolio } from './made.ts'

/**
 * Measures what ranks under doubted weights take, and writes docs/benchmarks/recalibration-ranks.md:
 *   node bench/recalibration/ranks.ts
 */
const [samples, selected, workUnits] = [1000, 60, 5000]
const shown = (count: number): string => count.toLocaleString('en')

/** Milliseconds of the processor, the middle one of several runs. */
function measured(runs: number, run: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const from = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)] ?? 0
}

const rows = [100, 1000, 5000].flatMap((initiatives) => (['strategic', 'money'] as const).map((weighed) => {
  const made = madePortfolio(initiatives, 60, 12, 1)
  const input = weighed === 'strategic' ? { ...made, worth: { kind: 'strategic' as const } } : made
  const doubt = { ...usualDoubt, seed: 1, samples }
  const found = rankAcceptability(input, doubt)
  const counted = measured(initiatives > 1000 ? 1 : 5, () => rankAcceptability(input, doubt))
  const anew = measured(1, () => stabilityOf(input, { ...doubt, samples: selected }, { workUnits, explain: 'quick' }))
  const wide = found.initiatives.reduce((sum, { low, high }) => sum + high - low + 1, 0) / Math.max(1, found.initiatives.length)
  const told = found.initiatives.filter(({ dominators }) => dominators > 0).length
  const row = [shown(initiatives), weighed === 'strategic' ? 'alignment' : 'money and alignment', counted.toFixed(0), wide.toFixed(0), shown(told), (JSON.stringify(found).length / 1e6).toFixed(1), anew.toFixed(0)]
  console.log(row.join(' '))
  return `| ${row.join(' | ')} |`
}))

writeFileSync(new URL('../../docs/benchmarks/recalibration-ranks.md', import.meta.url), `# Ranks if weights are doubted

Portfolios made by chance from a seed as for [recalibration](recalibration.md), 60 objectives, three contributions to each initiative. ${shown(samples)} samples are ordered, weights doubted by three parts of ten and benefits by a
fifth; ${selected} of them are selected anew as well, each with at most ${shown(workUnits)} work units. Written by \`node bench/recalibration/ranks.ts\`; run it again rather than editing. Milliseconds are those of the processor in Node,
the middle one of five runs (of one, where portfolios are selected, and of 5,000), on a machine with ${availableParallelism()} processors that others used as well.

| initiatives | worth by | ranks counted, ms | ranks within 90 of 100, on average | never stand before another | MB | ${selected} portfolios selected anew, ms |
|---|---|---|---|---|---|---|
${rows.join('\n')}

In the browser ranks are counted in a worker of their own when the levers rest; a newer move ends it.
`)
