import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { budgetRow } from '@throughline/engine/solve'
import type { BinaryProgram } from '@throughline/engine/solve'

/** A multidimensional knapsack as published: the greatest sum of `values` that keeps each row. `listed` is the value in its file, 0 where it has none. */
export type Published = { readonly values: readonly number[]; readonly rows: readonly { readonly weights: readonly number[]; readonly limit: number }[]; readonly listed: number }

/** An instance in whole numbers; `scale` tenths, hundredths … make one unit of what was published. */
export type Instance = { readonly name: string; readonly program: BinaryProgram; readonly scale: number; readonly listed: number | null; readonly lp: number | null }

/** One problem of the OR-Library format (J. E. Beasley): n, m, value, the n values, m rows of n weights, m limits. */
function take(next: () => number): Published {
  const [n, m, listed] = [next(), next(), next()]
  const values = Array.from({ length: n }, next)
  const weights = Array.from({ length: m }, () => Array.from({ length: n }, next))
  const limits = Array.from({ length: m }, next)
  return { values, rows: weights.map((each, row) => ({ weights: each, limit: limits[row]! })), listed }
}

/** All problems of a file: `counted` where their number comes first. */
export function readKnapsacks(text: string, counted: boolean): readonly Published[] {
  const numbers = text.trim().split(/\s+/).map(Number)
  let at = 0
  const next = (): number => {
    const number = numbers[at++]
    if (number === undefined || Number.isNaN(number)) throw new Error(`Number ${at} of the file is missing or no number`)
    return number
  }
  const problems = Array.from({ length: counted ? next() : 1 }, () => take(next))
  if (at !== numbers.length) throw new Error(`${numbers.length - at} numbers are left over`)
  return problems
}

/** In whole numbers: a problem with tenths is multiplied by ten. */
export function wholeProgram({ values, rows }: Published): { readonly program: BinaryProgram; readonly scale: number } {
  const digits = Math.max(...[...values, ...rows.flatMap(({ weights, limit }) => [...weights, limit])].map((each) => String(each).split('.')[1]?.length ?? 0))
  const scale = 10 ** digits
  const whole = (number: number): number => Math.round(number * scale)
  return { program: { values: values.map(whole), rows: rows.map(({ weights, limit }) => budgetRow(weights.map(whole), whole(limit))), fixed: values.map(() => null) }, scale }
}

const instance = (name: string, published: Published, listed = published.listed, lp: number | null = null): Instance => ({ name, ...wholeProgram(published), listed: listed > 0 ? listed : null, lp })

/** The seven problems of Petersen (1967) as OR-Library keeps them (mknap1), which ship with this repository. */
export function petersen(): readonly Instance[] {
  const text = readFileSync(new URL('../instances/or-library/mknap1.txt', import.meta.url), 'utf8')
  return readKnapsacks(text, true).map((each, k) => instance(`mknap1-${k + 1}`, each))
}

type Listed = { readonly value: number; readonly lp: number | null }

/** `name → value` of a table with a header; the name stands in the first column. */
function tableOf(path: string, valueAt: number, lpAt?: number): ReadonlyMap<string, Listed> {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','))
  return new Map(lines.map((fields) => [fields[0]!, { value: Number(fields[valueAt]), lp: lpAt === undefined ? null : Number(fields[lpAt]) }]))
}

/** Chu & Beasley's mknapcb1 to 9 in `folder`, with the values and LP bounds listed beside them; where files hold a part, so does the table. */
export function chuBeasley(folder: string): readonly Instance[] {
  const table = readdirSync(folder).find((name) => /^best-known.*\.csv$/.test(name))
  if (table === undefined) throw new Error(`${folder} has no table of listed values (best-known*.csv)`)
  const listed = [...tableOf(join(folder, table), 4, 5)]
  let at = 0
  return readdirSync(folder).filter((name) => /^mknapcb\d.*\.txt$/.test(name)).sort().flatMap((name) =>
    readKnapsacks(readFileSync(join(folder, name), 'utf8'), true).map((each) => {
      const [title, { value, lp }] = listed[at++] ?? [`${name} ${at}`, { value: 0, lp: null }]
      if (!title.startsWith(`${each.rows.length}.${each.values.length}-`)) throw new Error(`${title} is not the size of the problem in ${name}`)
      return instance(title, each, value, lp)
    }),
  )
}

/** Single problems below `folder` named in its known-optima.csv (Glover-Kochenberger, SAC94). */
export function singles(folder: string): readonly Instance[] {
  const table = join(folder, 'known-optima.csv')
  if (!existsSync(table)) throw new Error(`${folder} has no known-optima.csv`)
  return [...tableOf(table, 3)].map(([path, { value }]) => instance(basename(path, '.dat'), readKnapsacks(readFileSync(join(folder, path), 'utf8'), false)[0]!, value))
}
