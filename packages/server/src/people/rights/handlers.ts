import { ok } from '@throughline/engine/kernel'
import type { peopleProblems, peopleRoutes, RoleAssignment } from '@throughline/contract/people'
import { withOrg, type Actor } from '../../database/index.ts'
import type { Handlers, Places, RequestContext } from '../../http/room.ts'
import { addService } from '../acts/give-access.ts'
import { delegateRole, endRole, giveRole, mayEnd, partOf } from '../acts/give-roles.ts'
import { createToken, revokeToken } from '../acts/hold-tokens.ts'
import { listMembers, listTokens } from '../store.ts'
import { listAssignments, type FoundAssignment } from './rights-store.ts'
import { may, type Part } from './standing.ts'

type Names = 'listMembers' | 'addService' | 'listRoles' | 'giveRole' | 'delegateRole' | 'endRole' | 'listTokens' | 'createToken' | 'revokeToken'

/** Who has access, with which roles where, and with which tokens. */
export const rightsHandlers: Pick<Handlers<typeof peopleRoutes, keyof typeof peopleProblems>, Names> = {
  // Names are for everybody; emails and since when are people's details.
  listMembers: async ({ actor, context }) => {
    const members = await withOrg(context.db, actor, listMembers)
    return ok(may(actor, 'see_people') ? members : members.map((member) => (member.id === actor.accountId ? member : { ...member, email: null, createdAt: null })))
  },
  addService: ({ actor, body, context }) => addService(context.db, actor, body),

  listRoles: ({ actor, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const found = await listAssignments(tx, context.now)
      const initiatives = new Map(((await context.places.initiative?.(tx, found.flatMap(({ scope }) => (scope.kind === 'initiative' && scope.id !== null ? [scope.id] : [])))) ?? []).map((placed) => [placed.id, placed]))
      return ok(found.map((one): RoleAssignment => {
        const placed = one.scope.kind === 'initiative' ? initiatives.get(one.scope.id ?? '') : undefined
        return presentRole(one, actor, placed?.part ?? (one.scope.kind === 'unit' ? { unitId: one.scope.id } : {}), placed?.name)
      }))
    }),
  giveRole: async ({ actor, body, context }) => presented(await giveRole(context.db, actor, body, context), actor, context),
  delegateRole: async ({ actor, body, context }) => presented(await delegateRole(context.db, actor, body, context), actor, context),
  endRole: ({ actor, params, context }) => endRole(context.db, actor, params.id, context),

  listTokens: async ({ actor, query, context }) => ok(await withOrg(context.db, actor, (tx) => listTokens(tx, query.whose === 'all' && may(actor, 'administer') ? undefined : actor.accountId))),
  createToken: ({ actor, body, context }) => createToken(context.db, actor, body, context.now),
  revokeToken: async ({ actor, params, context }) => {
    const outcome = await revokeToken(context.db, actor, params.id)
    return outcome.ok ? ok({}) : outcome
  },
}

const presentRole = (found: FoundAssignment, actor: Actor, part: Part, name?: string): RoleAssignment => ({ ...found, scope: { ...found.scope, name: found.scope.name ?? name ?? null }, may: mayEnd(actor, found, part) ? ['end'] : [] })

/** A role that was just given, with the name of the initiative that it is on. */
async function presented<R>(outcome: { readonly ok: true; readonly value: FoundAssignment } | { readonly ok: false; readonly refusal: R }, actor: Actor, { db, places }: Pick<RequestContext, 'db'> & { readonly places: Places }) {
  if (!outcome.ok) return outcome
  const found = outcome.value
  return withOrg(db, actor, async (tx) => {
    const placed = found.scope.kind === 'initiative' && found.scope.id ? (await places.initiative?.(tx, [found.scope.id]))?.[0] : undefined
    return ok(presentRole(found, actor, await partOf(tx, found, places), placed?.name))
  })
}
