import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { InitiativeRow } from '@throughline/contract/demand'
import { roleNames } from '@throughline/contract/people'
import { may } from '../people/index.ts'
import { withRights } from './row-rights.ts'

const rowIn = (unitId: string | null, id: string) => ({ id, unitId }) as unknown as InitiativeRow
const role = fc.constantFrom(...roleNames)
const unit = fc.constantFrom('u1', 'u2', 'u3')
const given = fc.array(fc.oneof(fc.record({ role }), fc.record({ role, units: fc.array(unit, { maxLength: 2 }) }), fc.record({ role, initiativeId: fc.constantFrom('i0', 'i3') })), { maxLength: 3 })

it('rows say of each initiative what the decision on it would be, whoever asks and in whatever order they come', () => {
  const units = fc.array(fc.option(unit), { minLength: 1, maxLength: 8 })
  fc.assert(fc.property(role, given, units, (own, roles, places) => {
    const actor = { orgId: 'o', accountId: 'a', name: 'A', role: own, standing: { role: own, given: roles } }
    const rows = withRights(actor, places.map((place, index) => rowIn(place, `i${index}`)))
    for (const { id, unitId, may: told = [] } of rows)
      for (const permission of ['edit_initiative', 'edit_money', 'record_value'] as const) expect([permission, told.includes(permission)]).toEqual([permission, may(actor, permission, { unitId, initiativeId: id })])
  }))
})

it('rows of a viewer who manages one project: that one may be changed, the others not', () => {
  const actor = { orgId: 'o', accountId: 'a', name: 'A', role: 'viewer' as const, standing: { role: 'viewer' as const, given: [{ role: 'project_manager' as const, initiativeId: 'i1' }] } }
  expect(withRights(actor, [rowIn('u1', 'i1'), rowIn('u1', 'i2')]).map(({ may: told }) => told)).toEqual([['edit_initiative', 'edit_money'], []])
})
