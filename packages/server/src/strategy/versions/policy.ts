import { gives, type Member } from '@throughline/contract/people'
import type { StrategyRefusal } from '@throughline/contract/strategy'
import { refuse } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import type { VersionRow } from './store.ts'

type Refused = { readonly ok: false; readonly refusal: StrategyRefusal }
type Head = Pick<VersionRow, 'title' | 'status' | 'no'>

/** What a person calls a version. */
export const nameOfVersion = ({ title, no }: Pick<VersionRow, 'title' | 'no'>): string => (title === '' ? `Version ${no}` : title)
const statusWords = { draft: 'a draft', sent: 'waiting for a decision', in_force: 'in force', superseded: 'superseded' } as const

/** Refuses a change of a version that is no draft. */
export const closedRefusal = (row: Head): Refused | undefined => (row.status === 'draft' ? undefined : refuse({ code: 'version_closed', values: { name: nameOfVersion(row), state: statusWords[row.status] } }))
/** Only what was sent can be decided on or taken back. */
export const notSent = (row: Head): Refused | undefined => (row.status === 'sent' ? undefined : refuse({ code: 'version_not_sent', values: { name: nameOfVersion(row), state: statusWords[row.status] } }))

/** Who sent a draft does not decide on it, unless there is no other member who decides. */
export function senderRefusal(row: Head & Pick<VersionRow, 'sent_by_id'>, actor: Pick<Actor, 'accountId'>, members: readonly Member[]): Refused | undefined {
  const others = members.filter(({ id, role }) => gives(role, 'decide') && id !== actor.accountId)
  if (row.sent_by_id !== actor.accountId || others.length === 0) return undefined
  return refuse({ code: 'sender_decides', values: { name: nameOfVersion(row), others: others.map(({ name }) => name).join(', ') } })
}
