import { gives, type Member, type Role } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { caseIssues, type CaseContent, type ElementStanding } from '@throughline/engine/demand'
import { refuse } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import { readAssignments, readMembers } from '../../people/index.ts'
import { readWriters, type StoredCase } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

/** Refused where there is no draft: with how the newest version stands, if there is one. */
export const noDraft = (name: string, newest: Pick<StoredCase, 'no' | 'state'> | undefined): Refused<'case_no_draft'> => refuse({ code: 'case_no_draft', values: { name, found: newest ? `: version ${newest.no} is ${newest.state}` : '' } } as const)

/** Refused with the first thing that is wrong with what a case says. */
export function whyUnsound(content: CaseContent): Refused<'case_unsound'> | undefined {
  const [issue] = caseIssues(content)
  return issue && refuse({ code: 'case_unsound', values: issue } as const)
}

/** Elements named in a refusal; the page lists them all. */
const mostNamed = 8

/** Refused with what is missing, and who gives it. */
export function whyNotReady(name: string, missing: readonly ElementStanding[]): Refused<'case_not_ready'> | undefined {
  if (missing.length === 0) return undefined
  const problems = missing.slice(0, mostNamed).map(({ element: { title }, lacks, giver }) => `${title} (${giver}): ${lacks}.`).join(' ')
  return refuse({ code: 'case_not_ready', values: { name, count: missing.length, problems: missing.length > mostNamed ? `${problems} And ${missing.length - mostNamed} more.` : problems } } as const)
}

/** The parts that somebody may have in a case: as they are told to them. */
type Stake = 'submitted it' | 'wrote in it' | 'belong to the team of the initiative'
/** Roles on an initiative of those who work on it. Who leads its portfolio decides on it. */
const ofTheTeam: ReadonlySet<string> = new Set<Role>(['sponsor', 'project_manager', 'editor', 'benefit_owner'])

/** Who has a part in a case, by their account: who submitted the version, who wrote in it or in one before, and who works on the initiative. */
async function stakesIn(tx: Tx, { initiative_id, no, submitted_by_id }: StakeOf, now: Date): Promise<ReadonlyMap<string, Stake>> {
  const team = (await readAssignments(tx, now)).filter(({ role, scope, standing }) => scope.kind === 'initiative' && scope.id === initiative_id && standing === 'in_force' && ofTheTeam.has(role))
  const writers = await readWriters(tx, initiative_id, no)
  return new Map([...team.map(({ member }): [string, Stake] => [member.id, 'belong to the team of the initiative']), ...writers.map((id): [string, Stake] => [id, 'wrote in it']), ...(submitted_by_id === null ? [] : [[submitted_by_id, 'submitted it'] as const])])
}
type StakeOf = Pick<StoredCase, 'initiative_id' | 'no' | 'submitted_by_id'>

/** Who decides on a version: whoever decides and has no part in it. Where nobody is left, everybody who decides, for a case that nobody may decide on would wait for ever. */
export async function decidersOf(tx: Tx, stored: StakeOf, now: Date): Promise<{ readonly deciders: readonly Member[]; readonly stakes: ReadonlyMap<string, Stake> }> {
  const stakes = await stakesIn(tx, stored, now)
  const all = (await readMembers(tx)).filter(({ role, service }) => gives(role, 'decide') && !service)
  const free = all.filter(({ id }) => !stakes.has(id))
  return { deciders: free.length > 0 ? free : all, stakes }
}

/** Nobody decides on their own case while somebody else may. */
export async function whyOwn(tx: Tx, name: string, stored: StakeOf, { accountId }: Pick<Actor, 'accountId'>, now: Date): Promise<Refused<'case_own'> | undefined> {
  const { deciders, stakes } = await decidersOf(tx, stored, now)
  const way = stakes.get(accountId)
  return way === undefined || deciders.some(({ id }) => id === accountId) ? undefined : refuse({ code: 'case_own', values: { name, way, others: deciders.map((one) => one.name).join(', ') } } as const)
}
