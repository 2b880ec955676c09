import { judged, notChecked, withheld, type StateCheck, type StateFinding } from '../check.ts'
import type { StateFacts } from '../facts.ts'

const classes = { owners: 'owners', customers: 'customers', employees: 'employees', alliances: 'alliances', communities: 'communities' } as const
type ClassId = keyof typeof classes

/** Value: whether each class of stakeholders is served by what the ledger holds. */
export const valueChecks: readonly StateCheck[] = (Object.keys(classes) as ClassId[]).map((id): StateCheck => ({ id: `value-${id}`, facet: 'value', question: `Is value created for ${classes[id]}?`, run: (facts) => servedBy(facts, id) }))

function servedBy({ classes: all }: StateFacts, id: ClassId) {
  if (all === 'withheld') return withheld
  const one = all?.find(({ thing }) => thing.id === id)
  if (one === undefined) return notChecked('nobody has said whom any benefit goes to')
  const findings: readonly StateFinding[] = one.alert === null ? [] : [{ kind: one.benefits.length === 0 ? 'missing' : 'contradiction', words: one.alert, things: [one.thing, ...one.benefits] }]
  return judged([one.thing, ...one.benefits], findings, '')
}
