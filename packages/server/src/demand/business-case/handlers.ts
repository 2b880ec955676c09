import type { businessCaseRoutes, CasesAsked, BusinessCases, CaseWorkbench, demandProblems } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { isRunning } from '@throughline/engine/governance'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import { caseDocument, caseWord, wordFormat } from '@throughline/exchange/business-case'
import { exportFormats, writeTables } from '@throughline/exchange/table'
import { withOrg, type Actor } from '../../database/index.ts'
import { todayOf, type Download, type Handlers, type RequestContext } from '../../http/index.ts'
import { allowedIn, may, readOrganisation, readUnits } from '../../people/index.ts'
import type { PlanSource } from '../../strategy/index.ts'
import { choices } from '../list/fields.ts'
import { readInitiative } from '../store/initiatives.ts'
import { changeCase, setFlows } from './acts/change-case.ts'
import { decideCase } from './acts/decide-case.ts'
import { draftCase, putAwayCase } from './acts/draft-case.ts'
import { submitCase } from './acts/submit-case.ts'
import { decidersOf } from './refusals.ts'
import { caseTables, documentOf, type CaseFile } from './files.ts'
import { pastOf, type PastSource } from './past.ts'
import { presentCase, presentRow, presentVersion } from './present.ts'
import { previewFlows } from './preview.ts'
import { countWithoutCase, readCasePage, readCases, readServedObjectives } from './store.ts'

type Absent = Refusal<'not_found'>

/** The workbench of an initiative: one version of its case, the draft or the newest where none is named. */
function workbench({ db, now }: RequestContext, actor: Actor, id: string, no?: number): Promise<Result<CaseWorkbench, Absent>> {
  return withOrg(db, actor, async (tx) => {
    const initiative = await readInitiative(tx, id)
    if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id } })
    const [cases, { currency }] = [await readCases(tx, id), await readOrganisation(tx)]
    const stored = no === undefined ? cases[0] : cases.find((one) => one.no === no)
    if (no !== undefined && !stored) return refuse({ code: 'not_found', values: { what: 'version of the business case', id: String(no) } })
    const [told, rights] = [may(actor, 'see_money'), new Set(allowedIn(actor, { initiativeId: id, unitId: initiative.unitId }))]
    const objectives = (await readServedObjectives(tx, [id])).get(id) ?? []
    const waits = stored?.state === 'submitted' ? await decidersOf(tx, stored, now) : undefined
    return ok({
      initiative: { id, key: initiative.key, name: initiative.name, sponsor: initiative.sponsor }, currency, amounts: told ? 'shown' : 'withheld', versions: cases.map(presentVersion), shown: stored ? presentCase(stored, { objectives }, { told, currency }) : null,
      may: { edit: rights.has('edit_initiative'), money: told && rights.has('edit_money'), decide: rights.has('decide') && (waits === undefined || !waits.stakes.has(actor.accountId) || waits.deciders.some((one) => one.id === actor.accountId)) },
      deciders: (waits?.deciders ?? []).map((one) => one.name),
    })
  })
}

/** Rows of the list in one answer, unless it is said. */
const usualRows = 50

function listOf({ db }: RequestContext, actor: Actor, { search = '', state, decisionId, from = 0, limit = usualRows }: CasesAsked): Promise<BusinessCases> {
  return withOrg(db, actor, async (tx) => {
    const { rows, total, counts } = await readCasePage(tx, { search: search.trim(), state, decisionId, from, limit })
    const [objectives, { currency }, units] = [await readServedObjectives(tx, rows.map(({ initiative_id }) => initiative_id)), await readOrganisation(tx), await readUnits(tx)]
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const onlooker = { told: may(actor, 'see_money'), currency, unitName: (id: string | null) => (id === null ? null : (names.get(id) ?? null)) }
    return { rows: rows.map((row) => presentRow(row, { objectives: objectives.get(row.initiative_id) ?? [] }, onlooker)), from, total, counts: [...counts], without: await countWithoutCase(tx, choices.state.filter(isRunning)) }
  })
}

