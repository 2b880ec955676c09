import type { StrategyRefusal } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import { exactAlignment, versionDifference } from '@throughline/engine/strategy'
import { contributionOf } from '@throughline/engine/strategy'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { insertDecision, notify } from '../../../governance/index.ts'
import { readMembers } from '../../../people/index.ts'
import type { StoredStrategy } from '../../store.ts'
import { lockStrategy } from '../../write-store.ts'
import { adoptionOf } from '../adoption.ts'
import { adoptContent } from '../adopt.ts'
import { contributionsInForce, plainDocument } from '../content.ts'
import { unitStrategyChanges, versionMeasuresOf, withoutMeasures } from '../measures.ts'
import type { RecordedPlan, RecordOfPlan } from '../plan-source.ts'
import { nameOfVersion, notSent, senderRefusal } from '../policy.ts'
import { insertDocument, readDocument, readVersionRow, updateDocument, updateVersion, type VersionRow } from '../store.ts'
import { initiativeChanges, readWholeVersion, type WholeVersion } from '../whole.ts'

type Refused = StrategyRefusal | WireRefusal
export type Deciding = { readonly version: number; readonly rationale: string; readonly expected?: string | undefined }

/**
 * Puts a version in force and carries out its actions on the plan of record, with the decision record, in one transaction or not at all.
 * It does exactly what the approver was shown (`seen`), and is refused where strategy or initiatives moved since the draft was made: then it
 * is rebased and looked at again.
 */
export function approveDraft(db: Db, actor: Actor, id: string, wanted: Deciding & { readonly seen: string }, now: Date, plan: RecordOfPlan): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.approve-draft', async (tx, record) => {
    await plan.lock(tx)
    const opened = await openSent(tx, actor, id, wanted.version)
    if (!opened.ok) return opened
    const { row, stored, whole } = opened.value
    const before = await plan.read(tx)
    const adoption = adoptionOf(whole, before, plan)
    const { moved, problems, changes } = adoption
    if (moved.length > 0) return refuse({ code: 'plan_moved', values: { name: nameOfVersion(row), found: moved.map(({ words }) => words).join(' '), all: moved } })
    if (problems.length > 0) return refuse({ code: 'draft_unsound', values: { count: problems.length, problems: problems.map(({ words }) => words).join(' '), all: problems } })
    if (adoption.seen !== wanted.seen) return refuse({ code: 'draft_preview_outdated' })
    const [decisionId, at] = [newId(), now.toISOString()]
    const why = `Decision ${decisionId}: ${nameOfVersion(row)}`
    await supersede(tx, actor, stored, whole, at)
    await updateVersion(tx, id, { status: 'in_force', approved_at: at, approved_by: actor.name, decision_id: decisionId, units: whole.document.content.units, waivers: whole.document.content.waivers, unit_strategies: withoutMeasures(whole.document.content.unitStrategies) })
    await updateDocument(tx, id, { reviewed: reviewedBy(whole), touched: touchedBy(whole) })
    await adoptContent({ tx, actor, record, now, why, versionId: id, called: nameOfVersion(row) }, stored, whole.document.content, whole.contributions)
    await plan.apply({ tx, actor, record, now, why }, fieldsByInitiative(whole, before))
    const hash = plan.hash(await plan.read(tx))
    invariant(hash === plan.hash(adoption.after), 'the plan of record after a recalibration comes to what its approval showed')
    const { question, chosen } = asked(row, stored)
    await keepDecision(tx, actor, { id: decisionId, question, chosen, wanted, row, options: [{ id: 'plan', name: 'The strategy and the plan as they were', chosen: false, figures: plan.summary(before) }, { id, name: nameOfVersion(row), chosen: true, figures: plan.summary(adoption.after) }], differences: changes, ...(await plan.instants(tx)), hashBefore: plan.hash(before), hashAfter: hash })
    await record({ room: 'strategy', kind: 'strategy_version', id, before: { status: 'sent' }, after: { status: 'in_force', decisionId, changes: changes.items.length }, why: wanted.rationale }, { room: 'governance', kind: 'decision', id: decisionId, before: null, after: { question, chosen, rationale: wanted.rationale } })
    await tell(tx, actor, row, 'strategy.approve-draft', wanted.rationale)
    return ok(id)
  })
}

/** Rejects what was sent and keeps the decision; it is a draft again, and strategy and plan stay as they are. */
export function rejectDraft(db: Db, actor: Actor, id: string, wanted: Deciding, plan: RecordOfPlan): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.reject-draft', async (tx, record) => {
    const opened = await openSent(tx, actor, id, wanted.version)
    if (!opened.ok) return opened
    const { row, stored, whole } = opened.value
    const standing = await plan.read(tx)
    const { after, changes } = adoptionOf(whole, standing, plan)
    const [decisionId, hash, { question }] = [newId(), plan.hash(standing), asked(row, stored)]
    await keepDecision(tx, actor, { id: decisionId, question, chosen: 'Reject', wanted, row, options: [{ id: 'plan', name: 'The strategy and the plan as they are', chosen: true, figures: plan.summary(standing) }, { id, name: nameOfVersion(row), chosen: false, figures: plan.summary(after) }], differences: changes, ...(await plan.instants(tx)), hashBefore: hash, hashAfter: hash })
    await updateVersion(tx, id, { status: 'draft', remark: wanted.rationale, decision_id: decisionId })
    await record({ room: 'strategy', kind: 'strategy_version', id, before: { status: 'sent' }, after: { status: 'draft', decisionId, rationale: wanted.rationale }, why: wanted.rationale }, { room: 'governance', kind: 'decision', id: decisionId, before: null, after: { question, chosen: 'Reject', rationale: wanted.rationale } })
    await tell(tx, actor, row, 'strategy.reject-draft', wanted.rationale)
    return ok(id)
  })
}

