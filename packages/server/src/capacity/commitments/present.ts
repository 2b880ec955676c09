import type { BudgetEntry, Commitments, CrewLine, CrewRow, Envelope, FundingRequest, StaffingRequest, Start, StartException } from '@throughline/contract/capacity'
import { toWire } from '@throughline/contract/wire'
import { crewByPeriod, envelopeBook, quantityText, type FundingMove, type PoolUnit, type StartReadiness } from '@throughline/engine/capacity'
import { fiscalYearLabel, known, missing, money, type CivilDate, type Currency, type FiscalCalendar, type Period } from '@throughline/engine/kernel'
import { statesInPlan } from '../../demand/index.ts'
import { isInForce, type CommittedLine, type KeptCrewLine, type StoredException, type StoredGate } from '../../starts/index.ts'
import type { StoredEntry, StoredEnvelope, StoredFunding } from './store/funds.ts'
import type { StoredStaffing } from './store/people.ts'
import type { NamedHolder } from './store/starts.ts'

/** What is needed beside the rows to show them to somebody. */
export type Telling = {
  readonly currency: Currency
  readonly calendar: FiscalCalendar
  readonly today: CivilDate
  readonly holders: ReadonlyMap<string, NamedHolder>
  readonly pools: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly unit: PoolUnit }>
  readonly envelopes: ReadonlyMap<string, StoredEnvelope>
  readonly me: string
  readonly may: Commitments['may']
  /** Whether what they asked for themselves is theirs to answer, because nobody else may. */
  readonly answersOwn: { readonly funds: boolean; readonly people: boolean }
}

const gone = 'An initiative that was removed'
/** An initiative as it is named here; of one that was removed it is told that it was. */
export const nameOf = (id: string, holders: Telling['holders']): string => {
  const holder = holders.get(id)
  return holder && !holder.gone ? holder.name : gone
}
const holderOf = (id: string, { holders }: Pick<Telling, 'holders'>) => {
  const holder = holders.get(id)
  return { id, name: nameOf(id, holders), inPlan: holder !== undefined && !holder.gone && (statesInPlan as readonly string[]).includes(holder.state) }
}
const amount = (minor: string | bigint | null, currency: Currency) => toWire(minor === null ? missing('amount') : known(money(BigInt(minor), currency))) as Envelope['amount']

/** Holders that an envelope lists. */
const mostHolders = 100

export function presentEnvelope(row: StoredEnvelope, held: readonly FundingMove[], { waiting, decisions, ...telling }: Pick<Telling, 'currency' | 'calendar' | 'holders'> & { readonly waiting: ReadonlyMap<string, bigint>; readonly decisions: ReadonlyMap<string, string> }): Envelope {
  const { currency, calendar, holders } = telling
  const own = held.filter(({ envelopeId }) => envelopeId === row.id).toSorted((a, b) => (a.amountMinor === b.amountMinor ? (a.initiativeId < b.initiativeId ? -1 : 1) : a.amountMinor > b.amountMinor ? -1 : 1))
  const { committed, free } = envelopeBook({ name: row.name, amountMinor: BigInt(row.amount_minor) }, own.map(({ initiativeId, amountMinor }) => ({ initiativeId, name: nameOf(initiativeId, holders), amountMinor })), currency)
  return {
    id: row.id, version: row.version, name: row.name, year: row.year, label: fiscalYearLabel(calendar, row.year), owner: { id: row.owner_id, name: row.owner }, decision: row.decision_id === null ? null : { id: row.decision_id, name: decisions.get(row.decision_id) ?? '' },
    amount: amount(row.amount_minor, currency), committed: toWire(committed) as Envelope['committed'], free: toWire(free) as Envelope['free'], waiting: amount(waiting.get(row.id) ?? 0n, currency),
    holders: own.slice(0, mostHolders).map(({ initiativeId, amountMinor }) => ({ initiative: holderOf(initiativeId, telling), amount: amount(amountMinor, currency) })), omitted: Math.max(0, own.length - mostHolders),
  }
}

const envelopeRef = (id: string, { envelopes, calendar }: Pick<Telling, 'envelopes' | 'calendar'>) => {
  const envelope = envelopes.get(id)
  return { id, name: envelope?.name ?? 'An envelope that was removed', label: envelope ? fiscalYearLabel(calendar, envelope.year) : '' }
}

