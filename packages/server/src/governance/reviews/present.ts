import type { HealthCheck, HealthCheckDetail, HealthChecks, HealthIndicator, Recommendation } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { areaProfile, areasOf, deliveryConfidence, recommendationAge, recommendationFigures, type RecommendationFacts } from '@throughline/engine/governance'
import { notApplicable, type CivilDate } from '@throughline/engine/kernel'
import { compareRatings } from '@throughline/engine/portfolio'
import type { Actor } from '../../database/index.ts'
import { answersFor, reviews } from './refusals.ts'
import type { StoredArea, StoredCheck, StoredRecommendation, StoredRefusedReviewer } from './store.ts'

/** Who reads, what they may do, and on which day. */
export type Reader = Pick<Actor, 'accountId'> & { readonly mayTakePart: boolean; readonly mayEdit: boolean; readonly today: CivilDate }
/** What stands around some health checks: their areas and recommendations, the reports of their initiatives (newest first), and what those are called. */
export type Around = { readonly areas: readonly StoredArea[]; readonly recommendations: readonly StoredRecommendation[]; readonly reported: readonly StoredCheck[]; readonly initiatives: ReadonlyMap<string, string>; /** Of the same initiatives, whoever reviews in those that were not called off. */ readonly reviewing: readonly StoredCheck[] }

const dayOf = (at: string): CivilDate => at.slice(0, 10)
const standing = ({ state }: StoredRecommendation): boolean => state === 'open' || state === 'done'

export function presentCheck(row: StoredCheck, { areas, recommendations, reported, initiatives }: Around): HealthCheck {
  const { id, version, tier, phase, scale, state, planned_on, purpose, reviewers, questions, booked_by, booked_at, called_off, report, level } = row
  const before = earlierOf(row, reported)
  const asked = areasOf(questions)
  return {
    id, version, initiative: { id: row.initiative_id, name: initiatives.get(row.initiative_id) ?? '' }, tier, phase, scale, state, plannedOn: planned_on, purpose, reviewers: [...reviewers], bookedBy: booked_by, bookedAt: booked_at, calledOff: called_off,
    reported: report && level ? { by: report.by, at: report.at, level, words: report.words } : null, areas: { judged: areas.filter((one) => one.check_id === id && asked.includes(one.area)).length, all: asked.length },
    open: report === null ? 0 : recommendations.filter((one) => one.check_id === id && standing(one)).length,
    move: level === null || !before?.level ? null : compareRatings({ scale: before.scale, level: before.level }, { scale, level }),
  }
}

/** The report of an initiative before one, or the last one where that has none yet. */
const earlierOf = ({ id, initiative_id, report }: StoredCheck, reported: readonly StoredCheck[]): StoredCheck | undefined => reported.find((one) => one.initiative_id === initiative_id && one.id !== id && (report === null || (one.report?.at ?? '') < report.at))

/** One health check with everything that was asked, told, judged and recommended. */
export function presentDetail(row: StoredCheck, around: Around, indicators: readonly HealthIndicator[], reader: Reader): HealthCheckDetail {
  const { id, scale, questions, level, report, reasons } = row
  const asked = areasOf(questions)
  const judged = asked.flatMap((area) => around.areas.filter((one) => one.check_id === id && one.area === area)).map(({ area, level: given, words, evidence, judged_by: by, judged_at: at }) => ({ area, level: given, words, evidence: [...evidence], by, at }))
  const { counts, unjudged } = areaProfile(scale, asked, judged)
  const before = earlierOf(row, around.reported)
  return {
    ...presentCheck(row, around), questions: [...questions], judged, reasons: [...(reasons ?? [])], profile: [...counts], unjudged: [...unjudged],
    confidence: toWire(deliveryConfidence({ scale, given: level && report ? { level, by: report.by, reasons: reasons ?? [] } : null, judged })),
    indicators: [...indicators], indicatorsOn: report ? dayOf(report.at) : reader.today,
    recommendations: around.recommendations.filter((one) => one.check_id === id).map((one) => presentRecommendation(one, row, around, reader)),
    earlier: before?.level && before.report ? { id: before.id, on: dayOf(before.report.at), scale: before.scale, level: before.level } : null,
    may: { judge: reader.mayTakePart && row.state === 'booked' && reviews([row], reader), callOff: reader.mayEdit && row.state === 'booked' },
  }
}

