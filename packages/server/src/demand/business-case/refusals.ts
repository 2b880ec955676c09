import { gives, type Member } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { caseIssues, type CaseContent, type ElementStanding } from '@throughline/engine/demand'
import { refuse } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import type { StoredCase } from './store.ts'

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

/** Who submitted a case does not decide on it, unless there is no other member who decides. */
export function whyOwn(name: string, { submitted_by_id }: Pick<StoredCase, 'submitted_by_id'>, actor: Pick<Actor, 'accountId'>, members: readonly Member[]): Refused<'case_own'> | undefined {
  const others = members.filter(({ id, role }) => gives(role, 'decide') && id !== actor.accountId)
  return submitted_by_id !== actor.accountId || others.length === 0 ? undefined : refuse({ code: 'case_own', values: { name, others: others.map((one) => one.name).join(', ') } } as const)
}
