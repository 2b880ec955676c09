import type { ProblemKind, Refusal } from '../wire/index.ts'

export type PeopleRefusal = Refusal<'setup_done' | 'credentials_wrong' | 'password_wrong' | 'password_needs_session' | 'currency_in_use' | 'code_taken' | 'unit_cycle' | 'email_taken' | 'last_owner' | 'token_role_above_own' | 'role_scope_wrong' | 'role_not_held' | 'role_not_yours_to_give' | 'last_day_past' | 'second_factor_needed' | 'second_factor_wrong' | 'session_needed' | 'password_known' | 'password_guessable' | 'link_over' | 'passkey_refused' | 'factor_last' | 'account_elsewhere' | 'provider_unfit' | 'server_key_missing'>

export const peopleProblems = {
  setup_done: { status: 409, title: 'Already set up', words: 'This installation already has its owner. Sign in, or ask the owner for access.', exit: 73 },
  credentials_wrong: { status: 401, title: 'Email or password is wrong', words: 'No account matches this email and password.', exit: 77 },
  password_wrong: { status: 422, title: 'The current password is wrong', words: 'The password was not changed: what you gave as the current one is not it.', exit: 77 },
  password_needs_session: { status: 403, title: 'Sign in to change your password', words: 'A password is changed by its person in a session; an API token cannot do it.', exit: 77 },
  currency_in_use: { status: 409, title: 'The currency is in use', words: 'The currency stays {expected} while there are amounts in it; converting needs a rate, not a relabel.', exit: 73 },
  code_taken: { status: 409, title: 'The code is taken', words: 'A unit with code {code} exists already. Codes are unique; choose another.', exit: 73 },
  unit_cycle: { status: 422, title: 'A unit cannot be below itself', words: '{unit} cannot be placed below {parent}, which is below it.', exit: 65 },
  email_taken: { status: 409, title: 'The email is taken', words: '{email} already has access to this organisation.', exit: 73 },
  last_owner: { status: 409, title: 'The last owner stays', words: 'An organisation needs an owner. Make someone else an owner first.', exit: 73 },
  token_role_above_own: { status: 403, title: 'A token cannot do more than you', words: 'You are {role}; a token of yours cannot be {found}.', exit: 77 },
  role_scope_wrong: { status: 422, title: 'The role does not stand there', words: 'The role {role} cannot be given {found}; there it can be {expected}.', exit: 65 },
  role_not_held: { status: 403, title: 'You do not have the role', words: 'You cannot delegate the role {role} there: you do not have it yourself, or only by delegation.', exit: 77 },
  role_not_yours_to_give: { status: 403, title: 'This role is not yours to give', words: 'Only an owner makes or changes an owner, and nobody else gives a role to themselves.', exit: 77 },
  last_day_past: { status: 422, title: 'The last day has passed', words: 'The last day {found} lies before today, {expected}.', exit: 65 },
  second_factor_needed: { status: 401, title: 'A second factor is needed', words: 'The password is right. Give a code of your authenticator app, a recovery code, or use a passkey.', exit: 77 },
  second_factor_wrong: { status: 422, title: 'This code is not accepted', words: 'The code is wrong, too old, or was used before. Wait for the next one and give that.', exit: 77 },
  session_needed: { status: 403, title: 'This needs you, not a token', words: 'An account is kept by its person in a session; an API token cannot do it.', exit: 77 },
  password_known: { status: 422, title: 'This password is known', words: 'This password stands in lists of stolen passwords, which are tried first. Choose another; several unrelated words are easy to remember.', exit: 65 },
  password_guessable: { status: 422, title: 'This password is easy to guess', words: 'Without what others know of you (name, email, organisation) and without repetition too little of it is left. Choose another; several unrelated words are easy to remember.', exit: 65 },
  link_over: { status: 404, title: 'This link is over', words: 'The link was used, replaced, withdrawn, or is too old. Ask for a new one.', exit: 66 },
  passkey_refused: { status: 422, title: 'The passkey was not accepted', words: 'The answer of the passkey does not fit: {reason}. Try again, or sign in with your password.', exit: 77 },
  factor_last: { status: 409, title: 'The last second factor stays', words: 'Your organisation asks for a second factor. Add another one first, then remove this one.', exit: 73 },
  account_elsewhere: { status: 409, title: 'The account belongs to others as well', words: '{name} belongs to another organisation too, so that no single one resets how they sign in. They can ask for a link by mail themselves.', exit: 73 },
  provider_unfit: { status: 422, title: 'Not an identity provider that can be used', words: '{issuer} cannot be used: {found}. Expected {expected}.', exit: 65 },
  server_key_missing: { status: 409, title: 'The server has no key for secrets', words: 'A secret is only kept encrypted, and this server has no key for it. Set THROUGHLINE_SECRET_KEY and start it again.', exit: 78 },
} as const satisfies Record<PeopleRefusal['code'], ProblemKind>
