import type { Drawdown, IssueFacts, RecordedEstimate, RiskEstimate, RiskFacts } from '@throughline/engine/delivery'
import { sql, type Insertable, type Selectable } from 'kysely'
import { newId, type Tx } from '../../database/index.ts'
import type { ContingencyTable, DrawdownTable, IssueTable, RiskEstimateTable, RiskTable } from './tables.ts'

export type RiskRecord = Omit<Selectable<RiskTable>, 'org_id' | 'removed_at'>
export type EstimateRecord = Omit<Selectable<RiskEstimateTable>, 'org_id'>
export type IssueRecord = Omit<Selectable<IssueTable>, 'org_id' | 'removed_at'>
export type ContingencyRecord = Omit<Selectable<ContingencyTable>, 'org_id'>
export type DrawdownRecord = Omit<Selectable<DrawdownTable>, 'org_id'>

const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`
const amount = (minor: string | null): bigint | null => (minor === null ? null : BigInt(minor))

const riskColumns = ['id', 'version', 'initiative_id', 'key', 'title', 'kind', 'cause', 'event', 'effect', 'probability', 'impact_low_minor', 'impact_minor', 'impact_high_minor', 'impact_days', 'strategy', 'actions', 'cost_minor', 'due_on', 'done_on', 'residual_probability', 'residual_minor', 'identified_on', 'proximity_on', 'owner', 'state', 'over_on', 'over_reason'] as const
const risks = (tx: Tx) => tx.selectFrom('risk').select(riskColumns).where('removed_at', 'is', null)
/** Risks of an initiative by their keys, R-2 before R-10. */
export const readRisksOf = (tx: Tx, initiativeId: string): Promise<RiskRecord[]> => risks(tx).where('initiative_id', '=', initiativeId).orderBy(sql`length(key)`).orderBy(sql`lower(key)`).orderBy('id').execute()
export const readAllRisks = (tx: Tx): Promise<RiskRecord[]> => risks(tx).orderBy(sql`length(key)`).orderBy(sql`lower(key)`).orderBy('id').execute()
/** Those of some initiatives. */
export const readRisksAmong = (tx: Tx, initiativeIds: readonly string[]): Promise<RiskRecord[]> => risks(tx).where('initiative_id', '=', among(initiativeIds)).execute()
export const readRiskRecord = (tx: Tx, id: string): Promise<RiskRecord | undefined> => risks(tx).where('id', '=', id).executeTakeFirst()
/** Locked until the act ends. */
export const lockRisk = (tx: Tx, id: string): Promise<RiskRecord | undefined> => risks(tx).where('id', '=', id).forUpdate().executeTakeFirst()

type EstimateColumns = Pick<RiskTable, 'probability' | 'impact_low_minor' | 'impact_minor' | 'impact_high_minor' | 'impact_days'>
const estimateOf = ({ probability, impact_low_minor, impact_minor, impact_high_minor, impact_days }: EstimateColumns): RiskEstimate => ({ probability, impactLowMinor: amount(impact_low_minor), impactMinor: amount(impact_minor), impactHighMinor: amount(impact_high_minor), impactDays: impact_days })
/** A risk as the engine reads it. */
export const riskOf = (row: RiskRecord): RiskFacts => ({
  id: row.id, key: row.key, title: row.title, kind: row.kind, cause: row.cause, event: row.event, effect: row.effect, ...estimateOf(row), strategy: row.strategy, actions: row.actions, costMinor: amount(row.cost_minor), dueOn: row.due_on, doneOn: row.done_on,
  residualProbability: row.residual_probability, residualMinor: amount(row.residual_minor), identifiedOn: row.identified_on, proximityOn: row.proximity_on, owner: row.owner, state: row.state, overOn: row.over_on, overReason: row.over_reason,
})
const text = (minor: bigint | null): string | null => minor?.toString() ?? null
const estimateColumns = (one: RiskEstimate) => ({ probability: one.probability, impact_low_minor: text(one.impactLowMinor), impact_minor: text(one.impactMinor), impact_high_minor: text(one.impactHighMinor), impact_days: one.impactDays })
const stored = (one: RiskFacts) => ({
  id: one.id, key: one.key, title: one.title, kind: one.kind, cause: one.cause, event: one.event, effect: one.effect, ...estimateColumns(one), strategy: one.strategy, actions: one.actions, cost_minor: text(one.costMinor), due_on: one.dueOn, done_on: one.doneOn,
  residual_probability: one.residualProbability, residual_minor: text(one.residualMinor), identified_on: one.identifiedOn, proximity_on: one.proximityOn, owner: one.owner, state: one.state, over_on: one.overOn, over_reason: one.overReason,
})
const given = (all: readonly RiskFacts[]) => sql`jsonb_to_recordset(${JSON.stringify(all.map(stored))}::jsonb) as n(id uuid, key text, title text, kind text, cause text, event text, effect text, probability double precision, impact_low_minor bigint, impact_minor bigint, impact_high_minor bigint, impact_days int,
  strategy text, actions text, cost_minor bigint, due_on date, done_on date, residual_probability double precision, residual_minor bigint, identified_on date, proximity_on date, owner text, state text, over_on date, over_reason text)`
const names = riskColumns.filter((name) => name !== 'id' && name !== 'version' && name !== 'initiative_id')
const [written, taken] = [sql.raw(names.join(', ')), sql.raw(names.map((name) => `n.${name}`).join(', '))]

/** Adds risks to an initiative. */
export async function insertRisks(tx: Tx, initiativeId: string, all: readonly RiskFacts[]): Promise<void> {
  if (all.length > 0) await sql`insert into risk (org_id, id, initiative_id, ${written}) select current_org(), n.id, ${initiativeId}::uuid, ${taken} from ${given(all)}`.execute(tx)
}
/** Gives risks what is said of them now, and counts their versions up. */
export async function updateRisks(tx: Tx, all: readonly RiskFacts[]): Promise<void> {
  if (all.length > 0) await sql`update risk r set (${written}) = (${taken}), version = r.version + 1 from ${given(all)} where r.org_id = current_org() and r.id = n.id`.execute(tx)
}
/** Takes a risk or an issue out of its register; its past stays. */
export const removeFromRegister = (tx: Tx, table: 'risk' | 'issue', id: string, at: string) => tx.updateTable(table).set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** What was ever estimated of some risks, or all of them, in the order of its recording. */
export const readEstimates = (tx: Tx, riskIds?: readonly string[]): Promise<EstimateRecord[]> =>
  tx.selectFrom('risk_estimate').select(['id', 'risk_id', 'on_day', 'occasion', 'probability', 'impact_low_minor', 'impact_minor', 'impact_high_minor', 'impact_days', 'words', 'given_by', 'given_at']).$if(riskIds !== undefined, (query) => query.where('risk_id', '=', among(riskIds ?? []))).orderBy('given_at').orderBy('id').execute()
export const recordedOf = (row: EstimateRecord): RecordedEstimate => ({ on: row.on_day, occasion: row.occasion, ...estimateOf(row) })
export type GivenEstimate = Pick<RiskEstimateTable, 'risk_id' | 'on_day' | 'occasion' | 'words' | 'given_by' | 'given_at'> & { readonly of: RiskEstimate }
export async function insertEstimates(tx: Tx, orgId: string, all: readonly GivenEstimate[]): Promise<void> {
  // A statement takes so many values and no more.
  for (let at = 0; at < all.length; at += 500) await tx.insertInto('risk_estimate').values(all.slice(at, at + 500).map(({ of, ...one }) => ({ org_id: orgId, id: newId(), ...one, ...estimateColumns(of) }))).execute()
}

const issueColumns = ['id', 'version', 'initiative_id', 'key', 'title', 'severity', 'opened_on', 'contained_on', 'resolved_on', 'owner', 'cause', 'risk_id'] as const
const issues = (tx: Tx) => tx.selectFrom('issue').select(issueColumns).where('removed_at', 'is', null)
/** Issues of an initiative, or of all of them, those that were opened last first. */
export const readIssues = (tx: Tx, initiativeId?: string): Promise<IssueRecord[]> => issues(tx).$if(initiativeId !== undefined, (query) => query.where('initiative_id', '=', initiativeId ?? '')).orderBy('opened_on', 'desc').orderBy('id').execute()
export const readIssueRecord = (tx: Tx, id: string): Promise<IssueRecord | undefined> => issues(tx).where('id', '=', id).executeTakeFirst()
export const lockIssue = (tx: Tx, id: string): Promise<IssueRecord | undefined> => issues(tx).where('id', '=', id).forUpdate().executeTakeFirst()
export const issueOf = ({ id, key, title, severity, opened_on, contained_on, resolved_on, owner, cause, risk_id }: IssueRecord): IssueFacts => ({
  id, key, title, severity, openedOn: opened_on, containedOn: contained_on, resolvedOn: resolved_on, owner, cause: cause === 'risk' && risk_id !== null ? { kind: 'risk', riskId: risk_id } : cause === 'none' ? { kind: 'none' } : null,
})
const issueRow = ({ id, key, title, severity, openedOn, containedOn, resolvedOn, owner, cause }: IssueFacts) => ({ id, key, title, severity, opened_on: openedOn, contained_on: containedOn, resolved_on: resolvedOn, owner, cause: cause?.kind ?? null, risk_id: cause?.kind === 'risk' ? cause.riskId : null })
export const insertIssue = (tx: Tx, orgId: string, initiativeId: string, issue: IssueFacts) => tx.insertInto('issue').values({ org_id: orgId, initiative_id: initiativeId, ...issueRow(issue) }).execute()
export const updateIssue = (tx: Tx, issue: IssueFacts) => tx.updateTable('issue').set(issueRow(issue)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', issue.id).execute()

/** Initiatives with a register (a risk, an issue or a contingency), and how many issues of each are open. */
export async function readRegistered(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; open: number }>`
    select initiative_id as id, sum(open)::int as open from (select distinct initiative_id, 0 as open from risk where removed_at is null union all select initiative_id, 0 from contingency union all select initiative_id, (count(*) filter (where resolved_on is null))::int from issue where removed_at is null group by 1) r group by 1`.execute(tx)
  return new Map(rows.map(({ id, open }) => [id, open]))
}

/** Contingencies of an initiative, or of all of them. */
export const readContingencies = (tx: Tx, initiativeId?: string): Promise<ContingencyRecord[]> => tx.selectFrom('contingency').select(['id', 'version', 'initiative_id', 'agreed_minor', 'agreed_on', 'words']).$if(initiativeId !== undefined, (query) => query.where('initiative_id', '=', initiativeId ?? '')).execute()
export const insertContingency = (tx: Tx, row: Insertable<ContingencyTable>) => tx.insertInto('contingency').values(row).execute()
export const updateContingency = (tx: Tx, id: string, said: Pick<ContingencyTable, 'agreed_minor' | 'agreed_on' | 'words'>) => tx.updateTable('contingency').set(said).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

const drawdowns = (tx: Tx) => tx.selectFrom('contingency_drawdown').select(['id', 'initiative_id', 'on_day', 'amount_minor', 'for_kind', 'for_id', 'words', 'reverses_id', 'drawn_by', 'drawn_at'])
/** Drawdowns of an initiative, or of all of them, the newest first. */
export const readDrawdowns = (tx: Tx, initiativeId?: string): Promise<DrawdownRecord[]> => drawdowns(tx).$if(initiativeId !== undefined, (query) => query.where('initiative_id', '=', initiativeId ?? '')).orderBy('on_day', 'desc').orderBy('drawn_at', 'desc').orderBy('id', 'desc').execute()
export const readDrawdown = (tx: Tx, id: string): Promise<DrawdownRecord | undefined> => drawdowns(tx).where('id', '=', id).executeTakeFirst()
export const drawdownOf = ({ id, on_day, amount_minor, for_kind, for_id, words, reverses_id }: DrawdownRecord): Drawdown => ({ id, on: on_day, amountMinor: BigInt(amount_minor), for: for_kind !== null && for_id !== null ? { kind: for_kind, id: for_id } : null, words, reverses: reverses_id })
export const insertDrawdown = (tx: Tx, row: Insertable<DrawdownTable>) => tx.insertInto('contingency_drawdown').values(row).execute()

/** Whether amounts are kept in any register, of today or in what was once estimated. */
export const anyAmounts = async (tx: Tx): Promise<boolean> => (await sql<{ any: boolean }>`select exists (select from risk where impact_minor is not null or cost_minor is not null or residual_minor is not null) or exists (select from risk_estimate where impact_minor is not null) or exists (select from contingency) as any`.execute(tx)).rows[0]?.any ?? false
/** What was ever in the register of an initiative, by the kind of its revisions. */
export async function idsInRegister(tx: Tx, initiativeId: string): Promise<readonly { readonly kind: string; readonly ids: readonly string[] }[]> {
  const of = async (kind: string, table: 'risk' | 'issue' | 'contingency' | 'contingency_drawdown') => ({ kind, ids: (await tx.selectFrom(table).select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id) })
  return [await of('risk', 'risk'), await of('issue', 'issue'), await of('contingency', 'contingency'), await of('drawdown', 'contingency_drawdown')]
}
/** Names of risks and issues, withdrawn ones as well. */
export const namesInRegister = (tx: Tx, table: 'risk' | 'issue', ids: readonly string[]) => tx.selectFrom(table).select(['id', 'initiative_id', 'key', 'title', 'removed_at']).where('id', '=', among(ids)).execute()
export const drawdownPlaces = (tx: Tx, ids: readonly string[]) => tx.selectFrom('contingency_drawdown').select(['id', 'initiative_id', 'on_day']).where('id', '=', among(ids)).execute()
