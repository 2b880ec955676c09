import type { CapacityRefusal } from '@throughline/contract/capacity'
import { gives, type Member } from '@throughline/contract/people'
import type { Permission, Refusal } from '@throughline/contract/wire'
import { overCommitted, periodAt, periodLabel, quantityText, type CommittedPool, type Counting, type Line, type OverCommitment, type Shortage } from '@throughline/engine/capacity'
import { invariant, refuse, type Currency, type Period } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import { readInitiativesOf, statesInPlan } from '../../demand/index.ts'
import { readMembers, readOrganisation } from '../../people/index.ts'
import { readCapacityLines, readPools } from '../store/pools.ts'
import { readSettings } from '../store/settings.ts'
import { readCommittedPeople } from './store/people.ts'
import type { StoredEnvelope } from './store/funds.ts'
import { amountText, unitText } from '../../starts/index.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

/** Refused where there is no such initiative, or the plan of record does not hold it. */
export async function whyNotInPlan(tx: Tx, id: string): Promise<Refused<'not_found' | 'not_in_plan'> | undefined> {
  const [initiative] = await readInitiativesOf(tx, [id])
  if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id } } as const)
  const held = initiative.current && (statesInPlan as readonly string[]).includes(initiative.state)
  return held ? undefined : refuse({ code: 'not_in_plan', values: { name: initiative.name, found: initiative.current ? initiative.state.replaceAll('_', ' ') : 'not on the current list' } } as const)
}

/** Other people who may do something; services are none. */
export const othersWho = (members: readonly Member[], { accountId }: Pick<Actor, 'accountId'>, permission: Permission): readonly Member[] => members.filter(({ id, role, service }) => gives(role, permission) && !service && id !== accountId)

/** Refused where somebody answers what they asked for themselves, unless there is nobody else who may. */
export async function whyOwn(tx: Tx, actor: Actor, askedById: string, permission: Permission): Promise<Refused<'commitment_own'> | undefined> {
  if (askedById !== actor.accountId) return undefined
  const others = othersWho(await readMembers(tx), actor, permission)
  return others.length === 0 ? undefined : refuse({ code: 'commitment_own', values: { others: others.map(({ name }) => name).join(', ') } } as const)
}

/** A shortage of money as it is refused. */
export function shortRefusal(short: Shortage, envelopes: readonly StoredEnvelope[], currency: Currency): Refused<'envelope_short' | 'commitment_exceeds'> {
  const name = envelopes.find(({ id }) => id === short.envelopeId)?.name ?? ''
  if (short.kind === 'envelope') return refuse({ code: 'envelope_short', values: { name, free: amountText(short.free, currency), found: amountText(short.asked, currency) } } as const)
  return refuse({ code: 'commitment_exceeds', values: { what: `Held of ${name}`, found: amountText(short.asked, currency), expected: amountText(short.held, currency) } } as const)
}

/** The periods of the organisation that commitments touch, with those after which nothing is committed left out. */
export function touchedPeriods(lines: readonly Line[], { calendar, grain }: Counting): readonly Period[] {
  const periods = new Map<string, Period>()
  for (const { from, to } of lines) for (let at = periodAt(calendar, grain, from); at.from < to; at = periodAt(calendar, grain, at.to)) periods.set(at.from, at)
  return [...periods.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** An over-commitment in words: the period, what the pool has, and what would be committed. */
function overValues({ period, supply, committed }: OverCommitment, { name, unit }: { readonly name: string; readonly unit: CommittedPool['unit'] }, { calendar, grain }: Counting) {
  return { pool: name, period: periodLabel(calendar, grain, period), supply: supply === null ? 'no supply is recorded' : `${quantityText(supply)} ${unitText(unit)}`, committed: quantityText(committed) }
}

/** Refused where a pool would have more people committed than it has, with this line added. */
export async function whySupplyShort(tx: Tx, poolId: string, added: Line): Promise<Refused<'supply_short' | 'capacity_unknown'> | undefined> {
  const [pool, counting] = [(await readPools(tx)).find(({ id }) => id === poolId), await countingOf(tx)]
  if (!pool) return refuse({ code: 'capacity_unknown', values: { what: 'pool', id: poolId } } as const)
  const over = overCommitted({ unit: pool.unit, capacity: (await readCapacityLines(tx, poolId)).get(poolId) ?? [], committed: [...(await readCommittedPeople(tx, poolId)), added] }, touchedPeriods([added], counting))
  return over && refuse({ code: 'supply_short', values: overValues(over, pool, counting) } as const)
}

/** Refused where pools have fewer people than are committed: asked within an act that changed what they have, or how it is counted. */
export async function whySupplyCommitted(tx: Tx, poolIds?: readonly string[]): Promise<Refused<Extract<CapacityRefusal['code'], 'supply_committed'>> | undefined> {
  const [counting, people, capacity] = [await countingOf(tx), Map.groupBy(await readCommittedPeople(tx), ({ poolId }) => poolId), await readCapacityLines(tx)]
  for (const pool of await readPools(tx)) {
    const committed = people.get(pool.id) ?? []
    if (committed.length === 0 || poolIds?.includes(pool.id) === false) continue
    const over = overCommitted({ unit: pool.unit, capacity: capacity.get(pool.id) ?? [], committed }, touchedPeriods(committed, counting))
    if (over) return refuse({ code: 'supply_committed', values: overValues(over, pool, counting) } as const)
  }
  return undefined
}

/** How the organisation counts its periods. */
export async function countingOf(tx: Tx): Promise<Counting> {
  return { calendar: (await readOrganisation(tx)).calendar, grain: (await readSettings(tx)).grain }
}

/** The one of some rows that has an id, known to be there. */
export function oneOf<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((one) => one.id === id)
  invariant(row, 'what is held by its id is among what was read')
  return row
}
