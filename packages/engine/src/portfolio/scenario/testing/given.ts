import fc from 'fast-check'
import { cycleClosedBy } from '../../../demand/index.ts'
import { ukFiscalCalendar, known, missing, money } from '../../../kernel/index.ts'
import { blankInitiative, indexOf, pairId, readField, refKey, sameValue, type FieldRef, type FieldValue, type Plan, type PlanChange } from '../index.ts'

export const eur = (minor: number) => known(money(BigInt(minor), 'EUR'))
export const zero = money(0n, 'EUR')

export const initiative = (id: string, change: Partial<Plan['initiatives'][number]> = {}): Plan['initiatives'][number] => ({
  ...blankInitiative(id), key: id.toUpperCase(), name: `Initiative ${id}`, state: 'active', startOn: '2027-01-01', endOn: '2028-01-01', cost: eur(100), benefits: eur(300), ...change,
})
export const objective = (id: string, weight: number): Plan['objectives'][number] => ({ id, key: id, perspectiveId: 'p', statement: `Objective ${id}`, weight, owner: null, deadline: null, mandatory: false })

export const plan = (change: Partial<Plan> = {}): Plan => ({
  initiatives: [initiative('a'), initiative('b'), initiative('c', { state: 'idea' })], objectives: [objective('x', 0.6), objective('y', 0.4)],
  contributions: [{ initiativeId: 'a', objectiveId: 'x', contribution: 1, rationale: '', origin: 'entered' }], ties: { dependencies: [], exclusions: [] },
  unitNames: new Map([['u', 'Roads'], ['v', 'Rail']]), knownYears: new Map(), currency: 'EUR', calendar: ukFiscalCalendar, ...change,
})

export const change = (kind: PlanChange['kind'], id: string, field: string, base: FieldValue, value: FieldValue): PlanChange => ({ kind, id, field, base, value, origin: 'entered' })

const ids = ['a', 'b', 'c', 'd'] as const
const states = ['idea', 'approved', 'active', 'on_hold', 'closing', 'stopped'] as const
const amounts = fc.option(fc.integer({ min: -500, max: 5000 }))

/** Plans of up to four initiatives and two objectives, with links and dependencies without circles. */
export const somePlan: fc.Arbitrary<Plan> = fc.record({
  initiatives: fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...ids), state: fc.constantFrom(...states), cost: amounts, benefits: amounts, unitId: fc.constantFrom('u', 'v', null), startOn: fc.constantFrom('2026-03-01', null), endOn: fc.constantFrom('2028-05-17', '2029-01-01', null) }),
    { selector: ({ id }) => id, maxLength: 4 },
  ),
  links: fc.uniqueArray(fc.record({ initiativeId: fc.constantFrom(...ids), objectiveId: fc.constantFrom('x', 'y'), contribution: fc.constantFrom(-1, -0.5, 0, 0.5, 1) }), { selector: (one) => pairId(one.initiativeId, one.objectiveId), maxLength: 5 }),
  needs: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 4 }),
}).map(({ initiatives, links, needs }) => {
  const present = new Set<string>(initiatives.map(({ id }) => id))
  return plan({
    initiatives: initiatives.map(({ id, cost, benefits, unitId, ...rest }) => initiative(id, { ...rest, unitId, unitName: unitId, cost: cost === null ? missing('cost') : eur(cost), benefits: benefits === null ? missing('benefits') : eur(benefits) })),
    contributions: links.filter(({ initiativeId }) => present.has(initiativeId)).map((link) => ({ ...link, rationale: '', origin: 'entered' })),
    ties: { dependencies: withoutCircles(needs.filter(([from, to]) => present.has(from) && present.has(to))), exclusions: [] },
  })
})

function withoutCircles(needs: readonly (readonly [string, string])[]): Plan['ties']['dependencies'] {
  const kept: { id: string; fromId: string; toId: string; reason: string }[] = []
  for (const [fromId, toId] of needs) if (!kept.some((one) => one.fromId === fromId && one.toId === toId) && cycleClosedBy(kept, fromId, toId) === null) kept.push({ id: pairId(fromId, toId), fromId, toId, reason: '' })
  return kept
}

const wanted: fc.Arbitrary<FieldRef & { readonly value: FieldValue }> = fc.oneof(
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('state'), value: fc.constantFrom(...states) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constantFrom('costMinor', 'benefitsMinor'), value: fc.option(fc.integer({ min: 0, max: 9000 }).map(String)) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('name'), value: fc.constantFrom('North', 'South', 'East') }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('endOn'), value: fc.constantFrom('2030-01-01', '2031-07-15', null) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('exists'), value: fc.constant(false) }),
  fc.record({ kind: fc.constant('objective' as const), id: fc.constantFrom('x', 'y'), field: fc.constant('statement'), value: fc.constantFrom('More', 'Better') }),
  fc.record({ kind: fc.constant('contribution' as const), id: fc.tuple(fc.constantFrom(...ids), fc.constantFrom('x', 'y')).map(([a, b]) => pairId(a, b)), field: fc.constant('contribution'), value: fc.constantFrom(null, -1, 0, 0.25, 1) }),
  fc.record({ kind: fc.constant('dependency' as const), id: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }).map(([a = '', b = '']) => pairId(a, b)), field: fc.constant('exists'), value: fc.boolean() }),
)

/** Changes that make sense over the plan: each really changes something that is there, and no dependency closes a circle. */
export const someChanges = (of: Plan): fc.Arbitrary<readonly PlanChange[]> =>
  fc.uniqueArray(wanted, { selector: refKey, maxLength: 8 }).map((all) => {
    const index = indexOf(of)
    const standing = of.ties.dependencies.map(({ fromId, toId }) => ({ fromId, toId }))
    return all.flatMap((one): PlanChange[] => {
      const base = readField(index, one)
      if (base === undefined || sameValue(base, one.value) || (one.kind === 'initiative' && one.field === 'exists' && base === false)) return []
      if (one.kind === 'dependency' && one.value === true) {
        const [fromId = '', toId = ''] = one.id.split('>')
        if (cycleClosedBy(standing, fromId, toId) !== null) return []
        standing.push({ fromId, toId })
      }
      return [{ ...one, base, origin: 'entered' }]
    })
  })
