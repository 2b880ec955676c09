import { Type, type Static } from 'typebox'
import { Id, route, ShortText } from '../wire/index.ts'

/** Whom to erase: by the id of the account, and, so that no slip of the hand does it, by the name as it stands. */
export const PersonToErase = Type.Object({ accountId: Id, name: ShortText() })

/** What came of it. */
export const Erasure = Type.Object({
  /** What stands in the place of name and address from now on, in everything that the person wrote or was named in. */
  pseudonym: Type.String(), rows: Type.Integer(), tables: Type.Integer(),
  /** Seals that were stated again, since their documents name the person no more. */
  seals: Type.Integer(),
  /** False where the account is of use in another organisation: it keeps its name there. */
  accountErased: Type.Boolean(),
})
export type Erasure = Static<typeof Erasure>

export const erasureRoutes = {
  erasePerson: route({ method: 'POST', path: '/api/governance/erasures', summary: 'Erase a person for good: name and address become a pseudonym everywhere, in the history as well; figures and acts stay', access: 'administer', recentSignIn: true, body: PersonToErase, reply: Erasure, status: 201, refusals: ['person_kept', 'name_differs'] }),
} as const
