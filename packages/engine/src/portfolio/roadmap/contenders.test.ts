import { expect, it } from 'vitest'
import { random } from '../../kernel/index.ts'
import { phasedLayout } from '../../solve/index.ts'
import type { RobustObjective, SimpleObjective } from './case.ts'
import { compileRoadmap } from './compile.ts'
import { contendersOf } from './contenders.ts'
import { multipliersFrom } from './names.ts'
import { chanceCase } from './testing/chance-cases.ts'
import { valueIn, valuesIn, worldsOf } from './worlds.ts'

it('given any prices, then what may be the best somewhere bounds each world as all choices do, and less is kept', () => {
  let [kept, all] = [0, 0]
  for (let seed = 1; seed <= 60; seed++) {
    const base = chanceCase(seed, 6)
    const objective: RobustObjective = { kind: 'robust', of: base.objective as SimpleObjective, confidencePercent: 80, worlds: 10, valuePercent: 40, weightPercent: 30, seed: 3 }
    const compiling = compileRoadmap({ ...base, objective })
    if (!compiling.ok) continue
    const { program } = compiling.value
    const worlds = worldsOf(compiling.value, objective)
    const { pricedTies } = phasedLayout(program)
    const { below } = random(seed)
    // each limit free at half of them, else at a few quarters for a unit
    const prices = multipliersFrom(compiling.value, pricedTies, []).map((_, at) => (program.limit[at] === Infinity || below(2) === 0 ? 0 : below(30) / 4))
    const { options, program: narrow } = contendersOf(program, worlds, prices)
    for (const world of worlds.factors) {
      options.forEach((option, at) => { narrow.optionValue[at] = valueIn(worlds, world, option) })
      expect(phasedLayout(narrow).exactBound(prices), `case ${seed}`).toBe(phasedLayout({ ...program, optionValue: valuesIn(worlds, world) }).exactBound(prices))
    }
    kept += options.length
    all += program.optionValue.length
  }
  expect(kept).toBeLessThan(all * 0.8)
})
