import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gives, placedPermissions, roleNames, rolesOfUnits } from '@throughline/contract/people'
import { permissions } from '@throughline/contract/wire'
import type { GivenRole, Standing } from '../../database/index.ts'
import { allowedIn, allowedSomewhere, may, mayGive, mayInPart } from './standing.ts'

const actorOf = (standing: Standing) => ({ orgId: 'o', accountId: 'me', name: 'Me', role: standing.role, standing })
const role = fc.constantFrom(...roleNames)
const unit = fc.constantFrom('u1', 'u2', 'u3')
const initiative = fc.constantFrom('i1', 'i2')
const given: fc.Arbitrary<GivenRole> = fc.oneof(fc.record({ role }), fc.record({ role, units: fc.uniqueArray(unit, { minLength: 1 }) }), fc.record({ role, initiativeId: initiative }))
const standing: fc.Arbitrary<Standing> = fc.record({ role, given: fc.array(given, { maxLength: 4 }) })
const part = fc.record({ unitId: fc.option(unit), initiativeId: initiative })

describe('a standing', () => {
  it('of a project manager of one unit changes the initiatives there and no others', () => {
    const actor = actorOf({ role: 'viewer', given: [{ role: 'project_manager', units: ['u1', 'u2'] }] })
    expect([may(actor, 'edit_initiative', { unitId: 'u2', initiativeId: 'i1' }), may(actor, 'edit_initiative', { unitId: 'u3', initiativeId: 'i1' }), may(actor, 'edit_initiative')]).toEqual([true, false, false])
  })

  it('of a portfolio lead of a unit decides nothing: deciding is of the whole organisation', () => {
    const actor = actorOf({ role: 'viewer', given: [{ role: 'portfolio_lead', units: ['u1'] }] })
    expect([may(actor, 'decide', { unitId: 'u1' }), mayInPart(actor, 'decide'), mayInPart(actor, 'edit_initiative')]).toEqual([false, false, true])
  })

  it('of a resource manager whose unit gives more does not see amounts', () => {
    expect(may(actorOf({ role: 'resource_manager', given: [{ role: 'finance', units: ['u1'] }] }), 'see_money', { unitId: 'u1' })).toBe(false)
    expect(may(actorOf({ role: 'resource_manager', given: [{ role: 'finance' }] }), 'see_money')).toBe(true)
  })

  it('is never less by one more role', () => {
    fc.assert(fc.property(standing, given, part, (before, more, where) => {
      const after = allowedIn(actorOf({ ...before, given: [...before.given, more] }), where)
      expect(allowedIn(actorOf(before), where).filter((permission) => !after.includes(permission))).toEqual([])
    }))
  })

  it('is never more by a bound, and never beyond it', () => {
    fc.assert(fc.property(standing, fc.subarray([...permissions]), part, (before, only, where) => {
      const [bound, free] = [allowedIn(actorOf({ ...before, only }), where), allowedIn(actorOf(before), where)]
      expect(bound).toEqual(free.filter((permission) => only.includes(permission)))
    }))
  })

  it('of the whole holds in every part, and what holds in a part holds somewhere', () => {
    fc.assert(fc.property(standing, part, (one, where) => {
      const actor = actorOf(one)
      expect(allowedIn(actor).filter((permission) => !allowedIn(actor, where).includes(permission))).toEqual([])
      expect(allowedIn(actor, where).filter((permission) => !allowedSomewhere(actor).includes(permission))).toEqual([])
    }))
  })

  it('lets only an owner make or change an owner, and nobody else give themselves a role', () => {
    const [owner, administrator] = [actorOf({ role: 'owner', given: [] }), actorOf({ role: 'administrator', given: [] })]
    expect([mayGive(owner, { role: 'owner', to: 'me' }), mayGive(administrator, { role: 'owner', to: 'x' }), mayGive(administrator, { role: 'viewer', before: 'owner', to: 'x' }), mayGive(administrator, { role: 'finance', to: 'me' }), mayGive(administrator, { role: 'finance', to: 'x' })]).toEqual([true, false, false, false, true])
  })
})

describe('the table of roles', () => {
  it('lets an auditor read everything and change nothing', () => {
    expect(permissions.filter((permission) => gives('auditor', permission))).toEqual(['read', 'own', 'see_money', 'see_people'])
  })

  it('gives every role to read and to keep its own, and an owner everything', () => {
    expect(roleNames.filter((name) => !gives(name, 'read') || !gives(name, 'own'))).toEqual([])
    expect(permissions.filter((permission) => !gives('owner', permission))).toEqual([])
  })

  it('keeps what owner, editor and viewer could do before there were others: each includes the next', () => {
    for (const permission of permissions) expect([gives('viewer', permission) && !gives('editor', permission), gives('editor', permission) && !gives('owner', permission)]).toEqual([false, false])
  })

  it('offers in units only roles that do something there', () => {
    expect(rolesOfUnits.filter((name) => !placedPermissions.some((permission) => gives(name, permission)))).toEqual([])
  })
})
