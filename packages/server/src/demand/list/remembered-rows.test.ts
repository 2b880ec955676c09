import { expect, it } from 'vitest'
import fc from 'fast-check'
import { blank, noAmounts } from '../columns/blank.ts'
import { numberIds } from '../columns/ids.ts'
import { codeTexts } from '../columns/texts.ts'
import type { Amounts, Columns } from '../columns/index.ts'
import { rememberRows } from './remembered-rows.ts'
import { presentColumns } from './rows.ts'

const size = 6
const [ids, unitIds, texts] = [numberIds(), numberIds(), codeTexts()]
ids.admit(new Uint8Array(16 * size).map((_, at) => (at % 16 === 15 ? at / 16 : 7)))
unitIds.admit(new Uint8Array(32).map((_, at) => (at > 15 ? 2 : 1)))
for (const text of ['Dam', 'Weir', '"Quoted"', 'likely_units_error', 'range_only,exempt']) texts.admit(text)

type Drawn = { readonly numbers: readonly number[]; readonly links: readonly (readonly [number, number])[]; readonly unit: string | null; readonly objectives: number; readonly currency: string }
const objectives = [0.5, 1].map((weight) => [0, 1, 2].map((place) => ({ id: `o${place}`, statement: 'Less', weight: weight / (place + 1), mandatory: false })) as unknown as Columns['objectives'])

/** Columns of which every row is drawn of the same numbers: few different ones, so that some of what was written fits again and some does not. */
function columnsOf({ numbers, links, unit, objectives: which, currency }: Drawn): Columns {
  const of = (place: number, below: number): number => (numbers[place % numbers.length] ?? 0) % below
  const own = blank(size)
  for (const [place, column] of (['key', 'name', 'category', 'sponsor'] as const).entries()) own[column].fill(1 + of(place, 3))
  own.flags.fill([0, 4, 5][of(4, 3)] ?? 0)
  for (const [place, column] of (['unit', 'kind', 'state', 'mandatory', 'rating', 'ratingAsOf', 'startOn', 'endOn', 'version'] as const).entries()) own[column].fill(of(5 + place, column === 'unit' ? 3 : 2))
  const amounts = (place: number): Amounts => ({ ...noAmounts(size), high: new Int32Array(size).fill(of(place, 2) - 1), low: new Uint32Array(size).fill(of(place + 1, 3)), because: new Uint8Array(size).fill(of(place + 2, 4)) })
  const start = Uint32Array.from({ length: size + 1 }, (_, row) => row * links.length)
  const repeated = Array.from({ length: size }, () => links).flat()
  return {
    ...own, stamp: '', size, count: size, ids, texts, currency, cost: amounts(14), benefits: amounts(17), inYearBaseline: amounts(20), inYearForecast: amounts(23),
    seen: { current: new Uint8Array(size).fill(of(26, 2)), reports: new Uint16Array(size).fill(of(27, 3)), previous: new Uint8Array(size).fill(of(28, 3)) },
    links: { start, objective: Uint16Array.from(repeated, ([objective]) => objective), contribution: Int16Array.from(repeated, ([, contribution]) => contribution) },
    objectives: objectives[which] ?? [], units: { ids: unitIds, names: [unit, 'Ports'], parents: new Int32Array(2).fill(-1) }, positions: { publications: [], listing: [], known: [] }, fields: new Map(),
  }
}

const drawn = fc.record({
  numbers: fc.array(fc.nat(3), { minLength: 29, maxLength: 29 }), links: fc.uniqueArray(fc.tuple(fc.nat(2), fc.constantFrom(-250, 500)), { selector: ([objective]) => objective, maxLength: 3 }),
  unit: fc.constantFrom('Roads', 'Rail', null), objectives: fc.nat(1), currency: fc.constantFrom('EUR', 'GBP'),
})
/** Two moments that are mostly the same, as a change leaves them. */
const moments = fc.tuple(drawn, fc.nat(28), fc.nat(3), drawn, fc.nat(4)).map(([base, at, number, other, what]): readonly Drawn[] => [
  base,
  what === 0 ? { ...base, links: other.links } : what === 1 ? { ...base, unit: other.unit } : what === 2 ? { ...base, objectives: 1 - base.objectives } : what === 3 ? { ...base, currency: other.currency } : { ...base, numbers: base.numbers.with(at, number) },
  other,
])

it('a row that was written before is given out as it would be written now, whatever moments are asked for in turn', () =>
  fc.assert(
    fc.property(moments, fc.array(fc.tuple(fc.nat(2), fc.nat(size - 1)), { minLength: 4, maxLength: 16 }), (drawnMoments, asks) => {
      const all = drawnMoments.map(columnsOf)
      const remembered = rememberRows(4)
      const fresh = (columns: Columns, row: number): string => JSON.stringify(presentColumns(columns, row))
      for (const [moment, row] of asks) {
        const columns = all[moment] as Columns
        expect(remembered(columns, row, fresh)).toBe(fresh(columns, row))
      }
    }),
    { numRuns: 400 },
  ))

it('is written once as long as the columns say the same of it', () => {
  const numbers = Array.from({ length: 29 }, () => 1)
  const [one, two] = [columnsOf({ numbers, links: [[0, 500]], unit: 'Rail', objectives: 0, currency: 'EUR' }), columnsOf({ numbers, links: [[0, 500]], unit: 'Rail', objectives: 0, currency: 'EUR' })]
  const remembered = rememberRows(4)
  let written = 0
  const write = (): string => String((written += 1))
  expect([remembered(one, 0, write), remembered(two, 0, write), remembered(one, 4, write), remembered(one, 0, write)]).toEqual(['1', '1', '2', '3'])
})
