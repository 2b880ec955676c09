import { readFileSync, readdirSync } from 'node:fs'
import { formatDecimal } from '@throughline/engine/kernel'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../csv/index.ts'
import { readSheets } from '../formats/index.ts'
import { cellName, shorten } from '../sheet/index.ts'
import { linkPublications, readPortfolio, type DraftRow, type PortfolioDraft, type Reading } from './index.ts'

/** The eleven publications of the UK portfolio through the one path, against a panel that others normalised. */
const folder = new URL('../../../../examples/uk-gmpp/', import.meta.url)
const fileNames = readdirSync(new URL('raw/', folder)).sort()
const bytesOf = (path: string): Uint8Array => Uint8Array.from(readFileSync(new URL(path, folder)))

type PanelRow = Readonly<Record<string, string>>
const drafts = new Map<string, PortfolioDraft>()
const panel = new Map<string, readonly PanelRow[]>()
const disagreements = new Map<string, readonly Disagreement[]>()

beforeAll(async () => {
  const file = readCsv(bytesOf('panel-2014-2024.csv'), 'panel.csv')
  const [header = [], ...rows] = file.ok ? file.value.sheet.rows.map((row) => row.map((cell) => cell.text)) : []
  const all = rows.map((row): PanelRow => Object.fromEntries(header.map((key, at) => [key, row[at] ?? ''])))
  for (const name of fileNames) {
    panel.set(name, all.filter((row) => row['source_file'] === `raw/${name}`))
    drafts.set(name, await read(bytesOf(`raw/${name}`), name))
    disagreements.set(name, findDisagreements(name))
  }
}, 120_000)

async function read(bytes: Uint8Array, fileName: string): Promise<PortfolioDraft> {
  const file = await readSheets(bytes, fileName)
  if (!file.ok) throw new Error(file.refusal.code)
  const draft = readPortfolio(file.value.sheets, { currency: 'GBP', fileName })
  if (!draft.ok) throw new Error(draft.refusal.code)
  return draft.value
}

describe.each(fileNames)('%s', (name) => {
  it('has the rows, in the order, of the panel and its date and scale', () => {
    const draft = drafts.get(name)
    const rows = panel.get(name) ?? []
    expect(draft?.rows.map((row) => row.name)).toEqual(rows.map((row) => row['project_name']?.replace(/\s+/g, ' ').trim()))
    expect(draft?.asOf).toBe(rows[0]?.['snapshot_date'])
    expect(draft?.ratingScale).toBe((rows[0]?.['snapshot_date'] ?? '') < '2022' ? 'five_point' : 'three_point')
    expect(draft?.rows.filter((row) => row.duplicateOf !== undefined)).toEqual([])
  })
  it('has as many ratings, costs, ranges, benefits and dates, but for the disagreements listed', () => {
    const rows = panel.get(name) ?? []
    for (const compared of comparisons) {
      const ours = count((drafts.get(name)?.rows ?? []).map((row) => compared.ours(row)))
      const theirs = count(rows.map((row) => compared.theirs(row)))
      const listed = (disagreements.get(name) ?? []).filter((line) => line.field === compared.field)
      for (const line of listed) {
        theirs.set(line.panel, (theirs.get(line.panel) ?? 0) - 1)
        theirs.set(line.ours, (theirs.get(line.ours) ?? 0) + 1)
      }
      const present = (counts: ReadonlyMap<string, number>) => [...counts].filter(([, times]) => times !== 0).sort()
      expect([compared.field, present(ours)]).toEqual([compared.field, present(theirs)])
    }
    expect(drafts.get(name)?.rows.flatMap((row) => Object.values(row.cells)).filter((cell) => cell?.status === 'range')).toEqual([])
  })
})

it('disagrees with the panel exactly where examples/uk-gmpp/disagreements.md says', () => {
  const lines = fileNames.flatMap((name) => disagreements.get(name) ?? []).map((line) => `| ${line.file} ${line.cell} | ${line.project} | ${line.field} | ${line.published} | ${line.ours || '—'} | ${line.panel || '—'} |`)
  const listed = new TextDecoder().decode(bytesOf('disagreements.md')).split('\n').filter((line) => /^\| \w+\.csv /.test(line))
  expect(listed.map((line) => line.replace(/ [^|]+\|$/, ''))).toEqual(lines)
})

