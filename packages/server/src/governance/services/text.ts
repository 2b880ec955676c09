import type { ServiceText } from '@throughline/contract/governance'

/** What a service says, in the order in which it is told, without blanks around it. */
export const textOf = ({ name, pmo, class: of, scope, responsibilities, serviceLevel, measure, inputs, outputs, stages, accountableRole }: ServiceText): ServiceText => ({
  name: name.trim(), pmo: pmo.trim(), class: of, scope: scope.trim(), responsibilities: responsibilities.trim(), serviceLevel: serviceLevel.trim(), measure: measure.trim(),
  inputs: inputs.map((one) => one.trim()), outputs: outputs.map((one) => one.trim()), stages: [...stages], accountableRole: accountableRole.trim(),
})

/** Whether two texts say the same, in whatever order they were kept. */
export const saysTheSame = (one: ServiceText, other: ServiceText): boolean => JSON.stringify(textOf(one)) === JSON.stringify(textOf(other))
