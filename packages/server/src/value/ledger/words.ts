import { formatDecimal, minorDigits, type Result } from '@throughline/engine/kernel'
import type { LedgerRefusal as Refused } from '@throughline/contract/value'
import { readUnit, type LedgerRefusal, type LedgerTerms, type RefusalValues, type UnitOfAccount } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import type { Intent } from './acts/post.ts'
import { namesOf } from './names-store.ts'

/** An amount as people read it: `360,000.00 GBP (cash)`, `12,000 hour`. */
export function amountText(amount: bigint, unit: UnitOfAccount): string {
  const { base, cash } = readUnit(unit)
  const [whole = '', fraction] = formatDecimal(amount, cash === undefined ? 0 : minorDigits(base)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`} ${base}${cash === undefined ? '' : cash === 'cash' ? ' (cash)' : ' (not cash)'}`
}

type Told = Extract<Result<never, Refused>, { readonly ok: false }>
export type ToTell = { readonly intent: Intent; readonly refusal: LedgerRefusal }

/** A refusal of the engine as it is told: names for ids, amounts in their unit. The rule stays with its code. */
export async function inWords(tx: Tx, terms: LedgerTerms, intent: Intent, refusal: LedgerRefusal): Promise<Told> {
  const [told] = await allInWords(tx, terms, [{ intent, refusal }])
  return { ok: false, refusal: told ?? { code: refusal.code } }
}

/** Refusals as they are told, in their order; what they name is asked for once. */
export async function allInWords(tx: Tx, terms: LedgerTerms, refused: readonly ToTell[]): Promise<readonly Refused[]> {
  const names = await namesOf(tx, refused.flatMap(({ refusal: { values } }) => Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : []))))
  return refused.map(({ intent, refusal: { code, rule, values } }) => ({ code, values: { rule, ...toldOf(values, unitOf(terms, intent), names) } }))
}

const plain: ReadonlySet<string> = new Set(['planned', 'reached', 'sum', 'whole'])

function toldOf(values: RefusalValues, unit: UnitOfAccount, names: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => {
    if (typeof value === 'bigint') return [key, plain.has(key) ? `${formatDecimal(value, 4)} %` : amountText(value, unit)]
    if (key === 'way' && Array.isArray(value)) return [key, wayWords(value as readonly string[], names)]
    if (Array.isArray(value)) return [key, (value as readonly string[]).map((one) => names.get(one) ?? one).join(', ')]
    return [key, typeof value === 'string' ? (names.get(value) ?? value.replaceAll('_', ' ')) : value]
  }))
}

/** By which way somebody depends on another (V-13): themselves, or from whom to whom a line reports. */
export const wayWords = (way: readonly string[], names: ReadonlyMap<string, string>): string =>
  way.length === 1 ? 'whoever claimed it, owns it or works on it does not verify it' : way.map((one) => names.get(one) ?? one).join(' reports to ')

/** The unit that an act is about. */
function unitOf({ benefits, measures }: LedgerTerms, intent: Intent): UnitOfAccount {
  if ('benefitId' in intent) return benefits.get(intent.benefitId)?.unit ?? 'units'
  return 'measureId' in intent ? (measures.get(intent.measureId)?.unit ?? 'units') : 'units'
}
