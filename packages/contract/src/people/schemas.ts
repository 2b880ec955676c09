import { Type, type Static } from 'typebox'
import { CivilDate, Id, Instant, LongText, Nullable, OneOf, permissions, ShortText, Version, type Permission } from '../wire/index.ts'
import { permissionsOfRole } from './rights.ts'

export const Role = OneOf(Object.keys(permissionsOfRole) as (keyof typeof permissionsOfRole)[], 'What each gives: docs/guide/roles.md')
export type Role = Static<typeof Role>
export const PermissionName = OneOf(permissions as readonly [Permission, ...Permission[]])
export const Email = Type.String({ format: 'email', maxLength: 254 })
export const Password = Type.String({ minLength: 12, maxLength: 200, description: 'At least 12 characters' })

export const FiscalCalendar = Type.Object({ startMonth: Type.Integer({ minimum: 1, maximum: 12 }), startDay: Type.Integer({ minimum: 1, maximum: 28 }), label: OneOf(['span', 'start', 'end']) })
export const Organisation = Type.Object({ id: Id, name: ShortText(), currency: Type.String({ pattern: '^[A-Z]{3}$' }), calendar: FiscalCalendar, version: Version })
export type Organisation = Static<typeof Organisation>
export const OrganisationChange = Type.Object({ version: Version, name: Type.Optional(ShortText()), currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })), calendar: Type.Optional(FiscalCalendar) })

export const SetupState = Type.Object({ needed: Type.Boolean(), product: Type.String(), version: Type.String(), mail: Type.Boolean({ description: 'Whether a link can be sent to who has forgotten the password' }) })
export const Setup = Type.Object({ organisationName: ShortText(), name: ShortText(), email: Email, password: Password, currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })) })
export const SignIn = Type.Object({ email: Type.String({ maxLength: 254 }), password: Type.String({ maxLength: 200 }), code: Type.Optional(Type.String({ minLength: 6, maxLength: 40, description: 'Second factor: a code of the authenticator app, or a recovery code' })) })

/** What the page needs to know of who is signed in; rights come with it, so a page never guesses. */
export const Session = Type.Object({
  account: Type.Object({ id: Id, name: Type.String(), email: Type.String() }),
  organisation: Organisation,
  role: Role,
  /** Sent back as header `x-csrf-token` with every change. */
  csrf: Type.String(),
  can: Type.Object({ edit: Type.Boolean(), administer: Type.Boolean() }),
  /** What the person may do in the whole organisation. */
  may: Type.Array(PermissionName),
  /** What the person may do somewhere: everywhere, in a unit or on an initiative. Rows say where. */
  mayInPart: Type.Array(PermissionName),
  /** The organisation asks for a second factor and this person has none yet: nothing else is answered until there is one. */
  mustAddFactor: Type.Boolean(),
  /** Whether the organisation holds any initiative or objective yet. */
  empty: Type.Boolean(),
})
export type Session = Static<typeof Session>

export const PasswordChange = Type.Object({ current: Type.String({ maxLength: 200 }), next: Password })

/** Email and since when are null for who may not see people's details. A service is no person: programs act as it by its tokens. */
export const Member = Type.Object({ id: Id, name: Type.String(), email: Nullable(Type.String()), role: Role, service: Type.Boolean(), createdAt: Nullable(Instant), version: Version })
export type Member = Static<typeof Member>
export const NewMember = Type.Object({ name: ShortText(), email: Email, role: Role, password: Password })
export const MemberChange = Type.Object({ version: Version, role: Role })

export const NewService = Type.Object({ name: ShortText(), role: Role })

/** Where a role stands: in a unit with all below it, on an initiative, or, without either, in the whole organisation. */
const where = { unitId: Type.Optional(Nullable(Id)), initiativeId: Type.Optional(Nullable(Id)) }
export const RoleScope = Type.Object({ kind: OneOf(['organisation', 'unit', 'initiative']), id: Nullable(Id), name: Nullable(Type.String()) })
/** A role that somebody has beside the one of their membership: given, or delegated by another member until a day. */
export const RoleAssignment = Type.Object({
  id: Id, member: Type.Object({ id: Id, name: Type.String() }), role: Role, scope: RoleScope,
  lastOn: Nullable(CivilDate), delegatedBy: Nullable(Type.Object({ id: Id, name: Type.String() })), note: Type.String(), givenBy: Type.String(), givenAt: Instant,
  standing: OneOf(['in_force', 'over', 'lapsed'], 'over: its last day has passed; lapsed: who delegated it no longer has the role'),
  may: Type.Array(OneOf(['end'])),
})
export type RoleAssignment = Static<typeof RoleAssignment>
export const NewRoleAssignment = Type.Object({ memberId: Id, role: Role, ...where, lastOn: Type.Optional(Nullable(CivilDate)), note: Type.Optional(LongText(1000)) })
export const NewDelegation = Type.Object({ memberId: Id, role: Role, ...where, lastOn: CivilDate, note: Type.Optional(LongText(1000)) })

/** What a token may do: never more than whose it is may do at the time. */
export const Token = Type.Object({ id: Id, name: Type.String(), role: Nullable(Role), may: Type.Array(PermissionName), owner: Type.Object({ id: Id, name: Type.String(), service: Type.Boolean() }), createdAt: Instant, expiresAt: Nullable(Instant), lastUsedAt: Nullable(Instant) })
export type Token = Static<typeof Token>
/** Either a role, for all that it gives, or the permissions one by one. With `serviceId`, a token of a service. */
export const NewToken = Type.Object({ name: ShortText(80), role: Type.Optional(Role), may: Type.Optional(Type.Array(PermissionName, { minItems: 1, uniqueItems: true })), serviceId: Type.Optional(Id), expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })) })
export const TokenWithSecret = Type.Object({ token: Token, secret: Type.String({ description: 'Shown once' }) })

export const Unit = Type.Object({ id: Id, code: Type.String(), name: Type.String(), parentId: Nullable(Id), kind: OneOf(['group', 'entity', 'division', 'department', 'team']), version: Version })
export type Unit = Static<typeof Unit>
export const NewUnit = Type.Object({ code: ShortText(40), name: ShortText(), parentId: Type.Optional(Nullable(Id)), kind: OneOf(['group', 'entity', 'division', 'department', 'team']) })
export const UnitChange = Type.Object({ version: Version, code: Type.Optional(ShortText(40)), name: Type.Optional(ShortText()), parentId: Type.Optional(Nullable(Id)) })
