import { loadavg } from 'node:os'
import { writeFileSync } from 'node:fs'
import { builtIn, postgresServer, serverPrograms, tryKills, type Place, type Trial } from '@throughline/testkit/faults'
import { together } from './together.ts'
import { page } from './page.ts'

/**
 * Kills the real server, its worker and its database at random moments while many write, and writes docs/benchmarks/faults.md:
 *   node bench/faults/run.ts [200] [seed]
 */
const kills = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 20_261_121)
const only = process.env['FAULTS_ONLY']
const rowsOfAList = Number(process.env['FAULTS_ROWS'] ?? 300)

const bin = process.env['FAULTS_PG_BIN'] ?? serverPrograms()
const places = { built_in: builtIn, ...(bin === undefined ? {} : { server: () => postgresServer(bin) }) }
const minutes = Number(process.env['FAULTS_MINUTES'] ?? 240)
/** Trials of one database at a time, each on a database of its own. */
const sideBySide = Number(process.env['FAULTS_SIDE_BY_SIDE'] ?? 1)

async function tryOn(name: string, open: () => Promise<Place>, nth: number): Promise<Trial> {
  const place = await open()
  try {
    return await tryKills(place, { kills: Math.ceil(kills / sideBySide), seed: seed + nth, rowsOfAList, minutes, ...(only === undefined ? {} : { only }), say: (line) => console.log(`${name} ${nth} ${line}`) })
  } finally {
    await place.remove()
  }
}

// Both at once: most of the time of a kill is waiting.
const trials = await Promise.all(Object.entries(places).filter(([name]) => (process.env['FAULTS_ON'] ?? name) === name).map(async ([name, open]) => together(await Promise.all(Array.from({ length: sideBySide }, (_, nth) => tryOn(name, open, nth))))))
const waiting = loadavg()[2] ?? 0
console.log(JSON.stringify(trials.map(({ kills: done, ...rest }) => ({ kills: done.length, ...rest })), null, 2))
writeFileSync(new URL(process.env['FAULTS_PAGE'] ?? '../../docs/benchmarks/faults.md', import.meta.url), page(trials, { rowsOfAList, waiting, asked: kills, minutes }))
if (trials.some(({ faults, damaged, jobs }) => faults.length + (damaged?.length ?? 0) + jobs.open + jobs.missing > 0)) process.exitCode = 1
