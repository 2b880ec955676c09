import { Type, type Static } from 'typebox'
import { Nullable, NumberMetric, route, ShortText, Version } from '../wire/index.ts'
import { Role } from './schemas.ts'

/** Which role provisioned people have: by their groups, the first of the list that fits; otherwise the role of everybody, or no access. */
const rule = {
  defaultRole: Nullable(Role),
  roles: Type.Array(Type.Object({ group: ShortText(200), role: Role }, { additionalProperties: false }), { maxItems: 200, description: 'Roles by the name of a group; the first that fits counts' }),
  version: Version,
}
export const ProvisioningChange = Type.Object(rule)
export type ProvisioningChange = Static<typeof ProvisioningChange>

/** How an identity provider keeps the members of the organisation by SCIM 2.0 (RFC 7643, RFC 7644), and what it keeps by now: figures about fewer than five for who sees people’s details alone. */
export const Provisioning = Type.Object({ ...rule, path: Type.String({ description: 'Where the identity provider sends to, below the address of this installation' }), people: NumberMetric, active: NumberMetric, groups: Type.Array(Type.Object({ name: Type.String(), people: NumberMetric })) })
export type Provisioning = Static<typeof Provisioning>

/** Below this path the server speaks SCIM 2.0, whose form is not that of the other routes. */
export const scimPath = '/scim/v2'

export const provisioningRoutes = {
  readProvisioning: route({ method: 'GET', path: '/api/people/provisioning', summary: 'What an identity provider keeps here by SCIM, and which roles its groups give', access: 'administer', reply: Provisioning }),
  changeProvisioning: route({ method: 'PUT', path: '/api/people/provisioning', summary: 'Change which roles groups give; members follow at once', access: 'administer', recentSignIn: true, body: ProvisioningChange, reply: Provisioning, refusals: ['role_not_yours_to_give'] }),
} as const
