import highsModule from 'highs'
import type { BinaryProgram } from '@throughline/engine/solve'

/** The package describes itself as CommonJS, but its `import` entry is an ES module whose default is the loader itself. */
const load = highsModule as unknown as typeof highsModule.default

/** What an independent solver says; `plan` is its solution rounded to whole columns. */
export type OraclePlan = { readonly status: string; readonly plan: readonly boolean[]; readonly seconds: number }
export type HighsOracle = (program: BinaryProgram, scale?: Scale, secondsAtMost?: number) => OraclePlan

/** Values and rows are divided by these before they are written, because HiGHS works to absolute tolerances. */
export type Scale = { readonly value: number; readonly row: (row: number) => number }

/**
 * HiGHS (wasm build of the `highs` package) as an oracle for 0/1 programs. Its default relative gap of 1e-4 would call a worse plan
 * optimal: it is set to zero here. Times are of the solve alone, without writing the model's text.
 */
export async function highsOracle(): Promise<HighsOracle> {
  const highs = await load()
  return (program, scale = { value: 1, row: () => 1 }, secondsAtMost = 1e9) => {
    const text = linearProgramText(program, scale)
    const from = performance.now()
    const solution = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0, time_limit: secondsAtMost, output_flag: false })
    const seconds = (performance.now() - from) / 1000
    const level = (column: number): number => {
      const found = solution.Columns[`x${column}`]
      return found !== undefined && 'Primal' in found ? Number(found.Primal) : 0
    }
    return { status: solution.Status, plan: program.values.map((_, column) => level(column) > 0.5), seconds }
  }
}

/** The program in CPLEX LP format. */
function linearProgramText(program: BinaryProgram, scale: Scale): string {
  const sum = (terms: readonly (readonly [number, number])[]): string =>
    terms.length === 0 ? '0 x0' : terms.map(([coefficient, column]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} x${column}`).join('\n')
  const rows = program.rows.map((row, index) => {
    const by = scale.row(index)
    return `r${index}: ${sum(row.columns.map((column, k) => [row.coefficients[k]! / by, column]))} <= ${row.limit / by}`
  })
  const bounds = program.fixed.flatMap((fixed, column) => (fixed === null ? [] : [`x${column} = ${fixed}`]))
  const columns = program.values.map((_, column) => `x${column}`)
  return [
    'Maximize', `value: ${sum(program.values.map((value, column) => [value / scale.value, column]))}`,
    'Subject To', ...rows, 'Bounds', ...bounds, 'Binary', ...columns, 'End', '',
  ].join('\n')
}
