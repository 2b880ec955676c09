import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'

export const Role = OneOf(['viewer', 'editor', 'owner'], 'viewer reads, editor changes, owner also gives access')
export type Role = Static<typeof Role>
export const Email = Type.String({ format: 'email', maxLength: 254 })
export const Password = Type.String({ minLength: 12, maxLength: 200, description: 'At least 12 characters' })

export const FiscalCalendar = Type.Object({ startMonth: Type.Integer({ minimum: 1, maximum: 12 }), startDay: Type.Integer({ minimum: 1, maximum: 28 }), label: OneOf(['span', 'start', 'end']) })
export const Organisation = Type.Object({ id: Id, name: ShortText(), currency: Type.String({ pattern: '^[A-Z]{3}$' }), calendar: FiscalCalendar, version: Version })
export type Organisation = Static<typeof Organisation>
export const OrganisationChange = Type.Object({ version: Version, name: Type.Optional(ShortText()), currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })), calendar: Type.Optional(FiscalCalendar) })

export const SetupState = Type.Object({ needed: Type.Boolean(), product: Type.String(), version: Type.String() })
export const Setup = Type.Object({ organisationName: ShortText(), name: ShortText(), email: Email, password: Password, currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })) })
export const SignIn = Type.Object({ email: Type.String({ maxLength: 254 }), password: Type.String({ maxLength: 200 }) })

/** What the page needs to know of who is signed in; rights come with it, so a page never guesses. */
export const Session = Type.Object({
  account: Type.Object({ id: Id, name: Type.String(), email: Type.String() }),
  organisation: Organisation,
  role: Role,
  /** Sent back as header `x-csrf-token` with every change. */
  csrf: Type.String(),
  can: Type.Object({ edit: Type.Boolean(), administer: Type.Boolean() }),
  /** Whether the organisation holds any initiative or objective yet. */
  empty: Type.Boolean(),
})
export type Session = Static<typeof Session>

export const PasswordChange = Type.Object({ current: Type.String({ maxLength: 200 }), next: Password })

export const Member = Type.Object({ id: Id, name: Type.String(), email: Type.String(), role: Role, createdAt: Instant, version: Version })
export type Member = Static<typeof Member>
export const NewMember = Type.Object({ name: ShortText(), email: Email, role: Role, password: Password })
export const MemberChange = Type.Object({ version: Version, role: Role })

export const Token = Type.Object({ id: Id, name: Type.String(), role: Role, createdAt: Instant, expiresAt: Nullable(Instant), lastUsedAt: Nullable(Instant) })
export type Token = Static<typeof Token>
export const NewToken = Type.Object({ name: ShortText(80), role: Role, expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })) })
export const TokenWithSecret = Type.Object({ token: Token, secret: Type.String({ description: 'Shown once' }) })

export const Unit = Type.Object({ id: Id, code: Type.String(), name: Type.String(), parentId: Nullable(Id), kind: OneOf(['group', 'entity', 'division', 'department', 'team']), version: Version })
export type Unit = Static<typeof Unit>
export const NewUnit = Type.Object({ code: ShortText(40), name: ShortText(), parentId: Type.Optional(Nullable(Id)), kind: OneOf(['group', 'entity', 'division', 'department', 'team']) })
export const UnitChange = Type.Object({ version: Version, code: Type.Optional(ShortText(40)), name: Type.Optional(ShortText()), parentId: Type.Optional(Nullable(Id)) })
