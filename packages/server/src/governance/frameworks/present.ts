import type { Framework, FrameworkAdoption, FrameworkMigration, Frameworks } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { editionInForce, frameworkDifference, frameworkUse, isRunning, lifecyclesOf, migrationOf } from '@throughline/engine/governance'
import type { FoundInitiative, StoredAdoption, StoredEdition, StoredFramework } from './store.ts'
import { saysTheSame, textOf } from './text.ts'

type Kept = { readonly frameworks: readonly StoredFramework[]; readonly editions: readonly StoredEdition[]; readonly adoptions: readonly StoredAdoption[]; readonly initiatives: ReadonlyMap<string, FoundInitiative>; readonly services: readonly Frameworks['services'][number][]; /** The day on which editions are in force. */ readonly today: string }

/** Frameworks with what is published of them, and what each initiative follows. */
export function presentFrameworks({ frameworks, editions, adoptions, initiatives, services, today }: Kept): Frameworks {
  const followed = presentAdoptions(adoptions, initiatives)
  const shown = frameworks.map((row) => presentFramework(row, editions.filter(({ framework_id }) => framework_id === row.id), followed.filter(({ frameworkId, running }) => frameworkId === row.id && running).map(({ edition }) => edition), today))
  return { frameworks: [...shown.filter(({ state }) => state !== 'retired'), ...shown.filter(({ state }) => state === 'retired')], adoptions: followed, services: [...services] }
}

/** What initiatives follow, by their names, running ones first; those that were removed follow nothing. */
export function presentAdoptions(adoptions: readonly StoredAdoption[], initiatives: ReadonlyMap<string, FoundInitiative>): FrameworkAdoption[] {
  const shown = adoptions.flatMap(({ id, initiative_id, framework_id, edition_no, lifecycle, reason, adopted_by, adopted_at }): FrameworkAdoption[] => {
    const found = initiatives.get(initiative_id)
    if (!found || found.gone) return []
    return [{ id, initiative: { id: found.id, name: found.name, state: found.state }, running: isRunning(found.state), frameworkId: framework_id, edition: edition_no, lifecycle, reason, by: adopted_by, at: adopted_at }]
  })
  return shown.sort((a, b) => Number(b.running) - Number(a.running) || (a.initiative.name < b.initiative.name ? -1 : 1))
}

function presentFramework({ id, version, said, retired_at, retired_by, retired_because }: StoredFramework, editions: readonly StoredEdition[], followed: readonly number[], today: string): Framework {
  const [last] = editions
  const facts = editions.map(({ no, effective_on: effectiveOn }) => ({ no, effectiveOn }))
  const [text, use, inForce] = [textOf(said), frameworkUse(facts, followed, today), editionInForce(facts, today)]
  const runningOn = new Map(use.byEdition.map(({ no, running }) => [no, running]))
  return {
    id, version, text, state: retired_at !== null ? 'retired' : last === undefined ? 'draft' : saysTheSame(last.said, said) ? 'published' : 'changed',
    pending: toWire(frameworkDifference(last?.said.elements ?? [], text.elements)) as Framework['pending'],
    editions: editions.map((one, at) => ({ no: one.no, ...textOf(one.said), effectiveOn: one.effective_on, reason: one.reason, by: one.published_by, at: one.published_at, changes: toWire(frameworkDifference(editions[at + 1]?.said.elements ?? [], one.said.elements)) as Framework['pending'], running: runningOn.get(one.no) ?? 0 })),
    inForce: inForce?.no ?? null, lifecycles: [...lifecyclesOf(editions.find(({ no }) => no === inForce?.no)?.said.elements ?? text.elements)], running: use.running, current: toWire(use.current),
    retired: retired_at === null ? null : { by: retired_by ?? '', at: retired_at, reason: retired_because ?? '' },
  }
}

type Coming = Pick<FrameworkMigration['adoptions'][number], 'changes' | 'newlyNeeded' | 'lifecycleThere'>
/** What running initiatives on other editions would come to under one. */
export function presentMigration(target: StoredEdition, editions: readonly StoredEdition[], adoptions: readonly FrameworkAdoption[]): FrameworkMigration {
  const others = adoptions.filter(({ frameworkId, edition, running }) => running && frameworkId === target.framework_id && edition !== target.no)
  // What comes of it is the same for all that follow one edition by one lifecycle model.
  const come = new Map<string, Coming>()
  const comesTo = ({ edition, lifecycle }: FrameworkAdoption): Coming => {
    const [key, before] = [`${edition} ${lifecycle}`, editions.find(({ no }) => no === edition)?.said.elements ?? []]
    const found = come.get(key) ?? (toWire(migrationOf(before, target.said.elements, lifecycle)) as Coming)
    come.set(key, found)
    return found
  }
  return { edition: target.no, effectiveOn: target.effective_on, adoptions: others.map((adoption) => ({ adoption, ...comesTo(adoption) })) }
}
