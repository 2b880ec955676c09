import { classValueStages, type ClassValueStage, type UnitClassValue } from './by-class.ts'
import { stakeholderClasses, type StakeholderClass } from './split.ts'

/**
 * A class that is not served: `passed_over` gains nothing in any unit of account, `worse_off` bears more than it gains in a unit, at the
 * stage that is furthest proven, and `promised_only` has nothing claimed of what it was promised.
 */
export type ClassAlert =
  | { readonly kind: 'passed_over' | 'promised_only'; readonly class: StakeholderClass }
  | { readonly kind: 'worse_off'; readonly class: StakeholderClass; readonly unit: string; readonly stage: ClassValueStage; readonly net: bigint }

/** Classes that are not served, those that are worse off first; null where nobody has said whom anything goes to, for then nobody was neglected. */
export function neglectedClasses(units: readonly UnitClassValue[]): readonly ClassAlert[] | null {
  if (!units.some(({ classes }) => classes.some((one) => one.class !== null && one.benefits > 0))) return null
  const worse = units.flatMap((unit) => stakeholderClasses.flatMap((one) => worseOff(unit, one)))
  const unserved = stakeholderClasses.filter((one) => !worse.some((alert) => alert.class === one)).flatMap((one): ClassAlert[] => {
    const gains = (stage: ClassValueStage): boolean => units.some(({ classes }) => classes.some((each) => each.class === one && each.amounts[stage].gains > 0n))
    if (!classValueStages.some(gains)) return [{ kind: 'passed_over', class: one }]
    return gains('claimed') || gains('verified') ? [] : [{ kind: 'promised_only', class: one }]
  })
  return [...worse, ...unserved.filter(({ kind }) => kind === 'passed_over'), ...unserved.filter(({ kind }) => kind === 'promised_only')]
}

function worseOff({ unit, classes }: UnitClassValue, one: StakeholderClass): readonly ClassAlert[] {
  const amounts = classes.find((each) => each.class === one)?.amounts
  const stage = amounts && classValueStages.findLast((each) => amounts[each].net < 0n)
  return stage ? [{ kind: 'worse_off', class: one, unit, stage, net: amounts[stage].net }] : []
}
