import { writeZip } from '../../zip/index.ts'
import { readPortfolio } from '../../portfolio/index.ts'
import { collectBytes, readSheets } from '../index.ts'

/**
 * Run by itself under a bound of heap: makes a file of many rows, reads it and says what came out, as JSON.
 * Arguments: `csv` or `xlsx`, `open` or `draft`, the number of rows.
 */
const [format = 'csv', until = 'open', count = '0'] = process.argv.slice(2)
const rows = Number(count)
const header = ['Id', 'Name', 'Department', 'Total cost (£m)', 'Start date', 'End date', 'RAG', 'Status', 'Owner', 'Description']
const two = (value: number): string => String(value).padStart(2, '0')
const row = (at: number): readonly string[] => [
  `P${at}`, `Initiative number ${at}`, `Department ${at % 40}`, `${at % 977}.${at % 10}`, `20${two(at % 30)}-${two(1 + (at % 12))}-1${at % 10}`, `20${40 + (at % 30)}-${two(1 + (at % 12))}-1${at % 10}`,
  ['Green', 'Amber', 'Red'][at % 3] ?? '', 'Active', `Person ${at % 500}`, `What initiative ${at} is about`,
]

/** Lines in batches, so that making the file does not take the memory that reading it is measured by. */
function* batches(line: (cells: readonly string[], number: number) => string): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  for (let from = 0; from <= rows; from += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows + 1 - from) }, (_, at) => line(from + at === 0 ? header : row(from + at), from + at + 1))
    yield encoder.encode(lines.join(''))
  }
}

function workbook(): AsyncGenerator<Uint8Array> {
  const part = (path: string, text: string) => ({ path, bytes: [new TextEncoder().encode(text)] })
  const sheet = function* (): Generator<Uint8Array> {
    yield new TextEncoder().encode('<worksheet><sheetData>')
    yield* batches((cells, number) => `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
    yield new TextEncoder().encode('</sheetData></worksheet>')
  }
  return writeZip([
    part('xl/workbook.xml', '<workbook><sheets><sheet name="Plan" r:id="r1"/></sheets></workbook>'),
    part('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    { path: 'xl/worksheets/sheet1.xml', bytes: sheet() },
  ], 1)
}

const bytes = await collectBytes(format === 'csv' ? batches((cells) => `${cells.join(',')}\n`) : workbook(), `large.${format}`)
const file = bytes.ok ? await readSheets(bytes.value, `large.${format}`) : bytes
const draft = file.ok && until === 'draft' ? readPortfolio(file.value.sheets, { currency: 'GBP', fileName: `large.${format}`, asOf: '2026-03-31' }) : undefined
process.stdout.write(JSON.stringify({
  read: file.ok ? file.value.sheets[0]?.rows.length : file.refusal.code,
  drafted: draft?.ok ? draft.value.rows.filter((one) => one.cells.wholeLifeCost?.status === 'value').length : 0,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
}))
