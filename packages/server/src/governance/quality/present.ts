import type { Deliverable, DeliverableDetail, QualityChart, QualityRecord } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { isAccepted, isEscaped, isLate, isRunning, qualityByClass, qualityFigures, qualityTrend, type QualityFigures, type RateChart } from '@throughline/engine/governance'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import type { ReadFacts } from './facts-store.ts'
import { acceptedBy, openDefects, reviewsOf, type Held } from './held.ts'
import { makes, makesNow, methodsFor, whyNotMet } from './refusals.ts'
import type { Named, OfInitiative, OpenCondition, StoredDefect, StoredDeliverable, StoredEdition, StoredReview, StoredRework } from './store.ts'

/** Who reads, and on which day. */
export type Reader = { readonly actor: Actor; readonly today: CivilDate }
type Around = Pick<Held, 'editions' | 'defects'> & { readonly reviews: readonly StoredReview[] }

const dayOf = (instant: string): CivilDate => instant.slice(0, 10)
const escapes = (editions: readonly StoredEdition[]) => {
  const acceptedOn = new Map(editions.map((one) => [one.id, one.accepted_on]))
  return ({ found_on: foundOn, review_id, edition_id }: StoredDefect): boolean => isEscaped({ foundOn, inReview: review_id !== null }, acceptedOn.get(edition_id) ?? null)
}

/** A deliverable of the list. What was dismissed did not escape: it was no defect. */
export function presentDeliverable(row: StoredDeliverable & OfInitiative, { editions, defects, reviews }: Around, today: CivilDate): Deliverable {
  const { id, version, name, class: of, state, due_on: dueOn } = row
  const own = defects.filter(({ deliverable_id }) => deliverable_id === id)
  const ofIt = editions.filter(({ deliverable_id }) => deliverable_id === id)
  return {
    id, version, name, class: of, initiative: { id: row.initiative_id, name: row.initiative }, owner: { id: row.owner_id, name: row.owner }, authors: [...row.authors], dueOn, late: isLate({ state, dueOn, running: isRunning(row.initiative_state) }, today), state, edition: row.edition_no,
    reviews: reviews.filter(({ deliverable_id }) => deliverable_id === id).length, open: openDefects({ defects: own }).length, escaped: own.filter((one) => one.state !== 'dismissed' && escapes(ofIt)(one)).length, acceptedOn: ofIt.find(({ accepted_on }) => accepted_on !== null)?.accepted_on ?? null,
  }
}

const figuresOf = ({ tally, escape, firstPass, rework, rounds, reworkHours, decided, firstPassed }: QualityFigures) => ({ ...toWire({ escape, firstPass, rework }), rounds, reworkHours: Math.round(reworkHours * 100) / 100, ...tally, decided, firstPassed })

export type Beside = { readonly rework: readonly StoredRework[]; readonly objectives: readonly Named[]; readonly milestone: string | undefined; readonly element: string | undefined; readonly facts: ReadFacts }

/** The whole record of a deliverable, with what the reader may do about it. */
export function presentDetail(held: Held, { rework, objectives, milestone, element, facts }: Beside, { actor, today }: Reader): DeliverableDetail {
  const { row, editions, reviews, defects, decisions, conditions } = held
  const noOf = new Map(editions.map((one) => [one.id, one.no]))
  const edition = (id: string): number => noOf.get(id) ?? 0
  const numberOf = new Map(defects.map((one) => [one.id, one.no]))
  const allows = mayOf(held, actor)
  const escaped = escapes(editions)
  return {
    ...presentDeliverable(row, held, today), about: row.about, madeHours: row.made_hours, milestone: row.milestone_id === null ? null : { id: row.milestone_id, name: milestone ?? 'A milestone that was removed' }, element: row.element_key === null ? null : { key: row.element_key, name: element ?? 'of a framework that it does not follow any more' }, objectives: [...objectives],
    editions: editions.map(({ no, because, opened_by, opened_at, criteria, agreed, accepted_on }) => ({ no, because, openedBy: opened_by, openedAt: opened_at, criteria: [...criteria], agreed, acceptedOn: accepted_on })),
    reviewed: reviews.map(({ id, edition_id, method, reviewed_on, reviewer, words, looked }) => ({ id, edition: edition(edition_id), method, on: reviewed_on, by: reviewer, words, looked: [...looked], found: defects.filter(({ review_id, state }) => review_id === id && state !== 'dismissed').length })),
    defects: defects.map((one) => ({ id: one.id, no: one.no, edition: edition(one.edition_id), criterion: one.criterion, severity: one.severity, foundOn: one.found_on, reviewId: one.review_id, escaped: one.state !== 'dismissed' && escaped(one), words: one.words, by: one.found_by, state: one.state, dismissed: one.dismissed, mayDismiss: allows.change && !makes(held, actor) && (one.state === 'open' || one.state === 'corrected') })),
    reworked: rework.map(({ id, edition_id, worked_on, hours, words, recorded_by, corrected }) => ({ id, edition: edition(edition_id), on: worked_on, hours, words, by: recorded_by, corrected: [...corrected] })),
    decisions: decisions.map(({ id, edition_id, outcome, decided_on, words, decided_by }) => ({ id, edition: edition(edition_id), outcome, on: decided_on, words, by: decided_by, conditions: conditions.filter(({ decision_id }) => decision_id === id).map((one) => ({ id: one.id, words: one.words, owner: { id: one.owner_id, name: one.owner }, dueOn: one.due_on, overdue: one.met ? dayOf(one.met.at) > one.due_on : one.due_on < today, covers: one.covers.flatMap((covered) => numberOf.get(covered) ?? []), met: one.met, mayMeet: allows.change && whyNotMet(held, one, actor) === undefined })) })),
    withdrawn: row.withdrawn, figures: figuresOf(qualityFigures(facts.facts)), may: allows,
  }
}

