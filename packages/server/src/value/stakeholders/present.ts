import type { ClassAlert, DividedBenefit, StakeholderValue, UnitClassValue } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { classWords, neglectedClasses, valueByClass, type ClassAlert as Neglect, type ClassValue } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { readBenefitAmounts, readBenefitsDivided } from './store.ts'

/** Whom the benefits of the ledger go to, unit by unit, and which class is not served. */
export async function presentByClass(tx: Tx): Promise<StakeholderValue> {
  const benefits = await readBenefitsDivided(tx)
  const amounts = await readBenefitAmounts(tx)
  const byId = new Map(benefits.map((one) => [one.benefitId, one]))
  const units = [...Map.groupBy(amounts, ({ unit }) => unit)].map(([unit, own]) =>
    valueByClass(unit, own.map(({ benefitId, promised, claimed, verified }) => ({ benefit: byId.get(benefitId)?.benefit ?? '', split: byId.get(benefitId)?.split?.shares ?? null, promised: BigInt(promised), claimed: BigInt(claimed), verified: BigInt(verified) }))))
  const promised = new Map(amounts.map((one) => [`${one.benefitId} ${one.unit}`, one.promised]))
  const listed = benefits.map((one): DividedBenefit => ({ ...one, promised: promised.get(`${one.benefitId} ${one.unit}`) ?? '0' }))
  return {
    units: units.map(({ unit, classes, total }): UnitClassValue => ({ unit, classes: classes.map((one) => ({ class: one.class, ...shown(one) })), total: shown(total) })),
    alerts: neglectedClasses(units)?.map(told) ?? null,
    benefits: [...listed.filter(({ split }) => split === null), ...listed.filter(({ split }) => split !== null)], said: listed.filter(({ split }) => split !== null).length,
  }
}

const shown = ({ benefits, amounts, why }: Omit<ClassValue, 'class'>) => ({ benefits, promised: toWire(amounts.promised), claimed: toWire(amounts.claimed), verified: toWire(amounts.verified), why: toWire(why) })

/** An alert in words. */
function told(alert: Neglect): ClassAlert {
  const { kind, class: one } = alert
  const whom = classWords[one]
  if (kind === 'worse_off') return { kind, class: one, words: `${whom} bear more than they gain`, at: { unit: alert.unit, stage: alert.stage, net: String(alert.net) } }
  return { kind, class: one, words: kind === 'passed_over' ? `${whom} gain from no benefit that was promised or claimed` : `${whom} were promised something, and nothing of it is claimed yet`, at: null }
}
