import type { DraftProblem, VersionContent, VersionContribution, VersionLink } from '@throughline/contract/strategy'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { applyOverlay, type Plan, type PlanChange } from '@throughline/engine/portfolio'
import type { Mapping, StrategyVersion } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import type { StoredStrategy } from '../store.ts'
import { comparedVersion, composedContributions, contentInForce, contributionsInForce, engineMappings, plainDocument, type ActionFacts, type DraftContent, type StrategyDocument } from './content.ts'
import { versionMeasuresOf } from './measures.ts'
import { sameContent } from './merge.ts'
import { draftProblems } from './problems.ts'
import { plainLink, readDocument, readLinks, type VersionRow } from './store.ts'

/** A version beside the strategy in force, in every form in which it is read. */
export type WholeVersion = {
  readonly row: VersionRow
  readonly document: StrategyDocument
  readonly inForce: DraftContent
  readonly before: StrategyVersion
  readonly after: StrategyVersion
  readonly mappings: readonly Mapping[]
  readonly said: readonly VersionContribution[]
  /** How initiatives serve its objectives. */
  readonly contributions: readonly VersionContribution[]
}

/** Puts a version together. What is in force is read from the tables of the room, everything else from its document. */
export async function readWholeVersion(tx: Tx, stored: StoredStrategy, row: VersionRow): Promise<WholeVersion> {
  const links: readonly VersionLink[] = (await readLinks(tx)).map(plainLink)
  const inForce = contentInForce(stored, links)
  const kept = await readDocument(tx, row.id, versionMeasuresOf(stored))
  const document = row.status === 'in_force' || !kept ? { ...(kept ?? plainDocument(inForce, null)), content: inForce } : kept
  return wholeOf(stored, row, document, inForce)
}

/** The same of a document that may not be written yet. */
export function wholeOf(stored: StoredStrategy, row: VersionRow, document: StrategyDocument, inForce: DraftContent): WholeVersion {
  const before = comparedVersion(stored.inForce, inForce, true)
  const after = row.status === 'in_force' ? { ...before, id: row.id, no: row.no } : comparedVersion(row, document.content)
  const open = row.status === 'draft' || row.status === 'sent'
  const mappings = open ? engineMappings(document.mappings, before) : []
  const said = contributionsInForce(stored)
  const superseded = document.contributions.flatMap(({ contribution, initiativeId, key, rationale }) => (contribution === null ? [] : [{ initiativeId, key, contribution, rationale, origin: 'entered' as const }]))
  const contributions = row.status === 'in_force' ? said : open ? composedContributions({ before, after, mappings }, said, document.contributions) : superseded
  return { row, document, inForce, before, after, mappings, said, contributions }
}

export const contentOf = ({ document, contributions }: WholeVersion): VersionContent => ({ ...document.content, contributions: [...contributions] })

/** What keeps it from being sent; nothing of a version that is no draft. */
export function problemsOf({ row, document, before, after, mappings }: WholeVersion, initiatives: readonly InitiativeFacts[]): readonly DraftProblem[] {
  return row.status === 'draft' || row.status === 'sent' ? draftProblems(document, { before, after, mappings }, new Map(initiatives.map((one) => [one.id, one]))) : []
}

/** Whether a draft changes the strategy or an initiative at all. */
export function changesNothing({ document, said, contributions, inForce }: WholeVersion): boolean {
  const told = (all: readonly VersionContribution[]): string => all.map(({ initiativeId, key, contribution }) => `${initiativeId} ${key} ${contribution}`).sort().join('\n')
  return !document.actions.some((action) => action.kind !== 'continue') && sameContent(document.content, inForce) && told(said) === told(contributions)
}

/** What an action rests on. */
export const factsOfInitiative = (one: InitiativeFacts): ActionFacts => ({
  state: one.state, costMinor: one.cost.status === 'ok' ? one.cost.value.minor.toString() : null, benefitsMinor: one.benefits.status === 'ok' ? one.benefits.value.minor.toString() : null, startOn: one.startOn, endOn: one.endOn,
})

const words = { state: 'its state', costMinor: 'its cost', benefitsMinor: 'its benefits', startOn: 'its start', endOn: 'its end' } as const

/** Initiatives with an action that are different from when it was chosen. */
export function movedInitiatives({ actions, facts }: StrategyDocument, initiatives: readonly InitiativeFacts[]): readonly { readonly id: string; readonly name: string; readonly words: string }[] {
  const byId = new Map(initiatives.map((one) => [one.id, one]))
  return actions.flatMap(({ initiativeId: id }) => {
    const [one, was] = [byId.get(id), facts[id]]
    if (!one?.current) return [{ id, name: one?.name ?? 'An initiative', words: `${one?.name ?? 'An initiative'} is not in the portfolio any more.` }]
    const is = factsOfInitiative(one)
    const changed = (Object.keys(words) as (keyof ActionFacts)[]).filter((field) => was !== undefined && was[field] !== is[field])
    return changed.length === 0 ? [] : [{ id, name: one.name, words: `${one.name}: ${changed.map((field) => words[field]).join(' and ')} changed since.` }]
  })
}

/** What the actions set of initiatives: a state, and the dates that were said. */
export function initiativeChanges({ actions }: StrategyDocument, initiatives: readonly InitiativeFacts[]): readonly PlanChange[] {
  const byId = new Map(initiatives.map((one) => [one.id, one]))
  return actions.flatMap(({ initiativeId: id, kind, startOn, endOn }) => {
    const one = byId.get(id)
    if (!one) return []
    const state = kind === 'stop' ? 'stopped' : kind === 'pause' ? 'on_hold' : kind === 'start' ? 'approved' : null
    const set = { ...(state ? { state } : {}), ...(startOn ? { startOn } : {}), ...(endOn ? { endOn } : {}) }
    return Object.entries(set).flatMap(([field, value]): readonly PlanChange[] => {
      const base = one[field as 'state' | 'startOn' | 'endOn']
      return base === value ? [] : [{ kind: 'initiative', id, field, base, value, origin: 'entered' }]
    })
  })
}

/** The plan of record as it is once the version is in force and its actions are carried out. */
export function planAfter<P extends Plan>(plan: P, whole: WholeVersion): P {
  const { objectives } = whole.document.content
  const ids = new Map(objectives.map(({ key, id }) => [key, id]))
  const present = new Set(plan.initiatives.map(({ id }) => id))
  return {
    ...plan, ...applyOverlay(plan, initiativeChanges(whole.document, plan.initiatives)),
    objectives: objectives.map(({ id, key, perspectiveId, statement, weight, owner, deadline, mandatory }) => ({ id, key, perspectiveId, statement, weight, owner, deadline, mandatory })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    contributions: whole.contributions.filter(({ initiativeId }) => present.has(initiativeId)).map(({ initiativeId, key, contribution, rationale, origin }) => ({ initiativeId, objectiveId: ids.get(key) ?? '', contribution, rationale, origin })),
  }
}
