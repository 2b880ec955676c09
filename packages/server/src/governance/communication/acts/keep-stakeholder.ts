import type { NewStakeholder, StakeholderChange } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockOrganisation, readMembers } from '../../../people/index.ts'
import { speaksFor } from '../refusals.ts'
import { insertStakeholder, lockStakeholder, readPlannedFor, readStakeholders, updateCommunication, updateStakeholder, type StoredStakeholder } from '../store.ts'

type There = Refusal<'stakeholder_there'>

/** Adds a stakeholder with how they want to be told; a member once, and one who had opted out is added as such: nobody opts in for them. */
export function addStakeholder(db: Db, actor: Actor, { name, kind, accountId = null, note, channel, detail, language }: NewStakeholder): Promise<Result<object, There | Refusal<'not_found'>>> {
  return writeAs<Result<object, There | Refusal<'not_found'>>>(db, actor, 'governance.add-stakeholder', async (tx, record) => {
    // One at a time, so that nobody is written down twice.
    await lockOrganisation(tx)
    const all = await readStakeholders(tx)
    const there = whyThere(all, name) ?? whyWritten(all, accountId)
    if (there) return there
    const account = accountId === null ? null : (await readMembers(tx)).find(({ id, service }) => id === accountId && !service)?.name
    if (account === undefined) return refuse({ code: 'not_found', values: { what: 'member', id: accountId } })
    const [id, said, optedOut] = [newId(), { name: name.trim(), kind, note: note.trim(), channel, detail, language }, hadOptedOut(all, accountId)]
    await insertStakeholder(tx, { org_id: actor.orgId, id, ...said, account_id: accountId, account, opted_out: optedOut })
    await record({ room: 'governance', kind: 'stakeholder', id, before: null, after: { ...said, account, optedOut } })
    return ok({})
  })
}

/** Changes how a stakeholder is told, or opts out or in: a member does that for themselves, and nobody for them. */
export function changeStakeholder(db: Db, actor: Actor, id: string, { version, ...change }: StakeholderChange): Promise<Result<object, There | Refusal<'not_found' | 'version_moved' | 'stakeholder_not_yours'>>> {
  return writeAs<Result<object, There | Refusal<'not_found' | 'version_moved' | 'stakeholder_not_yours'>>>(db, actor, 'governance.change-stakeholder', async (tx, record) => {
    // Names are told apart one act at a time.
    if (change.name !== undefined) await lockOrganisation(tx)
    const stored = await lockStakeholder(tx, id)
    if (stored && !speaksFor(actor, stored)) return refuse({ code: 'stakeholder_not_yours', values: { name: stored.name, expected: stored.account ?? 'who plans communication' } })
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'stakeholder', id, version })
    if (!found.ok) return found
    const before = toldOf(found.value)
    const after = { ...before, ...Object.fromEntries(Object.entries(change).filter(([, one]) => one !== undefined)) }
    const there = after.name === before.name ? undefined : whyThere(await readStakeholders(tx), after.name, id)
    if (there) return there
    const { optedOut, ...said } = after
    await updateStakeholder(tx, id, { ...said, name: said.name.trim(), opted_out: optedOut })
    await record({ room: 'governance', kind: 'stakeholder', id, before, after })
    return ok({})
  })
}

/** Removes a stakeholder, and ends what was planned for them; what was told stays in the log. */
export function removeStakeholder(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'governance.remove-stakeholder', async (tx, record) => {
    const stored = await lockStakeholder(tx, id)
    if (!stored) return refuse({ code: 'not_found', values: { what: 'stakeholder', id } })
    const planned = await readPlannedFor(tx, id)
    const reason = `${stored.name} was removed.`
    for (const one of planned) await updateCommunication(tx, one.id, { ended_at: now.toISOString(), ended_by: actor.name, ended_because: reason })
    await updateStakeholder(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'governance', kind: 'stakeholder', id, before: toldOf(stored), after: null }, ...planned.map((one) => ({ room: 'governance', kind: 'communication', id: one.id, before: { ended: null }, after: { ended: reason } })))
    return ok({})
  })
}

type Told = { readonly name: string; readonly note: string; readonly channel: NewStakeholder['channel']; readonly detail: NewStakeholder['detail']; readonly language: string; readonly optedOut: boolean }
const toldOf = ({ name, note, channel, detail, language, opted_out: optedOut }: Omit<Told, 'optedOut'> & { readonly opted_out: boolean }): Told => ({ name, note, channel, detail, language, optedOut })

type Already = { readonly ok: false; readonly refusal: There } | undefined
function whyThere(all: readonly StoredStakeholder[], name: string, except?: string): Already {
  const other = all.find((row) => row.id !== except && row.removed_at === null && row.name.trim().toLowerCase() === name.trim().toLowerCase())
  return other && refuse({ code: 'stakeholder_there', values: { name: other.name } } as const)
}

/** Refused where a member is written down already, by whatever name: of two entries one would not know that they opted out. */
function whyWritten(all: readonly StoredStakeholder[], accountId: string | null): Already {
  const other = accountId === null ? undefined : all.find((row) => row.account_id === accountId && row.removed_at === null)
  return other && refuse({ code: 'stakeholder_there', values: { name: other.name } } as const)
}

/** Whether a member had opted out when they were removed last. */
const hadOptedOut = (all: readonly StoredStakeholder[], accountId: string | null): boolean =>
  accountId !== null && (all.filter((row) => row.account_id === accountId).toSorted((a, b) => ((a.removed_at ?? '') < (b.removed_at ?? '') ? 1 : -1))[0]?.opted_out ?? false)
