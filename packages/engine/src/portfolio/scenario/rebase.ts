import { cycleClosedBy } from '../../demand/index.ts'
import { fieldsOfInitiative, indexOf, readField, type PlanIndex } from './overlay.ts'
import { endsOf, refKey, sameValue, type PlanChange, type FieldValue, type Plan } from './plan.ts'

/** Why a change of a scenario cannot simply be carried over to the plan of now. */
export type ConflictReason = 'both_changed' | 'removed' | 'changed_since' | 'cycle' | 'key_taken'
export type RebaseTake = 'mine' | 'theirs' | 'other'

/** A change that a person must settle: what the plan said then, what it says now, and what the scenario says. */
export type RebaseConflict = {
  readonly change: PlanChange
  readonly reason: ConflictReason
  readonly base: FieldValue
  /** null also where the thing is no longer in the plan. */
  readonly plan: FieldValue
  readonly scenario: FieldValue
  /** The ways of settling it that make sense. */
  readonly takes: readonly RebaseTake[]
  /** The initiatives involved: the circle, or who has the key. */
  readonly ids: readonly string[]
}

/** How the changes of a scenario stand to the plan of now. Each change is in exactly one of the three. */
export type Rebase = {
  /** They carry over as they are. */
  readonly clean: readonly PlanChange[]
  /** The plan says the same by now. */
  readonly already: readonly PlanChange[]
  readonly conflicts: readonly RebaseConflict[]
}

/** How a person settles a conflict; `value` is what `other` sets. */
export type RebaseResolution = { readonly take: RebaseTake; readonly value?: FieldValue }

/**
 * Three ways: what the scenario was based on, the plan now, and the scenario. Changes carry over unless the plan changed the same field
 * differently, lost the thing, or makes them impossible. The order of the changes changes nothing.
 */
export function rebase(base: Plan, now: Plan, changes: readonly PlanChange[]): Rebase {
  const [before, today] = [indexOf(base), indexOf(now)]
  const ordered = [...changes].sort((a, b) => (refKey(a) < refKey(b) ? -1 : 1))
  const added = new Set(ordered.filter(({ kind, field, value, base: was }) => kind === 'initiative' && field === 'exists' && value === true && was === false).map(({ id }) => id))
  const judged = ordered.map((change) => ({ change, outcome: judge(change, { before, today, added }) }))
  const clean = judged.flatMap(({ change, outcome }) => (outcome === 'clean' ? [change] : []))
  const circular = cyclesIn(now, clean)
  return {
    clean: clean.filter((change) => !circular.has(refKey(change))),
    already: judged.flatMap(({ change, outcome }) => (outcome === 'already' ? [change] : [])),
    conflicts: [...judged.flatMap(({ outcome }) => (typeof outcome === 'string' ? [] : [outcome])), ...circular.values()].sort((a, b) => (refKey(a.change) < refKey(b.change) ? -1 : 1)),
  }
}

type Sides = { readonly before: PlanIndex; readonly today: PlanIndex; readonly added: ReadonlySet<string> }

function judge(change: PlanChange, sides: Sides): 'clean' | 'already' | RebaseConflict {
  const { before, today, added } = sides
  const now = readField(today, change)
  if (change.kind === 'initiative' && change.field === 'exists' && change.value === false && now === true && changedSince(before, today, change.id)) return conflict(change, 'changed_since', true, ['mine', 'theirs'])
  if (now !== undefined && sameValue(now, change.value)) return 'already'
  if (change.kind === 'initiative' && change.field === 'key') {
    const holder = [...today.initiatives.values()].find(({ id, key }) => id !== change.id && key.toLowerCase() === String(change.value).toLowerCase())
    if (holder) return conflict(change, 'key_taken', now ?? null, ['theirs', 'other'], [holder.id])
  }
  if (now === undefined) return whenAbsent(change, today, added)
  return sameValue(now, change.base) ? 'clean' : conflict(change, 'both_changed', now, ['mine', 'theirs', 'other'])
}

/** The thing is not in the plan: the scenario adds it, or takes away what is gone anyway, or the plan has lost it. */
function whenAbsent(change: PlanChange, today: PlanIndex, added: ReadonlySet<string>): 'clean' | 'already' | RebaseConflict {
  const { kind, id, value } = change
  if (kind === 'initiative' && added.has(id)) return 'clean'
  if (kind === 'exclusion' && change.base === null) return 'clean'
  if (kind === 'dependency' && endsOf(id).every((end) => added.has(end) || today.initiatives.has(end))) return value === false ? 'already' : 'clean'
  if (kind === 'contribution' && today.objectives.has(endsOf(id)[1]) && added.has(endsOf(id)[0])) return value === null ? 'already' : 'clean'
  if ((kind === 'dependency' && value === false) || (kind === 'contribution' && value === null)) return 'already'
  return conflict(change, 'removed', null, ['theirs'])
}

const conflict = (change: PlanChange, reason: ConflictReason, plan: FieldValue, takes: readonly RebaseTake[], ids: readonly string[] = []): RebaseConflict => ({ change, reason, base: change.base, plan, scenario: change.value, takes, ids })

function changedSince(before: PlanIndex, today: PlanIndex, id: string): boolean {
  const value = (plan: PlanIndex, field: string): FieldValue | undefined => readField(plan, { kind: 'initiative', id, field })
  return before.initiatives.has(id) && fieldsOfInitiative(id, before, today).some((field) => !sameValue(value(before, field), value(today, field)))
}

/** Added dependencies that close a circle with those of the plan and those added before them, by key. */
function cyclesIn(now: Plan, clean: readonly PlanChange[]): ReadonlyMap<string, RebaseConflict> {
  const ties = clean.filter(({ kind }) => kind === 'dependency')
  const gone = new Set(ties.filter(({ value }) => value === false).map(({ id }) => id))
  const standing = now.ties.dependencies.filter(({ fromId, toId }) => !gone.has(`${fromId}>${toId}`)).map(({ fromId, toId }) => ({ fromId, toId }))
  const found = new Map<string, RebaseConflict>()
  for (const change of ties.filter(({ value }) => value === true)) {
    const [fromId, toId] = endsOf(change.id)
    const cycle = cycleClosedBy(standing, fromId, toId)
    if (cycle) found.set(refKey(change), conflict(change, 'cycle', false, ['theirs'], cycle))
    else standing.push({ fromId, toId })
  }
  return found
}

/** The changes of the scenario over the plan of now, and the conflicts that no resolution settles. Based on the plan of now from then on. */
export function settleRebase({ clean, conflicts }: Rebase, resolutions: ReadonlyMap<string, RebaseResolution>): { readonly changes: readonly PlanChange[]; readonly open: readonly RebaseConflict[] } {
  const settled = conflicts.map((one) => ({ one, resolution: resolutions.get(refKey(one.change)) }))
  const open = settled.filter(({ one, resolution }) => !resolution || !one.takes.includes(resolution.take) || (resolution.take === 'other' && resolution.value === undefined)).map(({ one }) => one)
  const kept = settled.flatMap(({ one, resolution }) => {
    if (!resolution || open.includes(one) || resolution.take === 'theirs') return []
    const value = resolution.take === 'other' ? (resolution.value ?? null) : one.scenario
    return sameValue(value, one.plan) ? [] : [{ ...one.change, base: one.plan, value }]
  })
  return { changes: [...clean, ...kept], open }
}
