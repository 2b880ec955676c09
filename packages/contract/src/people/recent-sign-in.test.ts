import { expect, it } from 'vitest'
import { governanceRoutes } from '../governance/index.ts'
import type { Route } from '../wire/index.ts'
import { peopleRoutes } from './index.ts'

/** Acts of who gives access which open no way in and give no right, so that an unlocked screen is of no use for them. */
const harmless = ['changeOrganisation', 'endMemberSessions']

it('whoever finds an unlocked screen opens no way in with it: what gives access, rights, a provider or a secret asks who it is', () => {
  const giving = Object.entries(peopleRoutes as Readonly<Record<string, Route>>).filter(([name, { access, method }]) => access === 'administer' && method !== 'GET' && method !== 'DELETE' && !harmless.includes(name))
  expect(giving.filter(([, { recentSignIn }]) => !recentSignIn).map(([name]) => name)).toEqual([])
  expect(giving.map(([name]) => name)).toEqual(expect.arrayContaining(['addMember', 'changeMember', 'giveRole', 'addService', 'invite', 'addSignOnProvider', 'changeSignOnProvider', 'changeProvisioning', 'changeSignInPolicy', 'makePasswordLink']))
  const own: readonly Route[] = [peopleRoutes.createToken, peopleRoutes.delegateRole, peopleRoutes.addPasskey, peopleRoutes.confirmApp, peopleRoutes.removePasskey, peopleRoutes.removeMemberFactors, governanceRoutes.erasePerson, governanceRoutes.addWebhook, governanceRoutes.changeWebhook]
  expect(own.filter(({ recentSignIn }) => !recentSignIn)).toEqual([])
})
