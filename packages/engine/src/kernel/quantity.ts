import { invariant } from './result.ts'

/** What a unit measures. Per cent and percentage point are different units of different meaning. */
export type Dimension = 'time' | 'people_time' | 'money' | 'count' | 'ratio' | 'ratio_difference' | 'score' | 'mass' | 'energy' | 'distance' | 'area'

/** The registry of units that a measure may carry; one line adds a unit. */
export const units = {
  count: { label: '', dimension: 'count' },
  percent: { label: '%', dimension: 'ratio' },
  percentage_point: { label: 'pp', dimension: 'ratio_difference' },
  ratio: { label: '×', dimension: 'ratio' },
  score: { label: 'points', dimension: 'score' },
  hour: { label: 'h', dimension: 'time' },
  day: { label: 'days', dimension: 'time' },
  month: { label: 'months', dimension: 'time' },
  year: { label: 'years', dimension: 'time' },
  person_hour: { label: 'person hours', dimension: 'people_time' },
  person_day: { label: 'person days', dimension: 'people_time' },
  fte: { label: 'FTE', dimension: 'people_time' },
  gbp_million: { label: 'GBP m', dimension: 'money' },
  gbp: { label: 'GBP', dimension: 'money' },
  eur: { label: 'EUR', dimension: 'money' },
  usd: { label: 'USD', dimension: 'money' },
  tonne: { label: 't', dimension: 'mass' },
  tonne_co2e: { label: 't CO2e', dimension: 'mass' },
  million_tonne_co2e: { label: 'Mt CO2e', dimension: 'mass' },
  gigawatt: { label: 'GW', dimension: 'energy' },
  megawatt_hour: { label: 'MWh', dimension: 'energy' },
  kilometre: { label: 'km', dimension: 'distance' },
  hectare: { label: 'ha', dimension: 'area' },
} as const satisfies Record<string, { label: string; dimension: Dimension }>
export type UnitCode = keyof typeof units

/** A decimal with its unit: whole units of 10^-digits, so that nothing is lost in a float. */
export type Quantity = { readonly scaled: bigint; readonly digits: number; readonly unit: UnitCode }

/** Sum of two quantities of one unit; mixing units is our fault and throws. */
export function addQuantity(a: Quantity, b: Quantity): Quantity {
  invariant(a.unit === b.unit, `${a.unit} is added to ${a.unit}, not to ${b.unit}`)
  const digits = Math.max(a.digits, b.digits)
  return { scaled: a.scaled * 10n ** BigInt(digits - a.digits) + b.scaled * 10n ** BigInt(digits - b.digits), digits, unit: a.unit }
}
