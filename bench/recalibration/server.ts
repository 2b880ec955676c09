import { prepareRecalibration, recalibrate } from '@throughline/engine/portfolio'
import type { RecalibrationCase, StrategyVersionDetail } from '@throughline/contract/strategy'
import { startBuiltIn } from '../scale/database.ts'
import { makeOrganisation, startServer, type Organisation } from '../scale/stage.ts'

/** Milliseconds by the clock until the server has answered: a change of one weight in the draft, its case after it, the same asked for again; and what the case is. */
export type ServerTimes = { readonly initiatives: number; readonly weighed: number; readonly changed: readonly number[]; readonly first: readonly number[]; readonly again: readonly number[]; readonly megabytes: number; readonly recalibrated: readonly number[] }

/** Fills organisations, begins the next version in each, and asks the real server for the recalibration case after each change of a weight. */
export async function casesFromServer(sizes: readonly number[], changes: number): Promise<readonly ServerTimes[]> {
  const database = await startBuiltIn()
  try {
    const measured: ServerTimes[] = []
    for (const initiatives of sizes) {
      const name = `recalibrate_${initiatives}`
      const organisation = await makeOrganisation({ ...database.owner, database: 'postgres' }, name, { initiatives, yearsEach: 6, statesEach: 2, publications: 4 }, 1, () => undefined)
      const { user, password = '', host, port } = database.owner
      const server = await startServer({ DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}?host=${encodeURIComponent(host)}` })
      try {
        measured.push({ initiatives, ...(await measuredOn(server.url, organisation, changes)) })
      } finally {
        await server.stop()
      }
    }
    return measured
  } finally {
    await database.stop()
  }
}

async function measuredOn(url: string, { writer }: Organisation, changes: number): Promise<Omit<ServerTimes, 'initiatives'>> {
  const headers = { cookie: writer.cookie, 'x-csrf-token': writer.csrf, 'content-type': 'application/json' }
  const ask = async (method: string, path: string, body?: object): Promise<{ readonly text: string; readonly took: number }> => {
    const from = performance.now()
    const response = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${text.slice(0, 300)}`)
    return { text, took: performance.now() - from }
  }
  const read = <T>({ text }: { readonly text: string }): T => JSON.parse(text) as T
  const begun = read<StrategyVersionDetail>(await ask('POST', '/api/strategy/versions', { title: 'Next', reason: 'Measured', signalOn: '2026-01-01' }))
  const path = `/api/strategy/versions/${begun.id}`
  const times = { changed: [] as number[], first: [] as number[], again: [] as number[], recalibrated: [] as number[] }
  let [version, megabytes, weighed] = [begun.version, 0, 0]
  const keys = begun.content.objectives.map(({ key }) => key)
  for (let change = 0; change < changes; change++) {
    const weights = keys.map((key, at) => ({ key, weight: at === 0 ? 0 : 0.01 })).map((one, at) => (at === change % keys.length ? { ...one, weight: 1 - 0.01 * (keys.length - (change % keys.length === 0 ? 1 : 2)) } : one))
    const edited = await ask('PATCH', path, { version, weights })
    version = read<StrategyVersionDetail>(edited).version
    const first = await ask('GET', `${path}/recalibration-case`)
    const again = await ask('GET', `${path}/recalibration-case`)
    const found = read<RecalibrationCase>(first)
    const from = performance.now()
    const { input } = prepareRecalibration(found)
    const answer = recalibrate(input, { workUnits: 5000, explain: 'quick' })
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal).slice(0, 300))
    times.recalibrated.push(performance.now() - from)
    weighed = input.initiatives.length
    times.changed.push(edited.took)
    times.first.push(first.took)
    times.again.push(again.took)
    megabytes = first.text.length / 1e6
  }
  for (const list of Object.values(times)) list.sort((a, b) => a - b)
  return { ...times, megabytes, weighed }
}

const at = (sorted: readonly number[], share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)

/** Rows of the table in docs/benchmarks/recalibration.md. */
export const serverTable = (times: readonly ServerTimes[]): string => [
  '| initiatives | weighed | one weight saved, half within | case after it, half within | the slowest | case again, half within | MB | prepared and recalibrated, half within |', '|---|---|---|---|---|---|---|---|',
  ...times.map(({ initiatives, weighed, changed, first, again, megabytes, recalibrated }) => `| ${initiatives.toLocaleString('en')} | ${weighed.toLocaleString('en')} | ${at(changed, 0.5)} | ${at(first, 0.5)} | ${at(first, 1)} | ${at(again, 0.5)} | ${megabytes.toFixed(1)} | ${at(recalibrated, 0.5)} |`),
].join('\n')
