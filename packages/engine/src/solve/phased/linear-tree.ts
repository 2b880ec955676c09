import { addNode, noOpenNodes, takeNode } from '../binary/open-nodes.ts'
import type { OpenNodes } from '../binary/open-nodes.ts'
import { wholeBelow } from './branch.ts'
import { readPhased } from './check.ts'
import { demandsOf } from './demands.ts'
import type { Layout } from './layout.ts'
import { linearFormOf, readLevels, relaxed, stepsOfForm } from './linear-form.ts'
import type { LinearForm } from './linear-form.ts'
import { chooseSplit, learnSplit, noSplitCosts, optionsInOrder, sideOf, splitsOf } from './linear-split.ts'
import type { Split, SplitCosts } from './linear-split.ts'
import { narrow, narrowingOf } from './narrow.ts'
import type { Narrowing } from './narrow.ts'
import type { PhasedPlan } from './program.ts'

/** Part of all plans: the options that are left, a bound, and the split that made it. */
type Part = { readonly allowed: Uint8Array; readonly bound: number; readonly order: number; readonly split: Split | null; readonly side: 0 | 1 }

/**
 * Branch and bound over linear programs, best bound first and diving from each part until it closes. A part is halved at a family: it takes one of
 * its first starts, or one of the later ones or stays out. `done`: every plan has been found, or shown to be worth no more than the best.
 */
export type LinearTree = {
  readonly layout: Layout
  readonly narrowing: Narrowing
  readonly order: Int32Array
  readonly costs: SplitCosts
  /** Options that a plan better than the best may still take. */
  readonly base: Uint8Array
  readonly open: OpenNodes<Part>
  form: LinearForm
  /** Options in the form, and elementary steps of forms that were given up for smaller ones. */
  inForm: number
  formSteps: number
  /** The root's bound and what each option takes off it at its prices. */
  root: { readonly bound: number; readonly loss: Float64Array } | null
  next: Part | null
  best: Int32Array | null
  bestValue: number
  otherSteps: number
  nodes: number
  done: boolean
}

/** Work of a part beside its arithmetic, by option. */
const STEPS_BY_OPTION = 8

/** Begins with all plans and no best one; 'empty' and null as of `asBinary`. */
export function linearTreeOf(layout: Layout): LinearTree | 'empty' | null {
  const { program } = layout
  const base = new Uint8Array(program.optionValue.length).fill(1)
  const narrowing = narrowingOf(layout, demandsOf(layout))
  if (!narrow(narrowing, base)) return 'empty'
  const form = linearFormOf(layout, base)
  if (form === null || form === 'empty') return form
  const open = noOpenNodes<Part>()
  addNode(open, { allowed: base.slice(), bound: Infinity, order: 0, split: null, side: 0 })
  return {
    layout, narrowing, base, open, form, order: optionsInOrder(program), costs: noSplitCosts(base.length), inForm: leftIn(base), formSteps: 0, root: null,
    next: null, best: null, bestValue: -Infinity, otherSteps: 0, nodes: 0, done: false,
  }
}

/** Elementary steps so far. */
export const stepsOfTree = ({ form, formSteps, narrowing, otherSteps }: LinearTree): number => stepsOfForm(form) + formSteps + narrowing.steps + otherSteps

/** Visits parts until none is left or the steps are used up. */
export function searchTree(tree: LinearTree, steps: number): void {
  const until = stepsOfTree(tree) + steps
  while (!tree.done && stepsOfTree(tree) < until) visit(tree)
}

/** Takes up a plan found elsewhere, where it is better. */
export function takeUpInTree(tree: LinearTree, plan: PhasedPlan, value: number): void {
  if (value <= tree.bestValue) return
  tree.best = plan.slice()
  tree.bestValue = value
  dropFromRoot(tree)
}

/** No plan is worth more than this; -Infinity where there is none at all. */
export function boundOfTree({ done, next, open, bestValue }: LinearTree): number {
  return done ? bestValue : Math.max(bestValue, next?.bound ?? -Infinity, open.heap[0]?.bound ?? -Infinity)
}

const leftIn = (allowed: Uint8Array): number => allowed.reduce((sum, each) => sum + each, 0)
const isClosedBy = ({ bestValue }: LinearTree, bound: number): boolean => wholeBelow(bound) <= bestValue

function visit(tree: LinearTree): void {
  const diving = tree.next !== null
  const part = tree.next ?? takeNode(tree.open)
  tree.next = null
  if (part === undefined || (!diving && isClosedBy(tree, part.bound))) {
    tree.done = true
    return
  }
  tree.nodes++
  tree.otherSteps += STEPS_BY_OPTION * part.allowed.length
  if (isClosedBy(tree, part.bound)) return
  for (let p = 0; p < part.allowed.length; p++) if (tree.base[p] === 0) part.allowed[p] = 0
  if (!diving) shrinkForm(tree)
  work(tree, part)
}

