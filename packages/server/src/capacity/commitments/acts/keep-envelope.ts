import type { EnvelopeChange, NewEnvelope } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readDecisions } from '../../../governance/index.ts'
import { lockOrganisation, readMembers } from '../../../people/index.ts'
import { envelopeNamed, insertEnvelope, lockEnvelopes, readHeld, readWaiting, updateEnvelope, type StoredEnvelope } from '../store/funds.ts'
import { amountText } from '../../../starts/index.ts'

type Wrong = Refusal<'capacity_name_taken' | 'capacity_unknown'>
type Unchanged = Wrong | Refusal<'not_found' | 'version_moved' | 'envelope_committed'>
type Columns = Pick<StoredEnvelope, 'name' | 'year' | 'amount_minor' | 'owner_id' | 'owner' | 'decision_id'>

/** Adds an envelope under a name that no other of its fiscal year has. */
export function addEnvelope(db: Db, actor: Actor, { name, year, amountMinor, ownerId, decisionId = null }: NewEnvelope): Promise<Result<object, Wrong>> {
  return writeAs<Result<object, Wrong>>(db, actor, 'capacity.add-envelope', async (tx, record) => {
    await lockOrganisation(tx)
    const said = await saidOf(tx, { name: name.trim(), year, amount_minor: amountMinor, owner_id: ownerId, owner: '', decision_id: decisionId })
    if (!said.ok) return said
    const id = newId()
    await insertEnvelope(tx, { org_id: actor.orgId, id, ...said.value })
    await record({ room: 'capacity', kind: 'budget_envelope', id, before: null, after: told(said.value) })
    return ok({})
  })
}

/** Changes an envelope, never below what is committed of it. Its fiscal year stays, for commitments are of that year. */
export function changeEnvelope(db: Db, actor: Actor, id: string, { version, reason, name, amountMinor, ownerId, decisionId }: EnvelopeChange): Promise<Result<object, Unchanged>> {
  return writeAs<Result<object, Unchanged>>(db, actor, 'capacity.change-envelope', async (tx, record) => {
    const { currency } = await lockOrganisation(tx)
    const found = await expectVersion(tx, (await lockEnvelopes(tx, [id]))[0], { room: 'capacity', kind: 'budget_envelope', id, version })
    if (!found.ok) return found
    const before = found.value
    const said = await saidOf(tx, { name: name?.trim() ?? before.name, year: before.year, amount_minor: amountMinor ?? before.amount_minor, owner_id: ownerId ?? before.owner_id, owner: before.owner, decision_id: decisionId === undefined ? before.decision_id : decisionId }, before)
    if (!said.ok) return said
    const committed = await committedOf(tx, id)
    if (BigInt(said.value.amount_minor) < committed) return refuse({ code: 'envelope_committed', values: { name: before.name, found: `${amountText(committed, currency)} is committed`, expected: `an envelope of at least that, found ${amountText(BigInt(said.value.amount_minor), currency)}` } })
    await updateEnvelope(tx, id, said.value)
    await record({ room: 'capacity', kind: 'budget_envelope', id, before: told(before), after: told(said.value), why: reason.trim() })
    return ok({})
  })
}

/** Removes an envelope of which nothing is committed or asked; its history is kept. */
export function removeEnvelope(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found' | 'envelope_committed'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'envelope_committed'>>>(db, actor, 'capacity.remove-envelope', async (tx, record) => {
    const { currency } = await lockOrganisation(tx)
    const [before] = await lockEnvelopes(tx, [id])
    if (!before) return refuse({ code: 'not_found', values: { what: 'envelope', id } })
    const [committed, waiting] = [await committedOf(tx, id), (await readWaiting(tx)).get(id) ?? 0n]
    if (committed + waiting > 0n) return refuse({ code: 'envelope_committed', values: { name: before.name, found: committed > 0n ? `${amountText(committed, currency)} is committed` : `${amountText(waiting, currency)} is asked`, expected: 'nothing' } })
    await updateEnvelope(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'capacity', kind: 'budget_envelope', id, before: told(before), after: null })
    return ok({})
  })
}

/** What an envelope says: refused where its name is taken, or its owner or decision is not there. */
async function saidOf(tx: Tx, columns: Columns, before?: StoredEnvelope): Promise<Result<Columns, Wrong>> {
  const same = await envelopeNamed(tx, columns.name, columns.year)
  if (same && same.id !== before?.id) return refuse({ code: 'capacity_name_taken', values: { what: 'envelope', name: same.name } })
  if (columns.decision_id !== null && columns.decision_id !== before?.decision_id && !(await readDecisions(tx)).some(({ id }) => id === columns.decision_id)) return refuse({ code: 'capacity_unknown', values: { what: 'decision', id: columns.decision_id } })
  if (columns.owner_id === before?.owner_id) return ok(columns)
  const owner = (await readMembers(tx)).find(({ id, service }) => id === columns.owner_id && !service)
  return owner ? ok({ ...columns, owner: owner.name }) : refuse({ code: 'capacity_unknown', values: { what: 'member', id: columns.owner_id } })
}

const committedOf = async (tx: Tx, id: string): Promise<bigint> => (await readHeld(tx, [id])).reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
const told = ({ name, year, amount_minor, owner, decision_id }: Columns) => ({ name, year, amountMinor: amount_minor, owner, decisionId: decision_id })
