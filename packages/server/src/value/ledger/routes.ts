import { fiscalYearOf, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Keeping, ledgerRoutes, Register, Restated, valueProblems } from '@throughline/contract/value'
import type { BodyOf } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { withOrg, type Tx } from '../../database/index.ts'
import { todayOf, type Actor, type Handlers, type RequestContext } from '../../http/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { claimMany, noteRefused } from './acts/claims.ts'
import { closing } from './acts/close.ts'
import { judgeMany, movedSince } from './acts/judgements.ts'
import { measuring } from './acts/measure.ts'
import { postAct, type Found, type Held, type Intent } from './acts/post.ts'
import * as register from './acts/register.ts'
import { restateMeasurement } from './acts/restate.ts'
import { listBalances, listEntries, readEntriesOf } from './entries-store.ts'
import { presentKeeping, presentPeriod, presentReconciliation } from './present.ts'
import { readBenefits, readRegister } from './register-store.ts'
import { listWaiting } from './waiting-store.ts'

type Serving = { readonly actor: Actor; readonly context: RequestContext }

/** Posts an act and answers with its entry. */
async function posting({ actor, context }: Serving, asked: Intent | Found, held?: Held) {
  const posted = await postAct(context.db, actor, asked, todayOf(context), held)
  return posted.ok ? entryReply({ actor, context }, posted.value) : posted
}

async function entryReply({ actor, context }: Serving, id: string) {
  const [entry] = await withOrg(context.db, actor, (tx) => readEntriesOf(tx, [id]), {})
  return entry ? ok(entry) : refuse({ code: 'not_found' as const, values: { what: 'ledger entry', id } })
}

const registerReply = async <R>({ actor, context }: Serving, done: Result<unknown, R>): Promise<Result<Register, R>> => (done.ok ? ok(await withOrg(context.db, actor, (tx) => readRegister(tx, todayOf(context)), {})) : done)
const benefitReply = async ({ actor, context }: Serving, id: string) => {
  const [benefit] = await withOrg(context.db, actor, (tx) => readBenefits(tx, id), {})
  return benefit ? ok(benefit) : refuse({ code: 'not_found' as const, values: { what: 'benefit', id } })
}
/** The fiscal year of a day. */
async function yearOf(tx: Tx): Promise<(day: string) => number> {
  const { calendar } = await readOrganisation(tx)
  return (day) => fiscalYearOf(calendar, day)
}
const linesOf = (lines: readonly { readonly period: string; readonly amount: string }[]) => lines.map(({ period, amount }) => ({ periodId: period, amount: BigInt(amount) }))
const said = ({ reason, evidence }: { readonly reason?: string; readonly evidence?: string }) => ({ ...(reason === undefined ? {} : { reason }), ...(evidence === undefined ? {} : { evidence }) })
const adjusts = (body: { readonly adjusts?: boolean }) => (body.adjusts ? { adjusts: true } : {})
/** Of an act on claims that says how it saw them. */
const asSeen = (body: { readonly benefitId: string; readonly period: string; readonly version?: number }): Held => (opened) => movedSince(opened, [body])[0]
type Place = { readonly benefitId: string; readonly period: string; readonly amount: string }
const placed = ({ benefitId, period, amount }: Place) => ({ benefitId, periodId: period, amount: BigInt(amount) })

/** The claim of a body, as the engine has it. */
export const claimIntent = ({ upToCap, earlyEvidence, evidenceLevel, offset, ...body }: BodyOf<typeof ledgerRoutes.claimBenefit>): Extract<Intent, { readonly kind: 'realise' }> => ({
  kind: 'realise', ...placed(body), ...said(body), ...adjusts(body), ...(upToCap ? { upToCap } : {}), ...(earlyEvidence ? { earlyEvidence } : {}), ...(evidenceLevel === undefined ? {} : { evidenceLevel }),
  ...(offset ? { offset: { ...offset, amount: BigInt(offset.amount) } } : {}),
})

