import { setTimeout as wait } from 'node:timers/promises'
import { random } from '@throughline/engine/kernel'
import { callerAt } from './call.ts'
import { damagedPages, findFaults, jobsAsTheyStand } from './check-store.ts'
import { importLists } from './importer.ts'
import { copyOf, newLedger, type Ledger } from './ledger.ts'
import { databaseKills, type Place } from './place.ts'
import { signUp } from './sign-up.ts'
import { addInitiatives, addOnce, askForJobs, changeOne, changeTen, type Writing } from './writers.ts'

export type TrialOptions = {
  readonly kills: number
  readonly seed: number
  /** Rows of the list that is imported again and again; beyond 5,000 it is read and applied by jobs. */
  readonly rowsOfAList: number
  readonly pauseMs?: number
  /** Ends before all kills are done, with those that were. */
  readonly minutes?: number
  /** Kills of one kind only, for looking closer. */
  readonly only?: string
  readonly say?: (line: string) => void
}

/** One kill: of what, and how long until the next write was possible. */
export type Kill = { readonly of: string; readonly backMs: number }
/** What a trial found. `faults` empty: everything acknowledged is there, and nothing by halves. */
export type Trial = {
  readonly name: string
  readonly seed: number
  readonly kills: readonly Kill[]
  readonly faults: readonly string[]
  readonly counts: Ledger['counts']
  readonly jobs: Awaited<ReturnType<typeof jobsAsTheyStand>>
  /** Damaged indexes or pages; undefined where there was no means to look. */
  readonly damaged: readonly string[] | undefined
}

/** Writes over HTTP, kills something at a random moment, waits until writing is possible again, and looks whether all is there; again and again. */
export async function tryKills(place: Place, { kills, seed, rowsOfAList, pauseMs = 20, minutes = Infinity, only, say = () => undefined }: TrialOptions): Promise<Trial> {
  const ledger = newLedger()
  const { below } = random(seed)
  const stopping = new AbortController()
  const call = callerAt(() => place.url, await signUp(place.url), ledger)
  const writing: Writing = { call, ledger, stopping: stopping.signal, pauseMs }
  const changing = await Promise.all([changeOne(writing, 'changed'), changeTen(writing, 'ten 1'), changeTen(writing, 'ten 2')])
  const writers = Promise.all([addInitiatives(writing, 'one'), addInitiatives(writing, 'other'), addOnce(writing), ...changing.map((begin) => begin()), askForJobs({ ...writing, pauseMs: pauseMs * 50 }), importLists(writing, rowsOfAList)])
  writers.catch(() => stopping.abort())
  // Whatever ends a writer ends the trial, and is thrown where it is waited for.
  const ways = killsOf(place).filter(({ name }) => only === undefined || name === only)
  const done: Kill[] = []
  const faults: string[] = []
  await progress(ledger, 20, stopping.signal)
  const deadline = Date.now() + minutes * 60_000
  for (let turn = 0; turn < kills && Date.now() < deadline && !stopping.signal.aborted; turn += 1) {
    await wait(below(900))
    const way = ways[below(ways.length)]
    if (!way) break
    const begun = performance.now()
    await way.strike(below(1_000))
    await progress(ledger, 5, stopping.signal)
    const backMs = performance.now() - begun
    const acknowledged = copyOf(ledger)
    faults.push(...(await patiently(() => findFaults(place.owner(), acknowledged, rowsOfAList))))
    done.push({ of: way.name, backMs })
    say(`${turn + 1} ${way.name}: back after ${backMs.toFixed(0)} ms; ${ledger.counts.acknowledged} acknowledged, ${ledger.counts.uncertain} without an answer${faults.length + ledger.broken.length > 0 ? `; FAULTS ${[...faults, ...ledger.broken].slice(0, 3).join(' | ')}` : ''}`)
    if (faults.length > 20) break
  }
  stopping.abort()
  await writers
  await Promise.all(Object.values(place.servers).map((server) => server.begun()))
  const jobs = await jobsEnded(place, [...ledger.jobs], say)
  faults.push(...(await patiently(() => findFaults(place.owner(), copyOf(ledger), rowsOfAList))), ...ledger.broken)
  return { name: place.name, seed, kills: done, faults, counts: ledger.counts, jobs, damaged: await patiently(() => damagedPages(place.owner())) }
}

type Way = { readonly name: string; strike(chosen: number): Promise<void> }

/** Whatever of a place can be killed; a server is begun again at once, the database by those who supervise it. */
function killsOf({ servers, postmaster }: Place): readonly Way[] {
  // Nobody waits for a process to be there again but those whom it serves, and the next kill of it.
  const again = async (name: string): Promise<void> => {
    const server = servers[name]
    await server?.begun()
    await server?.kill()
    void server?.begin().catch(() => undefined)
  }
  return [
    ...Object.keys(servers).map((name) => ({ name, strike: () => again(name) })),
    ...Object.entries(databaseKills).map(([name, kill]) => ({ name, strike: async (chosen: number) => kill(postmaster(), chosen) })),
    {
      name: 'everything at once',
      strike: async (chosen) => {
        const all = Object.values(servers)
        await Promise.all(all.map((server) => server.begun()))
        const head = postmaster()
        const dead = all.map((server) => server.kill())
        databaseKills['PostgreSQL, all of it'](head, chosen)
        await Promise.all(dead)
        for (const server of all) void server.begin().catch(() => undefined)
      },
    },
  ]
}

/** Waits until so many more writes are acknowledged. */
async function progress({ counts }: Ledger, more: number, stopped: AbortSignal): Promise<void> {
  const until = counts.acknowledged + more
  for (const deadline = Date.now() + 240_000; counts.acknowledged < until && !stopped.aborted; await wait(10)) if (Date.now() > deadline) throw new Error('No write has succeeded for four minutes')
}

/** Looks again while the database is being started. */
async function patiently<T>(look: () => Promise<T>): Promise<T> {
  for (let left = 240; ; left -= 1)
    try {
      return await look()
    } catch (error) {
      if (left === 0) throw error
      await wait(250)
    }
}

/** Waits until every job that was promised has ended, whichever worker had it. */
async function jobsEnded(place: Place, ids: readonly string[], say: (line: string) => void): Promise<Trial['jobs']> {
  for (const deadline = Date.now() + 180_000; ; await wait(500)) {
    const standing = await patiently(() => jobsAsTheyStand(place.owner(), ids))
    if (standing.open === 0 || Date.now() > deadline) return standing
    say(`${standing.open} jobs at work`)
  }
}
