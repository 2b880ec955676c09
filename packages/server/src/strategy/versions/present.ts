import type { Member } from '@throughline/contract/people'
import { problems as problemKinds } from '@throughline/contract/rooms'
import type { DraftProblem, StrategyVersionDetail, VersionDifference, VersionItem } from '@throughline/contract/strategy'
import { wordsOf } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { versionDifference, type StrategyVersion } from '@throughline/engine/strategy'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import { engineMappings, usualSettings } from './content.ts'
import { unitStrategyChanges } from './measures.ts'
import { sameContent } from './merge.ts'
import { nameOfVersion, senderRefusal } from './policy.ts'
import { refusalProblem } from './problems.ts'
import type { VersionRow } from './store.ts'
import { changesNothing, contentOf, movedInitiatives, type WholeVersion } from './whole.ts'

const person = (name: string | null, id: string | null = null) => (name === null ? null : { id, name })

/** The head of a version as it travels. */
export const itemOf = (row: VersionRow, objectives: number): VersionItem => ({
  id: row.id, no: row.no, title: nameOfVersion(row), status: row.status, version: row.version, reason: row.reason, signalOn: row.signal_on,
  draftedAt: row.drafted_at, draftedBy: person(row.drafted_by, row.drafted_by_id), changedAt: row.changed_at, changedBy: person(row.changed_by), sentAt: row.sent_at, sentBy: person(row.sent_by, row.sent_by_id), remark: row.remark,
  approvedAt: row.approved_at, approvedBy: person(row.approved_by), decisionId: row.decision_id, supersededAt: row.superseded_at, objectives,
})

/** A version with everything that it says, what is still wrong, whether the strategy or initiatives with an action moved since, and what the reader may do with it. */
export function detailOf(whole: WholeVersion, problems: readonly DraftProblem[], actor: Actor, members: readonly Member[], initiatives: readonly InitiativeFacts[] = []): StrategyVersionDetail {
  const { row, document, inForce } = whole
  const [edits, shown] = [may(actor, 'edit_strategy'), may(actor, 'see_money')]
  const refused = may(actor, 'decide') ? senderRefusal(row, actor, members) : undefined
  const decides = row.status === 'sent' && may(actor, 'decide') && !refused
  const whyNot = row.status !== 'sent' || decides ? null : refused ? wordsOf(problemKinds['sender_decides'] ?? plain, refused.refusal.values) : 'Owners and portfolio leads decide on what was sent.'
  return {
    ...itemOf(row, document.content.objectives.length), content: contentOf(whole), mappings: [...document.mappings], settings: shown ? document.settings : usualSettings, estimates: shown ? [...document.estimates] : [], actions: [...document.actions], problems: [...problems],
    moved: (row.status === 'draft' || row.status === 'sent') && document.base !== null && (!sameContent(document.base, inForce) || movedInitiatives(document, initiatives).length > 0),
    amounts: shown ? 'shown' : 'withheld',
    may: { edit: edits && row.status === 'draft', send: edits && row.status === 'draft' && problems.length === 0 && !changesNothing(whole), recall: edits && row.status === 'sent', decide: decides, whyNotDecide: whyNot },
  }
}
const plain = { status: 403, title: '', words: '', exit: 77 } as const

/** What differs between two versions. What people said became of objectives is that of the later one. */
export function differenceOf(from: WholeVersion, to: WholeVersion): VersionDifference {
  const [before, after]: readonly StrategyVersion[] = [from.after, to.after]
  const nothing: StrategyVersion = { id: '', no: 0, objectives: [] }
  const difference = versionDifference(before ?? nothing, after ?? nothing, engineMappings(to.document.mappings, before ?? nothing))
  const statements = new Map([...(before?.objectives ?? []), ...(after?.objectives ?? [])].map(({ key, statement }) => [key, statement]))
  const place = (one: { readonly initiativeId: string; readonly key: string }): string => `${one.initiativeId} ${one.key}`
  const [was, is] = [new Map(from.contributions.map((one) => [place(one), one])), new Map(to.contributions.map((one) => [place(one), one]))]
  const links = [new Map(from.document.content.links.map((one) => [one.id, JSON.stringify(one)])), new Map(to.document.content.links.map((one) => [one.id, JSON.stringify(one)]))] as const
  const others = (a: readonly object[], b: readonly object[]): number => [...a.map((one) => JSON.stringify(one)), ...b.map((one) => JSON.stringify(one))].filter((one, _, all) => all.indexOf(one) === all.lastIndexOf(one)).length
  return {
    from: { id: from.row.id, no: from.row.no }, to: { id: to.row.id, no: to.row.no }, changes: difference.ok ? [...difference.value] : [],
    contributions: [...new Set([...was.keys(), ...is.keys()])].flatMap((one) => {
      const [earlier, later] = [was.get(one), is.get(one)]
      const either = later ?? earlier
      return either && earlier?.contribution !== later?.contribution ? [{ initiativeId: either.initiativeId, key: either.key, from: earlier?.contribution ?? null, to: later?.contribution ?? null }] : []
    }),
    links: { added: [...links[1].keys()].filter((id) => !links[0].has(id)).length, changed: [...links[1]].filter(([id, one]) => links[0].has(id) && links[0].get(id) !== one).length, removed: [...links[0].keys()].filter((id) => !links[1].has(id)).length },
    units: others(from.document.content.units, to.document.content.units), waivers: others(from.document.content.waivers, to.document.content.waivers), unitStrategies: unitStrategyChanges(from.document.content.unitStrategies, to.document.content.unitStrategies),
    problems: difference.ok ? [] : [refusalProblem(difference.refusal, (key) => statements.get(key) ?? key)],
  }
}
