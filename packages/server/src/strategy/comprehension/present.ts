import type { Brief, BriefGroup, BriefQuestion, ComprehensionReport } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { comprehensionOf, leastOpened, leastUnderstood, type ReaderFacts } from '@throughline/engine/strategy'
import type { AudienceMember } from './audience.ts'
import type { GoalsInForce } from './edition.ts'
import type { StoredAnswer, StoredBrief, StoredReader, Tally } from './store.ts'

type Own = { readonly goals: GoalsInForce; readonly briefs: readonly StoredBrief[]; readonly own: readonly StoredReader[]; /** Of the reader of the edition in force. */ readonly answers: readonly StoredAnswer[]; readonly tallies: ReadonlyMap<string, Tally> }

/** One person’s brief, for them alone. */
export function presentBrief({ goals: { edition, version, goals }, briefs, own, answers, tallies }: Own): Brief {
  const inForce = briefs.find((one) => one.edition === edition)
  const reader = own.find(({ brief_id }) => brief_id === inForce?.id)
  const questions = reader?.questions ?? []
  const answered = questions.length > 0 && answers.length === questions.length
  const last = answers.map(({ answered_at }) => answered_at).toSorted().at(-1) ?? null
  const versions = new Map(briefs.map(({ id, version_no }) => [id, version_no]))
  return {
    edition, version, goals: [...goals], stage: !reader ? 'none' : answered ? 'answered' : reader.opened_at !== null ? 'opened' : 'delivered',
    deliveredAt: reader?.delivered_at ?? null, openedAt: reader?.opened_at ?? null, answeredAt: answered ? last : null,
    questions: questions.map(({ kind, about, choices, right }, at): BriefQuestion => {
      const given = answers.find(({ no }) => no === at + 1)
      return { no: at + 1, kind, about, choices: [...choices], answer: given ? { choice: given.choice, right, isRight: given.is_right, at: given.answered_at } : null }
    }),
    earlier: own.filter((one) => one !== reader).map((one) => {
      const [asked, tally] = [one.questions?.length ?? 0, tallies.get(one.id)]
      return { version: versions.get(one.brief_id) ?? 0, deliveredAt: one.delivered_at, right: tally?.right ?? 0, asked: Math.min(asked, tally?.answered ?? 0) }
    }),
  }
}

type Reported = { readonly goals: GoalsInForce; readonly briefs: readonly StoredBrief[]; readonly readers: readonly StoredReader[]; readonly tallies: ReadonlyMap<string, Tally>; readonly audience: readonly AudienceMember[]; readonly unitNames: ReadonlyMap<string, string> }

/** Reach and comprehension of the edition in force, as they may be shown. */
export function presentComprehension({ goals: { edition, version, goals }, briefs, readers, tallies, audience, unitNames }: Reported): ComprehensionReport {
  const brief = briefs.find((one) => one.edition === edition)
  const have = new Set(readers.map(({ account_id }) => account_id))
  const waiting = audience.filter(({ accountId, role }) => !have.has(accountId) && (brief === undefined || brief.roles.includes(role)))
  const { groups, reach, understood } = comprehensionOf([...readers.map((one) => factsOf(one, tallies.get(one.id))), ...waiting.map(({ group }): ReaderFacts => ({ group: keyOf(group.kind, group.id), stage: 'waiting' }))])
  return {
    edition, version, goals: goals.length, delivered: brief ? { at: brief.delivered_at, by: brief.delivered_by, roles: [...brief.roles] } : null,
    groups: groups.map(({ group, ...told }): BriefGroup => {
      const [kind, id] = partsOf(group)
      return { kind, id, name: kind === 'unit' ? (unitNames.get(id) ?? 'A unit that is gone') : roleName(id), reach: told.reach, understood: toWire(told.understood) as BriefGroup['understood'], conversation: told.conversation === null ? null : [...told.conversation] }
    }).toSorted((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind === 'unit' ? -1 : 1)),
    reach, understood: toWire(understood) as ComprehensionReport['understood'], least: { opened: leastOpened, understood: leastUnderstood },
    earlier: briefs.filter((one) => one !== brief).map(({ version_no, delivered_at: at, delivered_by: by }) => ({ version: version_no, at, by })), waiting: waiting.length > 0,
  }
}

const keyOf = (kind: 'unit' | 'role', id: string): string => `${kind} ${id}`
const partsOf = (key: string): readonly ['unit' | 'role', string] => (key.startsWith('unit ') ? ['unit', key.slice(5)] : ['role', key.slice(5)])
const roleName = (role: string): string => role.charAt(0).toUpperCase() + role.slice(1).replaceAll('_', ' ')

function factsOf({ group_kind, group_id, questions, place, opened_at }: StoredReader, tally: Tally | undefined): ReaderFacts {
  const group = keyOf(group_kind, group_id)
  const asked = questions?.length ?? 0
  if (tally && place !== null && asked > 0 && tally.answered === asked) return { group, stage: 'answered', place, asked, right: tally.right }
  return { group, stage: opened_at === null ? 'delivered' : asked > 0 ? 'asked' : 'opened' }
}
