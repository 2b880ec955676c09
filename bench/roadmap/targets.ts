import type { Ours } from './figures.ts'
import { percent, table } from './wording.ts'

/** What the engine is held to on a class from a size on: gap after three seconds, and whether its what-ifs are held to a tenth of a second. */
type Target = { readonly cls: string; readonly from: number; readonly to: number; readonly gap: number; readonly whatIf: boolean }

const TARGETS: readonly Target[] = [
  { cls: 'A', from: 500, to: 500, gap: 0.01, whatIf: true },
  { cls: 'A', from: 1000, to: 5000, gap: 0.008, whatIf: true },
  { cls: 'B', from: 500, to: 500, gap: 0.03, whatIf: false },
  { cls: 'C', from: 1000, to: 5000, gap: 0.005, whatIf: true },
]
const WHAT_IF_SECONDS = 0.1

/** Each target beside what was measured, and whether it is met. */
export function targetsPart(measured: readonly { readonly name: string; readonly ours: Ours }[], more: readonly (readonly string[])[]): string {
  const plans = measured.flatMap(({ name, ours }) => {
    const [, cls, size] = /^([ABC])(\d+)x/.exec(name) ?? []
    const target = TARGETS.find((each) => each.cls === cls && Number(size) >= each.from && Number(size) <= each.to)
    const course = ours.courses.find(({ seconds }) => seconds === 3)
    if (target === undefined || course === undefined) return []
    const { within, provedP95 } = ours.whatIfs
    return [
      [name, 'gap after 3 s', percent(target.gap, 1), percent(course.gap), by(course.gap - target.gap)],
      ...(target.whatIf ? [[name, `what-if proved within ${percent(within, 1)}, p95`, '100 ms', ...soonEnough(provedP95)]] : []),
    ]
  })
  const lines = [...plans, ...more]
  return lines.length === 0 ? '' : `
## What it is held to

${table(['', 'figure', 'target', 'measured', ''], lines)}
`
}

const soonEnough = (seconds: number | null): readonly [string, string] => {
  if (seconds === null) return ['not proved', 'missed']
  return [`${(seconds * 1000).toFixed(0)} ms`, seconds <= WHAT_IF_SECONDS ? 'met' : `missed by ${((seconds - WHAT_IF_SECONDS) * 1000).toFixed(0)} ms`]
}

const by = (over: number): string => (over <= 0 ? 'met' : `missed by ${percent(over)}`)
