import type { Range, Spot } from './range.ts'

/** The range that a fill from `from` reaches when drawn to a cell: on one side alone, the one it is drawn farther to. */
export function fillTarget(from: Range, { line, column }: Spot): Range {
  const down = line > from.bottom ? line - from.bottom : line < from.top ? line - from.top : 0
  const along = column > from.right ? column - from.right : column < from.left ? column - from.left : 0
  if (down === 0 && along === 0) return from
  if (Math.abs(down) >= Math.abs(along)) return down > 0 ? { ...from, bottom: line } : { ...from, top: Math.max(0, line) }
  return along > 0 ? { ...from, right: column } : { ...from, left: column }
}

/** The range after one more key towards a side; undefined for keys that do not move. */
export function fillByKey(from: Range, reached: Range, key: string, lines: number, columns: number): Range | undefined {
  const [stepDown, stepAlong] = steps[key] ?? [0, 0]
  if (stepDown === 0 && stepAlong === 0) return undefined
  const down = stepDown === 0 ? 0 : (reached.bottom - from.bottom || reached.top - from.top) + stepDown
  const along = stepAlong === 0 ? 0 : (reached.right - from.right || reached.left - from.left) + stepAlong
  const beside = (by: number, first: number, last: number, count: number) => Math.max(0, Math.min(by > 0 ? last + by : first + by, count - 1))
  return fillTarget(from, { line: beside(down, from.top, from.bottom, lines), column: beside(along, from.left, from.right, columns) })
}
const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }
