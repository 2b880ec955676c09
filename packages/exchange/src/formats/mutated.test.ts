import { random, type Random } from '@throughline/engine/kernel'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { writeCsv } from '../csv/index.ts'
import { readPortfolio } from '../portfolio/index.ts'
import { describeIssue, describeRefusal, issueCodes, type Issue, type Sheet } from '../sheet/index.ts'
import { writeXlsx, type XlsxKind } from '../xlsx/index.ts'
import { readSheets } from './index.ts'

/**
 * Ten thousand files that something happened to: bytes exchanged, lost, repeated and put in, parts of containers swapped, over seeds
 * of every format and layout. Whatever they are, they are read or refused, and what is said about them is well formed. That nothing
 * runs away is held to the work done: what comes out is bounded by what went in. Half of them are the same in every run.
 */
const plan = [['Id', 'Name', 'Cost (£m)', 'End date', 'RAG', 'Agency'], ['1', 'Dépôt "A"', '1,234.5', '31/03/2026', 'Amber', 'X > Y'], ['2', '=B', '(3)', '', 'Green', '']]
const turned = (plan[0] ?? []).map((_, at) => plan.map((row) => row[at] ?? ''))
const grouped = [['', '', 'Cost (£m)', '', 'Years', ''], ['Id', 'Name', 'Whole life', 'Forecast', '2025 cost', '2026 cost'], ['1', 'A', '1.234,5', '2', '3', '4']]
const dated = [['As of', 'PID', 'Name', 'originalBudget', 'latestBudget', 'originalBudgetSource', 'latestBudgetSource'], ['01/02/2024', '1', 'A', '5', '6', '2016', '2019'], ['03/04/2025', '1', 'A', '7', '', '2016', '']]

const bytesOf = (text: string, width: 1 | 2): Uint8Array => Uint8Array.from([...text].flatMap((char) => (width === 1 ? [char.charCodeAt(0) & 255] : [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])))
const kinds: readonly XlsxKind[] = ['text', 'text', 'money', 'date', 'text', 'percent']
const workbookOf = (rows: readonly (readonly string[])[]) => writeXlsx([{ name: 'Plan', columns: (rows[0] ?? []).map((label, at) => ({ label, kind: kinds[at] ?? 'text', sum: at === 2 })), rows: rows.slice(1) }], [{ label: 'As of', text: '2026-03-31' }])

type Seed = { readonly fileName: string; readonly bytes: Uint8Array }
async function seeds(): Promise<readonly Seed[]> {
  const texts = [plan, turned, grouped, dated].flatMap((rows) => ([',', ';', '\t', '|'] as const).map((delimiter): Seed => ({ fileName: `plan-2026.${delimiter === '\t' ? 'tsv' : 'csv'}`, bytes: writeCsv(rows, { delimiter, byteOrderMark: delimiter !== ',' }) })))
  const encoded = [bytesOf(plan.map((row) => row.join(';')).join('\r\n'), 1), bytesOf(`\ufeff${turned.map((row) => row.join('\t')).join('\n')}`, 2), bytesOf(plan.map((row) => row.join(',')).join('\n'), 2)]
  const workbooks = await Promise.all([plan, turned, grouped, dated].map(workbookOf))
  return [...texts, ...encoded.map((bytes) => ({ fileName: 'gmpp_2024_25.csv', bytes })), ...workbooks.map((bytes) => ({ fileName: 'plan.xlsx', bytes }))]
}

const below = (dice: Random, end: number): number => dice.below(end)

/** Something that happens to bytes. */
function hurt(bytes: Uint8Array, dice: Random, other: Uint8Array): Uint8Array {
  const at = below(dice, bytes.length + 1)
  const length = below(dice, 24)
  switch (below(dice, 7)) {
    case 0:
      return bytes.map((byte, place) => (place === at ? byte ^ (1 << below(dice, 8)) : byte))
    case 1:
      return bytes.subarray(0, at)
    case 2:
      return Uint8Array.from([...bytes.subarray(0, at), ...other.subarray(below(dice, other.length))].slice(0, bytes.length + 64))
    case 3:
      return Uint8Array.from([...bytes.subarray(0, at), ...Array.from({ length }, () => below(dice, 256)), ...bytes.subarray(at)])
    case 4:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)])
    case 5:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(Math.max(0, at - length)), ...bytes.subarray(at)].slice(0, bytes.length * 2))
    default:
      return Uint8Array.from([...bytes.subarray(0, at), ...strToU8(odd[below(dice, odd.length)] ?? ''), ...bytes.subarray(at)])
  }
}
const odd = ['"', '\0', '\r', ',,,,', '"""', '<', '&#xD800;', '&#0;', '_x0000_', '<!ENTITY a "b">', ']]>', '<row r="1048576">', '<c r="XFD1">', 's="999" ', 't="s"', '9e99', '-', '1/1/1', '２０２６', '\ud83d', 'Total', '\ufeff', '£', '%', '2024-25', "'", '<![CDATA[']

