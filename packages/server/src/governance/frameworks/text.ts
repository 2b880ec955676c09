import type { FrameworkElement, FrameworkText } from '@throughline/contract/governance'

const elementOf = ({ key, kind, name, says, link, lifecycle, neededFrom, serviceId }: FrameworkElement): FrameworkElement => ({ key, kind, name: name.trim(), says: says.trim(), link, lifecycle: lifecycle.trim(), neededFrom, serviceId })

/** What a framework says, in the order in which it is told, without blanks around it. */
export const textOf = ({ name, about, elements }: FrameworkText): FrameworkText => ({ name: name.trim(), about: about.trim(), elements: elements.map(elementOf) })

/** Whether two texts say the same, in whatever order they were kept. */
export const saysTheSame = (one: FrameworkText, other: FrameworkText): boolean => JSON.stringify(textOf(one)) === JSON.stringify(textOf(other))
