import { provesEmpty, roundedUpBound } from './bound.ts'
import { branchingColumn, learn, noDecisionCosts } from './branching.ts'
import type { DecisionCosts } from './branching.ts'
import { FREE, copyDomain, decide, decideImplied, freeDomain } from './domain.ts'
import type { Domain } from './domain.ts'
import { levelsOf, pricesOf, rayOf, reoptimise } from './dual-simplex.ts'
import { byScore, takeInOrder } from './greedy.ts'
import { matrixOf } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import { addNode, noOpenNodes, takeNode } from './open-nodes.ts'
import type { OpenNode, OpenNodes } from './open-nodes.ts'
import type { BinaryProgram } from './program.ts'
import { emptyRecord, givenPrices } from './proof.ts'
import type { NodeRecord } from './proof.ts'
import { keepsRows } from './rows.ts'
import { improveBySwaps } from './swap.ts'
import { tableauOf } from './tableau.ts'
import type { Tableau } from './tableau.ts'

/** Branch and bound in progress: best bound first, diving from each node until it closes. May be advanced in slices. */
export type Search = {
  readonly matrix: Matrix
  /** What holds for every plan still of interest: fixed columns, what follows from them, and what the root's prices have settled since. */
  readonly base: Domain
  /** Columns that no plan may change. */
  readonly locked: Int8Array
  readonly domain: Domain
  readonly tableau: Tableau
  readonly prices: Float64Array
  readonly net: Float64Array
  readonly level: Float64Array
  readonly rootPrices: Float64Array
  readonly rootNet: Float64Array
  readonly costs: DecisionCosts
  readonly open: OpenNodes
  readonly record: NodeRecord | null
  /** Plans that are worth no more than this are of no interest. */
  readonly floor: number
  rootBound: number
  /** What the current prices prove by themselves, which goes with `net`; the node's bound may be its parent's. */
  priceBound: number
  /** Node the dive continues with; the domain stands at its parent. */
  next: OpenNode | null
  best: { readonly plan: Uint8Array; readonly value: number; readonly foundAtSteps: number } | null
  done: boolean
  nodes: number
  otherSteps: number
  /** Elementary steps of what looks for plans beside the tree. */
  besideSteps: number
}

/** Sets up a search; `start` is a plan to begin with, repaired where it breaks a row. */
export function openSearch(program: BinaryProgram, options: { readonly start?: readonly boolean[] | undefined; readonly record: boolean; readonly floor?: number }): Search {
  const matrix = matrixOf(program)
  const base = freeDomain(matrix)
  const possible = program.fixed.every((fixed, column) => fixed === null || decide(matrix, base, column, fixed)) && decideImplied(matrix, base)
  const search: Search = {
    matrix,
    base,
    locked: base.state.slice(),
    domain: freeDomain(matrix),
    tableau: tableauOf(matrix),
    prices: new Float64Array(matrix.rows),
    net: new Float64Array(matrix.columns),
    level: new Float64Array(matrix.columns),
    rootPrices: new Float64Array(matrix.rows),
    rootNet: new Float64Array(matrix.columns),
    costs: noDecisionCosts(matrix.columns),
    open: noOpenNodes(),
    record: options.record ? emptyRecord() : null,
    floor: Math.floor((options.floor ?? -Infinity) / matrix.valueStep) * matrix.valueStep,
    rootBound: Infinity,
    priceBound: Infinity,
    next: null,
    best: null,
    done: !possible,
    nodes: 0,
    otherSteps: 0,
    besideSteps: 0,
  }
  if (!possible) return search
  addNode(search.open, { parent: null, column: -1, value: 0, bound: Infinity, order: 0, level: 0, record: search.record })
  const { start } = options
  const every = Array.from({ length: matrix.columns }, (_, column) => column)
  const worth = (column: number): number => matrix.value[column]! / (1e-12 + shareOfLimits(matrix, column))
  const gainful = byScore(every.filter((column) => matrix.value[column]! > 0), worth)
  if (start !== undefined) {
    if (program.fixed.every((fixed, column) => fixed === null || start[column] === (fixed === 1))) offer(search, Uint8Array.from(every, (column) => Number(start[column] === true)), 'improved')
    tryOrder(search, byScore(every.filter((column) => start[column] === true), worth), gainful)
  }
  tryOrder(search, gainful)
  return search
}

