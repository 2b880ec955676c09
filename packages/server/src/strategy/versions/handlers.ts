import type { strategyProblems, StrategyRefusal, StrategyVersionDetail, versionRoutes } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { readMembers } from '../../people/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored } from '../store.ts'
import { changeDraft } from './acts/change-draft.ts'
import { approveDraft, rejectDraft } from './acts/decide-draft.ts'
import { rebaseDraft, rebaseOf } from './acts/rebase-draft.ts'
import { discardDraft, recallDraft, sendDraft } from './acts/send-draft.ts'
import { startDraft } from './acts/start-draft.ts'
import { adoptionOf } from './adoption.ts'
import { caseHandlers } from './case-handlers.ts'
import { readActions, readEffects } from './effects-store.ts'
import { presentLatency } from './latency.ts'
import { headOf, missing, ofVersion, type ReadVersion } from './of-version.ts'
import type { RecordOfPlan } from './plan-source.ts'
import type { PromiseSource } from './promise-source.ts'
import { detailOf, differenceOf, itemOf } from './present.ts'
import { readSizes, readVersionRow, readVersions, type VersionRow } from './store.ts'
import { problemsOf, readWholeVersion } from './whole.ts'


/** Versions of the strategy, and the recalibration that a draft of the next one asks for. */
export function versionHandlers(source: InitiativeSource, plan: RecordOfPlan, promises: PromiseSource): Handlers<typeof versionRoutes, keyof typeof strategyProblems> {
  /** Reads something of one version, by itself. */
  const withVersion = <T>(context: RequestContext, actor: Actor, id: string, read: ReadVersion<T>) => withOrg(context.db, actor, (tx) => ofVersion(tx, actor, id, read))
  const readDetail = (context: RequestContext, actor: Actor, id: string): Promise<Result<StrategyVersionDetail, StrategyRefusal | WireRefusal>> =>
    withVersion(context, actor, id, async (tx, whole) => {
      const initiatives = isOpen(whole.row) ? await source.readInitiatives(tx) : []
      return ok(detailOf(whole, problemsOf(whole, initiatives), actor, await readMembers(tx), initiatives))
    })
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
    ...caseHandlers(plan, promises),
    sendDraft: ({ actor, context, params, body }) => then(sendDraft(context.db, actor, params.id, body, context.now, source), context, actor),
    recallDraft: ({ actor, context, params, body }) => then(recallDraft(context.db, actor, params.id, body), context, actor),
    previewDraftRebase: ({ actor, context, params }) => withVersion(context, actor, params.id, async (tx, whole) => ok(rebaseOf(whole, await source.readInitiatives(tx)))),
    rebaseDraft: ({ actor, context, params, body }) => then(rebaseDraft(context.db, actor, params.id, body, context.now, source), context, actor),
    rejectDraft: ({ actor, context, params, body }) => then(rejectDraft(context.db, actor, params.id, body, plan), context, actor),
    previewAdoption: ({ actor, context, params }) =>
      withVersion(context, actor, params.id, async (tx, whole) => {
        const standing = await plan.read(tx)
        const { after, changes, moved, problems, seen } = adoptionOf(whole, standing, plan)
        const detail = detailOf(whole, problems, actor, await readMembers(tx), standing.initiatives)
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
