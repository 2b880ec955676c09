import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { applyOverlay, editOverlay, planFigures, planProblems, refKey, type FieldRef, type FieldValue, type OverlayEdit, type PlanChange } from '@throughline/engine/portfolio'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, newId, withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readFields } from '../../../demand/index.ts'
import { problemOf } from '../approval.ts'
import { changeOf } from '../change.ts'
import { readPlanAt, scenarioPlan, type DatedPlan } from '../plan.ts'
import { closedRefusal } from '../policy.ts'
import { summaryOf } from '../present.ts'
import { lockScenario, readChanges, readScenario, updateScenario, writeChanges } from '../store.ts'
import { count, refName } from '../words.ts'

export type OverlayWanted = {
  readonly version: number
  readonly set: readonly (FieldRef & { readonly value: FieldValue })[]
  readonly add: readonly { readonly kind: 'initiative' | 'exclusion'; readonly fields: Readonly<Record<string, FieldValue>> }[]
  readonly reset: readonly FieldRef[]
}
type Refused = ScenarioRefusal | WireRefusal

/** Changes what a scenario changes: all of it or, with every reason at once, nothing. The plan of record is only read. */
export async function changeOverlay(db: Db, actor: Actor, id: string, { version, add, ...edit }: OverlayWanted): Promise<Result<string, Refused>> {
  const opened = await openBasis(db, actor, id)
  if (!opened) return refuse({ code: 'not_found', values: { what: 'scenario', id } })
  const given: OverlayEdit = { ...edit, add: add.map((one) => ({ ...one, id: newId() })) }
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.change-overlay', async (tx, record) => {
    const found = await expectVersion(tx, await lockScenario(tx, id), { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    const closed = closedRefusal(found.value)
    if (closed) return closed
    const { basis } = opened
    const before = await readChanges(tx, id)
    const forms = new Map((await readFields(tx)).map((field) => [field.id, field]))
    const { changes, issues } = editOverlay(basis, before, given, forms)
    const after = applyOverlay(basis, changes)
    const names = new Map([...basis.initiatives, ...after.initiatives].map((one) => [one.id, one.name]))
    const problems = [
      ...issues.map((issue) => `${refName(issue, after, basis)}, ${issue.field}: found ${shown(issue.found)}; expected ${issue.expected}.`),
      ...(issues.length > 0 ? [] : planProblems(after, changes).filter(({ code }) => !leftOpen.has(code)).map((problem) => problemOf(problem, names).words)),
    ]
    if (problems.length > 0) return refuse({ code: 'overlay_unsound', values: { count: count(problems.length, 'thing', 'things'), problems: problems.slice(0, 20).join(' '), all: problems } })
    await writeChanges(tx, actor, id, before, changes)
    await updateScenario(tx, id, { state: 'draft', changes: changes.length, figures: summaryOf(planFigures(scenarioPlan(basis, changes, found.value))) })
    await record(await changeOf(tx, id, { ...whatMoved(before, changes, (ref) => `${refName(ref, after, basis)}: ${ref.field}`) }))
    return ok(id)
  })
}

/** A draft may be on its way: these are said when it is to be approved. */
const leftOpen: ReadonlySet<string> = new Set(['weights_not_one', 'key_taken', 'statement_taken'])
const shown = (value: FieldValue): string => (value === null ? 'nothing' : JSON.stringify(value).slice(0, 100))

/** The plan at the base of a scenario. What was known at an instant never changes, so it is read before the act begins. */
export async function openBasis(db: Db, actor: Actor, id: string): Promise<{ readonly basis: DatedPlan; readonly baseAt: string } | undefined> {
  const row = await withOrg(db, actor, (tx) => readScenario(tx, id))
  return row && { basis: await readPlanAt(db, actor, row.base_at), baseAt: row.base_at }
}

/** Before and after of what moved, for the revision; at most so many fields, and how many there were. */
export function whatMoved(before: readonly PlanChange[], after: readonly PlanChange[], nameOf: (ref: FieldRef) => string): { readonly before: object; readonly after: object } {
  const [was, is] = [new Map(before.map((one) => [refKey(one), one])), new Map(after.map((one) => [refKey(one), one]))]
  const moved = [...new Map([...was, ...is]).entries()].filter(([key]) => JSON.stringify(was.get(key)?.value) !== JSON.stringify(is.get(key)?.value)).map(([, one]) => one)
  const valuesOf = (of: ReadonlyMap<string, PlanChange>) => Object.fromEntries(moved.slice(0, mostNamed).map((one) => [nameOf(one), of.get(refKey(one))?.value ?? one.base]))
  return { before: { changes: before.length, ...valuesOf(was) }, after: { changes: after.length, ...valuesOf(is) } }
}
const mostNamed = 100
