import { peopleProblems, peopleRoutes } from '@throughline/contract/people'
import { roomServer } from '../http/room.ts'
import { handlers } from './handlers.ts'
import { migrations } from './migrations/index.ts'
import type {} from './tables.ts'

export { createOrganisation, setUp, type Founded, type Founding } from './acts/set-up.ts'
export { addMember } from './acts/give-access.ts'
export { beginSession } from './acts/sign-in.ts'
export { actorOfSession, actorOfToken } from './identify.ts'
export { hashPassword } from './password.ts'
export { includes } from './policy.ts'
export { deleteUnit, insertUnit, listMembers as readMembers, listUnits as readUnits, lockOrganisation, readFounding, readOrganisation, updateOrganisation } from './store.ts'
export { accountWithEmail, insertAccount, insertMembership } from './store.ts'
export { csrfOf } from './secrets.ts'
export { stillStands, type Credential } from './standing-store.ts'
export { peopleSubjects } from './subject-store.ts'

export const people = roomServer({ room: 'people', about: 'The organisation, its units, who has access and with which role', routes: peopleRoutes, problems: peopleProblems, handlers, migrations })
