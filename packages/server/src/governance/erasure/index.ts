import type { erasureRoutes, governanceProblems } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import type { Handlers } from '../../http/index.ts'
import { brokenSeals, restateSeals, type MakeDocument } from '../seals/index.ts'
import { erasePerson } from './acts/erase-person.ts'

export { erasureMigrations } from './migrations.ts'

/** Erases a person; then states again the seals that held before it and whose documents named the person. One that was broken before stays so. */
export const erasureHandlers = (make: MakeDocument): Handlers<typeof erasureRoutes, keyof typeof governanceProblems> => ({
  erasePerson: async ({ actor, body, context: { db, now } }) => {
    const broken = new Set((await brokenSeals(make, db, actor)).map(({ id }) => id))
    const erased = await erasePerson(db, actor, body, now)
    return erased.ok ? ok({ ...erased.value, seals: await restateSeals(make, db, actor, broken) }) : erased
  },
})
