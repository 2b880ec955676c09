import type { Session } from '@throughline/contract/people'
import { withOrg, type Actor } from '../database/index.ts'
import type { RequestContext } from '../http/room.ts'
import { readStanding } from './rights/rights-store.ts'
import { allowedIn, allowedSomewhere, rightsOf } from './rights/standing.ts'
import { readPolicy } from './session-store.ts'
import { readOrganisation } from './store.ts'

type Person = Actor & { readonly email: string }

/** What the page is told of who is signed in: their rights come with it, and whether a second factor is asked of them first. */
export async function sessionOf({ db, holds, now }: RequestContext, person: Person, { csrf, secondFactor }: { readonly csrf: string; readonly secondFactor: boolean }): Promise<Session> {
  const { organisation, empty, standing, policy } = await withOrg(db, person, async (tx) => ({
    organisation: await readOrganisation(tx), empty: !(await holds('work', tx)), standing: person.standing ?? (await readStanding(tx, person, now)), policy: await readPolicy(tx),
  }))
  const whole = { role: person.role, ...(standing ? { standing } : {}) }
  return {
    account: { id: person.accountId, name: person.name, email: person.email }, organisation, role: person.role, csrf, can: rightsOf(whole),
    may: [...allowedIn(whole)], mayInPart: [...allowedSomewhere(whole)], mustAddFactor: policy.secondFactor === 'required' && !secondFactor, empty,
  }
}