export const presentEntry = (row: StoredEntry, telling: Telling): BudgetEntry => ({
  id: row.id, kind: row.kind, envelope: envelopeRef(row.envelope_id, telling), initiative: holderOf(row.initiative_id, telling), amount: amount(row.amount_minor, telling.currency), transferId: row.transfer_id, reason: row.reason, by: row.recorded_by, at: row.recorded_at,
})

const asked = (row: StoredFunding | StoredStaffing, telling: Telling) => ({ id: row.id, version: row.version, initiative: holderOf(row.initiative_id, telling), words: row.words, askedBy: { id: row.asked_by_id, name: row.asked_by }, askedAt: row.asked_at, state: row.state, answer: row.answer })

export const presentFunding = (row: StoredFunding, telling: Telling): FundingRequest => ({
  ...asked(row, telling), envelope: envelopeRef(row.envelope_id, telling), amount: amount(row.amount_minor, telling.currency), committed: amount(row.committed_minor, telling.currency),
  may: { answer: row.state === 'waiting' && telling.may.commitFunds && (row.asked_by_id !== telling.me || telling.answersOwn.funds), withdraw: row.state === 'waiting' && row.asked_by_id === telling.me },
})

export const presentStaffing = (row: StoredStaffing, telling: Telling): StaffingRequest => ({
  ...asked(row, telling), pool: poolRef(row.pool_id, telling), skill: row.skill, from: row.from_on, to: row.to_on, quantity: quantityText(BigInt(row.hundredths)), committed: row.committed_hundredths === null ? null : quantityText(BigInt(row.committed_hundredths)),
  may: { answer: row.state === 'waiting' && telling.may.commitPeople && (row.asked_by_id !== telling.me || telling.answersOwn.people), end: (row.state === 'waiting' && row.asked_by_id === telling.me) || (row.state === 'committed' && telling.may.commitPeople) },
})

const poolRef = (id: string, { pools }: Pick<Telling, 'pools'>) => pools.get(id) ?? { id, name: 'A pool that was removed', unit: 'fte' as const }

/** The crew of an initiative by pool and period. */
export const presentCrew = (of: { readonly initiative: { readonly id: string; readonly name: string }; readonly startsOn: CivilDate; readonly lines: readonly KeptCrewLine[]; readonly people: readonly CommittedLine[] }, periods: readonly Period[], telling: Pick<Telling, 'pools'>): readonly CrewRow[] =>
  of.lines.map(({ poolId, hundredths, months }) => {
    const pool = poolRef(poolId, telling)
    const cells = crewByPeriod({ poolId, hundredths: BigInt(hundredths), months }, { unit: pool.unit, startOn: of.startsOn, committed: of.people.filter((line) => line.poolId === poolId) }, periods)
    return { initiative: of.initiative, pool, startsOn: of.startsOn, cells: cells.map(({ needed, committed }) => ({ needed: needed === null ? null : quantityText(needed), committed: quantityText(committed) })) }
  })

export const presentException = (row: StoredException, { holders, today }: Pick<Telling, 'holders' | 'today'>): StartException => ({
  id: row.id, version: row.version, initiative: { id: row.initiative_id, name: nameOf(row.initiative_id, holders) }, untilOn: row.until_on, reason: row.reason, by: row.given_by, at: row.given_at, ended: row.ended, inForce: isInForce(row, today),
})

export const presentGate = ({ is_on, reason, said_by, said_at, version }: StoredGate): Commitments['gate'] => ({ on: is_on, said: said_at === '' ? null : { by: said_by, at: said_at, words: reason }, version })

export const presentCrewLines = (lines: readonly KeptCrewLine[], telling: Pick<Telling, 'pools'>): CrewLine[] => lines.map(({ poolId, hundredths, months }) => ({ pool: poolRef(poolId, telling), quantity: quantityText(BigInt(hundredths)), months }))

type Shown = { readonly initiative: Start['initiative']; readonly readiness: StartReadiness; readonly exception: StartException | null; readonly crew: CrewLine[]; readonly version: number; readonly may: readonly string[] }
export const presentStart = ({ initiative, readiness, exception, crew, version, may }: Shown): Start => ({
  initiative, state: readiness.state, startsOn: readiness.startsOn, conditions: readiness.conditions.map(({ kind, state, thing, when, why }) => ({ kind, state, thing, when, why: toWire(why) as Start['why'] })), why: toWire(readiness.why) as Start['why'], exception, crew, version, may: [...may],
})
