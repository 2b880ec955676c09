import type { Stakes, UnitStake } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import type { InitiativeFacts, Rating } from '@throughline/engine/demand'
import { isRunning } from '@throughline/engine/governance'
import { money } from '@throughline/engine/kernel'
import { stakesOf, type HolderStake } from '@throughline/engine/strategy'
import type { StoredStrategy } from '../store.ts'
import { holdersOf, type Holder, type UnitOfTree } from './holders.ts'

export type StakeSources = { readonly stored: StoredStrategy; readonly initiatives: readonly InitiativeFacts[]; readonly units: readonly UnitOfTree[]; readonly currency: string }

/** What units and functions want and others hold, the one with most at stake first; initiatives are those of the current portfolio that go on: on what is over nothing hangs any more. */
export function presentStakes({ stored, initiatives, units, currency }: StakeSources): Stakes {
  const present = initiatives.filter(({ current, state }) => current && isRunning(state))
  const holders = holdersOf(stored, units)
  const stakes = stakesOf({
    holders, parents: new Map(units.map(({ id, parentId }) => [id, parentId])), zero: money(0n, currency),
    initiatives: present.map(({ id, name, unitId, benefits, rating }) => ({ id, name, unitId, benefits, confidence: rating && classOf(rating) })),
  })
  const around = { byId: new Map(present.map((one) => [one.id, one])), unitNames: new Map(units.map(({ id, name }) => [id, name])) }
  const byHolder = new Map(holders.map((one) => [one.id, one]))
  return { units: stakes.flatMap((stake) => unitStake(byHolder.get(stake.id), stake, around)).sort((a, b) => size(b) - size(a)) }
}

type Around = { readonly byId: ReadonlyMap<string, InitiativeFacts>; readonly unitNames: ReadonlyMap<string, string> }

function unitStake(holder: Holder | undefined, stake: HolderStake, { byId, unitNames }: Around): UnitStake[] {
  if (!holder) return []
  const goals = new Map(holder.goals.map((one) => [one.id, one]))
  const nameOf = (unitId: string | null): string | null => (unitId === null ? null : (unitNames.get(unitId) ?? ''))
  return [{
    id: holder.id, name: holder.name, unit: nameOf(holder.unitId), goalsOf: holder.goalsOf, dependence: toWire(stake.dependence), exposed: toWire(stake.exposed), own: toWire(stake.own),
    goals: stake.goals.map(({ goalId, own, others, dependence, exposed }) => ({ id: goalId, statement: goals.get(goalId)?.statement ?? '', weight: goals.get(goalId)?.weight ?? 0, own: own.length, others: others.length, dependence: toWire(dependence), exposed: toWire(exposed) })),
    classes: stake.classes.map(({ confidence, initiatives, value }) => ({ rating: ratingOf(confidence), initiatives, value: toWire(value) })).sort((a, b) => rank(b.rating) - rank(a.rating)),
    owners: stake.owners.map(({ unitId, value, initiatives }) => ({
      unitId, unit: nameOf(unitId), value: toWire(value),
      initiatives: initiatives.flatMap(({ id, goalIds, value: part }) => {
        const initiative = byId.get(id)
        return initiative ? [{ initiative: { id, key: initiative.key, name: initiative.name }, rating: initiative.rating, goals: goalIds.map((goal) => goals.get(goal)?.statement ?? ''), goalIds: [...goalIds], value: toWire(part) }] : []
      }),
    })),
  }]
}

// Ratings of one scale are never put beside those of the other: a class is a level on its scale.
const classOf = ({ scale, level }: Rating): string => `${scale} ${level}`
function ratingOf(confidence: string | null): Rating | null {
  const [scale, level] = (confidence ?? '').split(' ')
  return confidence === null ? null : { scale: scale as Rating['scale'], level: level as Rating['level'] }
}
const levels: readonly Rating['level'][] = ['green', 'amber_green', 'amber', 'amber_red', 'red']
/** The worst level first; what is not rated last. */
const rank = (rating: Rating | null): number => (rating ? levels.indexOf(rating.level) : -1)
const size = ({ exposed: { metric } }: UnitStake): number => (metric.status === 'ok' ? Number(metric.value.minor) : -1)