/** A container whose parts were hurt or exchanged one by one, so that its checksums hold and the reader gets to see them. */
function hurtParts(bytes: Uint8Array, dice: Random): Uint8Array {
  const parts = unzipSync(bytes)
  const paths = Object.keys(parts)
  const [path = '', other = ''] = [paths[below(dice, paths.length)], paths[below(dice, paths.length)]]
  const part = parts[path] ?? new Uint8Array()
  const swapped = below(dice, 6) === 0 ? { [path]: parts[other] ?? part, [other]: part } : { [path]: hurt(part, dice, parts[other] ?? part) }
  const left = below(dice, 12) === 0 ? paths.filter((one) => one !== other) : paths
  return zipSync({ ...Object.fromEntries(left.map((one) => [one, parts[one] ?? new Uint8Array()])), ...swapped }, { level: 0 })
}

/** Issues name their code, place and words, and there are not more than the file could give rise to. */
function check(issues: readonly Issue[], cells: number): void {
  expect(issues.length).toBeLessThanOrEqual(100 + cells * 4)
  for (const issue of issues) {
    if (!(issue.code in issueCodes) || !/^(error|warning|note)$/.test(issue.severity) || issue.place.sheet === '' || !describeIssue(issue).isWellFormed()) throw new Error(`odd issue ${JSON.stringify(issue)}`)
    if ((issue.place.row ?? 1) < 1 || (issue.place.column ?? 1) < 1 || !Number.isInteger(issue.place.row ?? 1)) throw new Error(`odd place ${JSON.stringify(issue)}`)
  }
}

const cellsOf = (sheets: readonly Sheet[]): number => sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((cells, row) => cells + row.length, 0), 0)

async function survive(bytes: Uint8Array, fileName: string): Promise<'read' | 'refused'> {
  const file = await readSheets(bytes, fileName)
  if (!file.ok) {
    expect(describeRefusal(file.refusal).length).toBeGreaterThan(20)
    return 'refused'
  }
  const cells = cellsOf(file.value.sheets)
  expect(cells).toBeLessThanOrEqual(bytes.length * 40 + 4096 * 16)
  check(file.value.issues, cells)
  const draft = readPortfolio(file.value.sheets, { currency: 'GBP', fileName })
  if (!draft.ok) {
    expect(describeRefusal(draft.refusal).length).toBeGreaterThan(20)
    return 'refused'
  }
  check(draft.value.issues, cells)
  expect(draft.value.rows.length).toBeLessThanOrEqual(cells * 2)
  if (draft.value.rows.some((row) => row.name === '' || !row.name.isWellFormed() || row.name.includes('\0'))) throw new Error('odd name')
  return 'read'
}

it.each([['the same in every run', 20_260_331], ['new in every run', Date.now() % 1_000_000_007]])('5,000 hurt files, %s, are read or refused', async (_, seed) => {
  const dice = random(seed)
  const whole = await seeds()
  const outcomes = { read: 0, refused: 0 }
  for (let turn = 0; turn < 5_000; turn++) {
    const { bytes, fileName } = whole[below(dice, whole.length)] ?? { bytes: new Uint8Array(), fileName: 'x' }
    const other = whole[below(dice, whole.length)]?.bytes ?? bytes
    let changed = fileName === 'plan.xlsx' && below(dice, 4) > 0 ? hurtParts(bytes, dice) : hurt(bytes, dice, other)
    for (let more = below(dice, 3); more > 0 && fileName !== 'plan.xlsx'; more--) changed = hurt(changed, dice, other)
    try {
      outcomes[await survive(changed, fileName)]++
    } catch (error) {
      throw new Error(`seed ${seed}, turn ${turn}, ${fileName}: ${JSON.stringify(strFromU8(changed, true).slice(0, 600))}`, { cause: error })
    }
  }
  expect(outcomes.read).toBeGreaterThan(1_000)
  expect(outcomes.refused).toBeGreaterThan(200)
}, 300_000)