/** Elementary steps done so far. */
export const stepsOf = (search: Search): number => treeStepsOf(search) + search.besideSteps

/** Those of the tree itself. */
export const treeStepsOf = ({ tableau, base, domain, otherSteps }: Search): number => tableau.steps + base.steps + domain.steps + otherSteps

/** Works until the search is done or `untilSteps` steps have been made in all. */
export function advance(search: Search, untilSteps: number): void {
  while (!search.done && stepsOf(search) < untilSteps) visit(search)
}

/** Takes up a plan found elsewhere, where it keeps every row and is better. */
export function takeUp(search: Search, plan: Uint8Array): void {
  if (!search.done) offer(search, plan.slice(), 'as it is')
}

/** No plan is worth more than this; -Infinity where there is no plan at all. */
export function boundOf(search: Search): number {
  const best = search.best?.value ?? -Infinity
  if (search.done) return best
  const open = Math.max(search.next?.bound ?? -Infinity, search.open.heap[0]?.bound ?? -Infinity, best)
  const step = search.matrix.valueStep
  return Math.max(best, Math.floor(Math.min(open, trivialBound(search)) / step) * step)
}

function trivialBound({ matrix }: Search): number {
  return matrix.value.reduce((sum, value) => sum + Math.max(0, value), 0)
}

function shareOfLimits(matrix: Matrix, column: number): number {
  let share = 0
  for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) {
    share += Math.max(0, matrix.columnCoefficient[k]!) / Math.max(1, matrix.limit[matrix.columnRow[k]!]!)
  }
  return share
}

/** Work of a node beside its arithmetic: it is made, kept in order, taken out, and its decisions are made again. */
const STEPS_PER_NODE = 1_000
const STEPS_PER_DECISION = 25

/** Below this bound a node holds nothing better: another plan's value differs by at least one step. */
const cutoffOf = (search: Search): number => Math.max(search.best?.value ?? -Infinity, search.floor) + search.matrix.valueStep

function visit(search: Search): void {
  const diving = search.next !== null
  const node = search.next ?? takeNode(search.open)
  search.next = null
  if (node === undefined || (!diving && node.bound < cutoffOf(search))) {
    search.done = true
    return
  }
  search.nodes++
  search.otherSteps += STEPS_PER_NODE
  if (node.bound < cutoffOf(search) || !enter(search, node, diving)) return
  const bound = relax(search, node)
  if (bound === null) return
  if (node.parent === null) startFromRoot(search, bound)
  else learn(search.costs, node.column, node.value, node.level, Math.max(0, node.bound - bound))
  if (search.done || bound < cutoffOf(search) || !settleByPrices(search)) return
  split(search, node, bound)
}

/** Brings the domain to the node; false where its decisions contradict a row. */
function enter(search: Search, node: OpenNode, diving: boolean): boolean {
  if (diving) return decide(search.matrix, search.domain, node.column, node.value)
  copyDomain(search.base, search.domain)
  for (let at: OpenNode | null = node; at !== null && at.column >= 0; at = at.parent) {
    search.otherSteps += STEPS_PER_DECISION
    if (!decide(search.matrix, search.domain, at.column, at.value)) return false
  }
  return true
}

/** Bound of the node from its linear program; null where the node is closed. */
function relax(search: Search, node: OpenNode): number | null {
  const { matrix, tableau, domain, prices, net } = search
  for (let column = 0; column < matrix.columns; column++) {
    const state = domain.state[column]!
    tableau.lower[column] = state === 1 ? 1 : 0
    tableau.upper[column] = state === 0 ? 0 : 1
  }
  const outcome = reoptimise(tableau, cutoffOf(search))
  search.otherSteps += matrix.rowColumn.length
  if (outcome.status === 'infeasible') {
    rayOf(tableau, outcome.row, prices)
    if (provesEmpty(matrix, domain.state, prices, net)) {
      if (node.record !== null) node.record.ray = givenPrices(matrix, prices)
      return null
    }
  }
  pricesOf(tableau, prices)
  if (node.record !== null) node.record.prices = givenPrices(matrix, prices)
  search.priceBound = roundedUpBound(matrix, domain.state, prices, net)
  const bound = Math.min(node.bound, search.priceBound)
  if (bound < cutoffOf(search)) return null
  levelsOf(tableau, search.level)
  return bound
}

