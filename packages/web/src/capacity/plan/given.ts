import type { GivenPlan, GivenVariant, InitiativePlan, Variant } from '@throughline/contract/capacity'
import { minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { moneyToField } from '../../format/index.ts'

/** A line of a form: of which pool or pot, from which month since the start, for how many, how much; text as it was entered. */
export type EntryLine = { readonly of: string; readonly from: string | null; readonly months: string | null; readonly amount: string | null }
/** A variant in a form. */
export type VariantEntry = { readonly id: string | undefined; readonly name: string; readonly inPlan: boolean; readonly percent: string | null; readonly needs: readonly EntryLine[]; readonly costs: readonly EntryLine[] }

/** A variant as a form shows it; a new one is in the plan where there is no other. */
export const entryOf = (variant: Variant | undefined, isFirst: boolean): VariantEntry => ({
  id: variant?.id, name: variant?.name ?? (isFirst ? 'Whole' : ''), inPlan: variant?.inPlan ?? isFirst, percent: variant ? (variant.valuePercent.status === 'ok' ? String(variant.valuePercent.value) : null) : '100',
  needs: (variant?.demands ?? []).flatMap(({ pool, lines }) => lines.map(({ fromMonth, months, quantity }) => ({ of: pool.id, from: String(fromMonth), months: String(months), amount: quantity }))),
  costs: (variant?.costs ?? []).flatMap(({ pot, lines }) => lines.map(({ fromMonth, months, amount }) => ({ of: pot?.id ?? '', from: String(fromMonth), months: String(months), amount: amount.status === 'ok' ? moneyToField(amount.value) : null }))),
})

/** Why a form cannot be sent yet. */
export function notYet({ name, needs, costs }: VariantEntry): string | undefined {
  if (name.trim() === '') return 'A variant needs a name.'
  return [...needs, ...costs].some(({ from, months, amount }) => !whole(from, 0) || !whole(months, 1) || amount === null) ? 'A line lacks its months or its amount.' : needs.some(({ of }) => of === '') ? 'A line lacks its pool.' : undefined
}
const whole = (text: string | null, least: number): boolean => text !== null && /^\d{1,4}$/.test(text) && Number(text) >= least

const months = ({ from, months: length }: EntryLine) => ({ fromMonth: Number(from), months: Number(length) })

/** The variant as it travels; its costs only where they may be given. */
export const variantGiven = ({ id, name, inPlan, percent, needs, costs }: VariantEntry, currency: string | undefined): GivenVariant => ({
  ...(id === undefined ? {} : { id }), name: name.trim(), inPlan, valuePercent: percent === null ? null : Math.round(Number(percent)),
  demands: [...Map.groupBy(needs, ({ of }) => of)].map(([poolId, lines]) => ({ poolId, lines: lines.map((line) => ({ ...months(line), quantity: line.amount ?? '0' })) })),
  ...(currency === undefined ? {} : { costs: [...Map.groupBy(costs, ({ of }) => of)].map(([potId, lines]) => ({ potId: potId === '' ? null : potId, lines: lines.map((line) => ({ ...months(line), amountMinor: String(parseDecimal(line.amount ?? '0', minorDigits(currency)) ?? 0n) })) })) }),
})

/** A variant that stays as it is: what it costs is left out, and so stays. */
const kept = (variant: Variant): GivenVariant => {
  const { costs: _, ...given } = variantGiven(entryOf(variant, false), undefined)
  return given
}

/** The plan with some of it changed; everything else stays as it was read. */
export function planGiven(plan: InitiativePlan, change: { readonly starts?: Pick<GivenPlan, 'earliestOn' | 'latestOn' | 'fixedOn'>; readonly variant?: GivenVariant; readonly without?: string }): GivenPlan {
  const { variant, without } = change
  const others = plan.variants.filter(({ id }) => id !== without).map((one) => (variant?.id === one.id ? variant : { ...kept(one), ...(variant?.inPlan ? { inPlan: false } : {}) }))
  const all = variant && variant.id === undefined ? [...others, variant] : others
  const inPlan = all.some((one) => one.inPlan)
  return { version: plan.version, earliestOn: plan.earliestOn, latestOn: plan.latestOn, fixedOn: plan.fixedOn, ...change.starts, variants: all.map((one, at) => (inPlan || at > 0 ? one : { ...one, inPlan: true })) }
}
