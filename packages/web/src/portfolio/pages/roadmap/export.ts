import type { RoadmapStand } from '@throughline/contract/portfolio'
import { kneesOf } from '@throughline/engine/portfolio'
import type { RoadmapReport } from '@throughline/exchange/roadmap'
import { saveBytes } from '../../../wire/index.ts'
import type { Roadmapping } from './use-roadmap.ts'

/** What the workbook tells of the roadmap that is shown; what is still being worked out is left out. */
export function reportOf({ valueUnit, currency, from, keys, record, objectives, notes, publication }: RoadmapStand, { plan, limits, frontier, pins }: Roadmapping): RoadmapReport | undefined {
  if (plan === undefined) return undefined
  const { of, answer } = plan
  const points = frontier?.of === of ? frontier.points : []
  return {
    case: of, answer, valueUnit, currency, from, keys, record, objectives,
    bottlenecks: limits?.of === of ? limits.found : [], pins: pins?.of === of ? pins.prices : [],
    frontiers: points.length > 0 ? [{ against: 'All budgets', points, knees: kneesOf(points) }] : [],
    notes: [{ label: 'Roadmap', text: publication ? `As of ${publication.title}` : 'Without a published position' }, ...notes.map((text) => ({ label: 'Assumed', text }))],
  }
}

/** Case, plan and prices as a file: `throughline check-roadmap` finds the bound again from that alone. */
export function saveCertificate({ plan }: Roadmapping): void {
  if (plan) saveBytes(new TextEncoder().encode(`${JSON.stringify({ case: plan.of, answer: plan.answer })}\n`), 'roadmap.json', 'application/json')
}

/** Writes the workbook here, with a writer that is loaded now, and hands it over to be saved. */
export async function saveRoadmap(report: RoadmapReport): Promise<void> {
  const { writeRoadmap } = await import('@throughline/exchange/roadmap')
  saveBytes((await writeRoadmap(report)) as Uint8Array<ArrayBuffer>, 'roadmap.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}