/** Keeps the root's prices for good and looks for plans near its linear program. */
function startFromRoot(search: Search, bound: number): void {
  const { matrix, level, net } = search
  search.rootBound = bound
  search.rootPrices.set(search.prices)
  search.rootNet.set(net)
  const every = Array.from({ length: matrix.columns }, (_, column) => column)
  const lean = (column: number): number => level[column]! + net[column]! / (1e3 * search.tableau.valueScale)
  tryOrder(search, byScore(every.filter((column) => level[column]! > 0.01), lean), byScore(every.filter((column) => matrix.value[column]! > 0), (column) => net[column]!))
  if (cutoffOf(search) > -Infinity) narrow(search)
}

/** Decides free columns whose other value would push the bound below the cutoff (reduced-cost fixing); false where nothing is left. */
function settleByPrices(search: Search): boolean {
  const { matrix, domain, net, priceBound } = search
  const cutoff = cutoffOf(search)
  for (let column = 0; column < matrix.columns; column++) {
    if (domain.state[column] !== FREE || priceBound - Math.abs(net[column]!) >= cutoff) continue
    if (!decide(matrix, domain, column, net[column]! > 0 ? 1 : 0)) return false
  }
  return true
}

function split(search: Search, node: OpenNode, bound: number): void {
  const { domain, level } = search
  let column = branchingColumn(search.tableau, domain.state, search.costs)
  if (column < 0) {
    tryRounded(search)
    if (bound < cutoffOf(search)) return
    column = domain.state.indexOf(FREE)
  } else if (search.nodes % 64 === 0) tryOrder(search, byScore(Array.from(level.keys()).filter((each) => level[each]! > 0.01), (each) => level[each]!))
  if (column < 0 || search.done) return
  const records = node.record === null ? null : { out: emptyRecord(), in: emptyRecord() }
  if (node.record !== null) Object.assign(node.record, { column, ...records })
  const child = (value: 0 | 1, order: number): OpenNode => ({
    parent: node, column, value, bound, order, level: level[column]!, record: records === null ? null : value === 1 ? records.in : records.out,
  })
  const first: 0 | 1 = level[column]! > 0.5 ? 1 : 0
  addNode(search.open, child(first === 1 ? 0 : 1, search.nodes))
  search.next = child(first, search.nodes)
}

/** The linear program is whole: its plan, checked in whole numbers, is a candidate. */
function tryRounded(search: Search): void {
  const plan = search.domain.state.map((state, column) => (state === FREE ? Math.round(search.level[column]!) : state))
  offer(search, Uint8Array.from(plan), 'then improved')
}

function tryOrder(search: Search, ...orders: readonly (readonly number[])[]): void {
  const { matrix } = search
  const trial = freeDomain(matrix)
  copyDomain(search.base, trial)
  const taken = takeInOrder(matrix, trial, orders.flat())
  search.otherSteps += trial.steps + matrix.columns * 8
  if (taken) offer(search, Uint8Array.from(trial.state), 'improved')
}

/** Takes `plan` as the best so far if it keeps every row and is worth more, after local improvement where asked. */
function offer(search: Search, plan: Uint8Array, manner: 'improved' | 'then improved' | 'as it is'): void {
  const { matrix } = search
  if (!keepsRows(matrix, plan)) return
  if (manner === 'improved') search.otherSteps += improveBySwaps(matrix, plan, (column) => search.locked[column] !== FREE)
  const value = plan.reduce((sum, chosen, column) => sum + (chosen === 1 ? matrix.value[column]! : 0), 0)
  if (search.best !== null && value <= search.best.value) return
  search.best = { plan, value, foundAtSteps: stepsOf(search) }
  if (manner === 'then improved') offer(search, plan.slice(), 'improved')
  if (search.rootBound < Infinity) narrow(search)
}

/** Applies reduced-cost fixing with the root's prices to everything still of interest. */
function narrow(search: Search): void {
  const { matrix, base, rootNet, rootBound } = search
  const cutoff = cutoffOf(search)
  if (rootBound < cutoff) search.done = true
  for (let column = 0; !search.done && column < matrix.columns; column++) {
    if (base.state[column] !== FREE || rootBound - Math.abs(rootNet[column]!) >= cutoff) continue
    if (!decide(matrix, base, column, rootNet[column]! > 0 ? 1 : 0)) search.done = true
  }
}
