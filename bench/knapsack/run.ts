import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkPlan, solveBinary } from '@throughline/engine/solve'
import { chuBeasley, petersen, singles } from './instances.ts'
import type { Instance } from './instances.ts'
import { pageOf } from './page.ts'
import type { Measured } from './page.ts'
import { cpuSince } from '../processor.ts'
import { rankedValue } from './ranking.ts'
import { keepingIn } from '../roadmap/kept.ts'

/**
 * Multidimensional knapsacks of the literature as pure selection, and docs/benchmarks/knapsack.md:
 *   node bench/knapsack/run.ts [--folder <folder>] [--units 1600000] [--long 2000000] [--every 1] [--from 0] [--kept <file>]
 * Petersen's seven ship. `--folder` holds the others: orlib/ with mknapcb*.txt of OR-Library and a best-known*.csv (instance, m, n, tightness,
 * value, LP bound), and files named in known-optima.csv (file, n, m, value). `--every 6 --from 2` takes each sixth of mknapcb from the third on. With
 * `--kept` a run is taken up where it ended: what the file holds for the same effort is not measured again.
 */
const { values: asked } = parseArgs({
  options: { folder: { type: 'string' }, units: { type: 'string', default: '1600000' }, long: { type: 'string', default: '2000000' }, every: { type: 'string', default: '1' }, from: { type: 'string', default: '0' }, kept: { type: 'string' } },
})
const [units, long, every, first] = [Number(asked.units), Number(asked.long), Number(asked.every), Number(asked.from)]
const keep = keepingIn(asked.kept)
const loadBefore = loadavg()[0]!
if (asked.folder === undefined) console.log('No --folder: only the seven problems that ship are solved')
const exact = [...petersen(), ...(asked.folder === undefined ? [] : singles(asked.folder))].map((each) => kept(each, long))
const large = (asked.folder === undefined ? [] : chuBeasley(join(asked.folder, 'orlib'))).filter((_, k) => k % every === first).map((each) => kept(each, unitsFor(each)))

const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
writeFileSync(new URL('knapsack.md', out), pageOf(exact, large, { units, long, every, loads: [loadBefore, loadavg()[0]!] }))

/** With thirty rows and more a unit takes about two thirds of the time, so they are given half as many again: ten seconds are the yardstick of all. */
function unitsFor({ program }: Instance): number {
  return program.rows.length >= 30 ? Math.round(units * 1.5) : units
}

function kept(each: Instance, workUnits: number): Measured {
  const row = keep(`${each.name} at ${workUnits}`, 'ours', () => measured(each, workUnits))
  if (row === null) throw new Error(`${each.name} was not measured`)
  return row
}

function measured({ name, program, scale, listed, lp }: Instance, workUnits: number): Measured {
  const from = process.cpuUsage()
  const solution = solveBinary(program, { workUnits, walks: { seed: 1 } })
  const cpuSeconds = cpuSince(from)
  if (solution.status !== 'plan') throw new Error(`${name}: ${solution.status}`)
  const faults = checkPlan(program, solution.plan, solution.value)
  if (faults.length > 0) throw new Error(`${name}: ${faults[0]?.kind}`)
  const bound = lp ?? solution.rootBound / scale
  return {
    name, columns: program.values.length, rows: program.rows.length, listed, lp: bound, value: solution.value / scale, bound: solution.bound / scale, proved: solution.proved,
    workUnits: solution.workUnits, cpuSeconds, ranked: rankedValue(program) / scale,
  }
}
