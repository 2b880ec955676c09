import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { casesFromServer, serverTable } from './server.ts'

/**
 * Measures how long the real server takes to save a change of one weight in a draft and to give the case that follows from it, and writes
 * docs/benchmarks/recalibration-server.md:
 *   node bench/recalibration/run-server.ts [changes of each size]
 */
const changes = Number(process.argv[2] ?? 9)
const times = await casesFromServer([1000, 5000], changes)
const [load = 0] = loadavg()
const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
writeFileSync(new URL('recalibration-server.md', out), `# Recalibration: the case from the server

The real server on its built-in database, filled by chance with initiatives, years, past states and contributions. One weight is changed in the draft of the next version at a time; measured is until
that is saved, until the server has given the case after it, and until it has given the same case again. The last column is the engine on that case, with at most 5,000 work units. Milliseconds by the
clock, over ${changes} changes; the machine has ${availableParallelism()} processors and a load of ${load.toFixed(1)} at the end. Written by \`node bench/recalibration/run-server.ts\`; run it again rather than editing.

While a weight is moved on the page nothing of this is waited for: the case is read once, and the browser’s worker answers ([figures](recalibration.md)).

${serverTable(times)}
`)
