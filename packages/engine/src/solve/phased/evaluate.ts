import { NEVER } from './program.ts'
import { equalLists, slotAfter } from './layout.ts'
import type { Layout } from './layout.ts'
import { countsFrom, limitsWorth, meterPrices, tiePrices } from './multipliers.ts'
import type { Multipliers } from './multipliers.ts'
import { hasPrice, noRuns, updateRuns } from './priced-runs.ts'
import type { PricedRuns } from './priced-runs.ts'

/** Room for one evaluation after another. */
export type Evaluation = {
  readonly layout: Layout
  readonly prices: Float64Array
  readonly runs: PricedRuns
  /** 1 for each lane that has a price. */
  readonly priced: Uint8Array
  readonly tieSuffix: Float64Array
  /** Of each option: its value less the price of what it uses. */
  readonly net: Float64Array
  /** Of each option: its net with the best of what waits for it. */
  readonly full: Float64Array
  /** For families in trees: the best from each slot on, and the option that gives it. */
  readonly slotBest: Float64Array
  readonly slotOption: Int32Array
  /** 0 for options that are ruled out for now; null where all are allowed. */
  allowed: Uint8Array | null
  /** The option that each family takes at these prices. */
  readonly choice: Int32Array
  /** What the choices are worth at these prices, without the limits. */
  sum: number
  steps: number
}

export function evaluationOf(layout: Layout): Evaluation {
  const { program, pricedTies, tables } = layout
  const options = program.optionValue.length
  return {
    layout,
    prices: new Float64Array(program.meters),
    runs: noRuns(layout),
    priced: new Uint8Array(program.lanes),
    tieSuffix: new Float64Array(pricedTies.length * (program.periods + 1)),
    net: new Float64Array(options),
    full: new Float64Array(options),
    slotBest: new Float64Array(tables * (program.periods + 2)),
    slotOption: new Int32Array(tables * (program.periods + 2)),
    choice: new Int32Array(program.families),
    allowed: null,
    sum: 0,
    steps: 0,
  }
}

/** The Lagrangian bound at these prices: what the limits are worth and the best choice of each tree. */
export function evaluate(evaluation: Evaluation, multipliers: Multipliers): number {
  spreadPrices(evaluation, multipliers)
  if (!takeOver(evaluation)) evaluation.sum = chooseAll(evaluation)
  return limitsWorth(evaluation.layout, multipliers) + evaluation.sum
}

function spreadPrices(evaluation: Evaluation, multipliers: Multipliers): void {
  const { layout, prices } = evaluation
  meterPrices(layout.program, multipliers, prices)
  tiePrices(layout, multipliers, evaluation.tieSuffix)
  countSteps(evaluation)
}

/** Counts what pricing takes where nothing is taken over: amounts of priced lanes, gathered where other lanes have prices than before and read for each option. */
function countSteps(evaluation: Evaluation): void {
  const { layout, prices, priced } = evaluation
  const { periods, lanes, optionValue } = layout.program
  let [changed, gathered] = [false, 0]
  for (let lane = 0; lane < lanes; lane++) {
    const now = hasPrice(prices, lane * periods, periods) ? 1 : 0
    if (now !== priced[lane]) changed = true
    priced[lane] = now
    if (now === 0) continue
    gathered += layout.laneAmounts[lane]!
    evaluation.steps += layout.laneSteps[lane]!
  }
  evaluation.steps += 2 * optionValue.length + (changed ? gathered : 0)
}

/** What the best choices of all trees come to; writes them. */
function chooseAll(evaluation: Evaluation): number {
  const { treeFrom, order, program } = evaluation.layout
  updateRuns(evaluation.runs, evaluation.layout, evaluation.prices)
  for (let family = 0; family < program.families; family++) priceFamily(evaluation, family)
  let sum = 0
  for (let tree = 0; tree + 1 < treeFrom.length; tree++) {
    const [from, to] = [treeFrom[tree]!, treeFrom[tree + 1]!]
    sum += to - from === 1 ? bestAlone(evaluation, order[from]!) : bestOfTree(evaluation, from, to)
  }
  return sum
}

/** The last evaluation that was kept of each form of layouts. */
const kept = new WeakMap<Int32Array, Evaluation>()

/** Keeps an evaluation for the next program with the same modes and ties: at the same prices its choices are worth the same, whatever the limits are. */
export const keepEvaluation = (evaluation: Evaluation): void => void kept.set(evaluation.layout.order, evaluation)

/** Takes the choices of a kept evaluation over, where values and prices are the same. */
function takeOver(evaluation: Evaluation): boolean {
  const last = kept.get(evaluation.layout.order)
  if (last === undefined || last === evaluation || last.allowed !== null || evaluation.allowed !== null) return false
  const [values, own] = [last.layout.program.optionValue, evaluation.layout.program.optionValue]
  if (!equalLists(last.prices, evaluation.prices) || !equalLists(last.tieSuffix, evaluation.tieSuffix) || (values !== own && !equalLists(values, own))) return false
  for (const part of ['net', 'full', 'slotBest', 'slotOption', 'choice'] as const) evaluation[part].set(last[part])
  evaluation.sum = last.sum
  return true
}

/** Net value of each option of a family. */
function priceFamily(evaluation: Evaluation, family: number): void {
  const { layout, net, allowed } = evaluation
  const { optionFrom, optionMode } = layout.program
  const first = optionFrom[family]!
  const end = optionFrom[family + 1]!
  for (let mode = optionMode[first]!, last = optionMode[end - 1]!; mode <= last; mode++) priceMode(evaluation, mode)
  if (layout.pricedTies.length > 0) priceTies(evaluation, family)
  if (allowed !== null) for (let p = first; p < end; p++) if (allowed[p] === 0) net[p] = -Infinity
}

