import { roadmapBoundCurve, roadmapFrontier } from '@throughline/engine/portfolio'
import type { RoadmapCase } from '@throughline/engine/portfolio'
import { cpuSince } from '../processor.ts'
import { quantile, solved } from './ours.ts'
import { percent, seconds, table } from './wording.ts'

/** Value against budgets: points, those without a plan, bounds on the curve, seconds until the curve and for the plans. */
export type Frontier = { readonly points: number; readonly without: number; readonly bounded: number; readonly curveSeconds: number; readonly cpuSeconds: number; readonly medianGap: number; readonly worstGap: number }

/** Twenty budgets, from 60 % of what there is to 136 %. */
const PERCENTS = Array.from({ length: 20 }, (_, k) => 60 + 4 * k)
/** Effort for each candidate: of the plan that the frontier begins with, and of each of its points. */
const BEGUN = 300
const POINT = 10

/** Value against all budgets: the curve of bounds alone, then with plans, each from its neighbour. The plan at hand is not counted. */
export function frontierOf(given: RoadmapCase): Frontier {
  const count = given.candidates.length
  const { answer } = solved(given, BEGUN * count)
  const from = process.cpuUsage()
  const curve = roadmapBoundCurve(given, answer, 'money', PERCENTS)
  const curveSeconds = cpuSince(from)
  const begun = process.cpuUsage()
  const points = roadmapFrontier(given, answer, 'money', PERCENTS, { seed: 1, effort: POINT * count })
  const cpuSeconds = cpuSince(begun)
  const gaps = points.flatMap(({ value, bound }) => (value === null ? [] : [(bound - value) / Math.abs(value)]))
  return { points: points.length, without: points.length - gaps.length, bounded: curve.length, curveSeconds, cpuSeconds, medianGap: quantile(gaps, 0.5), worstGap: quantile(gaps, 1) }
}

type Row = { readonly name: string; readonly frontier: Frontier | null }

/** Seconds that a frontier of twenty points may take on a thousand candidates; its curve of bounds comes at once, which we read as a tenth of it. */
const TARGET = { name: 'A1000x', seconds: 5, curve: 0.5 }

/** Lines for the table of targets. */
export function frontierTargets(rows: readonly Row[]): readonly (readonly string[])[] {
  const line = (name: string, what: string, most: number, found: number): readonly string[] => [name, what, seconds(most), seconds(found), found <= most ? 'met' : `missed by ${seconds(found - most)}`]
  return rows.flatMap(({ name, frontier }) => (frontier === null || !name.startsWith(TARGET.name) ? [] : [
    line(name, 'frontier of 20 budgets', TARGET.seconds, frontier.cpuSeconds),
    line(name, 'frontier, bounds alone', TARGET.curve, frontier.curveSeconds),
  ]))
}

/** The part of the page, empty where nothing was measured. */
export function frontierPart(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ name, frontier }) => (frontier === null ? [] : [[name, String(frontier.points), String(frontier.without), seconds(frontier.curveSeconds), seconds(frontier.cpuSeconds), percent(frontier.medianGap), percent(frontier.worstGap)]]))
  return lines.length === 0 ? '' : `
## Frontier

Value against all budgets, from 60 % of what there is to 136 %, from a plan at hand (300 units for each candidate). First the curve of bounds by the prices of that plan, which no plan exceeds; then plans, ten units for each candidate and point, each from its neighbour.

${table(['', 'points', 'without a plan', 'bounds alone', 'plans', 'gap, median', 'gap, worst'], lines)}
`
}
