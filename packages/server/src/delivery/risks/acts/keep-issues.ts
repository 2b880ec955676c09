import type { DeliveryRefusal, IssueChange, NewIssue } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { issueFaults, type IssueFacts, type RegisterFault, type RiskFacts } from '@throughline/engine/delivery'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockInitiative } from '../../../demand/index.ts'
import { keyTaken, nextKey, notThere, whyUnsound } from '../refusals.ts'
import { insertIssue, issueOf, lockIssue, readIssues, readRisksOf, removeFromRegister, riskOf, updateIssue } from '../store.ts'
import { toldIssue } from '../told.ts'
import { drawnFor } from './keep-risks.ts'

type Wrong = DeliveryRefusal | Refusal<'not_found' | 'version_moved'>

/** Records an issue of an initiative, under the key that is given or the next free one. */
export function addIssue(db: Db, actor: Actor, initiativeId: string, given: NewIssue, today: string): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'delivery.add-issue', async (tx, record) => {
    if (!(await lockInitiative(tx, initiativeId))) return notThere('initiative', initiativeId)
    const [others, risks] = [(await readIssues(tx, initiativeId)).map(issueOf), (await readRisksOf(tx, initiativeId)).map(riskOf)]
    const after = changed({ id: newId(), key: nextKey('I', others), title: given.title, severity: given.severity, openedOn: given.openedOn, containedOn: null, resolvedOn: null, owner: null, cause: null }, given)
    const refusal = taken(others, after) ?? whyUnsound([...issueFaults(after, today), ...causeFaults(after, risks)])
    if (refusal) return refusal
    await insertIssue(tx, actor.orgId, initiativeId, after)
    await record({ room: 'delivery', kind: 'issue', id: after.id, before: null, after: toldIssue(after, risks) })
    return ok(after.id)
  })
}

/** Changes what is said of an issue. */
export function changeIssue(db: Db, actor: Actor, id: string, { version, ...given }: IssueChange, today: string): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'delivery.change-issue', async (tx, record) => {
    const current = await expectVersion(tx, await lockIssue(tx, id), { room: 'delivery', kind: 'issue', id, version })
    if (!current.ok) return current
    const before = issueOf(current.value)
    const after = changed(before, given)
    const [others, risks] = [(await readIssues(tx, current.value.initiative_id)).filter((one) => one.id !== id).map(issueOf), (await readRisksOf(tx, current.value.initiative_id)).map(riskOf)]
    const refusal = taken(others, after) ?? whyUnsound([...issueFaults(after, today), ...causeFaults(after, risks)])
    if (refusal) return refusal
    await updateIssue(tx, after)
    await record({ room: 'delivery', kind: 'issue', id, before: toldIssue(before, risks), after: toldIssue(after, risks) })
    return ok(id)
  })
}

/** Withdraws an issue that was recorded by mistake. */
export function withdrawIssue(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Wrong>> {
  return writeAs<Result<object, Wrong>>(db, actor, 'delivery.withdraw-issue', async (tx, record) => {
    const found = await lockIssue(tx, id)
    if (!found) return notThere('issue', id)
    const names = await drawnFor(tx, found.initiative_id, id)
    if (names.length > 0) return refuse({ code: 'risk_named', values: { name: `${found.key} ${found.title}`, found: names.join(', ') } })
    await removeFromRegister(tx, 'issue', id, now.toISOString())
    await record({ room: 'delivery', kind: 'issue', id, before: toldIssue(issueOf(found), (await readRisksOf(tx, found.initiative_id)).map(riskOf)), after: null })
    return ok({})
  })
}

const tidy = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')
function changed(before: IssueFacts, { key, title, severity, openedOn, containedOn, resolvedOn, owner, cause }: Omit<IssueChange, 'version'>): IssueFacts {
  const or = <T>(given: T | undefined, standing: T): T => (given === undefined ? standing : given)
  return { id: before.id, key: tidy(key ?? before.key), title: tidy(title ?? before.title), severity: severity ?? before.severity, openedOn: openedOn ?? before.openedOn, containedOn: or(containedOn, before.containedOn), resolvedOn: or(resolvedOn, before.resolvedOn), owner: or(owner, before.owner)?.trim() || null, cause: or(cause, before.cause) }
}
const taken = (others: readonly IssueFacts[], after: IssueFacts) => {
  const same = others.find(({ key }) => key.toLowerCase() === after.key.toLowerCase())
  return same && keyTaken(same)
}
const causeFaults = ({ cause }: IssueFacts, risks: readonly RiskFacts[]): readonly RegisterFault[] => (cause?.kind === 'risk' && !risks.some(({ id }) => id === cause.riskId) ? [{ field: 'cause', found: `the risk ${cause.riskId}`, expected: 'a risk of this initiative' }] : [])
