import { Type } from 'typebox'
import { Empty, IdParams, route } from '../wire/index.ts'
import { Member, MemberChange, NewMember, NewToken, NewUnit, Organisation, OrganisationChange, PasswordChange, Session, Setup, SetupState, SignIn, Token, TokenWithSecret, Unit, UnitChange } from './schemas.ts'

export const peopleRoutes = {
  readSetup: route({ method: 'GET', path: '/api/people/setup', summary: 'Whether this installation still needs its first account', access: 'public', reply: SetupState }),
  setUp: route({ method: 'POST', path: '/api/people/setup', summary: 'Create the organisation and its owner, once', access: 'public', body: Setup, reply: Session, status: 201, refusals: ['setup_done'] }),
  signIn: route({ method: 'POST', path: '/api/people/session', summary: 'Sign in; sets the session cookie', access: 'public', body: SignIn, reply: Session, status: 201, refusals: ['credentials_wrong'] }),
  readSession: route({ method: 'GET', path: '/api/people/session', summary: 'Who is signed in and what they may do', access: 'viewer', reply: Session }),
  signOut: route({ method: 'DELETE', path: '/api/people/session', summary: 'End the session', access: 'viewer', reply: Empty, status: 204 }),
  changePassword: route({ method: 'POST', path: '/api/people/password', summary: 'Change your password; your other sessions end', access: 'viewer', body: PasswordChange, reply: Empty, status: 204, refusals: ['password_wrong', 'password_needs_session'] }),
  readOrganisation: route({ method: 'GET', path: '/api/people/organisation', summary: 'The organisation', access: 'viewer', reply: Organisation }),
  changeOrganisation: route({ method: 'PATCH', path: '/api/people/organisation', summary: 'Change name, currency or fiscal calendar', access: 'owner', body: OrganisationChange, reply: Organisation, refusals: ['currency_in_use'] }),
  listUnits: route({ method: 'GET', path: '/api/people/units', summary: 'The organisation tree', access: 'viewer', reply: Type.Array(Unit) }),
  createUnit: route({ method: 'POST', path: '/api/people/units', summary: 'Add an organisation unit', access: 'editor', body: NewUnit, reply: Unit, status: 201, refusals: ['code_taken', 'unit_cycle'] }),
  changeUnit: route({ method: 'PATCH', path: '/api/people/units/:id', summary: 'Rename or move an organisation unit', access: 'editor', params: IdParams, body: UnitChange, reply: Unit, refusals: ['code_taken', 'unit_cycle'] }),
  listMembers: route({ method: 'GET', path: '/api/people/members', summary: 'Who has access', access: 'viewer', reply: Type.Array(Member) }),
  addMember: route({ method: 'POST', path: '/api/people/members', summary: 'Give a person access', access: 'owner', body: NewMember, reply: Member, status: 201, refusals: ['email_taken'] }),
  changeMember: route({ method: 'PATCH', path: '/api/people/members/:id', summary: 'Change a person’s role', access: 'owner', params: IdParams, body: MemberChange, reply: Member, refusals: ['last_owner'] }),
  removeMember: route({ method: 'DELETE', path: '/api/people/members/:id', summary: 'Take a person’s access away', access: 'owner', params: IdParams, reply: Empty, status: 204, refusals: ['last_owner'] }),
  listTokens: route({ method: 'GET', path: '/api/people/tokens', summary: 'Your API tokens', access: 'viewer', reply: Type.Array(Token) }),
  createToken: route({ method: 'POST', path: '/api/people/tokens', summary: 'Make an API token, at most with your own role; its secret is shown once', access: 'viewer', body: NewToken, reply: TokenWithSecret, status: 201, refusals: ['token_role_above_own'] }),
  revokeToken: route({ method: 'DELETE', path: '/api/people/tokens/:id', summary: 'Revoke an API token', access: 'viewer', params: IdParams, reply: Empty, status: 204 }),
} as const
