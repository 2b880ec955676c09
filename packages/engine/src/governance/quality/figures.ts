import { known, mapMetric, missing, numberFigure, ratio, type CivilDate, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { isEscaped } from './defect.ts'
import { deliverableClasses, type AcceptanceOutcome, type DeliverableClass } from './deliverable.ts'

/** An edition of a deliverable: when it was accepted, and what was decided on it first. */
export type EditionRecord = { readonly id: string; readonly class: DeliverableClass; readonly acceptedOn: CivilDate | null; readonly first: { readonly on: CivilDate; readonly outcome: AcceptanceOutcome } | null }
/** Defects of an edition that were found on a day, in its reviews or elsewhere; what was dismissed is not among them. */
export type DefectCount = { readonly editionId: string; readonly foundOn: CivilDate; readonly inReview: boolean; readonly count: number }
/** Hours of a deliverable: of making it, null where nobody said so, and of rework. */
export type EffortFacts = { readonly class: DeliverableClass; readonly madeHours: number | null; readonly reworkHours: number; readonly rounds: number }
export type QualityFacts = { readonly editions: readonly EditionRecord[]; readonly defects: readonly DefectCount[]; /** Reviews by their day. */ readonly reviews: readonly { readonly on: CivilDate; readonly count: number }[]; readonly efforts: readonly EffortFacts[] }

/** Defects of accepted editions before and after acceptance, and those of editions that nobody has accepted yet. */
export type DefectTally = { readonly before: number; readonly escaped: number; readonly unaccepted: number }
export type QualityFigures = { readonly tally: DefectTally; readonly decided: number; readonly firstPassed: number; readonly madeHours: number; readonly reworkHours: number; readonly rounds: number; readonly escape: Explained<number>; readonly firstPass: Explained<number>; readonly rework: Explained<number> }

export function tallyDefects(editions: readonly EditionRecord[], defects: readonly DefectCount[]): DefectTally {
  const byId = new Map(editions.map((one) => [one.id, one]))
  const tally = { before: 0, escaped: 0, unaccepted: 0 }
  for (const { editionId, count, ...found } of defects) {
    const edition = byId.get(editionId)
    if (!edition) continue
    tally[edition.acceptedOn === null ? 'unaccepted' : isEscaped(found, edition.acceptedOn) ? 'escaped' : 'before'] += count
  }
  return tally
}

const percent = (metric: Metric<number>) => mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent'))
const counted = (term: string, count: number, note?: string): Explanation => ({ term, figure: known(numberFigure(count)), ...(note ? { note } : {}) })
const hours = (term: string, count: number, note?: string): Explanation => ({ term, figure: known(numberFigure(count, 'person_hour')), ...(note ? { note } : {}) })

/** Escape rate (escape-rate): defects found after acceptance among all that were found of accepted editions, from 0 to 1. Undefined where none was found. */
export function escapeRate({ before, escaped, unaccepted }: DefectTally, term = 'Escape rate'): Explained<number> {
  const metric = ratio(escaped, escaped + before)
  return { metric, why: { term, figure: percent(metric), formula: 'escape-rate', note: escaped + before === 0 ? 'No defect of an accepted edition was found: nothing to divide by' : 'Found after acceptance, by day and place, of all that was found', terms: [counted('Escaped', escaped), counted('Found before acceptance', before), counted('Of editions not accepted yet', unaccepted, 'In neither part: nothing can have escaped yet')] } }
}

/** First-pass acceptance (first-pass-acceptance): editions that their first decision accepted without a condition, of all that were decided on, from 0 to 1. */
export function firstPassRate(passed: number, decided: number): Explained<number> {
  const metric = ratio(passed, decided, 'NO_ACTUALS')
  return { metric, why: { term: 'First-pass acceptance', figure: percent(metric), formula: 'first-pass-acceptance', note: 'Accepted without a condition by the first decision', terms: [counted('Accepted at first', passed), counted('Decided on', decided)] } }
}

/** Rework share (rework-share): hours of rework among all hours that went into deliverables whose hours of making are known, from 0 to 1. */
export function reworkShare(efforts: readonly EffortFacts[]): Explained<number> {
  const told = efforts.filter(({ madeHours }) => madeHours !== null)
  const [made, again] = [sum(told.map(({ madeHours }) => madeHours ?? 0)), sum(told.map(({ reworkHours }) => reworkHours))]
  const metric: Metric<number> = told.length === 0 ? missing('hours of making') : ratio(again, made + again)
  const without = efforts.length - told.length
  return { metric, why: { term: 'Rework share', figure: percent(metric), formula: 'rework-share', note: 'Hours of rework of all hours', terms: [hours('Rework', again), hours('Making', made), counted('Deliverables without hours of making', without, 'In neither part')] } }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** What the record of quality comes to; ratios of sums, never means of ratios. */
export function qualityFigures({ editions, defects, efforts }: Omit<QualityFacts, 'reviews'>): QualityFigures {
  const tally = tallyDefects(editions, defects)
  const decided = editions.filter(({ first }) => first !== null)
  const firstPassed = decided.filter(({ first }) => first?.outcome === 'accepted').length
  return {
    tally, decided: decided.length, firstPassed, madeHours: sum(efforts.map(({ madeHours }) => madeHours ?? 0)), reworkHours: sum(efforts.map(({ reworkHours }) => reworkHours)), rounds: sum(efforts.map(({ rounds }) => rounds)),
    escape: escapeRate(tally), firstPass: firstPassRate(firstPassed, decided.length), rework: reworkShare(efforts),
  }
}

/** The same by class of deliverable; a class of which nothing stands and nothing was decided is left out. What was withdrawn is counted nowhere, what was decided on it before is. */
export function qualityByClass({ editions, defects, efforts }: Omit<QualityFacts, 'reviews'>): readonly (QualityFigures & { readonly class: DeliverableClass; readonly deliverables: number })[] {
  return deliverableClasses.flatMap((one) => {
    const own = efforts.filter((each) => each.class === one)
    return own.length === 0 && !editions.some((each) => each.class === one && each.first !== null) ? [] : [{ class: one, deliverables: own.length, ...qualityFigures({ editions: editions.filter((each) => each.class === one), defects, efforts: own }) }]
  })
}
