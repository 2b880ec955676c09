import { FREE } from './domain.ts'
import { clearALittle, openClearing } from './clearing.ts'
import type { Clearing, Ground } from './clearing.ts'
import { isMixed, mixOn, openMixing } from './mixing.ts'
import type { Mix, Mixing } from './mixing.ts'
import { advance, stepsOf, takeUp, treeStepsOf } from './search.ts'
import type { Search } from './search.ts'
import { openWalk, walkIsOver, walkOn } from './walk.ts'
import type { Walk } from './walk.ts'

/**
 * Mixed plans (`mixing.ts`), trees over few columns (`clearing.ts`) and walks (`walk.ts`) beside the tree: those under way, how many there were,
 * their elementary steps, and at how many of these they gained last.
 */
export type Improving = { readonly seed: number; walk: Walk | null; rounds: number; mixing: Mixing | null; mixings: number; mixedSteps: number; clearing: Clearing; steps: number; gainedAt: number }

/** Chance of the walks. */
export type Walks = { readonly seed: number }

/** Nothing yet; null where nothing is to work beside the tree. */
export const notYetImproving = (walks: Walks | undefined): Improving | null => (walks === undefined ? null : begun(walks))

const begun = ({ seed }: Walks): Improving => ({ seed, walk: null, rounds: 0, mixing: null, mixings: 0, mixedSteps: 0, clearing: openClearing(seed * 1_000 + 900), steps: 0, gainedAt: 0 })

/** Steps of the tree alone. */
const TREE_FIRST = 20_000_000
/**
 * Steps beside the tree for each of its own: at most so many, and fewer the more of the gap at the root it has closed, for then it proves in
 * time. Half as many once half of them gained nothing.
 */
const [MOST_BESIDE, BESIDE_CLOSED] = [6, 0.2]
const AT_FIRST = 60_000_000
const MOVES_AT_ONCE = 500
/** Moves of the first round; each is twice as long as the one before. */
const [FIRST_ROUND, LONGEST_ROUND] = [20_000, 1_000_000]

/** Works until the search is done or `untilSteps` steps have been made in all, of the tree and beside it. */
export function advanceBeside(search: Search, improving: Improving | null, untilSteps: number): void {
  if (improving === null) return advance(search, untilSteps)
  while (!search.done && stepsOf(search) < untilSteps) {
    if (!isDue(search, improving)) advance(search, stepsOf(search) + 1)
    else {
      const plan = improveALittle(search, improving)
      search.besideSteps = improving.steps
      if (plan !== null) takeUp(search, plan)
    }
  }
}

/** Whether what works beside the tree is behind its share. */
function isDue(search: Search, improving: Improving): boolean {
  const { best, rootBound } = search
  const treeSteps = treeStepsOf(search)
  if (best === null || rootBound === Infinity || treeSteps < TREE_FIRST) return false
  const idle = improving.steps > AT_FIRST && improving.gainedAt < improving.steps / 2
  const share = Math.min(MOST_BESIDE, BESIDE_CLOSED / closedShare(search, best.value)) * (idle ? 0.5 : 1)
  return improving.steps < treeSteps * share
}

/** How much of the gap between the root's bound and the best plan the tree has closed, 0 to 1. */
function closedShare({ rootBound, open, next }: Search, value: number): number {
  const top = Math.max(open.heap[0]?.bound ?? -Infinity, next?.bound ?? -Infinity)
  return (rootBound - top) / (rootBound - value)
}

/** By turns: fewer columns are mixed through sooner, more doubt leaves what the first found. */
const MIXES: readonly Mix[] = [{ columns: 100, doubt: 0.3 }, { columns: 60, doubt: 0.6 }, { columns: 150, doubt: 1 }, { columns: 50, doubt: 0.3 }, { columns: 100, doubt: 1 }]
const CHILDREN_AT_ONCE = 200
/** Shares of mixing, trees over few columns and walks in the work beside the tree. */
const [MIXED, CLEARED, WALKED] = [0.5, 0.4, 0.1]

/** Mixes, clears or walks a little, whichever is furthest behind its share; a plan that is better than the best, or null. */
function improveALittle(search: Search, improving: Improving): Uint8Array | null {
  const [mixed, cleared] = [improving.mixedSteps / MIXED, improving.clearing.steps / CLEARED]
  const walked = (improving.steps - improving.mixedSteps - improving.clearing.steps) / WALKED
  if (cleared <= mixed && cleared <= walked) return clearOn(search, improving)
  return mixed <= walked ? mixFor(search, improving) : walkALittle(search, improving)
}

function clearOn(search: Search, improving: Improving): Uint8Array | null {
  const before = improving.clearing.steps
  const ground = (): Ground => ({ plan: agreed(search), value: search.best!.value, net: search.rootNet, open: openColumns(search) })
  const found = clearALittle(improving.clearing, search.matrix, ground)
  improving.steps += improving.clearing.steps - before
  return found === null ? null : gained(search, improving, found)
}

function mixFor(search: Search, improving: Improving): Uint8Array | null {
  if (improving.mixing === null || isMixed(improving.mixing)) improving.mixing = nextMixing(search, improving)
  const { mixing } = improving
  if (mixing === null) return walkALittle(search, improving)
  const before = mixing.steps
  mixOn(mixing, CHILDREN_AT_ONCE)
  improving.mixedSteps += mixing.steps - before
  improving.steps += mixing.steps - before
  return gained(search, improving, mixing.best)
}

/** Columns that a better plan may still change. */
const openColumns = ({ base, locked, rootNet }: Search): readonly number[] => Array.from(rootNet.keys()).filter((column) => locked[column] === FREE && base.state[column] === FREE)

/** The best plan, but for what is decided of every better one. */
const agreed = ({ base, best }: Search): Uint8Array => best!.plan.map((chosen, column) => (base.state[column] === FREE ? chosen : base.state[column]!))

function nextMixing(search: Search, improving: Improving): Mixing | null {
  const { matrix, rootNet, rootPrices } = search
  const seed = improving.seed * 1_000 + 500 + improving.mixings
  return openMixing(matrix, { plan: agreed(search), net: rootNet, prices: rootPrices, open: openColumns(search), seed }, MIXES[improving.mixings++ % MIXES.length]!)
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

function nextRound({ matrix, base, locked, best, rootNet, rootPrices }: Search, improving: Improving): Walk | null {
  const last = improving.walk
  const plan = last !== null && improving.rounds % 2 === 1 ? last.plan : best!.plan
  const open = Array.from(plan.keys()).filter((column) => locked[column] === FREE && (base.state[column] === FREE || base.state[column] !== plan[column]))
  const moves = Math.min(LONGEST_ROUND, FIRST_ROUND * 2 ** improving.rounds++)
  const walk = openWalk(matrix, { plan, net: rootNet, prices: rootPrices, open, seed: improving.seed * 1_000 + improving.rounds }, moves)
  improving.steps += walk === null ? matrix.columns * 1_000 : walk.steps
  return walk
}
