import { FREE } from './domain.ts'
import { mixOn, openMixing } from './mixing.ts'
import type { Mixing } from './mixing.ts'
import type { Search } from './search.ts'
import { openWalk, walkIsOver, walkOn } from './walk.ts'
import type { Walk } from './walk.ts'

/**
 * Walks (`walk.ts`) and mixed plans (`mixing.ts`) beside the tree: whether they are of use (null before that is known), those under way, how
 * many there were, their elementary steps, and at how many of these they gained last.
 */
export type Improving = { readonly seed: number; ofUse: boolean | null; walk: Walk | null; rounds: number; mixing: Mixing | null; mixings: number; mixedSteps: number; steps: number; gainedAt: number }

/** Chance of the walks. */
export type Walks = { readonly seed: number }

export const notYetImproving = ({ seed }: Walks): Improving => ({ seed, ofUse: null, walk: null, rounds: 0, mixing: null, mixings: 0, mixedSteps: 0, steps: 0, gainedAt: 0 })

/** Steps of the tree alone. Where these have closed so much of the gap at the root, it goes on alone: it proves in time, or finds as well. */
const TREE_FIRST = 20_000_000
const HOPEFUL = 0.05
/** So much of the gap closed later ends the walks. */
const CLOSING = 0.25
/** Steps of walks for each of the tree: many at first and while they gain, fewer once half of them gained nothing. */
const [WHILE_GAINING, WHILE_IDLE] = [6, 3]
const AT_FIRST = 60_000_000
const MOVES_AT_ONCE = 500
/** Moves of the first round; each is twice as long as the one before. */
const [FIRST_ROUND, LONGEST_ROUND] = [20_000, 1_000_000]

/** The walks, where they are behind their share of the work; null otherwise. */
export function walkIsDue(search: Search, treeSteps: number): Improving | null {
  const { improving, best, rootBound } = search
  if (improving === null || improving.ofUse === false || best === null || rootBound === Infinity || treeSteps < TREE_FIRST) return null
  improving.ofUse ??= closedShare(search, best.value) < HOPEFUL
  const idle = improving.steps > AT_FIRST && improving.gainedAt < improving.steps / 2
  const due = improving.ofUse && improving.steps < treeSteps * (idle ? WHILE_IDLE : WHILE_GAINING) && closedShare(search, best.value) < CLOSING
  return due ? improving : null
}

/** How much of the gap between the root's bound and the best plan the tree has closed, 0 to 1. */
function closedShare({ rootBound, open, next }: Search, value: number): number {
  const top = Math.max(open.heap[0]?.bound ?? -Infinity, next?.bound ?? -Infinity)
  return (rootBound - top) / (rootBound - value)
}

/** Steps of mixing for each of walks; and those of the first population, of which each has twice as many as the one before. */
const MIXED_SHARE = 4
const FIRST_MIXING = 400_000_000
/** Columns of the core by turns: fewer are mixed through sooner. */
const CORES = [100, 150, 70]
const CHILDREN_AT_ONCE = 200

/** Mixes or walks a little; a plan that is better than the best, or null. */
export function improveALittle(search: Search, improving: Improving): Uint8Array | null {
  if (improving.mixedSteps > MIXED_SHARE * (improving.steps - improving.mixedSteps)) return walkALittle(search, improving)
  if (improving.mixing === null || improving.mixing.steps > FIRST_MIXING * 2 ** (improving.mixings - 1)) improving.mixing = nextMixing(search, improving)
  const { mixing } = improving
  if (mixing === null) return walkALittle(search, improving)
  const before = mixing.steps
  mixOn(mixing, CHILDREN_AT_ONCE)
  improving.mixedSteps += mixing.steps - before
  improving.steps += mixing.steps - before
  return gained(search, improving, mixing.best)
}

function nextMixing({ matrix, base, locked, best, rootNet }: Search, improving: Improving): Mixing | null {
  const open = Array.from(rootNet.keys()).filter((column) => locked[column] === FREE && base.state[column] === FREE)
  // What is decided of every better plan is not what the best so far says.
  const plan = best!.plan.map((chosen, column) => (base.state[column] === FREE ? chosen : base.state[column]!))
  const mixing = openMixing(matrix, { plan, net: rootNet, open, seed: improving.seed * 1_000 + 500 + improving.mixings }, CORES[improving.mixings % CORES.length]!)
  improving.mixings++
  return mixing
}

/** Its plan, if it is better than the best. */
function gained(search: Search, improving: Improving, found: { readonly plan: Uint8Array; readonly value: number }): Uint8Array | null {
  if (found.value <= (search.best?.value ?? -Infinity)) return null
  improving.gainedAt = improving.steps
  return found.plan.slice()
}

/** Every second round begins where the one before ended, the others at the best plan. */
function walkALittle(search: Search, improving: Improving): Uint8Array | null {
  if (improving.walk === null || walkIsOver(improving.walk)) improving.walk = nextRound(search, improving)
  const { walk } = improving
  if (walk === null) return null
  const before = walk.steps
  walkOn(walk, MOVES_AT_ONCE)
  improving.steps += walk.steps - before
  return gained(search, improving, walk.best)
}

function nextRound({ matrix, base, locked, best, rootNet }: Search, improving: Improving): Walk | null {
  const last = improving.walk
  const plan = last !== null && improving.rounds % 2 === 1 ? last.plan : best!.plan
  const open = Array.from(plan.keys()).filter((column) => locked[column] === FREE && (base.state[column] === FREE || base.state[column] !== plan[column]))
  const moves = Math.min(LONGEST_ROUND, FIRST_ROUND * 2 ** improving.rounds++)
  const walk = openWalk(matrix, { plan, net: rootNet, open, seed: improving.seed * 1_000 + improving.rounds }, moves)
  improving.steps += walk === null ? matrix.columns * 1_000 : walk.steps
  return walk
}
