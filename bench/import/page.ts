import { availableParallelism } from 'node:os'
import { importLimitBytes } from '@throughline/contract/demand'
import type { Step } from './step.ts'

type Run = { readonly rows: number; readonly bytes: number; readonly bare: number; readonly load: number; readonly steps: readonly Step[] }
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const processorOf = ({ processor: { server, database } }: Step): number => server + database

/** The page of a run. */
export function page({ rows, bytes, bare, load, steps }: Run): string {
  const [read, apply] = steps
  const whole = [read, apply].reduce((sum, step) => sum + (step ? processorOf(step) : Number.NaN), 0)
  const clock = (read?.seconds ?? Number.NaN) + (apply?.seconds ?? Number.NaN)
  return `# Imports of ${rows.toLocaleString('en')} rows

A file of ${megabytes(bytes)} MB with twelve columns, prose among them, forty agencies with five bureaus each. Over HTTP, with the built-in database; server, database and caller are
processes of their own. Written by \`node bench/import/run.ts\`. A bare parse of the same file into cells took ${bare.toFixed(2)} s of processor in the same run.
The machine has ${availableParallelism()} processors; its load was ${load.toFixed(1)} when the run began. Other work slows the clock; seconds of processor tell what an import itself costs.

From the first byte to the portfolio: **${whole.toFixed(1)} s of processor**, ${(whole / bare).toFixed(0)} times the bare parse; ${clock.toFixed(1)} s by the clock.

| step | processor, s: server | database | by the clock, s | times the bare parse | peak memory, MB: server | database | what came of it |
|---|---|---|---|---|---|---|---|
${steps.map((step) => `| ${step.name} | ${step.processor.server.toFixed(1)} | ${step.processor.database.toFixed(1)} | ${step.seconds.toFixed(1)} | ${(processorOf(step) / bare).toFixed(0)} | ${step.peak.server} | ${step.peak.database} | ${step.note} |`).join('\n')}

Peak memory of the server is the most that its process with all its threads had resident in the step, as the system notes it; what earlier steps left behind counts as well.
That of the database is the most that its processes had together, pages that they share counted once, looked at every 500 ms; its buffers are among it.

What the time goes to, as shares of the time by the clock, looked at every 100 ms; while a transaction runs none of its statements the server computes. Less than one in a hundred is left out.

| step | share of each phase |
|---|---|
${steps.map((step) => `| ${step.name} | ${step.phases.map(({ phase, share }) => `${phase} ${Math.round(share * 100)} %`).join(', ')} |`).join('\n')}

A file of more than ${megabytes(importLimitBytes)} MB is refused by name before it is held in memory. The thread that reads has a heap of at most 1,536 MB beside the file; one that needs more is refused by
name, and the server goes on.
`
}
