import { Type } from 'typebox'
import { Empty, IdParams, OneOf, route } from '../wire/index.ts'
import { accountRoutes } from './account-routes.ts'
import { provisioningRoutes } from './provisioning.ts'
import { Member, MemberChange, NewDelegation, NewMember, NewRoleAssignment, NewService, NewToken, NewUnit, Organisation, OrganisationChange, PasswordChange, RoleAssignment, Session, Setup, SetupState, SignIn, Token, TokenWithSecret, Unit, UnitChange } from './schemas.ts'
import { signOnRoutes } from './sign-on.ts'

export const peopleRoutes = {
  readSetup: route({ method: 'GET', path: '/api/people/setup', summary: 'Whether this installation still needs its first account', access: 'public', reply: SetupState }),
  setUp: route({ method: 'POST', path: '/api/people/setup', summary: 'Create the organisation and its owner, once', access: 'public', body: Setup, reply: Session, status: 201, refusals: ['setup_done', 'password_known', 'password_guessable'] }),
  signIn: route({ method: 'POST', path: '/api/people/session', summary: 'Sign in; sets the session cookie', access: 'public', body: SignIn, reply: Session, status: 201, refusals: ['credentials_wrong', 'second_factor_needed', 'second_factor_wrong'] }),
  readSession: route({ method: 'GET', path: '/api/people/session', summary: 'Who is signed in and what they may do', beforeSecondFactor: true, access: 'read', reply: Session }),
  signOut: route({ method: 'DELETE', path: '/api/people/session', summary: 'End the session', beforeSecondFactor: true, access: 'own', reply: Empty, status: 204 }),
  changePassword: route({ method: 'POST', path: '/api/people/password', summary: 'Change your password; your other sessions end', access: 'own', body: PasswordChange, reply: Empty, status: 204, refusals: ['password_wrong', 'password_needs_session', 'password_known', 'password_guessable'] }),
  readOrganisation: route({ method: 'GET', path: '/api/people/organisation', summary: 'The organisation', access: 'read', reply: Organisation }),
  changeOrganisation: route({ method: 'PATCH', path: '/api/people/organisation', summary: 'Change name, currency or fiscal calendar', access: 'administer', body: OrganisationChange, reply: Organisation, refusals: ['currency_in_use'] }),
  listUnits: route({ method: 'GET', path: '/api/people/units', summary: 'The organisation tree', access: 'read', reply: Type.Array(Unit) }),
  createUnit: route({ method: 'POST', path: '/api/people/units', summary: 'Add an organisation unit', access: 'edit_units', body: NewUnit, reply: Unit, status: 201, refusals: ['code_taken', 'unit_cycle'] }),
  changeUnit: route({ method: 'PATCH', path: '/api/people/units/:id', summary: 'Rename or move an organisation unit', access: 'edit_units', params: IdParams, body: UnitChange, reply: Unit, refusals: ['code_taken', 'unit_cycle'] }),
  listMembers: route({ method: 'GET', path: '/api/people/members', summary: 'Who has access', access: 'read', reply: Type.Array(Member) }),
  addMember: route({ method: 'POST', path: '/api/people/members', summary: 'Give a person access', access: 'administer', recentSignIn: true, body: NewMember, reply: Member, status: 201, refusals: ['email_taken', 'role_not_yours_to_give', 'password_known', 'password_guessable'] }),
  changeMember: route({ method: 'PATCH', path: '/api/people/members/:id', summary: 'Change a person’s role', access: 'administer', recentSignIn: true, params: IdParams, body: MemberChange, reply: Member, refusals: ['last_owner', 'role_not_yours_to_give'] }),
  removeMember: route({ method: 'DELETE', path: '/api/people/members/:id', summary: 'Take a person’s access away', access: 'administer', params: IdParams, reply: Empty, status: 204, refusals: ['last_owner', 'role_not_yours_to_give'] }),
  addService: route({ method: 'POST', path: '/api/people/services', summary: 'Add a service: a member that is no person and acts by its tokens alone', access: 'administer', recentSignIn: true, body: NewService, reply: Member, status: 201, refusals: ['role_not_yours_to_give'] }),
  listRoles: route({ method: 'GET', path: '/api/people/roles', summary: 'Roles that members have in units, on initiatives or by delegation', access: 'read', reply: Type.Array(RoleAssignment) }),
  giveRole: route({ method: 'POST', path: '/api/people/roles', summary: 'Give a member a role in the whole organisation, in a unit with all below it, or on an initiative', access: 'administer', recentSignIn: true, on: [{ kind: 'unit', at: 'body.unitId' }, { kind: 'initiative', at: 'body.initiativeId' }], body: NewRoleAssignment, reply: RoleAssignment, status: 201, refusals: ['role_scope_wrong', 'role_not_yours_to_give', 'last_day_past'] }),
  delegateRole: route({ method: 'POST', path: '/api/people/delegations', summary: 'Delegate a role that you have to another member until a day', access: 'own', recentSignIn: true, body: NewDelegation, reply: RoleAssignment, status: 201, refusals: ['role_not_held', 'role_scope_wrong', 'last_day_past'] }),
  endRole: route({ method: 'DELETE', path: '/api/people/roles/:id', summary: 'End a role that was given or delegated: by who gives access there, who delegated it, or who has it', access: 'own', params: IdParams, reply: Empty, status: 204 }),
  listTokens: route({ method: 'GET', path: '/api/people/tokens', summary: 'Your API tokens; with `whose=all`, everybody’s, for who gives access', access: 'read', query: Type.Object({ whose: Type.Optional(OneOf(['mine', 'all'])) }), reply: Type.Array(Token) }),
  createToken: route({ method: 'POST', path: '/api/people/tokens', summary: 'Make an API token with at most your own rights, or one of a service; its secret is shown once', access: 'own', recentSignIn: true, body: NewToken, reply: TokenWithSecret, status: 201, refusals: ['token_role_above_own'] }),
  revokeToken: route({ method: 'DELETE', path: '/api/people/tokens/:id', summary: 'Revoke an API token: your own, or anybody’s by who gives access', access: 'own', params: IdParams, reply: Empty, status: 204 }),
  ...accountRoutes,
  ...signOnRoutes,
  ...provisioningRoutes,
} as const