/** What somebody may do about a deliverable as it is now. */
function mayOf(held: Held, actor: Actor): DeliverableDetail['may'] {
  const { row, edition } = held
  const [change, takes, own] = [may(actor, 'edit_initiative', { initiativeId: row.initiative_id, unitId: row.unit_id }) && row.state !== 'withdrawn', may(actor, 'take_part'), makes(held, actor)]
  const done = isAccepted(row.state)
  return {
    change, criteria: change && !done && reviewsOf(held).length === 0, agree: change && !own && row.state === 'planned' && edition.criteria.length > 0, methods: takes && (row.state === 'agreed' || row.state === 'reviewed' || row.state === 'rejected') ? [...methodsFor(held, actor)] : [],
    decide: change && !own && row.state === 'reviewed', rework: takes && makesNow(held, actor) && row.state !== 'accepted' && row.state !== 'withdrawn', report: takes && acceptedBy(held) !== undefined,
    reopen: change && done && openDefects(held).some(({ review_id, edition_id }) => review_id === null && edition_id === edition.id), withdraw: change && acceptedBy(held) === undefined,
  }
}

type Listed = Around & { readonly rows: readonly (StoredDeliverable & OfInitiative)[]; readonly from: number; readonly total: number; readonly facts: ReadFacts; readonly conditions: { readonly rows: readonly OpenCondition[]; readonly all: number }; readonly initiative: Named | null }

/** The record of quality with a page of deliverables. */
export function presentRecord({ rows, from, total, facts: { deliverables, facts }, conditions, initiative, ...around }: Listed, today: CivilDate): QualityRecord {
  const trend = qualityTrend(facts, today)
  const over = trend.months.filter(({ partial }) => !partial).map(({ month }) => month)
  const charted = ({ points, ...chart }: RateChart): QualityChart => ({ ...toWire(chart), points: points.map((point, at) => ({ month: over[at] ?? '', ...point })) })
  return {
    on: today, initiative, figures: { ...figuresOf(qualityFigures(facts)), perReview: toWire(trend.perReview) },
    byClass: qualityByClass(facts).map(({ class: of, deliverables: count, ...figures }) => ({ class: of, deliverables: count, ...figuresOf(figures) })),
    months: toWire(trend.months).map((month) => ({ ...month })), monthsBefore: trend.omitted, defectChart: charted(trend.defects), firstPassChart: charted(trend.firstPass),
    deliverables: rows.map((row) => presentDeliverable(row, around, today)), from, total, all: deliverables.length, late: deliverables.filter(({ state, due_on: dueOn, initiative_state }) => isLate({ state, dueOn, running: isRunning(initiative_state) }, today)).length,
    conditions: conditions.rows.map((one) => ({ id: one.id, deliverable: { id: one.deliverable_id, name: one.deliverable }, initiative: { id: one.initiative_id, name: one.initiative }, words: one.words, owner: { id: one.owner_id, name: one.owner }, dueOn: one.due_on, overdue: one.due_on < today })), conditionsOmitted: conditions.all - conditions.rows.length,
  }
}