/** Net value of each option of a mode, four at a time: an amount is read once for all four, and no sum waits for another. */
function priceMode(evaluation: Evaluation, mode: number): void {
  const { layout, prices, net } = evaluation
  const { from, meter, amount } = evaluation.runs
  const { modeOptions, shift, program } = layout
  const { optionValue, flatFrom, flatMeter, flatAmount } = program
  const first = from[mode]!
  const to = from[mode + 1]!
  const end = modeOptions[mode + 1]!
  let flat = 0
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) flat += prices[flatMeter[k]!]! * flatAmount[k]!
  let p = modeOptions[mode]!
  for (; p + 3 < end; p += 4) {
    const at0 = shift[p]!
    const at1 = shift[p + 1]!
    const at2 = shift[p + 2]!
    const at3 = shift[p + 3]!
    let sum0 = flat
    let sum1 = flat
    let sum2 = flat
    let sum3 = flat
    for (let k = first; k < to; k++) {
      const q = meter[k]!
      const each = amount[k]!
      sum0 += prices[q + at0]! * each
      sum1 += prices[q + at1]! * each
      sum2 += prices[q + at2]! * each
      sum3 += prices[q + at3]! * each
    }
    net[p] = optionValue[p]! - sum0
    net[p + 1] = optionValue[p + 1]! - sum1
    net[p + 2] = optionValue[p + 2]! - sum2
    net[p + 3] = optionValue[p + 3]! - sum3
  }
  for (; p < end; p++) {
    const start = shift[p]!
    let sum = flat
    for (let k = first; k < to; k++) sum += prices[meter[k]! + start]! * amount[k]!
    net[p] = optionValue[p]! - sum
  }
}

function priceTies({ layout, tieSuffix, net }: Evaluation, family: number): void {
  const { program, pricedTies } = layout
  const { periods, tieAfter, tieBefore, tieLag, optionFrom, optionStart, optionDone } = program
  const touching = layout.tiePlaces(family)
  for (const k of touching) {
    const tie = pricedTies[k]!
    for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
      if (optionStart[p] === NEVER) continue
      if (tieAfter[tie] === family) net[p]! -= tieSuffix[k * (periods + 1) + optionStart[p]!]!
      if (tieBefore[tie] === family) net[p]! += tieSuffix[k * (periods + 1) + countsFrom(optionDone[p]!, tieLag[tie]!, periods)]!
    }
  }
}

function bestAlone({ layout, net, choice }: Evaluation, family: number): number {
  const { optionFrom } = layout.program
  const from = optionFrom[family]!
  const to = optionFrom[family + 1]!
  let best = from
  for (let p = from + 1; p < to; p++) if (net[p]! > net[best]!) best = p
  choice[family] = best
  return net[best]!
}

/** Exact over the tree: what waits is decided first, for every slot in which it may begin. */
function bestOfTree(evaluation: Evaluation, from: number, to: number): number {
  const { layout, choice, slotOption } = evaluation
  const { program, order, treeTie, tableOf } = layout
  const size = program.periods + 2
  for (let at = to - 1; at >= from; at--) fillTable(evaluation, order[at]!)
  const root = order[from]!
  let best = program.optionFrom[root]!
  for (let p = best + 1; p < program.optionFrom[root + 1]!; p++) if (evaluation.full[p]! > evaluation.full[best]!) best = p
  choice[root] = best
  if (evaluation.full[best] === -Infinity) return -Infinity
  for (let at = from + 1; at < to; at++) {
    const family = order[at]!
    const tie = treeTie[family]!
    const done = program.optionDone[choice[program.tieBefore[tie]!]!]!
    choice[family] = slotOption[tableOf[family]! * size + slotAfter(done, program.tieLag[tie]!, program.periods)]!
  }
  return evaluation.full[best]!
}

function fillTable(evaluation: Evaluation, family: number): void {
  const { layout, net, full, slotBest, slotOption } = evaluation
  const { program, treeTie, tableOf, outOption, afterFrom, afterList } = layout
  const { periods, optionFrom, optionStart, optionDone, tieAfter, tieLag } = program
  const size = periods + 2
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
    let sum = net[p]!
    for (let k = afterFrom[family]!; k < afterFrom[family + 1]!; k++) {
      const tie = afterList[k]!
      const waiting = tieAfter[tie]!
      if (treeTie[waiting] === tie) sum += slotBest[tableOf[waiting]! * size + slotAfter(optionDone[p]!, tieLag[tie]!, periods)]!
    }
    full[p] = sum
  }
  const base = tableOf[family]! * size
  const out = outOption[family]!
  const stayingOut = out < 0 ? -Infinity : full[out]!
  for (let slot = 0; slot < size; slot++) {
    slotBest[base + slot] = stayingOut
    slotOption[base + slot] = out
  }
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
    const start = optionStart[p]!
    if (start === NEVER || full[p]! <= slotBest[base + start]!) continue
    slotBest[base + start] = full[p]!
    slotOption[base + start] = p
  }
  for (let slot = periods - 1; slot > 0; slot--) {
    if (slotBest[base + slot]! <= slotBest[base + slot - 1]!) continue
    slotBest[base + slot - 1] = slotBest[base + slot]!
    slotOption[base + slot - 1] = slotOption[base + slot]!
  }
}
