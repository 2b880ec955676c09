import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'
import { Email, Password, Role } from './schemas.ts'

/** A code of an authenticator app (six digits) or a recovery code. */
export const FactorCode = Type.String({ minLength: 6, maxLength: 40 })
/** A secret that came in a link, as its holder sends it back. */
export const LinkSecret = Type.String({ minLength: 20, maxLength: 100 })
const GivenPassword = Type.String({ maxLength: 200 })
/** What the browser’s WebAuthn interface takes and gives: its form is that of W3C WebAuthn level 3, and is read by the server alone. */
const WebAuthn = Type.Record(Type.String(), Type.Unknown(), { description: 'JSON of W3C WebAuthn' })
export const PasskeyOptions = Type.Object({ options: WebAuthn })

/** With what an account can be signed in to beside its password. */
export const Passkey = Type.Object({ id: Id, name: Type.String(), createdAt: Instant, lastUsedAt: Nullable(Instant), synced: Type.Boolean({ description: 'Whether its maker keeps a copy in an account of theirs' }), opensHere: Type.Boolean({ description: 'Whether it opens this organisation; a passkey opens the one in which it was made' }) })
export type Passkey = Static<typeof Passkey>
export const Factors = Type.Object({
  app: Nullable(Type.Object({ since: Instant })),
  passkeys: Type.Array(Passkey),
  recoveryCodesLeft: Type.Integer(),
  required: Type.Boolean({ description: 'Whether the organisation asks for a second factor' }),
})
export type Factors = Static<typeof Factors>

export const AppSecret = Type.Object({ secret: Type.String({ description: 'Base32, for typing it in' }), address: Type.String({ description: 'otpauth: address, for the picture that is scanned' }) })
export type AppSecret = Static<typeof AppSecret>
/** New recovery codes, shown once; null where the person has some already. The csrf token is that of the session, which goes on under another secret. */
export const FactorAdded = Type.Object({ recoveryCodes: Nullable(Type.Array(Type.String())), csrf: Type.String() })
export type FactorAdded = Static<typeof FactorAdded>
export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String()) })
export const NewPasskey = Type.Object({ name: ShortText(80), response: WebAuthn })
export const PasskeyAnswer = Type.Object({ response: WebAuthn })
export const Code = Type.Object({ code: FactorCode })
/** That it is still the person: password, and the code where there is a second factor. */
export const Proof = Type.Object({ password: GivenPassword, code: Type.Optional(FactorCode) })

export const OwnSession = Type.Object({ id: Id, device: Type.String(), address: Type.String(), startedAt: Instant, lastSeenAt: Instant, current: Type.Boolean() })
export type OwnSession = Static<typeof OwnSession>

/** What an organisation asks of those who sign in. */
export const SignInPolicy = Type.Object({
  secondFactor: OneOf(['optional', 'required']),
  idleMinutes: Type.Integer({ minimum: 5, maximum: 10_080, description: 'After so long without use a session is over' }),
  longestHours: Type.Integer({ minimum: 1, maximum: 720, description: 'However much it is used, a session is over after so long' }),
  version: Version,
})
export type SignInPolicy = Static<typeof SignInPolicy>

/** How a member signs in, for who gives access. */
export const MemberStanding = Type.Object({ id: Id, secondFactor: Type.Boolean(), sessions: Type.Integer(), lastSeenAt: Nullable(Instant) })
export type MemberStanding = Static<typeof MemberStanding>

/** A link that was made: sent by mail, or, where no mail is set up or it could not be sent, shown this once to be passed on. */
export const LinkGiven = Type.Object({ sent: Type.Boolean(), link: Nullable(Type.String({ description: 'Path with the secret behind #; shown once' })), expiresAt: Instant })
export type LinkGiven = Static<typeof LinkGiven>

export const Invitation = Type.Object({ id: Id, name: Type.String(), email: Type.String(), role: Role, invitedBy: Type.String(), createdAt: Instant, expiresAt: Instant })
export type Invitation = Static<typeof Invitation>
export const NewInvitation = Type.Object({ name: ShortText(), email: Email, role: Role })
export const InvitationGiven = Type.Object({ invitation: Invitation, given: LinkGiven })
export type InvitationGiven = Static<typeof InvitationGiven>
/** What an invitation says to who holds its link. */
export const InvitationSeen = Type.Object({ organisation: Type.String(), name: Type.String(), email: Type.String(), role: Role, invitedBy: Type.String(), known: Type.Boolean({ description: 'Whether the address has an account already, whose password is then asked for' }) })
export type InvitationSeen = Static<typeof InvitationSeen>
export const InvitationAccepted = Type.Object({ secret: LinkSecret, password: Type.Union([Password, GivenPassword]), name: Type.Optional(ShortText()), code: Type.Optional(FactorCode) })

export const SecretShown = Type.Object({ secret: LinkSecret })
export const Forgotten = Type.Object({ email: Type.String({ maxLength: 254 }) })
export const PasswordReset = Type.Object({ secret: LinkSecret, password: Password })
