import type { CellOutcome, InitiativeRow } from '@throughline/contract/demand'
import { ok, refuse } from '@throughline/engine/kernel'
import { describe, expect, it } from 'vitest'
import type { CellChange, CellValue } from '../../../ui/grid/index.ts'
import { sortCells, textOf } from './cells.ts'
import { columns, fields, row } from './fixture.ts'
import { sendCells, type Sending } from './send-cells.ts'

const byKey = new Map(columns.map((column) => [column.key, column]))
const column = (key: string) => {
  const found = byKey.get(key)
  if (!found) throw new Error(`no column ${key}`)
  return found
}
const custom = (name: string): string => `custom:${fields.find((field) => field.name === name)?.id}`
const change = (key: string, value: CellValue, before: CellValue): CellChange => ({ key: row.id, column: key, value, before })

describe('columns', () => {
  it('show amounts in millions to the last penny and never a figure that is not there', () => {
    const [cost, benefits] = [column('cost'), column('benefits')]
    expect([cost.get(row), cost.format?.(cost.get(row), row)]).toEqual(['1234.56789012', '1,234.6'])
    expect([benefits.get(row), benefits.absent?.(row)]).toEqual([null, 'Withheld'])
  })
  it('sum amounts for a group and leave out those without a figure; ratings have no total', () => {
    expect(column('benefits').total?.([row])).toBe('')
    expect(column('rating').total).toBeUndefined()
  })
  it('of the organisation come last, in its units and exact', () => {
    expect(columns.slice(-4).map(({ label, kind }) => [label, kind])).toEqual([['Effort, FTE', 'number'], ['Carbon cost, GBP', 'number'], ['Horizon', 'choice'], ['Statutory', 'yesNo']])
    expect(columns.slice(-4).map((own) => own.get(row))).toEqual(['7.5', '1250.5', null, false])
  })
})

describe('what a cell sends', () => {
  it.each([
    ['cost', '0.00000001', '1'], ['cost', null, null], ['cost', 12.5, '1250000000'], [custom('Carbon cost'), '-3.07', '-307'], [custom('Effort'), '7.50', '7.50'], [custom('Statutory'), true, 'yes'], ['mandatory', 'no', 'no'], ['sponsor', '  ', null], ['unit', 'u1', 'u1'],
  ] as const)('%s as %j is %j', (key, value, text) => expect(textOf(column(key), value, row)).toEqual(ok(text)))
  it.each([['cost', 'a lot', 'a lot'], ['name', '', 'has a name'], ['alignment', '1', 'computed'], ['rating', 'amber_red', 'three-point']] as const)('%s as %j is refused', (key, value, words) => {
    const read = textOf(column(key), value, row)
    expect(read.ok ? '' : read.refusal.message).toContain(words)
  })
  it('goes on the version of the row as it is known; what was seen is no longer there: a conflict', () => {
    const now = { ...row, version: 7, sponsor: 'Olga' }
    expect(sortCells([change('sponsor', 'Eddie', null), change('category', 'IT', null)], byKey, () => now)).toMatchObject({ send: [{ cell: { version: 7, field: 'category', value: 'IT' } }], conflicts: [{ theirs: 'Olga' }] })
    expect(sortCells([change('sponsor', 'Olga', null)], byKey, () => now)).toMatchObject({ send: [{ cell: { field: 'sponsor' } }], conflicts: [] })
    expect(sortCells([change('sponsor', 'Eddie', null)], byKey, () => undefined).refused).toHaveLength(1)
  })
})

/** A server of one row: refuses by version, as the real one does, and lets somebody else write between two calls. */
function serverOf(first: InitiativeRow, others: readonly Partial<InitiativeRow>[]) {
  let stored = first
  let known = first
  const waiting = [...others]
  const sending: Sending = {
    columns: byKey,
    rowOf: () => known,
    put: ([fresh]) => {
      known = fresh ?? known
    },
    call: async (cells) => {
      const other = waiting.shift()
      if (other) stored = { ...stored, ...other, version: stored.version + 1 }
      const moved = cells.filter(({ version }) => version !== stored.version)
      const good = cells.filter(({ version }) => version === stored.version)
      if (good.length > 0) stored = { ...stored, ...Object.fromEntries(good.map(({ field, value }) => [field, value])), version: stored.version + 1 }
      const outcome: CellOutcome = { rows: [stored], changed: good.length, issues: moved.map(({ id, field }) => ({ id, field, code: 'version_moved', found: '', expected: '', message: 'Olga changed this row since you saw it.' })) }
      return ok(outcome)
    },
  }
  return { sending, stored: () => stored }
}

describe('sending', () => {
  it('on a row where somebody wrote another cell meanwhile keeps both', async () => {
    const { sending, stored } = serverOf(row, [{ category: 'IT' }, { name: 'Claims' }])
    expect(await sendCells([change('sponsor', 'Eddie', null)], sending)).toMatchObject({ changed: 1, issues: [], conflicts: [] })
    expect(stored()).toMatchObject({ sponsor: 'Eddie', category: 'IT', name: 'Claims' })
  })
  it('of the very cell that somebody wrote overwrites nothing, and shows both', async () => {
    const { sending, stored } = serverOf(row, [{ sponsor: 'Olga' }])
    const sent = await sendCells([change('sponsor', 'Eddie', null), change('category', 'IT', null)], sending)
    expect(sent).toMatchObject({ changed: 1, issues: [{ column: 'sponsor', message: expect.stringContaining('Olga changed this row') }], conflicts: [{ theirs: 'Olga', change: { value: 'Eddie' } }] })
    expect(stored()).toMatchObject({ sponsor: 'Olga', category: 'IT' })
    const [conflict] = sent.conflicts
    expect(await sendCells(conflict ? [{ ...conflict.change, before: conflict.theirs }] : [], sending)).toMatchObject({ changed: 1, issues: [] })
    expect(stored()).toMatchObject({ sponsor: 'Eddie' })
  })
  it('gives up where the row never rests, and says so', async () => {
    const { sending } = serverOf(row, Array.from({ length: 20 }, (_, index) => ({ category: `C${index}` })))
    expect(await sendCells([change('sponsor', 'Eddie', null)], sending)).toMatchObject({ changed: 0, issues: [{ column: 'sponsor' }] })
  })
  it('that fails as a whole fails for each cell with its words', async () => {
    const { sending } = serverOf(row, [])
    const problem = { type: '', title: '', status: 503, code: 'unreachable', detail: 'The server does not answer.' }
    expect((await sendCells([change('sponsor', 'A', null), change('category', 'B', null)], { ...sending, call: async () => refuse(problem) })).issues.map(({ message }) => message)).toEqual([problem.detail, problem.detail])
  })
})
