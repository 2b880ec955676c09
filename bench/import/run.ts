import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { demandRoutes, importLimitBytes, type ImportDraft } from '@throughline/contract/demand'
import { readCsv } from '@throughline/exchange/csv'
import { portfolioFile } from './file.ts'
import { openServer } from './server.ts'

/**
 * Measures an import of 100,000 rows from upload to undo, over HTTP and on the built-in database, against a bare parse of the
 * same file in the same run, and writes docs/benchmarks/import.md:
 *   node bench/import/run.ts [rows]
 */
const rows = Number(process.argv[2] ?? 100_000)
const [load = 0] = loadavg()
const [first, corrected] = [portfolioFile(rows, 'first'), portfolioFile(rows, 'corrected')]
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

type Step = { readonly name: string; readonly seconds: number; readonly peakMb: number; readonly note: string }
const steps: Step[] = []

/** Runs a step and notes how long it took and the most memory that the process with all its threads had meanwhile. */
async function step<T>(name: string, work: () => Promise<T>, note: (done: T) => string): Promise<T> {
  let peak = process.memoryUsage.rss()
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  const from = performance.now()
  const done = await work()
  clearInterval(watch)
  steps.push({ name, seconds: (performance.now() - from) / 1000, peakMb: megabytes(Math.max(peak, process.memoryUsage.rss())), note: note(done) })
  console.log(steps.at(-1))
  return done
}

const parsed = await step('Bare parse of the file', async () => readCsv(first, 'portfolio.csv'), (read) => (read.ok ? `${read.value.sheet.rows.length - 1} rows` : 'refused'))
if (!parsed.ok) throw new Error('the file of the benchmark cannot be parsed')

const server = await openServer()
try {
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

const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
writeFileSync(new URL('import.md', out), page())

function page(): string {
  const [bare] = steps
  const seconds = (name: string): number => steps.find((one) => one.name === name)?.seconds ?? Number.NaN
  const whole = seconds('Read and preview') + seconds('Apply')
  return `# Imports of ${rows.toLocaleString('en')} rows

A file of ${megabytes(first.length)} MB with twelve columns, prose among them, forty agencies with five bureaus each. Over HTTP, on the built-in database, in one process with the
server, its threads and the caller; the database's own processes apart. Written by \`node bench/import/run.ts\`; the ratio is to a bare parse of the same file into cells in the same run.
The machine has ${availableParallelism()} processors; other work on it kept ${load.toFixed(1)} of them busy when the run began, which slows all rows alike.

From the first byte to the portfolio: **${whole.toFixed(1)} s**, ${(whole / (bare?.seconds ?? 1)).toFixed(0)} times the bare parse.

| step | seconds | times the bare parse | peak memory, MB | what came of it |
|---|---|---|---|---|
${steps.map((one) => `| ${one.name} | ${one.seconds.toFixed(1)} | ${(one.seconds / (bare?.seconds ?? 1)).toFixed(1)} | ${one.peakMb} | ${one.note} |`).join('\n')}

Peak memory is the resident memory of the whole process, sampled every 20 ms: what the steps before have left behind counts as well.

A file of more than ${megabytes(importLimitBytes)} MB is refused by name before it is held in memory. The thread that reads has a heap of at most 1,536 MB beside the file; one that needs more is refused by
name, and the server goes on.
`
}
