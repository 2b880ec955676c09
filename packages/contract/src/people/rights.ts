import { type Permission } from '../wire/permission.ts'

/**
 * Who may do what, as one table: role by role, the permissions that it gives where it stands. The guide, the Access page, the server's
 * decision and its tests read this table and no other.
 */
const reading = ['read', 'own', 'see_money', 'see_people'] as const
const planning = ['edit_strategy', 'record_actual', 'edit_initiative', 'edit_money', 'edit_capacity', 'record_value', 'import', 'shape', 'make_scenario'] as const

export const permissionsOfRole = {
  owner: [...reading, 'take_part', ...planning, 'verify_value', 'decide', 'edit_units', 'administer', 'provision', 'archive'],
  administrator: [...reading, 'take_part', 'edit_units', 'administer', 'provision', 'archive'],
  portfolio_lead: [...reading, 'take_part', ...planning, 'decide'],
  editor: [...reading, 'take_part', ...planning, 'edit_units'],
  sponsor: ['read', 'own', 'see_money', 'take_part', 'edit_initiative', 'make_scenario'],
  project_manager: ['read', 'own', 'see_money', 'take_part', 'edit_initiative', 'edit_money'],
  benefit_owner: ['read', 'own', 'see_money', 'take_part', 'record_actual', 'record_value'],
  finance: ['read', 'own', 'see_money', 'take_part', 'edit_money', 'record_value', 'verify_value'],
  resource_manager: ['read', 'own', 'see_people', 'take_part', 'edit_capacity', 'edit_units'],
  viewer: [...reading, 'take_part'],
  auditor: [...reading],
} as const satisfies Readonly<Record<string, readonly Permission[]>>

export const roleNames = Object.keys(permissionsOfRole) as (keyof typeof permissionsOfRole)[]
type RoleName = keyof typeof permissionsOfRole

/** What stands in a part of the organisation as well as in all of it; every other permission is of the whole organisation alone. */
export const placedPermissions: readonly Permission[] = ['edit_initiative', 'edit_money', 'record_value', 'administer']

/** Roles that can be given in a unit (with all below it); those that can be given on one initiative are the same without the administrator. */
export const rolesOfUnits: readonly RoleName[] = ['administrator', 'portfolio_lead', 'editor', 'sponsor', 'project_manager', 'benefit_owner', 'finance']
export const rolesOfInitiatives: readonly RoleName[] = rolesOfUnits.filter((role) => role !== 'administrator')

/** Whether a role includes a permission. */
export const gives = (role: RoleName, permission: Permission): boolean => (permissionsOfRole[role] as readonly Permission[]).includes(permission)
