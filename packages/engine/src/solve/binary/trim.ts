import type { BinaryProgram } from './program.ts'

/** The plan without chosen columns that are worth nothing and that no row needs: a plan of equal value takes nothing for nothing. */
export function withoutIdle(program: BinaryProgram, plan: readonly boolean[]): readonly boolean[] {
  const trimmed = [...plan]
  const room = program.rows.map((row) => row.columns.reduce((left, column, k) => (plan[column] ? left - row.coefficients[k]! : left), row.limit))
  const idle = [...plan.keys()].filter((column) => plan[column] && program.values[column] === 0 && program.fixed[column] === null)
  for (let changed = true; changed; ) {
    changed = false
    for (const column of idle) {
      if (!trimmed[column]) continue
      const entries = program.rows.flatMap((row, index) => {
        const k = row.columns.indexOf(column)
        return k < 0 ? [] : [{ index, coefficient: row.coefficients[k]! }]
      })
      if (entries.some(({ index, coefficient }) => room[index]! + coefficient < 0)) continue
      for (const { index, coefficient } of entries) room[index]! += coefficient
      trimmed[column] = false
      changed = true
    }
  }
  return trimmed
}
