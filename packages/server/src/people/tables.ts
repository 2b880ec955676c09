import type { Generated } from 'kysely'
import type { Role, Unit } from '@throughline/contract/people'
import type { Permission } from '@throughline/contract/wire'

export interface OrganisationTable {
  org_id: string
  name: string
  currency: string
  fiscal_start_month: Generated<number>
  fiscal_start_day: Generated<number>
  fiscal_label: Generated<'span' | 'start' | 'end'>
  version: Generated<number>
  created_at: Generated<string>
}

/** A person who can sign in, once for all organisations; readable only to organisations where the person is a member. */
export interface AccountTable {
  id: string
  email: string
  name: string
  password_hash: string
  created_at: Generated<string>
}

export interface MembershipTable {
  org_id: string
  account_id: string
  role: Role
  /** Whether it is no person: programs act as it by its tokens. */
  service: Generated<boolean>
  version: Generated<number>
  created_at: Generated<string>
}

/** A role beside that of the membership, by scope; a delegated one has its last day. */
export interface RoleAssignmentTable {
  org_id: string
  id: string
  account_id: string
  role: Role
  scope: 'organisation' | 'unit' | 'initiative'
  unit_id: string | null
  initiative_id: string | null
  last_on: string | null
  delegated_by: string | null
  note: string
  given_by: string
  given_at: string
}

/** The hash of a session's secret, never the secret. */
export interface SessionTable {
  org_id: string
  id: string
  account_id: string
  secret_hash: Buffer
  created_at: string
  last_seen_at: string
  /** The browser and system it was begun with, and from which address. */
  device: Generated<string>
  address: Generated<string>
  /** When the person last proved who they are. */
  proved_at: string
  /** Whether a second factor was given, or is answered for by an identity provider. */
  second_factor: Generated<boolean>
}

export interface ApiTokenTable {
  org_id: string
  id: string
  account_id: string
  name: string
  /** For all that a role gives; null where the permissions are named one by one. */
  role: Role | null
  may: Permission[] | null
  secret_hash: Buffer
  created_at: Generated<string>
  expires_at: string | null
  last_used_at: Generated<string | null>
}

export interface OrgUnitTable {
  org_id: string
  id: string
  code: string
  name: string
  parent_id: string | null
  kind: Unit['kind']
  version: Generated<number>
}

/** Attempts to sign in since `started_at`, by a hash of the account's email or the caller's address. */
export interface SignInAttemptTable {
  subject: Buffer
  started_at: string
  attempts: number
}

/** A secret shared with an authenticator app (RFC 6238), sealed where the server has a key; a second factor once confirmed. */
export interface AppFactorTable {
  account_id: string
  secret: string
  created_at: string
  confirmed_at: string | null
  /** The time step of the latest code that was accepted: no code counts twice. */
  last_step: Generated<string>
}

export interface PasskeyTable {
  id: string
  account_id: string
  credential_id: string
  public_key: Buffer
  counter: string
  transports: string[]
  name: string
  synced: boolean
  /** The organisation that it opens. */
  made_in: string
  created_at: string
  last_used_at: string | null
}

export interface RecoveryCodeTable {
  account_id: string
  hash: Buffer
  /** The same for all codes of a set, so that one derivation finds a code among them. */
  salt: Buffer
  used_at: string | null
}

/** A browser that its person has signed in with before, by the hash of its cookie. */
export interface KnownDeviceTable {
  account_id: string
  secret_hash: Buffer
  last_used_at: string
}

export interface PasswordResetTable {
  account_id: string
  secret_hash: Buffer
  created_at: string
  expires_at: string
}

/** A challenge that was given out and not yet answered; without an account, for signing in. */
export interface PasskeyChallengeTable {
  challenge: string
  account_id: string | null
  expires_at: string
}

export interface InvitationTable {
  org_id: string
  id: string
  email: string
  name: string
  role: Role
  invited_by: string
  secret_hash: Buffer
  created_at: string
  expires_at: string
}

/** What an organisation asks of those who sign in; without a row, what the contract has as standard. */
export interface SignInPolicyTable {
  org_id: string
  second_factor: 'optional' | 'required'
  idle_minutes: number
  longest_hours: number
  version: Generated<number>
}

declare module '../database/tables.ts' {
  interface Tables {
    organisation: OrganisationTable
    account: AccountTable
    membership: MembershipTable
    session: SessionTable
    api_token: ApiTokenTable
    role_assignment: RoleAssignmentTable
    org_unit: OrgUnitTable
    sign_in_attempt: SignInAttemptTable
    app_factor: AppFactorTable
    passkey: PasskeyTable
    recovery_code: RecoveryCodeTable
    known_device: KnownDeviceTable
    password_reset: PasswordResetTable
    passkey_challenge: PasskeyChallengeTable
    invitation: InvitationTable
    sign_in_policy: SignInPolicyTable
  }
}
