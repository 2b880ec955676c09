import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import type { Call } from './call.ts'
import type { Ledger } from './ledger.ts'

export type Writing = { readonly call: Call; readonly ledger: Ledger; readonly stopping: AbortSignal; readonly pauseMs: number }

/** Keeps on doing something until it is told to stop; a breath between two times, a longer one where nobody answers. */
async function again({ ledger: { counts }, stopping, pauseMs }: Writing, act: (turn: number) => Promise<void>): Promise<void> {
  for (let turn = 0; !stopping.aborted; turn += 1) {
    const before = counts.uncertain + counts.refused
    await act(turn)
    await wait(counts.uncertain + counts.refused > before ? pauseMs * 5 : pauseMs, undefined, { signal: stopping }).catch(() => undefined)
  }
}

/** Adds one initiative after another, each under a name of its own. */
export function addInitiatives(writing: Writing, who: string): Promise<void> {
  const { call, ledger } = writing
  return again(writing, async (turn) => {
    const name = `${who} ${turn}`
    const outcome = await call(demandRoutes.createInitiative, { body: { name, costMinor: '100000', benefitsMinor: String(100_000 + turn) } })
    if (outcome.is === 'done') ledger.created.set(outcome.reply.id, name)
    if (outcome.is === 'refused') ledger.refused.add(name)
    note(ledger, outcome.is)
  })
}

/** Adds one initiative after another, each under a key, and sends it again under the same until it is heard of: so it is there once. */
export function addOnce(writing: Writing): Promise<void> {
  const { call, ledger, stopping } = writing
  return again(writing, async (turn) => {
    const [name, key] = [`once ${turn}`, randomUUID()]
    for (;;) {
      const outcome = await call(demandRoutes.createInitiative, { body: { name } }, key)
      note(ledger, outcome.is)
      if (outcome.is === 'done') ledger.created.set(outcome.reply.id, name)
      if (outcome.is === 'done' || stopping.aborted) return
      await wait(50, undefined, { signal: stopping }).catch(() => undefined)
    }
  })
}

/** What a writer does once its initiatives are there. */
export type Begun = () => Promise<void>

/** Changes one initiative again and again, each time by the version that was acknowledged last. */
export async function changeOne(writing: Writing, who: string): Promise<Begun> {
  const { call, ledger } = writing
  const { id } = await created(writing, who)
  let version = 1
  return () => again(writing, async () => {
    const name = `${who} at ${version + 1}`
    const outcome = await call(demandRoutes.changeInitiative, { params: { id }, body: { version, name } })
    note(ledger, outcome.is)
    if (outcome.is === 'done') version += 1
    else if (outcome.is === 'refused' && outcome.code === 'version_moved') ledger.broken.push(`${who}: version ${version} moved though every change of it was refused`)
    else if (outcome.is === 'uncertain') version = await settled(writing, { id, version, name })
    ledger.versions.set(id, version)
  })
}

/** Writes the same words into ten initiatives in one act, again and again: all ten have them, or none. */
export async function changeTen(writing: Writing, who: string): Promise<Begun> {
  const { call, ledger } = writing
  const ids: string[] = []
  for (let at = 0; at < 10; at += 1) ids.push((await created(writing, `${who} ${at}`)).id)
  let version = 1
  return () => again(writing, async () => {
    const sponsor = `${who} in act ${version}`
    const outcome = await call(demandRoutes.changeCells, { body: { changes: ids.map((id) => ({ id, version, field: 'sponsor', value: sponsor })) } })
    note(ledger, outcome.is)
    if (outcome.is === 'done' && outcome.reply.issues.length > 0) ledger.broken.push(`${who}: ${outcome.reply.issues[0]?.code} at version ${version} of an act that was refused`)
    if (outcome.is === 'done') version += 1
    else if (outcome.is === 'uncertain') version = await settled(writing, { id: ids[0] ?? '', version, sponsor })
    for (const id of ids) ledger.versions.set(id, version)
  })
}

/** Asks for a selection and remembers the job that was promised. */
export const askForJobs = (writing: Writing): Promise<void> =>
  again(writing, async () => {
    const outcome = await writing.call(portfolioRoutes.startSelection, { body: { value: 'benefits', constraints: [], workUnits: 20_000 } })
    if (outcome.is === 'done') writing.ledger.jobs.add(outcome.reply.jobId)
  })

async function created(writing: Writing, name: string): Promise<{ readonly id: string }> {
  const outcome = await writing.call(demandRoutes.createInitiative, { body: { name } })
  if (outcome.is !== 'done') throw new Error(`${name} could not be added before the first fault: ${outcome.is === 'refused' ? outcome.code : 'no answer'}`)
  writing.ledger.created.set(outcome.reply.id, name)
  return outcome.reply
}

type Attempted = { readonly id: string; readonly version: number } & ({ readonly name: string } | { readonly sponsor: string })

/** Where an act without an answer stands: done whole, or not at all. Asks until somebody answers. */
async function settled({ call, ledger, stopping }: Writing, attempted: Attempted): Promise<number> {
  while (!stopping.aborted) {
    const now = await call(demandRoutes.readInitiative, { params: { id: attempted.id } })
    if (now.is === 'done') {
      const { version, ...found } = now.reply.row
      const done = version === attempted.version + 1 && ('name' in attempted ? found.name === attempted.name : found.sponsor === attempted.sponsor)
      if (done) ledger.counts.uncertainDone += 1
      else if (version !== attempted.version) ledger.broken.push(`${attempted.id} is at version ${version}; it was at ${attempted.version} and one act was on its way`)
      return version
    }
    await wait(50, undefined, { signal: stopping }).catch(() => undefined)
  }
  return attempted.version
}

const note = ({ counts }: Ledger, is: 'done' | 'refused' | 'uncertain'): void => {
  if (is === 'done') counts.acknowledged += 1
  else counts[is] += 1
}
