import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { random } from '@throughline/engine/kernel'
import { recalibrate } from '@throughline/engine/portfolio'
import { checkCoherence } from '@throughline/engine/strategy'
import { browserTable, liveInBrowser } from './browser.ts'
import { madeFacts, madePortfolio, oneWeightChanged } from './made.ts'

/**
 * Measures what a change of one weight takes to new ranks, selection and actions, and the check for contradictions, and writes
 * docs/benchmarks/recalibration.md:
 *   node bench/recalibration/run.ts [changes of each size] [folder of a web build, to measure in the browser as well]
 */
const changes = Number(process.argv[2] ?? 30)
/** Work units of one selection while a weight is moved; the plan is then within the gap that the table says. */
const liveUnits = 5000
const shown = (count: number): string => count.toLocaleString('en')
const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function live(initiatives: number): string {
  const chance = random(7)
  const portfolio = madePortfolio(initiatives, 60, 12, 1)
  const [times, gaps] = [[] as number[], [] as number[]]
  let running = portfolio
  for (let change = 0; change < changes + 3; change++) {
    const after = oneWeightChanged(portfolio.before, chance)
    const from = processor()
    const found = recalibrate({ ...running, after }, { workUnits: liveUnits, explain: 'quick' })
    const took = processor() - from
    if (!found.ok) throw new Error(`refused: ${JSON.stringify(found.refusal).slice(0, 300)}`)
    if (change >= 3) {
      times.push(took)
      gaps.push(found.value.gap ?? 0)
    }
    // A running portfolio is a best one of before, as after years of planning.
    if (change === 0) running = { ...portfolio, initiatives: portfolio.initiatives.map((one) => ({ ...one, standing: found.value.selected.includes(one.id) ? 'running' : 'candidate' })) }
  }
  times.sort((a, b) => a - b)
  gaps.sort((a, b) => a - b)
  console.log(initiatives, at(times, 0.5), at(times, 0.95), at(gaps, 0.95))
  return `| ${shown(initiatives)} | 60 | 12 | ${at(times, 0.5).toFixed(0)} | ${at(times, 0.95).toFixed(0)} | ${(at(gaps, 0.95) * 100).toFixed(3)} % |`
}

function checked(objectives: number, measures: number, initiatives: number): string {
  const facts = madeFacts(objectives, measures, initiatives, 2)
  const runs = Array.from({ length: 5 }, () => {
    const from = processor()
    const { findings } = checkCoherence(facts)
    return { took: processor() - from, found: findings.length }
  }).sort((a, b) => a.took - b.took)
  console.log(objectives, measures, initiatives, runs.map(({ took }) => took), runs[0]?.found)
  return `| ${shown(objectives)} | ${shown(measures)} | ${shown(initiatives)} | ${(runs[2]?.took ?? 0).toFixed(0)} | ${runs[0]?.found ?? 0} |`
}

const rows = [100, 1000, 5000].map(live)
const checks = [[50, 200, 500], [250, 1000, 2500], [500, 2000, 5000], [1000, 4000, 10_000]].map(([objectives = 0, measures = 0, initiatives = 0]) => checked(objectives, measures, initiatives))
const browser = process.argv[3] === undefined ? '' : `\n${browserTable(await liveInBrowser(process.argv[3], [100, 1000, 5000], changes))}`
const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
const [load = 0] = loadavg()
writeFileSync(new URL('recalibration.md', out), `# Recalibration and contradictions

Portfolios and strategies made by chance from a seed, three contributions to each initiative, a budget for each year at 60 % of what all would cost. One weight is changed at a time;
measured is \`recalibrate\`: difference, alignments, ranks, selection (from the plan that runs, at most ${shown(liveUnits)} work units), actions and what follows. Written by
\`node bench/recalibration/run.ts\`; run it again rather than editing. Milliseconds are those of the processor, over ${changes} changes, in Node; the machine has ${availableParallelism()} processors and a load of ${load.toFixed(1)} at the end.

| initiatives | objectives | years | half within, ms | 95 of 100 within, ms | gap to the bound, 95 of 100 within |
|---|---|---|---|---|---|
${rows.join('\n')}

The gap is what is not proved yet while a weight is being moved; the recalibration that is sent for approval is solved with the full effort.
${browser}
## Contradictions

All thirteen rules over facts of chance, the middle one of five runs.

| objectives | measures | initiatives | ms | findings |
|---|---|---|---|---|
${checks.join('\n')}
`)