function presentRecommendation(row: StoredRecommendation, check: StoredCheck, { initiatives, reviewing }: Around, reader: Reader): Recommendation {
  const { id, version, check_id, area, words, class: of, owner_id, owner, given_by, state, outcome, recheck, withdrawn } = row
  const facts = factsOf(row, check)
  const age = facts ? recommendationAge(facts, reader.today) : { dueOn: row.due_on, ageDays: 0, overdueDays: notApplicable }
  const [owns, looks] = [owner_id === reader.accountId, reviewing.some((one) => one.initiative_id === check.initiative_id && reviews([one], reader))]
  return {
    id, version, checkId: check_id, initiative: { id: check.initiative_id, name: initiatives.get(check.initiative_id) ?? '' }, area, words, class: of, owner: { id: owner_id, name: owner }, by: given_by, state, ...age, reportedOn: facts?.reportedOn ?? null, outcome: outcome && { by: outcome.by, at: outcome.at, words: outcome.words }, recheck, withdrawn,
    may: { answer: reader.mayTakePart && owns && state === 'open' && check.state === 'reported', recheck: reader.mayTakePart && !answersFor(row, reader) && looks && state === 'done', withdraw: reader.mayTakePart && !owns && looks && state === 'open' && check.state !== 'called_off' },
  }
}

/** A recommendation as it ages; undefined before its report. */
function factsOf({ words, class: of, state, due_on: dueOn, outcome, recheck, withdrawn }: StoredRecommendation, { report }: StoredCheck): RecommendationFacts | undefined {
  if (!report) return undefined
  const over = state === 'confirmed' ? recheck : state === 'withdrawn' ? withdrawn : null
  return { words, class: of, state, dueOn, reportedOn: dayOf(report.at), doneOn: outcome && (state === 'done' || state === 'confirmed') ? dayOf(outcome.at) : null, overOn: over ? dayOf(over.at) : null }
}

type Listed = { readonly checks: readonly StoredCheck[]; readonly all: number; /** Every recommendation of a report. */ readonly tracked: readonly { readonly check: StoredCheck; readonly recommendation: StoredRecommendation }[]; readonly refused: readonly StoredRefusedReviewer[] }
/** Recommendations that one answer lists. */
const mostRecommendations = 300

/** Health checks with what became of their recommendations, what is most overdue first. */
export function presentChecks({ checks, all, tracked, refused }: Listed, around: Around, reader: Reader): HealthChecks {
  const aging = tracked.flatMap(({ recommendation, check }) => {
    const facts = factsOf(recommendation, check)
    return facts ? [{ recommendation, check, facts, late: lateness(facts, reader.today) }] : []
  })
  const { open, oldestDays, confirmed } = recommendationFigures(aging.map(({ facts }) => facts), reader.today)
  const left = aging.filter(({ recommendation }) => standing(recommendation)).sort((a, b) => b.late - a.late)
  return {
    checks: checks.map((row) => presentCheck(row, around)), omitted: all - checks.length, recommendations: left.slice(0, mostRecommendations).map(({ recommendation, check }) => presentRecommendation(recommendation, check, around, reader)), recommendationsOmitted: Math.max(0, left.length - mostRecommendations), open: [...open], ...toWire({ oldestDays, confirmed }),
    refusedReviewers: refused.map(({ initiative_id, reviewer, way, refused_to, refused_at }) => ({ initiative: { id: initiative_id, name: around.initiatives.get(initiative_id) ?? '' }, name: reviewer, way, by: refused_to, at: refused_at })),
  }
}

/** What is overdue before what is not, by how long; the others by their age. */
function lateness(facts: RecommendationFacts, today: CivilDate): number {
  const { overdueDays, ageDays } = recommendationAge(facts, today)
  return overdueDays.status === 'ok' && overdueDays.value > 0 ? 100_000 + overdueDays.value : ageDays
}
