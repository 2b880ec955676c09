import type { strategyProblems, StrategyRefusal, StrategyVersionDetail, versionRoutes } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { gives } from '@throughline/contract/people'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import type { Handlers, RequestContext } from '../../http/index.ts'
import { may, readMembers } from '../../people/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored, type StoredStrategy } from '../store.ts'
import { changeDraft } from './acts/change-draft.ts'
import { approveDraft, rejectDraft } from './acts/decide-draft.ts'
import { rebaseDraft, rebaseOf } from './acts/rebase-draft.ts'
import { discardDraft, recallDraft, sendDraft } from './acts/send-draft.ts'
import { startDraft } from './acts/start-draft.ts'
import { adoptionOf } from './adoption.ts'
import { presentCase, presentToGo } from './case.ts'
import { readActions, readEffects } from './effects-store.ts'
import { presentLatency } from './latency.ts'
import type { RecordOfPlan } from './plan-source.ts'
import { detailOf, differenceOf, itemOf } from './present.ts'
import { readNext, readReviewed, readSizes, readVersionRow, readVersions, type VersionRow } from './store.ts'
import { problemsOf, readWholeVersion, type WholeVersion } from './whole.ts'

type Missing = { readonly ok: false; readonly refusal: { readonly code: 'not_found'; readonly values: { readonly what: string; readonly id: string } } }
const missing = (id: string): Missing => refuse({ code: 'not_found', values: { what: 'strategy version', id } })
const todayOf = ({ now }: RequestContext): string => now.toISOString().slice(0, 10)

