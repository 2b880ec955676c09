import { expect, it } from 'vitest'
import { textCell } from '../sheet/index.ts'
import { proposeAsOf } from './index.ts'

const propose = (fileName: string, rows: readonly (readonly string[])[]) => proposeAsOf(fileName, { name: 'S', rows: rows.map((row) => row.map(textCell)) })?.date
const plain = [['Project Name', 'End Date'], ['A', '2030-01-01']]

it.each([
  ['portfolio-2026-06-30.xlsx', plain, '2026-06-30'],
  ['Plan 31 March 2026.csv', plain, '2026-03-31'],
  ['gmpp_2024_25.csv', plain, '2025-03-31'],
  ['gmpp_2025-26.csv', plain, '2026-03-31'],
  ['gmpp_2019_20.csv', [['GMPP ID Number', 'Project Name', 'End Date'], ['BEIS_0004_1920-Q2', 'A', '']], '2019-09-30'],
  ['gmpp_2019_20.csv', [['GMPP ID Number', 'Project Name', 'End Date'], ['BEIS_0004_1920-Q4', 'A', '']], '2020-03-31'],
  ['uk_2014.csv', [['Project name', 'MPA RAG rating'], ['A', 'Amber']], '2013-09-30'],
  ['export.csv', [['Project Name', 'Financial Year Baseline (£m)', 'Narrative on variance for 2026/27'], ['A', '1', 'x']], '2027-03-31'],
  ['export.csv', [['Project Name', 'Snapshot date'], ['A', '2026-01-31']], '2026-01-31'],
  ['plan 2026.csv', plain, '2026-12-31'],
  ['export.csv', plain, undefined],
])('%s', (fileName, rows, date) => expect(propose(fileName, rows)).toBe(date))