/** What a file of a version is made from; refused where there is none. */
async function fileOf(context: RequestContext, actor: Actor, id: string, no?: number): Promise<Result<CaseFile, Refusal<'not_found' | 'case_absent'>>> {
  const found = await workbench(context, actor, id, no)
  if (!found.ok) return found
  const { initiative, shown, currency } = found.value
  if (!shown) return refuse({ code: 'case_absent', values: { name: initiative.name, what: 'business case' } })
  return ok({ organisation: (await withOrg(context.db, actor, readOrganisation)).name, initiative, shown, currency })
}
const fileName = ({ initiative: { key }, shown: { no } }: CaseFile, ending: string): string => `business-case-${key.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase().slice(0, 40)}-v${no}${ending}`

/** Business cases; each act answers with the workbench of its initiative. */
export function businessCaseHandlers(plan: PlanSource | undefined, readPast: PastSource | undefined): Handlers<typeof businessCaseRoutes, keyof typeof demandProblems> {
  const then = async <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor, id: string): Promise<Result<CaseWorkbench, R | Absent>> => {
    const done = await outcome
    return done.ok ? workbench(context, actor, id) : done
  }
  return {
    listBusinessCases: async ({ actor, query, context }) => ok(await listOf(context, actor, query)),
    readBusinessCase: ({ actor, params, query, context }) => workbench(context, actor, params.id, query.no),
    draftBusinessCase: ({ actor, params, body, context }) => then(draftCase(context.db, actor, params.id, body, context.now), context, actor, params.id),
    changeBusinessCase: ({ actor, params, body, context }) => then(changeCase(context.db, actor, params.id, body), context, actor, params.id),
    setCaseFlows: ({ actor, params, body, context }) => then(setFlows(context.db, actor, params.id, body, context.now), context, actor, params.id),
    previewCaseFlows: async ({ actor, params, query, body, context }) => {
      const found = await withOrg(context.db, actor, async (tx) => ({ initiative: await readInitiative(tx, params.id), currency: (await readOrganisation(tx)).currency }))
      if (!found.initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id: params.id } })
      return ok(await previewFlows(body, { fileName: query.fileName ?? 'cash flow', option: query.option, currency: found.currency }))
    },
    readRealisedClass: ({ actor, params, context }) => withOrg(context.db, actor, async (tx) => {
      const initiative = await readInitiative(tx, params.id)
      return initiative ? ok(await pastOf(tx, readPast, initiative.unitId, todayOf(context))) : refuse({ code: 'not_found', values: { what: 'initiative', id: params.id } })
    }),
    submitBusinessCase: ({ actor, params, body, context }) => then(submitCase(context.db, actor, params.id, body.version, context.now), context, actor, params.id),
    decideBusinessCase: ({ actor, params, body, context }) => {
      invariant(plan, 'a decision on a business case names the plan of record')
      return then(decideCase(context.db, actor, params.id, body, context.now, plan), context, actor, params.id)
    },
    putAwayBusinessCase: ({ actor, params, body, context }) => then(putAwayCase(context.db, actor, params.id, body.version, context.now), context, actor, params.id),
    exportBusinessCase: async ({ actor, params, query, context }): Promise<Result<Download, Refusal<'not_found' | 'case_absent'>>> => {
      const file = await fileOf(context, actor, params.id, query.no)
      if (!file.ok) return file
      return ok({ bytes: await writeTables(caseTables(file.value), [{ label: 'Business case', text: `${file.value.initiative.name}, version ${file.value.shown.no}` }, { label: 'State', text: file.value.shown.state }]), contentType: exportFormats.xlsx.mediaType, fileName: fileName(file.value, '.xlsx') })
    },
    documentBusinessCase: async ({ actor, params, query, context }): Promise<Result<Download, Refusal<'not_found' | 'case_absent'>>> => {
      const file = await fileOf(context, actor, params.id, query.no)
      if (!file.ok) return file
      const document = documentOf(file.value)
      return ok(query.format === 'docx' ? { bytes: caseWord(document), contentType: wordFormat.mediaType, fileName: fileName(file.value, wordFormat.ending) } : { bytes: Buffer.from(caseDocument(document)), contentType: 'text/html; charset=utf-8', fileName: fileName(file.value, '.html') })
    },
  }
}
