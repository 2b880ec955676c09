import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseDelimited, writeCsv } from '../csv/index.ts'
import { readSheets } from '../formats/index.ts'
import { writeXlsx } from '../xlsx/index.ts'
import { linkPublications, readPortfolio, type FieldKey, type PortfolioDraft } from './index.ts'

/** Publications that do not exist yet, made from the one of 2023-24: the same path must read them as they are. */
const [header = [], ...rows] = parseDelimited(readFileSync(new URL('../../../../examples/uk-gmpp/raw/gmpp_2023_24.csv', import.meta.url), 'latin1').replace(/^ï»¿/, ''), ',').records
const published = [header, ...rows]

async function read(bytes: Uint8Array, fileName: string): Promise<PortfolioDraft> {
  const file = await readSheets(bytes, fileName)
  const draft = file.ok ? readPortfolio(file.value.sheets, { currency: 'GBP', fileName }) : file
  if (!draft.ok) throw new Error(draft.refusal.code)
  return draft.value
}

/** What a later publisher changes: years, the body that rates, and later dates; figures stay so that they can be compared. */
const later = (years: number) => (text: string): string => text
  .replace(/20(23)\/(24)/g, () => `20${23 + years}/${24 + years}`)
  .replace(/23\/24/g, `${23 + years}/${24 + years}`)
  .replace(/IPA/g, 'NISTA').replace(/Infrastructure and Projects Authority/g, 'National Infrastructure and Service Transformation Authority')
const column = (of: readonly string[], start: string): number => of.findIndex((heading) => heading.startsWith(start))

const compared: readonly FieldKey[] = ['id', 'name', 'department', 'category', 'ratingIpa', 'ratingSro', 'startOn', 'inYearBaseline', 'inYearForecast', 'inYearVariancePercent', 'wholeLifeCost', 'benefits']
const readings = (draft: PortfolioDraft) => draft.rows.map((row) => compared.map((field) => {
  const cell = row.cells[field]
  return cell?.status === 'value' ? (typeof cell.value === 'object' && 'minor' in cell.value ? cell.value.minor : cell.value) : cell?.status
}))

it('reads a publication of 2024-25: other years and body, a new column, another order, ranges, an error of units', async () => {
  const order = [...header.keys()].sort((a, b) => ((a * 7) % header.length) - ((b * 7) % header.length) || a - b)
  const [cost, end, name] = [column(header, 'TOTAL Baseline Whole'), column(header, 'Project - End'), column(header, 'Project Name')]
  const file = published.map((row, at) => {
    const cells = row.map(later(1))
    if (at === 1) cells[cost] = '£1,200m - £1,500m'
    if (at === 1) cells[end] = '31/03/2031 - 31/03/2033'
    if (at === 2) cells[cost] = '59,173,700'
    return [...order.map((from) => cells[from] ?? ''), at === 0 ? 'Departmental narrative on climate resilience' : `Prose about ${row[name] ?? ''}`]
  })
  const [draft, before] = [await read(writeCsv(file, { delimiter: ';' }), 'gmpp_2024_25.csv'), await read(writeCsv(published), 'gmpp_2023_24.csv')]
  expect(draft.asOf).toBe('2025-03-31')
  expect(draft.ratingScale).toBe('three_point')
  expect(draft.unreadColumns.map((unread) => unread.header)).toEqual(['Departmental narrative on climate resilience'])
  expect(readings(draft).slice(2)).toEqual(readings(before).slice(2))
  expect(draft.rows[0]?.cells.wholeLifeCost).toMatchObject({ status: 'range', low: { minor: 120_000_000_000n }, high: { minor: 150_000_000_000n } })
  expect(draft.rows[0]?.cells.endOn).toMatchObject({ status: 'range', low: '2031-03-31', high: '2033-03-31' })
  expect(draft.rows[1]?.cells.wholeLifeCost).toMatchObject({ status: 'value', suspect: 'LIKELY_UNITS_ERROR', asPublished: '59,173,700' })
  const { identities } = linkPublications([before, draft])
  expect(identities.length).toBe(227)
  expect(new Set(identities.map((identity) => identity.appearances[1]?.how))).toEqual(new Set(['same_id']))
})

it('reads a publication of 2025-26 as a workbook, lying on its side, beside a sheet of notes', async () => {
  const file = published.map((row) => row.map((cell) => later(2)(cell).slice(0, 32_000)))
  const aside = (file[0] ?? []).map((_, at) => file.map((row) => row[at] ?? ''))
  const kind = 'text' as const
  const bytes = await writeXlsx([
    { name: 'Read me', columns: [{ label: 'Notes', kind }], rows: [['Figures are in millions.']] },
    { name: 'Data', columns: (aside[0] ?? []).map((label) => ({ label, kind })), rows: aside.slice(1) },
  ])
  const [draft, before] = [await read(bytes, 'gmpp_2025_26.xlsx'), await read(writeCsv(published), 'gmpp_2023_24.csv')]
  expect([draft.sheetName, draft.mapping.orientation, draft.asOf]).toEqual(['Data', 'columns', '2026-03-31'])
  expect(readings(draft)).toEqual(readings(before))
  expect(draft.rows[0]?.place).toMatchObject({ sheet: 'Data', row: 2, column: 2 })
})

it('reads typed cells of a workbook as it reads their texts', async () => {
  const typed = header.map((label) => ({ label, kind: /£m|%/.test(label) ? ('number' as const) : /Date/.test(label) ? ('date' as const) : ('text' as const) }))
  const cut = rows.map((row) => row.map((cell) => cell.slice(0, 32_000)))
  const [draft, before] = [await read(await writeXlsx([{ name: 'Data', columns: typed, rows: cut }]), 'gmpp_2026_27.xlsx'), await read(writeCsv(published), 'gmpp_2023_24.csv')]
  expect(readings(draft)).toEqual(readings(before))
  expect(draft.rows.flatMap((row) => (row.cells.endOn?.status === 'value' ? [row.cells.endOn.value] : []))).toEqual(before.rows.flatMap((row) => (row.cells.endOn?.status === 'value' ? [row.cells.endOn.value] : [])))
})
