import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import { efficientFrontier, pricePins, selectPortfolio, type SelectionInput } from '@throughline/engine/portfolio'
import type { Reading } from '../../../wire/index.ts'
import { inputOf, type Levers } from './levers.ts'
import { frontierKey, nothingYet, type Solving } from './use-solving.ts'

const million = 100_000_000
const money = (minor: number) => ({ minor: String(minor), currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Name, department, cost and benefits in millions. */
const rows = [
  ['Network renewal', 'Transport', 900, 2100], ['Port customs platform', 'Treasury', 120, 480], ['Payments modernisation', 'Treasury', 260, 610], ['Identity service', 'Home', 340, 700],
  ['Coastal defences', 'Environment', 480, 900], ['Clinical records', 'Health', 650, 1500], ['Diagnostics hubs', 'Health', 300, 840], ['Depot electrification', 'Transport', 210, 390],
  ['Case handling', 'Home', 90, 260], ['Data archive', 'Environment', 40, 55],
] as const
const departments = [...new Set(rows.map(([, department]) => department))]

/** A portfolio of ten candidates, two of them tied, one mandatory, one initiative left out. */
export const selectionCase: SelectionCase = {
  value: 'benefits', valueUnit: 'money', publication: { id: id(900), title: 'Annual report 2024-25', asOf: '2025-03-31' },
  input: {
    currency: 'GBP',
    candidates: rows.map(([name, department, cost, benefits], index) => ({ id: id(index + 1), name, departmentId: id(500 + departments.indexOf(department)), cost: cost * million, value: benefits * million, costByYear: { 2025: Math.round(cost * 0.3) * million, 2026: Math.round(cost * 0.4) * million }, ...(name === 'Diagnostics hubs' ? { requires: [id(6)] } : {}) })),
    constraints: [{ kind: 'mustInclude', candidateId: id(5), because: 'Mandatory work' }],
  },
  years: [{ year: 2025, label: '2025-26', demand: money(1017 * million) }, { year: 2026, label: '2026-27', demand: money(1356 * million) }],
  departments: departments.map((name, index) => ({ id: id(500 + index), name, demand: money(rows.filter(([, department]) => department === name).reduce((sum, [, , cost]) => sum + cost, 0) * million) })),
  ratings: [{ id: id(1), rating: { scale: 'three_point', level: 'red' } }],
  totals: { candidates: rows.length, cost: money(rows.reduce((sum, [, , cost]) => sum + cost, 0) * million), value: rows.reduce((sum, [, , , benefits]) => sum + benefits, 0) * million },
  left: [{ initiative: { id: id(77), key: 'P-77', name: 'Estate disposal' }, because: 'No monetised benefits are given.' }],
  derived: ['Value is the whole-life monetised benefits as given.', 'Cost by year is derived: the whole-life cost spread over the days between start and end.'],
}

export const levers = (change: Partial<Levers> = {}): Levers => ({ totalBudget: 2100 * million, years: {}, departments: {}, pins: [{ kind: 'mustInclude', candidateId: id(10), because: 'Promised in March' }], extras: [], setAside: [], ...change })

/** Everything that the solver would have found for these levers, computed by the engine itself. */
export function solved(at: Levers): { readonly input: SelectionInput; readonly solving: Solving } {
  const input = inputOf(selectionCase, at)
  const found = selectPortfolio(input)
  if (!found.ok) return { input, solving: { ...nothingYet, refused: { input, refusal: found.refusal } } }
  const frontier = efficientFrontier(input, 6)
  const pins = pricePins(input)
  return {
    input,
    solving: {
      ...nothingYet,
      plan: { input, selection: found.value, final: true },
      explained: { input, selection: found.value },
      frontier: { key: frontierKey(input), points: frontier.ok ? frontier.value : [] },
      pins: pins.ok ? { input, prices: pins.value } : undefined,
    },
  }
}

export const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
export const problem: Problem = { type: '/problems#role_insufficient', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer; yours is none.' }
