import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Explanation, type Figure, type Metric } from '../../kernel/index.ts'
import type { MixPeriod, WorkedHours } from './mix.ts'

/** Where hours come from that could go to non-mandated services. */
export type ShiftSource = { readonly kind: 'no_service' } | { readonly kind: 'service'; readonly id: string; readonly name: string }
/** Hours in hundredths that a source has, and which share of what is wanted they cover by themselves, at most 1. */
export type ShiftOption = { readonly from: ShiftSource; readonly hours: bigint; readonly covers: number }
/**
 * What would have to shift in a period so that non-mandated services reach their target. `need` is in hours, 0 where the target is kept.
 * `floor` is the share that mandated compliance takes, which no shift may touch, and `ceiling` what it leaves. `short`: hundredths of hours
 * that are wanted beyond all options.
 */
export type MixShift = { readonly floor: Explained<number>; readonly ceiling: Explained<number>; readonly need: Explained<number>; readonly options: readonly ShiftOption[]; readonly short: bigint }

/**
 * Which hours of a period could go to non-mandated services (service-mix): first those of no service, which bind nobody, then those of
 * mandated assurance, service by service, the most hours first. Compliance is asked for by rules and shifts nowhere.
 * @param own what was worked in that period
 */
export function shiftOf({ label, hours: all, classes, nonMandated, target }: MixPeriod, own: readonly WorkedHours[]): MixShift {
  const at = (of: MixPeriod['classes'][number]['class']): bigint => classes.find((one) => one.class === of)?.hours ?? 0n
  const bound = classes.find((one) => one.class === 'mandated_compliance')?.share.metric ?? undefinedBecause('NO_ACTUALS')
  const wanted: Metric<bigint> = nonMandated.metric.status === 'ok' ? mapMetric(target, (share) => { const more = BigInt(Math.ceil(share * Number(all) - 1e-6)) - at('non_mandated'); return more > 0n ? more : 0n }) : undefinedBecause('NO_ACTUALS')
  const want = wanted.status === 'ok' ? wanted.value : 0n
  const sources: readonly Omit<ShiftOption, 'covers'>[] = [...(at('unclassified') > 0n ? [{ from: { kind: 'no_service' } as const, hours: at('unclassified') }] : []), ...assuring(own)]
  const options = want === 0n ? [] : sources.map((one) => ({ ...one, covers: Math.min(1, Number(one.hours) / Number(want)) }))
  const within = options.reduce((sum, { hours }) => sum + hours, 0n)
  const percent = (metric: Metric<number>): Metric<Figure> => mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent'))
  const inHours = (hundredths: bigint): Figure => numberFigure(Number(hundredths) / 100, 'person_hour')
  const hoursOf = (term: string, hundredths: bigint): Explanation => ({ term, figure: known(inHours(hundredths)) })
  const ceiling = mapMetric(bound, (share) => Math.round((1 - share) * 1000) / 1000)
  return {
    floor: { metric: bound, why: { term: `Floor of mandated compliance, ${label}`, figure: percent(bound), formula: 'service-mix', note: 'What rules ask for: no hour of it can go elsewhere', terms: [hoursOf('Mandated compliance', at('mandated_compliance')), hoursOf('All hours', all)] } },
    ceiling: { metric: ceiling, why: { term: `Non-mandated at most, ${label}`, figure: percent(ceiling), formula: 'service-mix', note: '1 − the floor', terms: [{ term: 'Floor of mandated compliance', figure: percent(bound) }] } },
    need: {
      metric: mapMetric(wanted, (hundredths) => Number(hundredths) / 100),
      why: { term: `Hours to shift, ${label}`, figure: mapMetric(wanted, inHours), formula: 'service-mix', note: 'Target × all hours − hours of non-mandated services, where that is above zero', terms: [{ term: 'Target', figure: percent(target) }, hoursOf('All hours', all), hoursOf('Non-mandated services', at('non_mandated'))] },
    },
    options, short: want > within ? want - within : 0n,
  }
}

/** Hours of mandated assurance by service, the most first. */
function assuring(own: readonly WorkedHours[]): readonly Omit<ShiftOption, 'covers'>[] {
  const byService = Map.groupBy(own.filter(({ class: of, service }) => of === 'mandated_assurance' && service), ({ service }) => service?.id ?? '')
  return [...byService].map(([id, of]) => ({ from: { kind: 'service' as const, id, name: of[0]?.service?.name ?? '' }, hours: of.reduce((sum, { hours }) => sum + hours, 0n) })).sort((a, b) => Number(b.hours - a.hours) || (a.from.name < b.from.name ? -1 : 1))
}