/** What was sent, held with the strategy in force, and that this person may decide on it. */
async function openSent(tx: Tx, actor: Actor, id: string, version: number): Promise<Result<{ readonly row: VersionRow; readonly stored: StoredStrategy; readonly whole: WholeVersion }, Refused>> {
  const stored = await lockStrategy(tx, actor.orgId)
  const row = await readVersionRow(tx, id)
  const wrong = row && (notSent(row) ?? senderRefusal(row, actor, await readMembers(tx)))
  if (wrong) return wrong
  const found = await expectVersion(tx, row, { room: 'strategy', kind: 'strategy_version', id, version })
  return found.ok ? ok({ row: found.value, stored, whole: await readWholeVersion(tx, stored, found.value) }) : found
}

/** The version in force becomes a document of what it said to the last. */
async function supersede(tx: Tx, actor: Actor, stored: StoredStrategy, { inForce }: WholeVersion, at: string): Promise<void> {
  const id = stored.inForce.id
  const contributions = contributionsInForce(stored).map(({ origin: _, ...one }) => ({ ...one, base: null }))
  if (await readDocument(tx, id, versionMeasuresOf(stored))) await updateDocument(tx, id, { content: inForce, contributions })
  else await insertDocument(tx, actor.orgId, id, { ...plainDocument(inForce, null), contributions })
  await updateVersion(tx, id, { status: 'superseded', superseded_at: at })
}

/** Alignment under the new version of each initiative that it says something of: it was reviewed. */
function reviewedBy({ after, contributions, document }: WholeVersion): Readonly<Record<string, number>> {
  const weights = new Map(after.objectives.map(({ key, units }) => [key, units]))
  const own = Map.groupBy(contributions, ({ initiativeId }) => initiativeId)
  return Object.fromEntries(document.actions.map(({ initiativeId }) => [initiativeId, exactAlignment(weights, new Map((own.get(initiativeId) ?? []).map(({ key, contribution }) => [key, contributionOf(contribution)])))]))
}

/** Objectives, of the organisation and of units, that the version adds, weighs anew or gives another target: where the first effect is looked for. */
function touchedBy({ before, after, mappings, document, inForce }: WholeVersion): readonly string[] {
  const difference = versionDifference(before, after, mappings)
  const keys = new Set((difference.ok ? difference.value : []).flatMap((change) => ('key' in change && (change.kind === 'added' || change.kind === 'reweighted' || change.kind === 'target_changed') ? [change.key] : [])))
  const below = unitStrategyChanges(inForce.unitStrategies, document.content.unitStrategies).flatMap(({ objectives }) => objectives)
    .filter(({ kinds, measures }) => kinds.includes('added') || kinds.includes('reweighted') || measures.some(({ kind }) => kind === 'target_changed'))
  return [...document.content.objectives.filter(({ key }) => keys.has(key)), ...below].map(({ id }) => id)
}

function fieldsByInitiative({ document }: WholeVersion, { initiatives }: RecordedPlan) {
  const changes = Map.groupBy(initiativeChanges(document, initiatives), ({ id }) => id)
  return [...changes].map(([id, own]) => ({ id, fields: Object.fromEntries(own.map(({ field, value }) => [field, value])) }))
}

const asked = (row: VersionRow, { strategy }: StoredStrategy) => ({ question: `Should “${nameOfVersion(row)}” become the strategy in force (${strategy.name}), with what it asks of the portfolio?`, chosen: nameOfVersion(row) })

type Kept = Pick<Parameters<typeof insertDecision>[1], 'id' | 'question' | 'chosen' | 'options' | 'differences' | 'hashBefore' | 'hashAfter'> & { readonly wanted: Deciding; readonly row: VersionRow; readonly before: string; readonly at: string }

async function keepDecision(tx: Tx, actor: Actor, { wanted, row, before, at, ...decision }: Kept): Promise<void> {
  await insertDecision(tx, { ...decision, rationale: wanted.rationale, expected: wanted.expected ?? '', deciderId: actor.accountId, deciderName: actor.name, proposerId: row.sent_by_id, proposerName: row.sent_by, scenarioId: null, scenarioName: null, knownAt: before, decidedAt: at })
}

async function tell(tx: Tx, actor: Actor, row: VersionRow, act: string, words: string): Promise<void> {
  await notify(tx, actor, { reason: 'approval_result', to: [row.sent_by_id, row.drafted_by_id].filter((one) => one !== null), subject: { room: 'strategy', kind: 'strategy_version', id: row.id }, act, words })
}
