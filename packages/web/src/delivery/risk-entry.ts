import type { NewRisk, Risk } from '@throughline/contract/delivery'
import { strategiesOf } from '@throughline/engine/delivery'
import { minorFromField, moneyToField } from '../format/index.ts'

/** A risk as a form holds it: numbers as they are typed, probabilities in percent. */
export type RiskEntry = {
  readonly key: string; readonly title: string; readonly kind: Risk['kind']; readonly cause: string; readonly event: string; readonly effect: string; readonly owner: string; readonly identifiedOn: string; readonly proximityOn: string
  readonly probability: string | null; readonly low: string | null; readonly likely: string | null; readonly high: string | null; readonly days: string | null
  readonly strategy: Risk['strategy'] | ''; readonly actions: string; readonly cost: string | null; readonly dueOn: string; readonly doneOn: string; readonly residual: string | null; readonly remains: string | null
  readonly state: Risk['state']; readonly overOn: string; readonly overReason: string
}

/** A share as percent for a field: 0.125 → `12.5`. */
export const percentField = (share: number | null): string | null => (share === null ? null : String(Math.round(share * 10_000) / 100))
const shareOf = (typed: string | null): number | null => (typed === null ? null : Number(typed) / 100)

export function entryOf(risk: Risk | undefined, { currency, today }: { readonly currency: string; readonly today: string }): RiskEntry {
  const amount = (minor: string | null | undefined): string | null => (typeof minor === 'string' ? moneyToField({ minor, currency }).replace(/\.0+$/, '') : null)
  return {
    key: risk?.key ?? '', title: risk?.title ?? '', kind: risk?.kind ?? 'threat', cause: risk?.cause ?? '', event: risk?.event ?? '', effect: risk?.effect ?? '', owner: risk?.owner ?? '', identifiedOn: risk?.identifiedOn ?? today, proximityOn: risk?.proximityOn ?? '',
    probability: percentField(risk?.probability ?? null), low: amount(risk?.impactLowMinor), likely: amount(risk?.impactMinor), high: amount(risk?.impactHighMinor), days: risk?.impactDays?.toString() ?? null,
    strategy: risk?.strategy ?? '', actions: risk?.actions ?? '', cost: amount(risk?.costMinor), dueOn: risk?.dueOn ?? '', doneOn: risk?.doneOn ?? '', residual: percentField(risk?.residualProbability ?? null), remains: amount(risk?.residualMinor),
    state: risk?.state ?? 'open', overOn: risk?.overOn ?? '', overReason: risk?.overReason ?? '',
  }
}

/** What is estimated, as it travels; undefined where an amount is none. Amounts are left out for who may not see them. */
export function estimateOf({ probability, low, likely, high, days }: Pick<RiskEntry, 'probability' | 'low' | 'likely' | 'high' | 'days'>, currency: string, amounts: boolean) {
  const [impactLowMinor, impactMinor, impactHighMinor] = [minorFromField(low, currency), minorFromField(likely, currency), minorFromField(high, currency)]
  if (impactLowMinor === undefined || impactMinor === undefined || impactHighMinor === undefined) return undefined
  return { probability: shareOf(probability), impactDays: days === null ? null : Number(days), ...(amounts ? { impactLowMinor, impactMinor, impactHighMinor } : {}) }
}

/** The risk as it travels; undefined where an amount is none. */
export function givenOf(entry: RiskEntry, currency: string, amounts: boolean): NewRisk | undefined {
  const [estimate, costMinor, residualMinor] = [estimateOf(entry, currency, amounts), minorFromField(entry.cost, currency), minorFromField(entry.remains, currency)]
  if (!estimate || costMinor === undefined || residualMinor === undefined) return undefined
  const open = entry.state === 'open'
  return {
    ...(entry.key.trim() === '' ? {} : { key: entry.key.trim() }), title: entry.title.trim(), kind: entry.kind, cause: entry.cause.trim(), event: entry.event.trim(), effect: entry.effect.trim(), owner: entry.owner.trim() || null, ...(entry.identifiedOn === '' ? {} : { identifiedOn: entry.identifiedOn }), proximityOn: entry.proximityOn || null,
    ...estimate, strategy: entry.strategy === '' || entry.strategy === null || !(strategiesOf[entry.kind] as readonly string[]).includes(entry.strategy) ? null : entry.strategy, actions: entry.actions.trim(), dueOn: entry.dueOn || null, doneOn: entry.strategy === '' ? null : entry.doneOn || null, residualProbability: shareOf(entry.residual), ...(amounts ? { costMinor, residualMinor } : {}),
    state: entry.state, overOn: open ? null : entry.overOn || null, overReason: open ? '' : entry.overReason.trim(),
  }
}

/** Why what is estimated cannot be sent yet: what is certain is an issue, and what cannot come is no risk. */
export function unsoundEstimate(entry: Pick<RiskEntry, 'probability' | 'low' | 'likely' | 'high' | 'days'>, currency: string): string | undefined {
  const { probability, days } = entry
  if (probability !== null && !(Number(probability) > 0 && Number(probability) < 100)) return 'A probability is more than 0 % and less than 100 %'
  return estimateOf(entry, currency, true) === undefined ? 'An amount is none' : days !== null && !Number.isInteger(Number(days)) ? 'Days are whole numbers' : undefined
}

/** Why a risk cannot be sent yet. */
export const notYetOf = (entry: RiskEntry, currency: string): string | undefined =>
  entry.title.trim() === '' ? 'Say what it is called' : unsoundEstimate(entry, currency) ?? (givenOf(entry, currency, true) === undefined ? 'An amount is none' : entry.state !== 'open' && entry.overOn === '' ? 'Say since when' : entry.state === 'closed' && entry.overReason.trim() === '' ? 'Say why it can come no more' : undefined)