it('links 1,954 rows to projects', () => {
  const { identities, issues } = linkPublications([...drafts.values()])
  const how = count(identities.flatMap((identity) => identity.appearances.map((appearance) => appearance.how)))
  expect(identities.length).toBe(how.get('new'))
  expect(Object.fromEntries(how)).toEqual({ new: 663, same_id: 641, same_name: 648, former_name: 2 })
  expect(issues.map((issue) => issue.code)).toEqual(Array.from({ length: 4 }, () => 'LINK_CONFLICT'))
  const crossrail = identities.find((identity) => identity.key === 'name:crossrail')
  expect(crossrail?.names).toEqual(['Crossrail', 'Crossrail Programme'])
  expect(crossrail?.appearances.map((appearance) => appearance.how)).toEqual(['new', ...Array.from({ length: 6 }, () => 'same_name'), ...Array.from({ length: 3 }, () => 'same_id')])
  const ids = identities.flatMap((identity) => identity.publishedId?.toUpperCase() ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

type Disagreement = { readonly file: string; readonly cell: string; readonly project: string; readonly field: string; readonly published: string; readonly ours: string; readonly panel: string }

function findDisagreements(file: string): readonly Disagreement[] {
  return (drafts.get(file)?.rows ?? []).flatMap((row, at) => comparisons.flatMap((compared) => {
    const [ours, theirs] = [compared.ours(row), compared.theirs(panel.get(file)?.[at] ?? {})]
    if (ours === theirs) return []
    const reading = compared.reading(row)
    return [{ file, cell: reading ? cellName(reading.place) : '', project: row.name, field: compared.field, published: shorten(reading?.asPublished ?? '', 70), ours, panel: theirs }]
  }))
}

type Comparison = { readonly field: string; readonly reading: (row: DraftRow) => Reading<unknown> | undefined; readonly ours: (row: DraftRow) => string; readonly theirs: (row: PanelRow) => string }

const levels: Readonly<Record<string, string>> = { green: 'Green', amber_green: 'Amber/Green', amber: 'Amber', amber_red: 'Amber/Red', red: 'Red' }

function compare<T>(field: string, column: string, reading: (row: DraftRow) => Reading<T> | undefined, show: (value: T) => string, theirs = (text: string): string => text): Comparison {
  const ours = (row: DraftRow): string => {
    const cell = reading(row)
    if (cell?.status === 'exempt' && column.startsWith('dca')) return 'Exempt'
    return cell?.status === 'value' ? show(cell.value) : ''
  }
  return { field, reading, ours, theirs: (row) => theirs(row[column] ?? '') }
}

/** Decimal text without the zeros that say nothing, so that '450.370' and '450.37' compare alike. */
const trimmed = (text: string): string => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text)
const text = (value: string): string => value
const millions = (value: { readonly minor: bigint }): string => trimmed(formatDecimal(value.minor, 8))

const comparisons: readonly Comparison[] = [
  compare('id', 'gmpp_id', (row) => row.cells.id, text),
  compare('department', 'department', (row) => row.cells.department, text),
  compare('category', 'category', (row) => row.cells.category, text),
  compare('rating', 'dca_ipa', (row) => row.cells.ratingIpa, (level) => levels[level] ?? ''),
  compare('rating of the owner', 'dca_sro', (row) => row.cells.ratingSro, (level) => levels[level] ?? ''),
  compare('start', 'start_date', (row) => row.cells.startOn, text),
  compare('end', 'end_date', (row) => row.cells.endOn, text),
  compare('baseline of the year', 'fy_baseline_gbpm', (row) => row.cells.inYearBaseline, millions, trimmed),
  compare('forecast of the year', 'fy_forecast_gbpm', (row) => row.cells.inYearForecast, millions, trimmed),
  compare('variance of the year', 'fy_variance_pct', (row) => row.cells.inYearVariancePercent, (value) => trimmed(value.toFixed(4)), (value) => (value === '' ? '' : trimmed(Number(value).toFixed(4)))),
  compare('whole-life cost', 'wlc_baseline_gbpm', (row) => row.cells.wholeLifeCost, millions, trimmed),
  compare('benefits', 'benefits_baseline_gbpm', (row) => row.cells.benefits, millions, trimmed),
]

function count<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
