import type { Contributor, MilestoneMonitor, StrategicMilestone } from '@throughline/contract/delivery'
import { toWire } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { daysLate, forecastMilestone, leastSlips, milestoneStanding, slipFactors, usualRuns, usualSeed, type ContributorFacts, type ForecastGround } from '@throughline/engine/delivery'
import type { Tx } from '../../database/index.ts'
import { nameInitiatives, pause, readInitiativesOf, readPublishedEnds } from '../../demand/index.ts'
import { readObjectives } from '../../strategy/index.ts'
import { readStoredMilestones, readWorkEnds, type MilestoneRecord } from './store.ts'

export type Asked = { readonly objectiveId?: string | undefined; readonly initiativeId?: string | undefined; readonly seed?: number | undefined }

/** Strategic milestones with their forecasts: all of them, those of an objective, or those that depend on an initiative. */
export async function presentMilestones(tx: Tx, { objectiveId, initiativeId, seed = usualSeed }: Asked, today: string): Promise<MilestoneMonitor> {
  const objectives = new Map((await readObjectives(tx)).map(({ id, key, statement }) => [key, { id, statement }]))
  const records = (await readStoredMilestones(tx)).filter((one) => (objectiveId === undefined || objectives.get(one.objective_key)?.id === objectiveId) && (initiativeId === undefined || one.contributors.some((each) => each.initiativeId === initiativeId)))
  const factsOf = await contributorsOf(tx, records)
  const ground: ForecastGround = { today, slips: records.length === 0 ? [] : slipFactors(await readPublishedEnds(tx)), seed, runs: usualRuns }
  const milestones: StrategicMilestone[] = []
  for (const record of records) {
    milestones.push(presentMilestone(record, objectives.get(record.objective_key) ?? null, record.contributors.map(factsOf), ground))
    // Ten thousand runs for each of them: others are answered in between.
    await pause()
  }
  return { today, seed, runs: ground.runs, slips: ground.slips.length, leastSlips, milestones }
}

/** What some milestones depend on, as it stands today. */
export async function contributorsOf(tx: Tx, records: readonly MilestoneRecord[]): Promise<(one: MilestoneRecord['contributors'][number]) => ContributorFacts> {
  const ids = [...new Set(records.flatMap(({ contributors }) => contributors.map((one) => one.initiativeId)))]
  const facts = new Map((await readInitiativesOf(tx, ids)).map((one) => [one.id, one]))
  const names = new Map((await nameInitiatives(tx, ids)).map(({ id, name }) => [id, name]))
  const workEnds = await readWorkEnds(tx, ids)
  return ({ initiativeId: id, role, range = null }) => ({ id, role, range, name: names.get(id) ?? 'An initiative that is not there', ...endOf(facts.get(id), workEnds.get(id)) })
}

/** How an initiative stands, and when it ends: as it is planned, or as its open work is planned where that takes longer. */
function endOf(initiative: InitiativeFacts | undefined, workEndsOn: string | undefined): Pick<ContributorFacts, 'standing' | 'plannedOn' | 'plannedBy'> {
  const { state, endOn } = initiative ?? { state: undefined, endOn: null }
  if (state === undefined) return { standing: 'gone', plannedOn: null, plannedBy: 'initiative' }
  if (state === 'closed' || state === 'stopped') return { standing: state === 'closed' ? 'done' : 'stopped', plannedOn: endOn, plannedBy: 'initiative' }
  const byWork = workEndsOn !== undefined && (endOn === null || workEndsOn > endOn)
  return { standing: 'open', plannedOn: byWork ? workEndsOn : endOn, plannedBy: byWork ? 'work' : 'initiative' }
}

function presentMilestone(record: MilestoneRecord, objective: StrategicMilestone['objective'], contributors: readonly ContributorFacts[], ground: ForecastGround): StrategicMilestone {
  const { id, name, note, version, wanted_on: wantedOn, reached_on: reachedOn } = record
  const facts = { name, wantedOn, reachedOn, contributors }
  const { contributors: each, certain, ...forecast } = forecastMilestone(facts, ground)
  const shown = contributors.map(({ id: initiativeId, ...one }, at): Contributor => {
    const { id: _, ...range } = each[at] ?? (each[0] as (typeof each)[number])
    return { initiativeId, ...one, note: record.contributors[at]?.note ?? '', ...range }
  })
  const [driver] = shown.flatMap((one) => (one.criticality.status === 'ok' && one.criticality.value > 0 ? [{ initiativeId: one.initiativeId, name: one.name, criticality: one.criticality.value }] : [])).sort((a, b) => b.criticality - a.criticality)
  return { id, name, note, wantedOn, reachedOn, version, objective, standing: milestoneStanding(facts, forecast), contributors: shown, ...(toWire(forecast) as Pick<StrategicMilestone, keyof typeof forecast>), certain: [...certain], daysLate: daysLate(facts, forecast), driver: driver ?? null }
}
