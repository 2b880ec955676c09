import type { deliveryProblems, Issue, RiskDetail, riskRoutes } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Tx } from '../../database/index.ts'
import { readInitiative } from '../../demand/index.ts'
import { todayOf, type Actor, type Handlers, type RequestContext } from '../../http/index.ts'
import { allowedIn, may, readOrganisation } from '../../people/index.ts'
import { shownAfter } from '../shown-after.ts'
import { agreeContingency, drawContingency, reverseDrawdown } from './acts/keep-contingency.ts'
import { addIssue, changeIssue, withdrawIssue } from './acts/keep-issues.ts'
import { keepRiskList } from './acts/keep-list.ts'
import { addRisk, changeRisk, reviewRisk, withdrawRisk } from './acts/keep-risks.ts'
import { exportIssues, exportRisks } from './export.ts'
import { presentContingency, presentIssuePage, presentIssues, presentRegisters, presentRisk, presentRiskPage, presentRisks, type Shown } from './present.ts'
import { previewRisks } from './preview.ts'
import { notThere } from './refusals.ts'
import { namesInRegister, readContingencies, readDrawdowns, readEstimates, readIssueRecord, readIssues, readRiskRecord, readRisksOf } from './store.ts'

type NotFound = Refusal<'not_found'>
type Opened = Shown & { readonly may: string[] }

/** An initiative whose register is read, with what its reader may do there. */
async function openRegister(tx: Tx, actor: Actor, id: string): Promise<Opened | undefined> {
  const initiative = await readInitiative(tx, id)
  return initiative && { initiative: { id, name: initiative.name }, currency: (await readOrganisation(tx)).currency, may: [...allowedIn(actor, { initiativeId: id, unitId: initiative.unitId })] }
}
/** Reads what is kept of one initiative. */
const within = <T>(context: RequestContext, actor: Actor, id: string, read: (tx: Tx, opened: Opened) => Promise<T>): Promise<Result<T, NotFound>> =>
  withOrg(context.db, actor, async (tx) => {
    const opened = await openRegister(tx, actor, id)
    return opened ? ok(await read(tx, opened)) : notThere('initiative', id)
  })

const oneRisk = (context: RequestContext, actor: Actor, id: string): Promise<Result<RiskDetail, NotFound>> =>
  withOrg(context.db, actor, async (tx) => {
    const record = await readRiskRecord(tx, id)
    const opened = record && (await openRegister(tx, actor, record.initiative_id))
    return record && opened ? ok(presentRisk(record, await readEstimates(tx, [id]), opened.initiative)) : notThere('risk', id)
  })
const oneIssue = (context: RequestContext, actor: Actor, id: string): Promise<Result<Issue, NotFound>> =>
  withOrg(context.db, actor, async (tx) => {
    const record = await readIssueRecord(tx, id)
    const opened = record && (await openRegister(tx, actor, record.initiative_id))
    const [issue] = record && opened ? presentIssues([record], await readRisksOf(tx, record.initiative_id), opened.initiative) : []
    return issue ? ok(issue) : notThere('issue', id)
  })
const contingencyOf = (context: RequestContext, actor: Actor, id: string) =>
  within(context, actor, id, async (tx, opened) => {
    const [[record], drawn] = [await readContingencies(tx, id), await readDrawdowns(tx, id)]
    const idsOf = (kind: 'risk' | 'issue'): readonly string[] => drawn.flatMap(({ for_kind, for_id }) => (for_kind === kind && for_id !== null ? [for_id] : []))
    const names = new Map([...(await namesInRegister(tx, 'risk', idsOf('risk'))), ...(await namesInRegister(tx, 'issue', idsOf('issue')))].flatMap(({ id: one, key, title, removed_at }) => (removed_at === null ? [[one, `${key} ${title}`] as const] : [])))
    return { ...presentContingency(record, drawn, names, opened), may: opened.may }
  })
const timeOf = (context: RequestContext) => ({ now: context.now, today: todayOf(context) })

