import { existsSync, readFileSync } from 'node:fs'
import { readStory, storyExtras, storyFiles, type StoryFiles } from '@throughline/exchange/story'

const folder = new URL('../../../../examples/', import.meta.url)

/** The life of the ledger of an example, as it ships with the product. */
export function storyOf(example: string) {
  const names = [...storyFiles, ...storyExtras.filter((name) => existsSync(new URL(`${example}/ledger/${name}.csv`, folder)))]
  return readStory(Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(new URL(`${example}/ledger/${name}.csv`, folder)))])) as StoryFiles)
}

/** The story of the organisation of three years. */
export const threeYears = () => storyOf('three-years')

/** What stands at the end: by benefit or measure, then period, then code of the account; least units, contra accounts with their sign. Zeros are left out. */
export type StoryFigures = { readonly benefits: Heaps; readonly measures: Heaps; readonly refused: readonly string[]; readonly adjustment: string; readonly keeping: Readonly<Record<string, { readonly original: string; readonly current: string; readonly realised: string }>> }
export type Heaps = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** The figures that are checked in beside a story, that of three years unless another is named. */
export const expectedFigures = (example = 'three-years'): StoryFigures => JSON.parse(readFileSync(new URL(`${example}/figures.json`, folder), 'utf8')) as StoryFigures

/** Heaps in one order, without those that are empty. */
export function inOrder(heaps: Iterable<{ readonly of: string; readonly period: string; readonly code: string; readonly amount: bigint }>): Heaps {
  const all: Record<string, Record<string, Record<string, string>>> = {}
  const sums = new Map<string, { of: string; period: string; code: string; amount: bigint }>()
  for (const one of heaps) {
    const key = `${one.of}|${one.period}|${one.code}`
    sums.set(key, { ...one, amount: (sums.get(key)?.amount ?? 0n) + one.amount })
  }
  for (const { of, period, code, amount } of [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)) {
    if (amount !== 0n) ((all[of] ??= {})[period] ??= {})[code] = String(amount)
  }
  return all
}
