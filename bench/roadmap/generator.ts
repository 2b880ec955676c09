/** One candidate of a generated roadmap: money in thousands by period counted from its start, staff in full-time equivalents, value by start. */
export type GeneratedCandidate = {
  readonly i: number
  /** Duration in periods; it may start in the periods `es` to `ls`, both included. */
  readonly d: number
  readonly es: number
  readonly ls: number
  readonly capex: readonly number[]
  readonly opex: readonly number[]
  readonly fte: readonly { readonly p: number; readonly u: readonly number[] }[]
  readonly cost: number
  readonly cat: number
  readonly h: number
  /** Value when it starts in `es`, `es + 1`, …, `ls`. */
  readonly v: readonly number[]
  readonly pred: number[]
  mand: boolean
}

/** A share group: of the cost of everything chosen, category or horizon `k` takes between `min` and `max`. */
export type GeneratedShare = { readonly kind: 'cat' | 'h'; readonly k: number; readonly min: number; readonly max: number }

/** A generated roadmap: period budgets of two kinds, capacities of pools by period, either-ors, shares. */
export type GeneratedRoadmap = {
  readonly n: number
  readonly T: number
  readonly pools: number
  readonly P: readonly GeneratedCandidate[]
  readonly capex: readonly number[]
  readonly opex: readonly number[]
  readonly cap: readonly (readonly number[])[]
  readonly excl: readonly (readonly number[])[]
  readonly shares: readonly GeneratedShare[]
  readonly seed: number
}

/** A: 35 % of the pools are bottlenecks; B: all; C: 12 %. */
export type InstanceClass = 'A' | 'B' | 'C'
/** `isOfFew`: three categories and wider shares, for sizes at which a dozen is chosen. */
export type Size = { readonly n: number; readonly T: number; readonly pools: number; readonly isOfFew?: boolean }

/** Candidates x periods: 100 x 8 to 5,000 x 20. */
export const SIZES: readonly Size[] = [{ n: 100, T: 8, pools: 5 }, { n: 500, T: 12, pools: 12 }, { n: 1000, T: 12, pools: 20 }, { n: 2000, T: 20, pools: 30 }, { n: 5000, T: 20, pools: 60 }]
/** Sizes of which the best plan is proved. */
export const SMALL_SIZES: readonly Size[] = [20, 30, 40].map((n) => ({ n, T: 8, pools: 4, isOfFew: true }))

/** Share of the demand that budgets and bottlenecks cover, before their spread. */
const TIGHT = 0.42

/** Least and most share of the cost of everything chosen: of each of so many categories alike, and of the three horizons. */
type Mix = { readonly categories: number; readonly ofCategory: readonly [min: number, max: number]; readonly ofHorizons: readonly (readonly [min: number, max: number])[] }

const MIX: Mix = { categories: 6, ofCategory: [0.1, 0.28], ofHorizons: [[0.12, 0.4], [0.2, 0.5], [0.25, 0.6]] }
/** With a dozen chosen, one project is a tenth of all cost: shares as narrow as those of large roadmaps leave hardly a plan. */
const MIX_OF_FEW: Mix = { categories: 3, ofCategory: [0.15, 0.55], ofHorizons: [[0.05, 0.5], [0.1, 0.6], [0.1, 0.7]] }

type Chance = { readonly next: () => number; readonly between: (low: number, high: number) => number; readonly normal: () => number }

