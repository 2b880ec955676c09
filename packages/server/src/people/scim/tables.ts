import type { Generated } from 'kysely'

/** Which roles the groups of provisioned people give. */
export interface ProvisioningTable {
  org_id: string
  default_role: string | null
  /** A list of roles by group; written as JSON text. */
  roles: unknown
  version: Generated<number>
}

/** A person as an identity provider keeps them here, whether they have access by now or not. */
export interface ScimUserTable {
  org_id: string
  id: string
  /** The account that is theirs; it may be without a membership. */
  account_id: string
  external_id: string | null
  user_name: string
  email: string
  display_name: string | null
  formatted_name: string | null
  given_name: string | null
  family_name: string | null
  active: boolean
  version: Generated<number>
  created_at: string
  updated_at: string
}

export interface ScimGroupTable {
  org_id: string
  id: string
  external_id: string | null
  display_name: string
  version: Generated<number>
  created_at: string
  updated_at: string
}

export interface ScimGroupMemberTable {
  org_id: string
  group_id: string
  user_id: string
}

declare module '../../database/tables.ts' {
  interface Tables {
    provisioning: ProvisioningTable
    scim_user: ScimUserTable
    scim_group: ScimGroupTable
    scim_group_member: ScimGroupMemberTable
  }
}