export const ledgerHandlers: Handlers<typeof ledgerRoutes, keyof typeof valueProblems> = {
  readRegister: async ({ actor, context }) => ok(await withOrg(context.db, actor, (tx) => readRegister(tx, todayOf(context)))),
  openPeriods: async ({ actor, context, body }) => registerReply({ actor, context }, await register.openPeriods(context.db, actor, body)),
  registerMeasure: async ({ actor, context, body }) => registerReply({ actor, context }, await register.registerMeasure(context.db, actor, body, context.now)),
  changeAgreement: async ({ actor, context, params, body }) => registerReply({ actor, context }, await register.changeAgreement(context.db, actor, params.id, body, context.now)),
  addBenefit: async ({ actor, context, body }) => {
    const added = await register.addBenefit(context.db, actor, body)
    return added.ok ? benefitReply({ actor, context }, added.value) : added
  },
  changeBenefit: async ({ actor, context, params, body }) => {
    const changed = await register.changeBenefit(context.db, actor, params.id, body)
    return changed.ok ? benefitReply({ actor, context }, changed.value) : changed
  },
  recordAdoption: ({ actor, context, body }) => register.recordAdoption(context.db, actor, body),
  recordReduction: ({ actor, context, body }) => register.recordReduction(context.db, actor, body),
  setAssist: ({ actor, context, body }) => register.setAssist(context.db, actor, body),
  setReportingLines: ({ actor, context, body }) => register.setReportingLines(context.db, actor, body),

  promiseBenefit: ({ body, ...serving }) => posting(serving, { kind: 'promise', benefitId: body.benefitId, lines: linesOf(body.lines), ...said(body) }),
  approveBenefit: ({ body, ...serving }) => posting(serving, { kind: 'approve', benefitId: body.benefitId, lines: body.lines.map(({ period, amount, declined }) => ({ periodId: period, amount: BigInt(amount), ...(declined === undefined ? {} : { declined: BigInt(declined) }) })), ...said(body) }),
  forecastBenefit: ({ body, ...serving }) => posting(serving, { kind: 'forecast', benefitId: body.benefitId, lines: linesOf(body.lines), ...said(body) }),
  deliverBenefit: ({ body, ...serving }) => posting(serving, { kind: 'deliver', benefitId: body.benefitId, lines: linesOf(body.lines), ...said(body) }),
  measurePeriod: ({ body, ...serving }) => posting(serving, measuring(body)),
  adjustMeasurement: ({ body, ...serving }) => posting(serving, { kind: 'adjust', measureId: body.measureId, periodId: body.period, difference: BigInt(body.difference), ...said(body), ...adjusts(body) }),
  restateMeasurement: async ({ actor, context, body }) => {
    const restated = await restateMeasurement(context.db, actor, body, todayOf(context))
    if (!restated.ok) return restated
    const { difference, entryIds, toRenew } = restated.value
    const reply: Static<typeof Restated> = { difference: String(difference), entries: await withOrg(context.db, actor, (tx) => readEntriesOf(tx, entryIds), {}), toRenew: [...toRenew] }
    return ok(reply)
  },
  claimBenefit: async ({ body, actor, context }) => {
    const intent = claimIntent(body)
    const posted = await postAct(context.db, actor, intent, todayOf(context))
    if (posted.ok) return entryReply({ actor, context }, posted.value)
    await noteRefused(context.db, actor, [{ intent, refusal: posted.refusal }])
    return posted
  },
  claimBenefits: ({ body, actor, context }) => claimMany(context.db, actor, { claims: body.claims.map(claimIntent), all: body.all === true }, todayOf(context)),
  verifyClaim: ({ body, ...serving }) => posting(serving, { kind: 'verify', ...placed(body), sample: body.sample ?? null, ...said(body), ...(body.evidence === undefined && body.sample !== undefined ? { evidence: body.sample } : {}), ...adjusts(body) }, asSeen(body)),
  disallowClaim: ({ body, ...serving }) => posting(serving, { kind: 'disallow', ...placed(body), ...said(body), ...adjusts(body) }, asSeen(body)),
  judgeClaims: ({ body, actor, context }) => judgeMany(context.db, actor, { judgements: body.judgements, all: body.all === true }, todayOf(context)),
  bankClaim: ({ body, ...serving }) => posting(serving, { kind: 'bank', benefitId: body.benefitId, periodId: body.period, approvedBy: body.approvedBy ?? null, lines: body.lines.map(({ budgetLine, amount }) => ({ budgetLineId: budgetLine, amount: BigInt(amount) })), ...said(body), ...(body.evidence === undefined && body.approvedBy !== undefined ? { evidence: `Approved by ${body.approvedBy}` } : {}), ...adjusts(body) }),
  transferBenefit: ({ body, ...serving }) => posting(serving, { kind: 'transfer', benefitId: body.benefitId, fromPeriodId: body.from, toPeriodId: body.to, amount: BigInt(body.amount), ...said(body) }),
  writeOffBenefit: ({ body, ...serving }) => posting(serving, { kind: 'write_off', benefitId: body.benefitId, from: ({ promised: 'A10', approved: 'A20', delivered: 'A30' } as const)[body.from], decision: body.decision ?? null, lines: linesOf(body.lines), ...said(body), ...(body.evidence === undefined && body.decision !== undefined ? { evidence: body.decision } : {}) }),
  convertBenefit: ({ body, ...serving }) => posting(serving, { kind: 'convert', ...placed(body), into: { ...placed(body.into), ...(body.into.earlyEvidence ? { earlyEvidence: body.into.earlyEvidence } : {}) }, ...said(body), ...adjusts(body) }),
  reversePosting: ({ body, ...serving }) => posting(serving, { kind: 'reverse', entryId: body.entryId, ...said(body) }),
  softClosePeriod: ({ body, ...serving }) => posting(serving, { kind: 'soft_close', periodId: body.period, ...said(body) }),
  closePeriod: ({ body, ...serving }) =>
    posting(serving, closing(body.period, todayOf(serving.context), said(body))),

  listLedger: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => listEntries(tx, query))),
  listWaiting: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => listWaiting(tx, actor, query))),
  listBalances: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => listBalances(tx, query))),
  readReconciliation: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => presentReconciliation(tx, query))),
  // Every account of every benefit is read for it, once after each act: until the next one it is asked for as it was kept.
  readKeeping: ({ actor, context, query: { benefitId, initiativeId, from, until, rate } }) => {
    const asked = { benefitId, initiativeId, from, until, rate }
    return rolledUp<Keeping[], never>(context.db, actor, { kind: 'value-keeping', asked }, async ({ tx }) => ok(await presentKeeping(tx, asked, await yearOf(tx))))
  },
  readPeriodClose: ({ actor, context, query }) =>
    withOrg(context.db, actor, async (tx) => {
      const period = (await readRegister(tx, todayOf(context))).periods.find(({ code }) => code === query.period)
      return period ? ok(await presentPeriod(tx, period)) : refuse({ code: 'period_unknown' as const, values: { period: query.period } })
    }),
}
