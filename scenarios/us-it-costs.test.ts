import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readCsv } from '@throughline/exchange/csv'
import { expectedFigures, figuresOf, plainFigures, storyOf } from '@throughline/testkit/ledger'

const example = 'us-it-dashboard-2011'
const story = storyOf(example)

it.each([['the ledger of the engine', figuresOf], ['plain books without accounts', plainFigures]])('the federal IT projects of the United States come to the figures that are checked in, by %s', (_, figures) => {
  expect(figures(story)).toEqual(expectedFigures(example))
})

it('has as actuals and plans the sums of the published file, of projects that ended before their row was last changed', () => {
  const sums = new Map<string, { planned: number; actual: number; projects: number }>()
  for (const row of published()) {
    const ended = row('Projected/Actual Project Completion Date (B2)').slice(0, 10)
    if (ended === '' || ended > row('Updated Date and Time').slice(0, 10) || row('Projected/Actual Cost ($ M)') === '') continue
    const period = story.periods.find(({ from, to }) => from <= ended && ended < to)?.code
    const key = `Cost of finished projects, ${row('Agency Name')}|${period}`
    const { planned, actual, projects } = sums.get(key) ?? { planned: 0, actual: 0, projects: 0 }
    sums.set(key, { planned: planned + dollars(row('Planned Cost ($ M)')), actual: actual + dollars(row('Projected/Actual Cost ($ M)')), projects: projects + 1 })
  }
  const told = story.acts.flatMap(({ deed }) => (deed.kind === 'measure' ? [[`${deed.measure}|${deed.period}`, Number(deed.counterfactual)] as const] : []))
  expect(new Map(told)).toEqual(new Map([...sums].map(([key, { planned }]) => [key, planned])))
  const moved = expectedFigures(example).measures
  for (const [key, { planned, actual }] of sums) {
    const [measure = '', period = ''] = key.split('|')
    expect(moved[measure]?.[period]?.['M10'] ?? '0', key).toBe(String((planned - actual) * 100))
  }
  expect([sums.size, [...sums.values()].reduce((sum, { projects }) => sum + projects, 0)]).toEqual([73, 425])
})

it('claims nothing: nobody promised a benefit, so that all of the movement is left', () => {
  const { benefits, measures, keeping } = expectedFigures(example)
  expect([benefits, keeping]).toEqual([{}, {}])
  const sum = (code: string): bigint => Object.values(measures).flatMap((periods) => Object.values(periods)).reduce((total, codes) => total + BigInt(codes[code] ?? 0), 0n)
  expect([sum('M10'), sum('S20')]).toEqual([4_491_279_200n, -4_491_279_200n])
})

/** Whole dollars of a figure in millions. */
const dollars = (millions: string): number => Math.round(Number(millions) * 1_000_000)

function published(): readonly ((heading: string) => string)[] {
  const read = readCsv(new Uint8Array(readFileSync(new URL(`../examples/${example}/all-projects.csv`, import.meta.url))), 'all-projects.csv')
  if (!read.ok) throw new Error('the published file is no table')
  const [head = [], ...body] = read.value.sheet.rows
  return body.map((cells) => (heading) => cells[head.findIndex(({ text }) => text === heading)]?.text ?? '')
}
