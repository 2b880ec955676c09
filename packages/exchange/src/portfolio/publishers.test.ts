import { existsSync, readFileSync } from 'node:fs'
import { formatDecimal } from '@throughline/engine/kernel'
import { describe, expect, it } from 'vitest'
import { readSheets } from '../formats/index.ts'
import { linkPublications, readPortfolio, splitByDate, type DraftRow, type PortfolioDraft } from './index.ts'

/** Files of other publishers: cuts that always are there, and the whole files where a folder with them is given. */
const examples = new URL('../../../../examples/', import.meta.url)
const wholeFolder = [process.env['THROUGHLINE_PORTFOLIOS']].find((folder) => folder !== undefined && existsSync(`${folder}/nyc-capital`))

async function read(path: string | URL, currency: string): Promise<PortfolioDraft> {
  const fileName = String(path)
  const file = await readSheets(Uint8Array.from(readFileSync(path)), fileName)
  const draft = file.ok ? readPortfolio(file.value.sheets, { currency, fileName }) : file
  if (!draft.ok) throw new Error(draft.refusal.code)
  return draft.value
}

const cost = ({ cells: { wholeLifeCost } }: DraftRow): string => (wholeLifeCost?.status === 'value' ? formatDecimal(wholeLifeCost.value.minor, 2) : (wholeLifeCost?.status ?? 'absent'))
const end = ({ cells: { endOn } }: DraftRow): string => (endOn?.status === 'value' ? endOn.value : (endOn?.status ?? 'absent'))
const positions = (draft: PortfolioDraft) => draft.positions.map(({ asOf, rows }) => [asOf, rows])
const errors = (draft: PortfolioDraft) => draft.issues.filter(({ severity }) => severity === 'error')

describe('cuts that ship with the product', () => {
  it('US IT Dashboard: keys that are unique, dollars in millions, agencies as units', async () => {
    const draft = await read(new URL('us-it-dashboard-2011/projects.csv', examples), 'USD')
    expect(draft.rows.length).toBe(60)
    expect(new Set(draft.rows.map((row) => row.publishedId)).size).toBe(60)
    expect(draft.rows[0]).toMatchObject({ publishedId: '656', name: 'Operations', organisation: ['Department of Agriculture'], asOf: draft.asOf })
    expect(draft.rows[0] && [cost(draft.rows[0]), end(draft.rows[0])]).toEqual(['15297000.00', '2012-09-30'])
    expect(draft.mapping.columns.find(({ header }) => header === 'Investment Title')?.keepAs).toEqual({ field: 'custom:Investment Title', kind: 'text' })
    expect([positions(draft).length, errors(draft)]).toEqual([1, []])
    const fieldsRead = draft.mapping.columns.flatMap(({ header, field }) => (field === undefined ? [] : [[header.replace(/\s+/g, ' '), field]]))
    expect(Object.fromEntries(fieldsRead)).toEqual({
      'Agency Code': 'departmentCode', 'Agency Name': 'department', 'Project ID': 'id', 'Project Name': 'name', 'Project Description': 'description', 'Start Date': 'startOn', 'Completion Date (B1)': 'endOn', 'Lifecycle Cost ($ M)': 'wholeLifeCost', 'Updated Date and Time': 'updatedOn',
    })
    expect(draft.mapping.columns.find(({ header }) => header === 'Cost Variance (%)')).toMatchObject({ confidence: 0, keepAs: { field: 'custom:Cost Variance (%)' }, alternatives: [{ field: 'inYearVariancePercent' }] })
  })

  it.each([['2016', '2016-06-09'], ['2019', '2019-05-01'], ['2022', '2022-04-25']])('Canada %s: the date of the position from its column', async (year, asOf) => {
    const draft = await read(new URL(`canada-large-it/gc-it-projects-${year}.csv`, examples), 'CAD')
    expect([positions(draft), errors(draft)]).toEqual([[[asOf, 40]], []])
    expect(draft.asOfProposal?.confidence).toBe(1)
    expect(draft.rows.every((row) => row.organisation.length === 1 && row.publishedId !== undefined)).toBe(true)
  })

  it('Canada combined: first and latest figures are two positions of one project', async () => {
    const draft = await read(new URL('canada-large-it/gc-it-projects-combined-2022.csv', examples), 'CAD')
    const keys = Map.groupBy(draft.rows, (row) => row.publishedId)
    expect(keys.size).toBe(60)
    const twice = [...keys.values()].filter((rows) => rows.length === 2)
    expect(twice.length).toBeGreaterThan(30)
    expect(twice.every(([first, second]) => (first?.asOf ?? '') < (second?.asOf ?? ''))).toBe(true)
    expect(draft.rows.filter((row) => row.duplicateOf !== undefined)).toEqual([])
    const { identities } = linkPublications(splitByDate(draft))
    expect(identities.length).toBe(60)
  })

  it('NYC: every reported date is a position, read month first as the file decides', async () => {
    const draft = await read(new URL('nyc-capital/change-history.csv', examples), 'USD')
    expect(draft.positions[0]).toEqual({ asOf: '2013-09-01', title: 'change-history 2013-09-01', rows: expect.any(Number) })
    expect(draft.mapping.columns.find(({ field }) => field === 'snapshotOn')?.dayOrder).toMatchObject({ order: 'mdy', confidence: 0.8 })
    expect([draft.rows.length, draft.rows.filter((row) => row.duplicateOf !== undefined), errors(draft)]).toEqual([90, [], []])
    const bowery = draft.rows.filter((row) => row.publishedId === '7')
    expect(bowery.slice(0, 2).map((row) => [row.asOf, cost(row), end(row)])).toEqual([['2013-09-01', '53493000.00', '2018-03-31'], ['2014-01-01', '58018000.00', '2018-03-31']])
  })
})

describe.skipIf(wholeFolder === undefined)(`whole files${wholeFolder === undefined ? ' (skipped: set THROUGHLINE_PORTFOLIOS to a folder with them)' : ''}`, () => {
  it.each([
    ['us-it-dashboard-2011/projects.csv', 'USD', 1657, 1657, 1],
    ['canada-large-it/gc-it-projects-2016.csv', 'CAD', 272, 272, 1],
    ['canada-large-it/gc-it-projects-2019.csv', 'CAD', 298, 298, 1],
    ['canada-large-it/gc-it-projects-2022.csv', 'CAD', 308, 308, 1],
    ['canada-large-it/gc-it-projects-combined-2022.csv', 'CAD', 849, 729, 3],
    ['nyc-capital/change-history.csv', 'USD', 1448, 249, 15],
  ])('%s', async (path, currency, rows, keys, dates) => {
    const draft = await read(`${wholeFolder ?? ''}/${path}`, currency)
    expect([draft.rows.length, new Set(draft.rows.map((row) => row.publishedId)).size, draft.positions.length]).toEqual([rows, keys, dates])
    expect([draft.rows.filter((row) => row.duplicateOf !== undefined), errors(draft)]).toEqual([[], []])
  })
})
