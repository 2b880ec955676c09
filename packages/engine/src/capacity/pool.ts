import { formatDecimal, parseDecimal, type UnitCode } from '../kernel/index.ts'
import type { LineKind } from './spans.ts'

/** What the capacity of a pool is counted in. */
export const poolUnits = ['hour', 'day', 'fte'] as const
export type PoolUnit = (typeof poolUnits)[number]

/** Hours and days are worked off in a period; full-time equivalents are a state during it. */
export const kindOfUnit = (unit: PoolUnit): LineKind => (unit === 'fte' ? 'level' : 'flow')

const codes: Readonly<Record<PoolUnit, UnitCode>> = { hour: 'person_hour', day: 'person_day', fte: 'fte' }
/** The unit as figures carry it. */
export const unitCode = (unit: PoolUnit): UnitCode => codes[unit]

/** Decimal text as hundredths, undefined where it is no such number: '7.5' → 750n. */
export const hundredthsOf = (text: string): bigint | undefined => parseDecimal(text, 2)
/** Hundredths as the shortest decimal text: 750n → '7.5'. */
export const quantityText = (hundredths: bigint): string => formatDecimal(hundredths, 2).replace(/\.?0+$/, '')
