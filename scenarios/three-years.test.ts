import { expect, it } from 'vitest'
import { expectedFigures, figuresOf, plainFigures, threeYears } from '@throughline/testkit/ledger'

const story = threeYears()

it.each([['the ledger of the engine', figuresOf], ['plain books without accounts', plainFigures]])('the three years of Harbour Mutual come to the figures that are checked in, by %s', (_, figures) => {
  expect(figures(story)).toEqual(expectedFigures())
})

it('the story holds what it is told for', () => {
  const { benefits, keeping, refused, adjustment } = expectedFigures()
  const sum = (code: string, ...named: readonly string[]): bigint => named.flatMap((name) => Object.values(benefits[name] ?? {})).reduce((total, codes) => total + BigInt(codes[code] ?? 0), 0n)
  expect([...new Set(story.benefits.map(({ unit }) => unit))].sort()).toEqual(['EUR.cash', 'GBP.cash', 'GBP.noncash', 'USD.cash', 'hour'])
  expect(story.periods.filter(({ weeks }) => weeks === 14).map(({ code }) => code)).toEqual(['2024-Q4'])
  expect([sum('C20', 'Hours freed'), sum('R20', 'Hours freed'), sum('R30', 'Posts not refilled') + sum('R10', 'Posts not refilled')]).toEqual([6600n, 5400n, 18_000_000n])
  expect([adjustment, refused, keeping['USD.cash']]).toEqual(['-7200000', ['not_delivered', 'method_missing', 'cap_contract'], { original: '40000000', current: '24000000', realised: '26400000' }])
  expect(story.acts.flatMap(({ deed }) => (deed.kind === 'move' ? [`${deed.period} to ${deed.to}`] : []))).toEqual(['2024-Q3 to 2025-Q3', '2024-Q4 to 2025-Q4', '2025-Q1 to 2026-Q1', '2025-Q2 to 2026-Q2'])
})
