import type { ConformanceFinding, JudgedElement } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { addCounts, conformanceOf, countOutcomes, isRunning, judgeElements, reachedState, type ConformanceTier, type JudgedElement as Judged, type OutcomeCounts } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { RecordedState } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { findInitiatives, readEditions, type StoredAdoption } from '../frameworks/index.ts'
import { offeredForElements } from '../methods/index.ts'
import { namesOfServices, type NamedService } from '../services/index.ts'
import { adoptionsBy, readDeviations, readEvidence, readTiers } from './store.ts'

/** The states that were recorded of some initiatives, each with the day from which it holds, in the order of their recording. */
export type ReadStates = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly RecordedState[]>>

type Named = { readonly id: string; readonly name: string }
/** An initiative by a day: what it followed, how closely it is looked at, and what became of each element. */
export type JudgedInitiative = { readonly initiative: Named; readonly tier: ConformanceTier; readonly adoption: StoredAdoption; readonly framework: Named; readonly running: boolean; readonly judged: readonly Judged[]; readonly counts: OutcomeCounts }

/** Initiatives that followed a framework by a day, judged as of it: all of them by name, or one. Those that were removed are not among them. */
export async function judgeInitiatives(tx: Tx, readStates: ReadStates, on: string, only?: string): Promise<readonly JudgedInitiative[]> {
  const adoptions = await adoptionsBy(tx, on, only)
  const ids = adoptions.map(({ initiative_id }) => initiative_id)
  const [initiatives, states, tiers] = [await findInitiatives(tx, ids), await readStates(tx, ids), await readTiers(tx, on, only)]
  const editions = new Map((await readEditions(tx)).map((row) => [`${row.framework_id} ${row.no}`, row]))
  const [shown, deviations] = [Map.groupBy(await readEvidence(tx, ids), (row) => row.initiative_id), Map.groupBy(await readDeviations(tx, ids), (row) => row.initiative_id)]
  const found = adoptions.flatMap((adoption): JudgedInitiative[] => {
    const { initiative_id: id, framework_id: framework, lifecycle } = adoption
    const [initiative, edition] = [initiatives.get(id), editions.get(`${adoption.framework_id} ${adoption.edition_no}`)]
    if (!initiative || initiative.gone || !edition) return []
    const recorded = (states.get(id) ?? []).filter(({ from }) => from <= on).map((one) => one.state)
    const state = recorded.at(-1) ?? initiative.state
    const judged = judgeElements({
      elements: edition.said.elements, lifecycle, state: reachedState(recorded) ?? state, shown: ofFramework(shown.get(id), framework).map(({ element_key: key, shown_on }) => ({ key, on: shown_on })),
      deviations: ofFramework(deviations.get(id), framework).filter((one) => one.state === 'approved').map(({ element_key: key, answered_at, until }) => ({ key, approvedOn: (answered_at ?? '').slice(0, 10), until })),
    }, on)
    return [{ initiative: { id, name: initiative.name }, tier: tiers.get(id) ?? 'full', adoption, framework: { id: adoption.framework_id, name: edition.said.name }, running: isRunning(state), judged, counts: countOutcomes(judged) }]
  })
  return found.sort((a, b) => (a.initiative.name < b.initiative.name ? -1 : a.initiative.name > b.initiative.name ? 1 : a.initiative.id < b.initiative.id ? -1 : 1))
}

/** What was said while the initiative followed a framework; what was said under another one is about elements of that, and what was said at the very moment of the first one is of that. */
export const ofFramework = <Row extends { readonly framework_id: string | null }>(rows: readonly Row[] | undefined, frameworkId: string): readonly Row[] => (rows ?? []).filter((row) => (row.framework_id ?? frameworkId) === frameworkId)

/** One initiative by a day; refused where it is not there, or followed nothing by then. */
export async function judgeOne(tx: Tx, readStates: ReadStates, id: string, on: string): Promise<Result<JudgedInitiative, Refusal<'not_found' | 'framework_unfollowed'>>> {
  const initiative = (await findInitiatives(tx, [id])).get(id)
  if (!initiative || initiative.gone) return refuse({ code: 'not_found', values: { what: 'initiative', id } })
  const [found] = await judgeInitiatives(tx, readStates, on, id)
  return found ? ok(found) : refuse({ code: 'framework_unfollowed', values: { initiative: initiative.name, on } })
}

/** Who and what helps with elements: services by their id, and items of the method library by framework and code. */
export type Coaching = { readonly services: ReadonlyMap<string, NamedService>; readonly library: ReadonlyMap<string, readonly Named[]> }

/** What helps with the elements of some initiatives, as far as it is there. */
export async function readCoaching(tx: Tx, all: readonly JudgedInitiative[]): Promise<Coaching> {
  const ids = all.flatMap(({ judged }) => judged.flatMap(({ element }) => element.serviceId ?? []))
  return { services: new Map((await namesOfServices(tx, [...new Set(ids)])).map((one) => [one.id, one])), library: await offeredForElements(tx) }
}
export const coachingOf = ({ element: { serviceId, key } }: Judged, frameworkId: string, { services, library }: Coaching): Pick<JudgedElement, 'coaching' | 'library'> => {
  const found = serviceId === null ? undefined : services.get(serviceId)
  return { coaching: found ? { ...found } : null, library: (library.get(`${frameworkId} ${key}`) ?? []).map((one) => ({ ...one })) }
}

/** Elements of some initiatives that came to one of these outcomes, with who helps. */
export const findingsOf = (all: readonly JudgedInitiative[], help: Coaching, outcomes: readonly Judged['outcome'][]): ConformanceFinding[] =>
  all.flatMap(({ initiative, framework, judged }) => judged.filter(({ outcome }) => outcomes.includes(outcome)).map((one) => ({ initiative: { ...initiative }, key: one.element.key, kind: one.element.kind, name: one.element.name, outcome: one.outcome, overtakenBy: one.overtakenBy, ...coachingOf(one, framework.id, help) })))

/** All of them together. */
export const together = (all: readonly JudgedInitiative[]) => conformanceOf(addCounts(all.map(({ counts }) => counts)))
