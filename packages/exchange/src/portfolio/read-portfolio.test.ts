import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeIssue, textCell, type Sheet } from '../sheet/index.ts'
import { proposeMapping, readPortfolio, remap, splitByDate, type PortfolioDraft, type ReadPortfolioOptions } from './index.ts'

const sheetOf = (rows: readonly (readonly string[])[], name = 'Plan'): Sheet => ({ name, rows: rows.map((row) => row.map(textCell)) })
const options: ReadPortfolioOptions = { currency: 'GBP', fileName: 'plan.csv', asOf: '2026-03-31' }
function draftOf(rows: readonly (readonly string[])[], more: Partial<ReadPortfolioOptions> = {}): PortfolioDraft {
  const draft = readPortfolio([sheetOf(rows)], { ...options, ...more })
  if (!draft.ok) throw new Error(draft.refusal.code)
  return draft.value
}
const turned = (rows: readonly (readonly string[])[]): string[][] => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''))
const codes = (draft: PortfolioDraft): string[] => draft.issues.map((issue) => issue.code)

const plan = [
  ['Ref', 'Initiative', 'Owner', 'Total budget (€k)', 'Start', 'Finish', 'RAG', 'Depends on'],
  ['P1', 'New depot', 'Ada', '1,500', '01/02/2026', '30/09/2027', 'Amber', ''],
  ['P2', 'Data platform', 'Grace', '900', '15/03/2026', '31/12/2026', 'Green', 'P1; P3'],
]

describe('a portfolio of any PMO', () => {
  it('is read by its headings', () => {
    const draft = draftOf(plan)
    expect(draft.mapping.columns.map((column) => column.field)).toEqual(['id', 'name', 'owner', 'wholeLifeCost', 'startOn', 'endOn', 'ratingIpa', 'dependencies'])
    expect(draft.rows[1]).toMatchObject({ name: 'Data platform', publishedId: 'P2', place: { sheet: 'Plan', row: 3, column: 2, header: 'Initiative' } })
    expect(draft.rows[0]?.cells.wholeLifeCost).toMatchObject({ status: 'value', value: { minor: 150_000_000n, currency: 'EUR' } })
    expect(draft.rows[1]?.cells.dependencies).toMatchObject({ value: ['P1', 'P3'] })
    expect(codes(draft)).toEqual(['RATING_SCALE_UNKNOWN', 'CURRENCY_DIFFERS'])
  })

  it('is read the same when it lies on its side, below a title', () => {
    const below = [['Portfolio of works'], [''], ...plan]
    const aside = draftOf(turned(plan))
    expect(aside.mapping).toMatchObject({ orientation: 'columns', headerLine: 1 })
    expect(aside.rows[1]?.place).toEqual({ sheet: 'Plan', row: 2, column: 3, header: 'Initiative' })
    expect(draftOf(below).mapping).toMatchObject({ orientation: 'rows', headerLine: 3 })
    const values = (draft: PortfolioDraft) => draft.rows.map((row) => Object.values(row.cells).map((cell) => [cell?.asPublished, cell?.status]))
    expect(values(aside)).toEqual(values(draftOf(plan)))
    expect(values(draftOf(below))).toEqual(values(draftOf(plan)))
  })

  it('law: the order of columns changes nothing', () => {
    const byField = (draft: PortfolioDraft) => draft.rows.map((row) => Object.fromEntries(Object.entries(row.cells).map(([field, cell]) => [field, cell?.asPublished])))
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
      expect(byField(draftOf(plan.map((row) => order.map((at) => row[at] ?? ''))))).toEqual(byField(draftOf(plan)))
    }), { numRuns: 40 })
  })

  it('law: no sheet makes it throw', () => {
    const cell = fc.constantFrom('', 'Name', 'Cost (£m)', 'Start date', 'End', '1,2', '31/12/2020', 'Total', 'Exempt', 'x', '-', '1e9', '£1-£2')
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const draft = readPortfolio([sheetOf(rows)], { currency: 'GBP', fileName: 'x' })
      if (draft.ok) draft.value.issues.forEach(describeIssue)
    }))
  })

  it('refuses what holds no table or no names, and takes a mapping instead', () => {
    expect(readPortfolio([sheetOf([['only']])], options)).toMatchObject({ refusal: { code: 'NO_TABLE' } })
    const odd = sheetOf([['Vorhaben', 'Kosten'], ['Neubau', '12']])
    expect(readPortfolio([odd], options)).toEqual({ ok: false, refusal: { code: 'NO_NAME_COLUMN', sheet: 'Plan', headers: ['Vorhaben', 'Kosten'] } })
    const mapping = remap(remap(proposeMapping(odd), 1, 'name'), 2, 'wholeLifeCost', 6)
    const draft = readPortfolio([odd], { ...options, mapping })
    expect(draft.ok && draft.value.rows[0]).toMatchObject({ name: 'Neubau', cells: { wholeLifeCost: { value: { minor: 1_200_000_000n } } } })
    const [first] = mapping.columns
    expect(readPortfolio([odd], { ...options, mapping: { ...mapping, columns: first ? [{ ...first, column: 9 }] : [] } })).toMatchObject({ refusal: { code: 'MAPPING_DOES_NOT_FIT', column: 9, columns: 2 } })
    expect(readPortfolio([odd], { ...options, sheetName: 'Other' })).toMatchObject({ refusal: { code: 'SHEET_NOT_FOUND', sheets: ['Plan'] } })
  })

  it('chooses the sheet that looks like a portfolio and names the others', () => {
    const notes = sheetOf([['Notes', ''], ['Drafted by', 'Ada']], 'Read me')
    const draft = readPortfolio([notes, sheetOf(plan)], options)
    expect(draft.ok && draft.value.sheetName).toBe('Plan')
    expect(draft.ok && draft.value.issues).toContainEqual(expect.objectContaining({ code: 'OTHER_SHEET', place: { sheet: 'Read me' } }))
  })
})

