import type { May, PlanChangeList, Scenario } from '@throughline/contract/portfolio'
import type { Member } from '@throughline/contract/people'
import { problems } from '@throughline/contract/rooms'
import { wordsOf } from '@throughline/contract/wire'
import { rebase } from '@throughline/engine/portfolio'
import type { Static } from 'typebox'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { may, readMembers } from '../../people/index.ts'
import { changeList } from './approval.ts'
import { readPlan, readPlanAt, scenarioPlan } from './plan.ts'
import { isOpen, maySay, proposerRefusal } from './policy.ts'
import { figuresOf, headOf, overlayOf, selectionOf } from './present.ts'
import { readMoved } from './moves-store.ts'
import { readStale } from './stale-store.ts'
import { isAfter, planChangedAt, readChanges, readScenario, readShares, type ScenarioRow } from './store.ts'

/** A scenario with its figures beside those of the plan; undefined where there is none that the person may see. */
export async function readWhole(db: Db, actor: Actor, id: string): Promise<Scenario | undefined> {
  const read = await withOrg(db, actor, async (tx) => {
    const row = await readScenario(tx, id)
    if (!row) return undefined
    const planAt = await planChangedAt(tx)
    return { row, planAt, moved: (await readMoved(tx, [row], planAt)).has(id), stale: (await readStale(tx, [row], planAt)).has(id), changes: await readChanges(tx, id), shares: await readShares(tx, id), members: await readMembers(tx), now: await readPlan(tx) }
  })
  if (!read) return undefined
  const { row, planAt, moved, stale, changes, shares, members, now } = read
  const head = headOf(row, { moved })
  const basis = isAfter(planAt, row.base_at) ? await readPlanAt(db, actor, row.base_at) : now
  const scenario = scenarioPlan(basis, changes, row)
  const names = new Map(members.map(({ id: person, name }) => [person, name]))
  return {
    ...head, currency: now.currency,
    figures: figuresOf(scenario), basis: figuresOf(basis), plan: figuresOf(now),
    differences: (row.outcome as PlanChangeList | null) ?? changeList(basis, scenario),
    overlay: overlayOf(changes, scenario, basis),
    conflicts: head.moved ? rebase(basis, now, changes).conflicts.length : 0,
    sharedWith: shares.map((person) => ({ id: person, name: names.get(person) ?? 'Someone who has left' })),
    selection: selectionOf(row, stale, now), remark: row.remark, may: mayOf(row, actor, members),
  }
}

/** What the person may do with a scenario now, and why not where that needs saying. */
export function mayOf(row: ScenarioRow, actor: Actor, members: readonly Member[]): Static<typeof May> {
  const editor = may(actor, 'make_scenario')
  const refused = may(actor, 'decide') ? proposerRefusal(row, actor, members) : undefined
  const decides = row.state === 'proposed' && may(actor, 'decide') && !refused
  const why = row.state !== 'proposed' || decides ? null : refused ? wordsOf(problems['proposer_decides'] ?? fallback, refused.refusal.values) : 'Owners and portfolio leads decide on proposals.'
  return { edit: editor && isOpen(row), share: editor && isOpen(row) && maySay(row, actor), propose: editor && isOpen(row) && row.changes > 0, withdraw: editor && row.state === 'proposed', decide: decides, whyNotDecide: why }
}
const fallback = { status: 403, title: '', words: '', exit: 77 } as const
