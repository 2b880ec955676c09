import { useMemo, useState } from 'react'
import { mulberry, nameOf } from '../../../packages/web/src/gallery/sample-chance.ts'
import { Bubble } from '../../../packages/web/src/ui/charts/index.ts'
import type { BubblePoint } from '../../../packages/web/src/ui/charts/index.ts'
import { Slider } from '../../../packages/web/src/ui/index.ts'

const points = makePoints(1_000)
const byWorth = [...points].sort((a, b) => b.y / b.size - a.y / a.size)
const whole = (value: number) => value.toFixed(0)
const axes = {
  x: { label: 'Risk exposure', format: whole },
  y: { label: 'Net present value', scale: 'symlog', format: whole },
  size: { label: 'Budget', format: whole },
} as const
const kinds = ['Funded', 'Not funded'] as const

/** A thousand candidates and a slider that moves which of them are funded. */
export default function BubbleCase() {
  const [budget, setBudget] = useState(600)
  const shown = useMemo(() => funded(budget), [budget])
  return (
    <>
      <Slider label="Budget ceiling" min={0} max={2_400} step={20} value={budget} onChange={setBudget} format={whole} />
      <Bubble title="Value against risk" height={720} points={shown} {...axes} kinds={kinds} shade={{ below: 0, words: 'Costs more than it returns' }} />
    </>
  )
}

function makePoints(count: number): readonly BubblePoint[] {
  const chance = mulberry(5)
  return Array.from({ length: count }, (_, index) => {
    const size = 0.4 + chance() ** 3 * 24
    return { key: `c${index}`, label: nameOf(chance), x: chance() * 100, y: size * (chance() * 5 - 0.8), size, filled: false }
  })
}

/** The best by value for money, as far as the budget goes. */
function funded(budget: number): readonly BubblePoint[] {
  let left = budget
  const chosen = new Set<string>()
  for (const { key, y, size } of byWorth) {
    if (y <= 0 || size > left) continue
    left -= size
    chosen.add(key)
  }
  return points.map((point) => ({ ...point, filled: chosen.has(point.key) }))
}