/** Bounds a part, takes away what cannot be in a better plan, and halves it; as long as a look at a split shows one side empty, it goes on with the other. */
function work(tree: LinearTree, part: Part): void {
  const { layout: { program }, form, order, costs } = tree
  let { allowed } = part
  for (let first = true; ; first = false) {
    if (!narrow(tree.narrowing, allowed)) return
    const cutoff = tree.bestValue + 1
    const bound = Math.min(part.bound, relaxed(form, form.tableau, allowed, cutoff))
    if (first && part.split !== null && part.bound < Infinity && bound > -Infinity) learnSplit(costs, part.split, part.side, Math.max(0, part.bound - bound))
    if (isClosedBy(tree, bound)) return
    if (part.split === null && first) keepRoot(tree, bound)
    drop(tree, allowed, bound, form)
    readLevels(form)
    const splits = splitsOf(program, order, form.level, allowed)
    if (splits.length === 0) {
      closeWhole(tree, allowed, bound)
      return
    }
    const chosen = chooseSplit({ program, order, form, costs, allowed, bound, cutoff, closes: (each) => isClosedBy(tree, each) }, splits)
    if ('split' in chosen) {
      split(tree, allowed, wholeBelow(bound), chosen.split)
      return
    }
    allowed = chosen.only
  }
}

function split(tree: LinearTree, allowed: Uint8Array, bound: number, at: Split): void {
  const { layout: { program }, order } = tree
  const side = (which: 0 | 1): Part => ({ allowed: sideOf(program, order, allowed, at, which), bound, order: tree.nodes, split: at, side: which })
  const first = at.part > 0.5 ? 0 : 1
  addNode(tree.open, side(first === 0 ? 1 : 0))
  tree.next = side(first)
}

/** Options that take so much off the bound that no plan with them is better than the best (reduced-cost fixing). */
function drop(tree: LinearTree, allowed: Uint8Array, bound: number, { net, best }: LinearForm): void {
  const { families, optionFrom } = tree.layout.program
  for (let i = 0; i < families; i++) {
    for (let p = optionFrom[i]!; p < optionFrom[i + 1]!; p++) if (allowed[p] === 1 && isClosedBy(tree, bound - (best[i]! - net[p]!))) allowed[p] = 0
  }
}

function keepRoot(tree: LinearTree, bound: number): void {
  const { families, optionFrom } = tree.layout.program
  const loss = new Float64Array(tree.base.length)
  for (let i = 0; i < families; i++) for (let p = optionFrom[i]!; p < optionFrom[i + 1]!; p++) loss[p] = tree.base[p] === 1 ? tree.form.best[i]! - tree.form.net[p]! : 0
  tree.root = { bound, loss }
  dropFromRoot(tree)
}

/** The same by the root's prices, for all parts. */
function dropFromRoot(tree: LinearTree): void {
  if (tree.root === null) return
  for (let p = 0; p < tree.base.length; p++) if (tree.base[p] === 1 && isClosedBy(tree, tree.root.bound - tree.root.loss[p]!)) tree.base[p] = 0
  tree.otherSteps += tree.base.length
}

/** A form with fewer options is made where it has become much smaller: a pivot changes every cell. */
const MUCH_SMALLER = 0.85

function shrinkForm(tree: LinearTree): void {
  const { layout, base } = tree
  if (leftIn(base) >= MUCH_SMALLER * tree.inForm) return
  tree.inForm = leftIn(base)
  const form = linearFormOf(layout, base)
  if (form === null || form === 'empty') return
  tree.formSteps += stepsOfForm(tree.form)
  tree.form = form
}

/** The linear program is whole: its plan is a candidate. Where rounding keeps it from closing the part, a family with something left is halved. */
function closeWhole(tree: LinearTree, allowed: Uint8Array, bound: number): void {
  const { layout: { program }, form: { level }, order } = tree
  const { families, optionFrom } = program
  const plan = new Int32Array(families)
  let undecided: Split | null = null
  for (let i = 0; i < families; i++) {
    const left = Array.from({ length: optionFrom[i + 1]! - optionFrom[i]! }, (_, k) => optionFrom[i]! + k).filter((place) => allowed[order[place]!] === 1)
    if (left.length === 0) return
    plan[i] = left.map((place) => order[place]!).reduce((a, b) => (level[b]! > level[a]! ? b : a))
    if (left.length > 1) undecided ??= { family: i, at: left[(left.length - 2) >> 1]!, part: 0.5 }
  }
  const value = readPhased(program, plan)
  tree.otherSteps += program.families * 8 + program.meters
  if (value !== null) takeUpInTree(tree, plan, value)
  if (undecided !== null && !isClosedBy(tree, bound)) split(tree, allowed, wholeBelow(bound), undecided)
}
