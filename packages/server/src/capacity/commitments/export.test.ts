import type { Commitments } from '@throughline/contract/capacity'
import { startReadiness } from '@throughline/engine/capacity'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { known, money, ukFiscalCalendar } from '@throughline/engine/kernel'
import { expect, it } from 'vitest'
import { commitmentTables } from './export.ts'

const pounds = (minor: string) => ({ status: 'ok' as const, value: { minor, currency: 'GBP' } })
const holder = { id: 'i', name: 'Dam', inPlan: true }
const commitments = {
  gate: { on: true, said: null, version: 1 }, currency: 'GBP', envelopes: [{ id: 'e', version: 1, name: 'Change', year: 2027, label: '2027-28', owner: { id: 'o', name: 'Olga' }, decision: null, amount: pounds('100000'), committed: { metric: pounds('60000') }, free: { metric: pounds('40000') }, waiting: pounds('0'), holders: [], omitted: 0 }],
  entries: [{ id: 'b', kind: 'release', envelope: { id: 'e', name: 'Change', label: '2027-28' }, initiative: holder, amount: pounds('-150'), transferId: null, reason: 'Less', by: 'Olga', at: '2026-05-01T08:00:00.000Z' }], funding: [], staffing: [], exceptions: [],
} as unknown as Commitments
const readiness = startReadiness(
  { name: 'Dam', startOn: '2027-04-01', endOn: '2028-04-01', cost: known(money(100_000n, 'GBP')), costYears: [], funds: new Map([[2027, 60_000n]]), crew: [], pools: new Map(), prerequisites: [{ name: 'Boreas', freeFrom: null }] },
  { calendar: ukFiscalCalendar, grain: 'quarter', currency: 'GBP', today: '2026-11-01', envelopes: true },
)
const tables = (seesMoney: boolean) => new Map(commitmentTables({ organisation: 'Dams', today: '2026-11-01', seesMoney, commitments, starts: [{ initiative: { key: 'I-1', name: 'Dam', state: 'approved' } as InitiativeFacts, readiness }] }).map((table) => [table.name, table]))

it('has a row for each condition of a start, with what was found and needed', () => {
  expect(tables(true).get('Starts')?.rows.map(({ ready, condition, standing, found }) => [ready, condition, standing, found])).toEqual([
    ['Blocked', 'Funds', 'not met', 'Funds (2027-28): found 600.00 GBP, needed 1000.00 GBP'], ['Blocked', 'Boreas', 'not met', 'Boreas: found not ended, needed ended'],
  ])
  expect([tables(true).get('Envelopes')?.rows[0], tables(true).get('Budget ledger')?.rows[0]]).toMatchObject([{ amount: '1000.00', committed: '600.00', free: '400.00' }, { kind: 'release', amount: '-1.50' }])
})

it('holds no amount for who may not see any', () => {
  const blind = tables(false)
  expect([...blind.values()].flatMap(({ columns }) => columns.filter(({ kind }) => kind === 'money'))).toEqual([])
  expect(blind.get('Starts')?.rows[0]?.['found']).toBe('Funds (2027-28): not enough is committed')
})