/** mulberry32, as the published figures of these classes were drawn with it. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  // The order of the two draws belongs to the instances.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(6.283185307179586 * next())
  return { next, between, normal }
}

/** A seeded roadmap of a class and size; the order of draws is part of its definition, so that figures compare between machines and years. */
export function generatedRoadmap({ n, T, pools, isOfFew = false }: Size, cls: InstanceClass, seed: number): GeneratedRoadmap {
  const chance = chanceOf(seed * 7919 + n * 31 + T)
  const { categories, ofCategory, ofHorizons } = isOfFew ? MIX_OF_FEW : MIX
  const P = Array.from({ length: n }, (_, i) => candidateOf(chance, i, T, pools, categories))
  drawPredecessors(chance, P)
  const { excl, used } = drawExclusions(chance, n)
  for (let i = 0; i < n; i++) if (!used.has(i) && P[i]!.pred.length === 0 && chance.next() < 0.04) P[i]!.mand = true
  const limits = drawLimits(chance, P, T, pools, cls)
  makeRoomForMandatory(P, limits, T, pools)
  const shares = [
    ...Array.from({ length: categories }, (_, k): GeneratedShare => ({ kind: 'cat', k, min: ofCategory[0], max: ofCategory[1] })),
    ...ofHorizons.map(([min, max], k): GeneratedShare => ({ kind: 'h', k, min, max })),
  ]
  return { n, T, pools, P, ...limits, excl, shares, seed }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

function candidateOf({ next, between, normal }: Chance, i: number, T: number, pools: number, categories: number): GeneratedCandidate {
  const h = next() < 0.45 ? 0 : next() < 0.65 ? 1 : 2
  const d = h === 0 ? between(1, 3) : h === 1 ? between(2, 5) : between(3, Math.min(8, T - 1))
  const size = Math.exp(normal() * 0.8 + (h === 2 ? 0.7 : h === 1 ? 0.3 : 0)) * 400
  const count = between(2, Math.min(5, pools))
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(Math.min(pools - 1, Math.floor(Math.pow(next(), 1.3) * pools)))
  const capexShare = 0.2 + 0.6 * next()
  const shape: number[] = []
  let area = 0
  for (let k = 0; k < d; k++) {
    const weight = Math.exp(-3 * ((k + 0.5) / d - 0.4) ** 2) * (0.7 + 0.6 * next())
    shape.push(weight)
    area += weight
  }
  const capex = shape.map((weight) => Math.round((size * capexShare * weight) / area))
  const opex = shape.map((weight) => Math.round((size * (1 - capexShare) * weight) / area))
  const staff = (weight: number): number => Math.max(0.25, Math.round((size / (40 * count)) * weight / area * d / Math.sqrt(d) * (0.5 + next()) * 4) / 4)
  const fte = [...drawn].map((p) => ({ p, u: shape.map(staff) }))
  let [es, ls] = [0, T - d]
  if (next() < 0.4) {
    es = between(0, Math.max(0, Math.floor(T / 2) - 1))
    ls = Math.min(T - d, es + between(2, Math.max(3, Math.floor(T / 2))))
  }
  if (es > ls) es = ls
  const roi = Math.exp(normal() * 0.35 + 0.25)
  const strategic = next()
  const kept = 0.985 - 0.02 * next()
  const cost = total(capex) + total(opex)
  const base = cost * roi * 0.7 + cost * strategic * 0.6 + 30 * next()
  const v = Array.from({ length: ls - es + 1 }, (_, k) => Math.round(100 * base * Math.pow(kept, es + k)) / 100)
  return { i, d, es, ls, capex, opex, fte, cost, cat: between(0, categories - 1), h, v, pred: [], mand: false }
}

/** 15 % get one predecessor and 3 % two, among the sixty before them, where the order leaves time. */
function drawPredecessors({ next, between }: Chance, P: readonly GeneratedCandidate[]): void {
  for (let i = 1; i < P.length; i++) {
    const drawn = next()
    if (drawn >= 0.18) continue
    for (let q = 0; q < (drawn < 0.03 ? 2 : 1); q++) {
      const before = between(Math.max(0, i - 60), i - 1)
      if (!P[i]!.pred.includes(before) && P[before]!.es + P[before]!.d <= P[i]!.ls) P[i]!.pred.push(before)
    }
  }
}

function drawExclusions({ between }: Chance, n: number): { readonly excl: readonly (readonly number[])[]; readonly used: ReadonlySet<number> } {
  const excl: number[][] = []
  const used = new Set<number>()
  for (let g = 0; g < Math.round(n * 0.03); g++) {
    const group: number[] = []
    const members = between(2, 3)
    const base = between(0, n - 1)
    for (let q = 0; q < members; q++) {
      const member = Math.min(n - 1, Math.max(0, base + between(-30, 30)))
      if (!used.has(member) && !group.includes(member)) group.push(member)
    }
    if (group.length < 2) continue
    for (const member of group) used.add(member)
    excl.push(group)
  }
  return { excl, used }
}

type Limits = { readonly capex: number[]; readonly opex: number[]; readonly cap: number[][] }

function drawLimits({ next }: Chance, P: readonly GeneratedCandidate[], T: number, pools: number, cls: InstanceClass): Limits {
  const allCapex = P.reduce((sum, each) => sum + total(each.capex), 0)
  const allOpex = P.reduce((sum, each) => sum + total(each.opex), 0)
  const needed = new Float64Array(pools)
  for (const each of P) for (const { p, u } of each.fte) for (const units of u) needed[p]! += units
  const [capex, opex]: [number[], number[]] = [[], []]
  for (let t = 0; t < T; t++) {
    const spread = 0.85 + 0.3 * next()
    capex.push(Math.round(((allCapex * TIGHT * 0.9) / T) * spread))
    opex.push(Math.round(((allOpex * TIGHT * 0.9) / T) * spread))
  }
  const cap = Array.from(needed, (need) => {
    const bottleneck = cls === 'B' || next() < (cls === 'C' ? 0.12 : 0.35)
    const factor = bottleneck ? TIGHT * (0.8 + 0.6 * next()) : TIGHT * (cls === 'C' ? 2.2 + next() : 1.5 + 1.2 * next())
    return Array.from({ length: T }, () => Math.max(3, Math.round(((need * factor) / T) * (0.9 + 0.2 * next()) * 2) / 2))
  })
  return { capex, opex, cap }
}

/** Puts mandatory candidates where they overdraw least, one after the other, and raises the limits that they would not leave room in. */
function makeRoomForMandatory(P: readonly GeneratedCandidate[], { capex, opex, cap }: Limits, T: number, pools: number): void {
  const usedCapex = new Float64Array(T)
  const usedOpex = new Float64Array(T)
  const used = Array.from({ length: pools }, () => new Float64Array(T))
  for (const each of P) {
    if (!each.mand) continue
    let [best, least] = [each.es, 1e18]
    for (let start = each.es; start <= each.ls; start++) {
      const over = overdraft(each, start)
      if (over < least) [best, least] = [start, over]
    }
    for (let k = 0; k < each.d; k++) {
      usedCapex[best + k]! += each.capex[k]!
      usedOpex[best + k]! += each.opex[k]!
      for (const { p, u } of each.fte) used[p]![best + k]! += u[k]!
    }
  }
  for (let t = 0; t < T; t++) {
    capex[t] = Math.max(capex[t]!, Math.round(usedCapex[t]! * 1.2))
    opex[t] = Math.max(opex[t]!, Math.round(usedOpex[t]! * 1.2))
    for (let p = 0; p < pools; p++) cap[p]![t] = Math.max(cap[p]![t]!, Math.round(used[p]![t]! * 1.2 * 2) / 2)
  }
  function overdraft(each: GeneratedCandidate, start: number): number {
    let over = 0
    for (let k = 0; k < each.d; k++) {
      const t = start + k
      over += Math.max(0, usedCapex[t]! + each.capex[k]! - 0.7 * capex[t]!) / capex[t]! + Math.max(0, usedOpex[t]! + each.opex[k]! - 0.7 * opex[t]!) / opex[t]!
      for (const { p, u } of each.fte) over += Math.max(0, used[p]![t]! + u[k]! - 0.7 * cap[p]![t]!) / cap[p]![t]!
    }
    return over
  }
}
