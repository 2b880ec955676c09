import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import { readCsv } from '@throughline/exchange/csv'
import { bestSeconds } from '../processor.ts'
import { portfolioFile } from './file.ts'
import { page } from './page.ts'
import { openServer } from './server.ts'
import { measured, type Step } from './step.ts'

/**
 * Measures an import of 100,000 rows from upload to undo, over HTTP and on the built-in database, against a bare parse of the
 * same file in the same run, and writes docs/benchmarks/import.md. Needs Linux, which says what a process has had:
 *   node bench/import/run.ts [rows]
 */
const rows = Number(process.argv[2] ?? 100_000)
const [load = 0] = loadavg()
const [first, corrected] = [portfolioFile(rows, 'first'), portfolioFile(rows, 'corrected')]

/** Seconds of processor that a parse of the file into cells takes and no more: the best of three. */
const bareParse = (): number =>
  bestSeconds(3, () => {
    const read = readCsv(first, 'portfolio.csv')
    if (!read.ok || read.value.sheet.rows.length !== rows + 1) throw new Error('the file of the benchmark cannot be parsed')
  })
const bare = bareParse()
console.log(JSON.stringify({ bare, load }))

const steps: Step[] = []
const server = await openServer()
try {
  const step = async <T>(name: string, work: () => Promise<T>, note: (done: T) => string): Promise<T> => {
    const [one, done] = await measured(server, name, work, note)
    steps.push(one)
    return done
  }
  const read = async (body: Uint8Array): Promise<ImportDraft> => server.settled(await server.call(demandRoutes.uploadImport, { query: { fileName: 'portfolio 2024-03-31.csv' }, body }))
  const apply = async ({ id }: ImportDraft): Promise<ImportDraft> => server.settled(await server.call(demandRoutes.applyImport, { params: { id } }))
  const counts = ({ counts: { created, updated }, effect }: ImportDraft): string => `${created} new, ${updated} known, ${effect.changed} change`
  const result = ({ applied }: ImportDraft): string => (applied?.nothingNew ? 'nothing written' : `${applied?.created} created, ${applied?.changed} changed`)
  const one = await step('Read and preview', () => read(first), counts)
  await step('Apply', () => apply(one), result)
  const again = await step('The same file: read and preview', () => read(first), counts)
  await step('The same file: apply', () => apply(again), result)
  const late = await step('Every cost corrected: read and preview', () => read(corrected), counts)
  const changed = await step('Every cost corrected: apply', () => apply(late), result)
  await step('Undo the correction', async () => server.settled(await server.call(demandRoutes.undoImport, { params: { id: changed.id } })), ({ undone }) => `${undone?.restored} restored, ${undone?.conflictsInAll} conflicts`)
} finally {
  await server.close()
}

if (process.argv[3] !== 'dry') {
  const out = new URL('../../docs/benchmarks/', import.meta.url)
  mkdirSync(out, { recursive: true })
  writeFileSync(new URL('import.md', out), page({ rows, bytes: first.length, bare, load, steps }))
}
