import { createHash } from 'node:crypto'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { LedgerStory } from '@throughline/exchange/story'
import { withOrg, writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { jobKind, type JobContext } from '../../jobs/index.ts'
import { lockOrganisation, updateOrganisation } from '../../people/index.ts'
import { applyNextStrategyFile, applyStrategyFile, readStrategyFacts } from '../../strategy/index.ts'
import { positionsOf, readExampleFile, readExamples, readLedgerStory, type ExampleFile } from '../examples.ts'
import type { Applying } from '../imports/apply.ts'
import type { FileUnreadable } from '../imports/choices.ts'
import { Stopped, type Watch } from '../imports/reading/index.ts'
import { stageImport } from '../imports/stage.ts'
import { countInitiatives, readInitiatives } from '../store/initiatives.ts'
import { readPublications } from '../store/publications.ts'
import { findImport } from '../store/imports.ts'
import { applyNow } from './apply-import.ts'
import { keepFile } from './import-portfolio.ts'

type NotLoaded = Refusal<'not_found' | 'organisation_not_empty' | 'file_unreadable' | 'job_cancelled'>
/** What loading an example brought. */
export type LoadedExample = { readonly key: string; readonly publications: number; readonly initiatives: number; readonly objectives: number }

/** What a caller may follow and stop. */
/** Lives the life of the value ledger of an example within the act that loads it: the value room does, which comes after this one. */
export type LiveStory = (living: { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly act: string; readonly day: (done: number, of: number) => Promise<boolean> }, story: LedgerStory) => Promise<Result<unknown, Refusal<'job_cancelled'>>>

/** Does further acts of an example within the act that loads it, by the handlers of all rooms: known where they are put together. */
export type PlayActs = (playing: { readonly tx: Tx; readonly actor: Actor; readonly act: string; readonly now: Date; readonly told: (done: number, of: number) => Promise<boolean> }, file: unknown) => Promise<Result<unknown, Refusal<'job_cancelled'>>>

/** What other rooms do with the parts of an example that are theirs; left out, those parts are not loaded. */
export type Tellers = { readonly live?: LiveStory; readonly play?: PlayActs }

export type Watched = Pick<JobContext, 'cancelled' | 'progress'> & Partial<Pick<JobContext, 'signal'>>

/**
 * Loads an example into an empty organisation by the same way as any import, in one transaction: whoever cancels it, or a
 * server that dies, leaves no trace. Sets currency and fiscal year of the organisation to those of the example.
 * Loaded already, which is what a repeated job finds, it answers with what is there.
 */
export function loadExample(db: Db, actor: Actor, key: string, watched: Watched, now: Date, { live, play }: Tellers = {}): Promise<Result<LoadedExample, NotLoaded>> {
  const act = 'demand.load-example'
  return writeAs<Result<LoadedExample, NotLoaded>>(db, actor, act, async (tx, record) => {
    const example = (await readExamples()).find((one) => one.key === key)
    if (!example) return refuse({ code: 'not_found', values: { what: 'example', id: key } })
    const [held, { objectives: own }] = [await countInitiatives(tx), await readStrategyFacts(tx)]
    if (held + own.length > 0) return refuse({ code: 'organisation_not_empty', values: { found: `${held} initiatives and ${own.length} objectives` } })
    await adoptMoney(tx, actor, example, record)
    const at = now.toISOString()
    for (const [index, { title, asOf, file }] of example.publications.entries()) {
      if (!(await goOn(watched, { done: index, total: example.publications.length + 1, note: title }))) return refuse({ code: 'job_cancelled' })
      const applied = await applyFile({ tx, actor, act, record }, { title, asOf, file }, watched.signal ? { signal: watched.signal } : {})
      if (!applied.ok) return applied
    }
    const initiatives = await readInitiatives(tx)
    const objectives = example.strategy === undefined ? 0 : await applyStrategyFile({ tx, actor, record, at }, JSON.parse(Buffer.from(await readExampleFile(example.strategy)).toString('utf8')), initiatives)
    if (example.ledger !== undefined) {
      invariant(live, 'an example with a ledger is loaded where there is a value room')
      const lived = await live({ tx, actor, record, act, day: (done, of) => goOn(watched, { done, total: of, note: 'The value ledger' }) }, await readLedgerStory(example.ledger))
      if (!lived.ok) return lived
    }
    if (example.nextStrategy !== undefined) await applyNextStrategyFile({ tx, actor, record, at }, JSON.parse(Buffer.from(await readExampleFile(example.nextStrategy)).toString('utf8')), initiatives)
    if (example.acts !== undefined && play) {
      const played = await play({ tx, actor, act, now, told: (done, of) => goOn(watched, { done, total: of, note: 'What else was done' }) }, JSON.parse(Buffer.from(await readExampleFile(example.acts)).toString('utf8')))
      if (!played.ok) return played
    }
    if (watched.cancelled()) return refuse({ code: 'job_cancelled' })
    watched.progress({ done: example.publications.length + 1, total: example.publications.length + 1, note: example.title })
    return ok({ key, publications: positionsOf(example), initiatives: initiatives.length, objectives })
  })
}

/** Says how far it is and gives way, so that requests are answered; false where it was cancelled meanwhile. */
async function goOn(watched: Watched, progress: Parameters<Watched['progress']>[0]): Promise<boolean> {
  watched.progress(progress)
  await new Promise((resume) => setImmediate(resume))
  return !watched.cancelled()
}

type Loading = Pick<Applying, 'tx' | 'actor' | 'act' | 'record'>

/** One publication of the example, by the way of every file: kept, read, and applied. */
async function applyFile({ tx, actor, act, record }: Loading, { title, asOf, file }: ExampleFile['publications'][number], watch: Watch): Promise<Result<string, FileUnreadable>> {
  const bytes = await readExampleFile(file)
  const id = await keepFile(tx, actor, { bytes: bytes.length, sha256: sha256(bytes), pieces: () => inOnePiece(bytes) }, file.replace(/^.*\//, ''))
  const staged = await stageImport(tx, id, new Uint8Array(bytes), { title, asOf, scope: 'whole' }, watch)
  if (!staged.ok) return staged
  const stored = await findImport(tx, id)
  invariant(stored, 'the import that was kept is there')
  return ok(await applyNow({ tx, actor, act, record, watch }, stored, staged.value))
}

async function* inOnePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function adoptMoney(tx: Tx, actor: Actor, example: ExampleFile, record: Recorder): Promise<void> {
  const before = await lockOrganisation(tx)
  const after = await updateOrganisation(tx, { ...before, currency: example.currency, calendar: example.calendar })
  await record({ room: 'people', kind: 'organisation', id: actor.orgId, before, after })
}

/** Loads an example as a job: progress by publication, cancelled between two of them. */
export const loadExampleJobWith = (tellers?: Tellers) => jobKind<{ readonly key: string }>({
  kind: 'demand.load-example',
  run: async ({ key }, { db, actor, cancelled, progress, signal }) => {
    const loaded = await loadExample(db, actor, key, { cancelled, progress, signal }, new Date(), tellers).catch((error: unknown) => {
      if (error instanceof Stopped) return refuse({ code: 'job_cancelled' } as const)
      throw error
    })
    if (loaded.ok || loaded.refusal.code !== 'organisation_not_empty') return loaded
    return (await alreadyLoaded(db, actor, key)) ?? loaded
  },
})

/** Loads examples without a ledger. */
export const loadExampleJob = loadExampleJobWith()

/** What an earlier attempt of the same job has left, where the server died between its end and the note of it. */
function alreadyLoaded(db: Db, actor: Actor, key: string): Promise<Result<LoadedExample, never> | undefined> {
  return withOrg(db, actor, async (tx) => {
    const example = (await readExamples()).find((one) => one.key === key)
    const titles = new Set((await readPublications(tx)).map(({ title, asOf }) => `${asOf} ${title}`))
    const held = ({ title, asOf, positions }: ExampleFile['publications'][number]): boolean => titles.has(`${asOf} ${title}${positions === undefined ? '' : ` ${asOf}`}`)
    if (!example?.publications.every(held)) return undefined
    const { objectives } = await readStrategyFacts(tx)
    return ok({ key, publications: positionsOf(example), initiatives: await countInitiatives(tx), objectives: objectives.length })
  })
}
