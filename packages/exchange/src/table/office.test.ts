import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readSheets } from '../formats/index.ts'
import { writeTables, type ExportTable } from './index.ts'

/** Our workbooks in a spreadsheet program that others wrote: they open, values agree, and the sums that it computes are the ones we stored. */
const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) => existsSync(path))

const rows = Array.from({ length: 40 }, (_, at) => ({
  name: [`=cmd|'/c calc'!A${at}`, `Über–Projekt ${at} 漢字 مرحبا 😀`, `+${at}`, `line\nbreak & <tag> ${at}`, `00${at}`][at % 5] ?? '',
  cost: at % 7 === 0 ? null : `${at * 1_234_567}.${String(at).padStart(2, '0')}`, share: at / 4, due: `20${20 + (at % 30)}-0${1 + (at % 9)}-1${at % 10}`, count: at,
}))
const table: ExportTable = {
  name: 'Initiatives', rows,
  columns: [{ key: 'name', label: 'Name', kind: 'text' }, { key: 'cost', label: 'Cost (GBP)', kind: 'money', sum: true }, { key: 'share', label: 'Share', kind: 'percent' }, { key: 'due', label: 'Due', kind: 'date' }, { key: 'count', label: 'Count', kind: 'number', sum: true }],
}

async function converted(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'exchange-office-'))
  try {
    await writeFile(join(folder, 'in.xlsx'), bytes)
    await promisify(execFile)(office ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'in.xlsx')], { timeout: 110_000 })
    return Uint8Array.from(await readFile(join(folder, 'out', 'in.xlsx')))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const textsOf = async (bytes: Uint8Array): Promise<unknown> => {
  const file = await readSheets(bytes, 'f.xlsx')
  return file.ok ? file.value.sheets.map(({ name, rows: read }) => [name, read.map((row) => row.map((cell) => cell.text))]) : file.refusal
}

it.skipIf(office === undefined)(`opens in LibreOffice with the same values and sums${office === undefined ? ' (skipped: soffice is not installed)' : ''}`, async () => {
  const bytes = await writeTables([table, { ...table, name: 'Again' }], [{ label: 'As of', text: '2026-03-31' }])
  const parts = unzipSync(bytes)
  // Without stored results the program has to compute them.
  const bare = zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, path.includes('worksheets') ? strToU8(strFromU8(part).replace(/<\/f><v>[^<]*<\/v>/g, '</f>')) : part])))
  expect(strFromU8(unzipSync(bare)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('</f></c>')
  const wanted = await textsOf(bytes)
  expect(await textsOf(await converted(bytes))).toEqual(wanted)
  expect(await textsOf(await converted(bare))).toEqual(wanted)
}, 120_000)