export const riskHandlers: Handlers<typeof riskRoutes, keyof typeof deliveryProblems> = {
  listRegisters: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, async (tx) => presentRegisters(tx, (await readOrganisation(tx)).currency, query))),
  listRisks: ({ actor, context, params, query }) => within(context, actor, params.id, async (tx, opened) => {
    const records = await readRisksOf(tx, params.id)
    return { ...presentRiskPage(records, await readEstimates(tx, records.map(({ id }) => id)), opened, query), may: opened.may }
  }),
  readRisk: ({ actor, context, params }) => oneRisk(context, actor, params.id),
  addRisk: async ({ actor, context, params, body }) => shownAfter(await addRisk(context.db, actor, params.id, body, timeOf(context)), (id) => oneRisk(context, actor, id)),
  changeRisk: async ({ actor, context, params, body }) => shownAfter(await changeRisk(context.db, actor, params.id, body, timeOf(context)), (id) => oneRisk(context, actor, id)),
  reviewRisk: async ({ actor, context, params, body }) => shownAfter(await reviewRisk(context.db, actor, params.id, body, timeOf(context)), (id) => oneRisk(context, actor, id)),
  withdrawRisk: ({ actor, context, params }) => withdrawRisk(context.db, actor, params.id, context.now),
  listIssues: ({ actor, context, params, query }) => within(context, actor, params.id, async (tx, opened) => ({ ...presentIssuePage(await readIssues(tx, params.id), await readRisksOf(tx, params.id), opened.initiative, query), may: opened.may })),
  addIssue: async ({ actor, context, params, body }) => shownAfter(await addIssue(context.db, actor, params.id, body, todayOf(context)), (id) => oneIssue(context, actor, id)),
  changeIssue: async ({ actor, context, params, body }) => shownAfter(await changeIssue(context.db, actor, params.id, body, todayOf(context)), (id) => oneIssue(context, actor, id)),
  withdrawIssue: ({ actor, context, params }) => withdrawIssue(context.db, actor, params.id, context.now),
  readContingency: ({ actor, context, params }) => contingencyOf(context, actor, params.id),
  agreeContingency: async ({ actor, context, params, body }) => shownAfter(await agreeContingency(context.db, actor, params.id, body, todayOf(context)), (id) => contingencyOf(context, actor, id)),
  drawContingency: async ({ actor, context, params, body }) => shownAfter(await drawContingency(context.db, actor, params.id, body, timeOf(context)), (id) => contingencyOf(context, actor, id)),
  reverseDrawdown: async ({ actor, context, params, body }) => shownAfter(await reverseDrawdown(context.db, actor, params.id, body.reason, timeOf(context)), (id) => contingencyOf(context, actor, id)),
  previewRiskList: async ({ actor, context, params, query, body }) => {
    const read = await within(context, actor, params.id, async (tx, { currency }) => ({ standing: await readRisksOf(tx, params.id), currency }))
    return read.ok ? ok(await previewRisks({ bytes: body, fileName: query.fileName ?? 'register', ...read.value, today: todayOf(context) })) : read
  },
  keepRiskList: ({ actor, context, params, body }) => keepRiskList(context.db, actor, { initiativeId: params.id, rows: body.rows, ...timeOf(context) }),
  exportRegister: async ({ actor, context, params, query: { format = 'csv', part = 'risks' } }) => {
    const read = await within(context, actor, params.id, async (tx, opened) => {
      const risks = await readRisksOf(tx, params.id)
      return { ...opened, organisation: (await readOrganisation(tx)).name, risks: presentRisks(risks, await readEstimates(tx, risks.map(({ id }) => id)), opened.initiative), issues: presentIssues(await readIssues(tx, params.id), risks, opened.initiative) }
    })
    if (!read.ok) return read
    const { initiative, organisation, currency, risks, issues } = read.value
    const asked = { initiative: initiative.name, organisation, currency, format, now: context.now, amounts: may(actor, 'see_money') }
    return ok(await (part === 'risks' ? exportRisks(risks, asked) : exportIssues(issues, asked)))
  },
}
