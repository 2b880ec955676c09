import { FREE } from './domain.ts'
import type { Search } from './search.ts'
import { openWalk, walkIsOver, walkOn } from './walk.ts'
import type { Walk } from './walk.ts'

/** Walks beside the tree (`walk.ts`): the one under way, how many there were, their elementary steps, and at how many of these they gained last. */
export type Improving = { readonly seed: number; walk: Walk | null; rounds: number; steps: number; gainedAt: number }

export const notYetImproving = (seed: number): Improving => ({ seed, walk: null, rounds: 0, steps: 0, gainedAt: 0 })

/** Steps of the tree before anything else is tried: what it proves within that needs no help. */
const TREE_FIRST = 2_000_000
/** Steps of walks for each of the tree: many while they gain, fewer once half of them gained nothing, few once the tree has closed a quarter of the gap at the root. */
const [WHILE_GAINING, WHILE_IDLE, WHILE_CLOSING] = [2.5, 0.5, 0.25]
const CLOSING = 0.25
const MOVES_AT_ONCE = 500
const FEWEST_ROUNDS = 3
/** Moves of the first round; each is twice as long as the one before. */
const [FIRST_ROUND, LONGEST_ROUND] = [20_000, 1_000_000]

/** Whether walks are behind their share of the work. */
export function walkIsDue({ improving, best, rootBound, open, next }: Search, treeSteps: number): boolean {
  if (best === null || rootBound === Infinity || treeSteps < TREE_FIRST) return false
  const top = Math.max(open.heap[0]?.bound ?? -Infinity, next?.bound ?? -Infinity)
  const closing = rootBound - top > CLOSING * (rootBound - best.value)
  const idle = improving.rounds > FEWEST_ROUNDS && improving.gainedAt < improving.steps / 2
  return improving.steps < treeSteps * (closing ? WHILE_CLOSING : idle ? WHILE_IDLE : WHILE_GAINING)
}

/** Walks a little; a plan that is better than the best, or null. Every second round begins where the one before ended, the others at the best plan. */
export function walkALittle(search: Search): Uint8Array | null {
  const { improving } = search
  if (improving.walk === null || walkIsOver(improving.walk)) improving.walk = nextRound(search)
  const { walk } = improving
  if (walk === null) return null
  const before = walk.steps
  walkOn(walk, MOVES_AT_ONCE)
  improving.steps += walk.steps - before
  if (walk.best.value <= (search.best?.value ?? -Infinity)) return null
  improving.gainedAt = improving.steps
  return walk.best.plan.slice()
}

function nextRound({ matrix, base, locked, best, rootNet, improving }: Search): Walk | null {
  const last = improving.walk
  const plan = last !== null && improving.rounds % 2 === 1 ? last.plan : best!.plan
  const open = Array.from(plan.keys()).filter((column) => locked[column] === FREE && (base.state[column] === FREE || base.state[column] !== plan[column]))
  const moves = Math.min(LONGEST_ROUND, FIRST_ROUND * 2 ** improving.rounds++)
  const walk = openWalk(matrix, { plan, net: rootNet, open, seed: improving.seed * 1_000 + improving.rounds }, moves)
  improving.steps += walk === null ? matrix.columns * 1_000 : walk.steps
  return walk
}