it('splits a file of several publications by the dates of its rows', () => {
  const draft = draftOf([['Name', 'Snapshot date'], ['A', '2025-03-31'], ['A', '2024-03-31'], ['B', '2025-03-31'], ['B', '2025-03-31']])
  expect(codes(draft)).toEqual(['DUPLICATE_KEY'])
  expect(splitByDate(draft).map((part) => [part.asOf, part.rows.map((row) => row.name)])).toEqual([['2024-03-31', ['A']], ['2025-03-31', ['A', 'B', 'B']]])
})

describe('doubts', () => {
  const costs = (values: readonly string[]) => draftOf([['Name', 'Whole life cost (£m)'], ...values.map((value, at) => [`P${at}`, value])])
  it('marks a likely error of units, keeps what was published and says why', () => {
    const draft = costs(['900', '1200', '650', '59,173,700', '30', '4000', '12', '88', '700', '55,700'])
    expect(draft.rows.flatMap((row) => row.cells.wholeLifeCost?.suspect ?? [])).toEqual(['LIKELY_UNITS_ERROR'])
    expect(draft.rows[3]?.cells.wholeLifeCost).toMatchObject({ status: 'value', value: { minor: 5_917_370_000_000_000n }, asPublished: '59,173,700' })
    expect(draft.issues.map(describeIssue).join()).toContain("(sheet 'Plan', cell B5, column 'Whole life cost (£m)'). Found: 59,173,700.")
  })
  it('doubts such an amount even where nothing stands beside it', () => expect(costs(['59,173,700']).rows[0]?.cells.wholeLifeCost?.suspect).toBe('LIKELY_UNITS_ERROR'))
  it('takes a skewed portfolio as it is', () => expect(codes(costs(['1', '2', '5', '9', '30', '200', '3000', '55700', '0']))).toEqual([]))
  it('marks negative costs, reversed ranges and ends before starts', () => {
    const draft = draftOf([['Name', 'Whole life cost (£m)', 'Start date', 'End date'], ['A', '-5', '2025-01-01', '2024-01-01'], ['B', '9 - 5', '2025-01-01', '2026-01-01']])
    expect(codes(draft)).toEqual(['NEGATIVE_COST', 'END_BEFORE_START', 'RANGE_REVERSED'])
    expect([draft.rows[0]?.cells.wholeLifeCost?.suspect, draft.rows[0]?.cells.endOn?.suspect, draft.rows[1]?.cells.wholeLifeCost?.suspect]).toEqual(['NEGATIVE_COST', 'END_BEFORE_START', 'RANGE_REVERSED'])
  })
  it('keeps both rows of one key and marks the second', () => {
    const draft = draftOf([['Id', 'Name'], ['1', 'A'], ['2', 'B'], ['1', 'C']])
    expect(draft.rows.map((row) => [row.name, row.duplicateOf])).toEqual([['A', undefined], ['B', undefined], ['C', 1]])
    expect(draft.issues.map(({ expected }) => expected)).toEqual([expect.stringMatching(/^a key that [A-Z]+\d+ \('A'\) does not have$/)])
    expect(codes(draft)).toEqual(['DUPLICATE_KEY'])
  })
  it('takes neither totals nor notes nor nameless rows for projects', () => {
    const draft = draftOf([['Name', 'Cost (£m)', 'Start', 'End'], ['A', '1', '2025-01-01', '2026-01-01'], ['', '2', '2025-01-01', ''], ['Total', '3', '', ''], ['x'.repeat(120), '', '', '']])
    expect(draft.rows.map((row) => row.name)).toEqual(['A'])
    expect(codes(draft)).toEqual(['ROW_WITHOUT_NAME', 'TOTAL_ROW', 'FOOTNOTE'])
  })
  it('joins two columns that give the ends of a range', () => {
    const draft = draftOf([['Name', 'Whole life cost £m (lower)', 'Whole life cost £m (upper)'], ['A', '5', '9'], ['B', 'Exempt under Section 43', '']])
    expect(draft.rows[0]?.cells.wholeLifeCost).toMatchObject({ status: 'range', low: { minor: 500_000_000n }, high: { minor: 900_000_000n } })
    expect(draft.rows[1]?.cells.wholeLifeCost?.status).toBe('exempt')
  })
})
