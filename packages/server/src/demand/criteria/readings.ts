import type { CustomField, CustomValues } from '@throughline/contract/demand'
import { amountOf, benefitCostRatio, type Criterion, type CriterionReading, type InitiativeFacts, type Raw } from '@throughline/engine/demand'
import { known, mapMetric, minorDigits, missing, money, moneyFigure, numberFigure, textFigure, undefinedBecause, type Figure, type Metric, type Money, type Source } from '@throughline/engine/kernel'
import { alignment, type StrategyFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { readStrategyFacts } from '../../strategy/index.ts'
import { readCustomValues, readFields } from '../fields/store.ts'
import { readInitiatives, readInitiativesOf } from '../store/initiatives.ts'
import { readScores, type StoredScore } from './store.ts'

/** What criteria read from, in one snapshot. */
export type ScoringFacts = { readonly initiatives: readonly InitiativeFacts[]; readonly strategy: StrategyFacts; readonly fields: readonly CustomField[]; readonly custom: ReadonlyMap<string, CustomValues>; readonly judged: ReadonlyMap<string, readonly StoredScore[]> }

/** Of some initiatives, or of all. */
export async function readScoringFacts(tx: Tx, ids?: readonly string[]): Promise<ScoringFacts> {
  const initiatives = ids === undefined ? await readInitiatives(tx) : await readInitiativesOf(tx, ids)
  return { initiatives, strategy: await readStrategyFacts(tx), fields: await readFields(tx), custom: await readCustomValues(tx, ids), judged: Map.groupBy(await readScores(tx, ids), ({ initiative_id }) => initiative_id) }
}

/** Who asks, as far as it decides what criteria read: without the right to see amounts, all that is made of them is withheld, and so is every rank that it would give away. */
export type Onlooker = { readonly seesMoney: boolean; readonly currency: string }

/** What each criterion reads of an initiative, by criterion. */
export function readingsWith(facts: ScoringFacts, criteria: readonly Criterion[], onlooker: Onlooker): (initiative: InitiativeFacts) => ReadonlyMap<string, CriterionReading> {
  const links = Map.groupBy(facts.strategy.contributions, ({ initiativeId }) => initiativeId)
  const fields = new Map(facts.fields.map((field) => [field.id, field]))
  const readingOf = (initiative: InitiativeFacts, { id, name, source }: Criterion): CriterionReading => {
    if (source.kind === 'judged') return judgedReading(name, facts.judged.get(initiative.id)?.find(({ criterion_id }) => criterion_id === id))
    if (source.kind === 'field') return fieldReading(fields.get(source.fieldId), facts.custom.get(initiative.id)?.[source.fieldId], onlooker)
    if (source.figure === 'alignment') return alignment(facts.strategy.objectives, links.get(initiative.id) ?? [])
    if (!onlooker.seesMoney) return withheld(name)
    if (source.figure === 'ratio') return benefitCostRatio(initiative)
    const { metric, why } = amountOf(initiative, source.figure)
    return { metric: mapMetric(metric, wholeUnits), why }
  }
  return (initiative) => new Map(criteria.map((criterion) => [criterion.id, readingOf(initiative, criterion)]))
}

/** What people judged, with who did and why. */
function judgedReading(term: string, score: StoredScore | undefined): CriterionReading {
  if (!score) return { metric: missing(term), why: { term, figure: missing(term) } }
  return entered(term, score.raw, typeof score.raw === 'number' ? numberFigure(score.raw) : textFigure(score.raw), { source: { kind: 'entered', by: score.judged_by, at: score.judged_at }, note: score.rationale })
}

function fieldReading(field: CustomField | undefined, value: string | undefined, { seesMoney, currency }: Onlooker): CriterionReading {
  const term = field?.name ?? 'A field that is gone'
  if (field?.kind === 'money' && !seesMoney) return withheld(term)
  if (field === undefined || value === undefined) return { metric: missing(term), why: { term, figure: missing(term) } }
  if (field.kind === 'money') {
    const amount = money(BigInt(value), currency)
    return entered(term, wholeUnits(amount), moneyFigure(amount))
  }
  return field.kind === 'number' ? entered(term, Number(value), numberFigure(Number(value))) : entered(term, value, textFigure(value))
}

const entered = (term: string, raw: Raw, figure: Figure, more: { readonly source?: Source; readonly note?: string } = {}): CriterionReading => ({ metric: known(raw), why: { term, figure: known(figure), ...more } })
const withheld = (term: string): CriterionReading => {
  const metric: Metric<never> = undefinedBecause('WITHHELD')
  return { metric, why: { term, figure: metric } }
}
/** An amount in whole units of its currency, as the points of a scale name it. */
const wholeUnits = ({ minor, currency }: Money): number => Number(minor) / 10 ** minorDigits(currency)