/** Versions of the strategy, and the recalibration that a draft of the next one asks for. */
export function versionHandlers(source: InitiativeSource, plan: RecordOfPlan): Handlers<typeof versionRoutes, keyof typeof strategyProblems> {
  /** Reads something of one version. Before anything was written, the version in force is the one that is shown to a new organisation. */
  const withVersion = <T>(context: RequestContext, actor: Actor, id: string, read: (tx: Tx, whole: WholeVersion, stored: StoredStrategy) => Promise<Result<T, StrategyRefusal | WireRefusal>>) =>
    withOrg(context.db, actor, async (tx) => {
      const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      const row = (await readVersionRow(tx, id)) ?? (stored.inForce.id === id ? headOf(stored) : undefined)
      return row ? read(tx, await readWholeVersion(tx, stored, row), stored) : missing(id)
    })
  const readDetail = (context: RequestContext, actor: Actor, id: string): Promise<Result<StrategyVersionDetail, StrategyRefusal | WireRefusal>> =>
    withVersion(context, actor, id, async (tx, whole) => ok(detailOf(whole, isOpen(whole.row) ? problemsOf(whole, await source.readInitiatives(tx)) : [], actor, await readMembers(tx))))
  async function then(outcome: Promise<Result<string, StrategyRefusal | WireRefusal>>, context: RequestContext, actor: Actor) {
    const done = await outcome
    return done.ok ? readDetail(context, actor, done.value) : done
  }

  return {
    listVersions: ({ actor, context }) =>
      withOrg(context.db, actor, async (tx) => {
        const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
        const [rows, sizes] = [await readVersions(tx), await readSizes(tx)]
        return ok((rows.length > 0 ? rows : [headOf(stored)]).map((row) => itemOf(row, row.status === 'in_force' ? stored.objectives.length : (sizes.get(row.id) ?? 0))))
      }),
    readVersion: ({ actor, context, params }) => readDetail(context, actor, params.id),
    startDraft: ({ actor, context, body }) => then(startDraft(context.db, actor, body, context.now), context, actor),
    changeDraft: ({ actor, context, params, body }) => then(changeDraft(context.db, actor, params.id, body, context.now, source), context, actor),
    discardDraft: ({ actor, context, params }) => discardDraft(context.db, actor, params.id, context.now),
    readDifference: ({ actor, context, params, query }) =>
      withVersion(context, actor, params.id, async (tx, whole, stored) => {
        const from = query.from ?? stored.inForce.id
        const row = (await readVersionRow(tx, from)) ?? (stored.inForce.id === from ? headOf(stored) : undefined)
        return row ? ok(differenceOf(await readWholeVersion(tx, stored, row), whole)) : missing(from)
      }),
    readRecalibrationCase: ({ actor, context, params }) =>
      withVersion(context, actor, params.id, async (tx, whole) => {
        const record = await plan.read(tx)
        const deciders = (await readMembers(tx)).filter(({ role }) => gives(role, 'decide')).map(({ name }) => name)
        const casePlan = { ...record, toGo: await plan.readToGo(tx), deciders: deciders.length > 0 && deciders.length <= 3 ? deciders.join(', ') : 'Owners and portfolio leads' }
        const { before, after, mappings, said, contributions, document } = whole
        return ok(presentCase({ versionId: params.id, before, after, mappings, inForce: said, composed: contributions, document, plan: casePlan, reviewed: await readReviewed(tx), today: todayOf(context) }))
      }),
    readToGo: ({ actor, context, params }) =>
      withOrg(context.db, actor, async (tx) => {
        const record = await plan.read(tx)
        const one = record.initiatives.find(({ id }) => id === params.id)
        if (!one) return refuse({ code: 'not_found' as const, values: { what: 'initiative', id: params.id } })
        const [next, stored] = [await readNext(tx), (await readStored(tx)) ?? firstStrategy(actor.orgId)]
        const estimate = next && may(actor, 'see_money') ? (await readWholeVersion(tx, stored, next)).document.estimates.find(({ initiativeId }) => initiativeId === one.id) : undefined
        return ok(presentToGo(one, { ...record, toGo: await plan.readToGo(tx) }, todayOf(context), estimate))
      }),
    sendDraft: ({ actor, context, params, body }) => then(sendDraft(context.db, actor, params.id, body, context.now, source), context, actor),
    recallDraft: ({ actor, context, params, body }) => then(recallDraft(context.db, actor, params.id, body), context, actor),
    previewDraftRebase: ({ actor, context, params }) => withVersion(context, actor, params.id, async (tx, whole) => ok(rebaseOf(whole, await source.readInitiatives(tx)))),
    rebaseDraft: ({ actor, context, params, body }) => then(rebaseDraft(context.db, actor, params.id, body, context.now, source), context, actor),
    rejectDraft: ({ actor, context, params, body }) => then(rejectDraft(context.db, actor, params.id, body, plan), context, actor),
    previewAdoption: ({ actor, context, params }) =>
      withVersion(context, actor, params.id, async (tx, whole) => {
        const standing = await plan.read(tx)
        const { after, changes, moved, problems, seen } = adoptionOf(whole, standing, plan)
        const detail = detailOf(whole, problems, actor, await readMembers(tx))
        const all = [...moved, ...problems]
        const allowed = detail.may.decide && all.length === 0
        return ok({ seen, before: plan.summary(standing), after: plan.summary(after), changes, problems: all, may: allowed, whyNot: allowed ? null : (detail.may.whyNotDecide ?? (detail.may.decide ? (all[0]?.words ?? null) : 'It was not sent for approval.')) })
      }),
    approveDraft: ({ actor, context, params, body }) => then(approveDraft(context.db, actor, params.id, body, context.now, plan), context, actor),
    listRecalibrations: ({ actor, context }) =>
      withOrg(context.db, actor, async (tx) => {
        const [rows, actions, effects] = [await readVersions(tx), await readActions(tx), await readEffects(tx)]
        return ok(presentLatency(rows.filter(({ drafted_at }) => drafted_at !== null).map((row) => ({ row, actions: actions.get(row.id) ?? [], effect: effects.get(row.id) })), todayOf(context)))
      }),
  }
}

const isOpen = ({ status }: Pick<VersionRow, 'status'>): boolean => status === 'draft' || status === 'sent'

/** The head of a version that nobody has written yet. */
const headOf = ({ inForce }: StoredStrategy): VersionRow => ({
  title: '', reason: '', signal_on: null, drafted_at: null, drafted_by_id: null, drafted_by: null, changed_at: null, changed_by: null, sent_at: null, sent_by_id: null, sent_by: null, remark: '', approved_at: null, approved_by: null, decision_id: null, superseded_at: null, removed_at: null, ...inForce,
})
