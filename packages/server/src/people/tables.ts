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
  }
}
