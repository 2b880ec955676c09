import { Type, type Static } from 'typebox'

/** How a refusal is answered: its HTTP status, title, and the exit code of the command line. */
export type ProblemKind = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  readonly title: string
  /** The sentence for the one who must act; `{name}` stands for a value of the refusal. */
  readonly words: string
  readonly exit: number
}

/** application/problem+json (RFC 9457) with the refusal's code and values. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: '/problems#<code>' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What, which one, found, expected, and what might help' }),
    code: Type.String(),
    values: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    issues: Type.Optional(Type.Array(Type.Object({ path: Type.String(), found: Type.Optional(Type.Unknown()), expected: Type.String() }))),
    requestId: Type.Optional(Type.String()),
  },
  { title: 'Problem' },
)
export type Problem = Static<typeof Problem>

/** A refusal of a room: its code and the values involved. */
export type Refusal<Code extends string = string> = { readonly code: Code; readonly values?: Readonly<Record<string, unknown>> }

/** The sentence of a problem with its values filled in. */
export function wordsOf(kind: ProblemKind, values: Readonly<Record<string, unknown>> = {}): string {
  return kind.words.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

/** Refusals that every route may answer with. */
export const wireProblems = {
  input_invalid: { status: 400, title: 'The request is not of the expected form', words: 'Some fields are not as expected; each is listed with what was found and what is expected.', exit: 65 },
  session_required: { status: 401, title: 'Sign in first', words: 'This needs a session or an API token.', exit: 77 },
  role_insufficient: { status: 403, title: 'Your role does not allow this', words: 'This needs the right to {needed}{where}; your role {role} does not give it.', exit: 77 },
  amounts_withheld: { status: 403, title: 'Amounts are withheld from you', words: 'This is all about amounts, and your rights do not include to see them. Whoever gives access can change that.', exit: 77 },
  second_factor_required: { status: 403, title: 'Set up a second factor first', words: 'Your organisation asks everybody for a second factor. Add an authenticator app or a passkey; then everything is open again.', exit: 77 },
  sign_in_outdated: { status: 403, title: 'Confirm that it is you', words: 'This asks for a sign-in within the last {minutes} minutes. Give your password or passkey again; nothing else is lost.', exit: 77 },
  csrf_token_wrong: { status: 403, title: 'The request did not come from this page', words: 'The request lacks the page’s token. Reload the page and try again.', exit: 77 },
  route_unknown: { status: 404, title: 'No such address', words: 'There is no {method} {path}.', exit: 64 },
  not_found: { status: 404, title: 'Not found', words: 'There is no {what} with id {id} in this organisation.', exit: 66 },
  as_of_future: { status: 422, title: 'Not yet', words: '{found} is still to come: it is {now}. Give a moment that has been.', exit: 65 },
  as_of_before_beginning: { status: 422, title: 'Before the beginning', words: 'Nothing was recorded here as of {found}: the organisation begins at {beginning}.', exit: 65 },
  version_moved: { status: 409, title: 'Someone else changed it first', words: '{what} was changed by {by} since you opened it: you had version {found}, it is now {expected}. Reload and apply your change again.', exit: 75 },
  key_used_otherwise: { status: 422, title: 'The key belongs to another act', words: 'The key {key} was given before, with another request. Give each act a key of its own.', exit: 65 },
  act_under_way: { status: 409, title: 'The same act is under way', words: 'A request with the same key is at work. Ask again in {seconds} s: it will be answered with what becomes of that.', exit: 75 },
  body_too_large: { status: 413, title: 'Too large', words: 'The request has more than {limit} bytes.', exit: 65 },
  body_type_wrong: { status: 415, title: 'Unexpected content type', words: 'Found content type {found}; expected {expected}.', exit: 65 },
  rate_limited: { status: 429, title: 'Too many requests', words: 'Too many attempts. Try again in {seconds} s.', exit: 75 },
  fault: { status: 500, title: 'A fault of ours', words: 'The server made a mistake and changed nothing. Its log tells more under the request id {requestId}.', exit: 70 },
  overloaded: { status: 503, title: 'Too much at once', words: 'The server has more to do than it can at the moment, and has not begun with this. Try again in a few seconds.', exit: 75 },
  storage_full: { status: 503, title: 'The disk is full', words: 'The disk of the database is all but full, so nothing was written; reading goes on. Whoever runs the server can make room, and it goes on by itself.', exit: 73 },
  outcome_unknown: { status: 503, title: 'Nobody knows yet whether it was done', words: 'The database went away in the moment in which this was written down. It was done whole or not at all. Sent again with the same Idempotency-Key it is done once; without one, look whether it was done before you try again.', exit: 75 },
  database_unavailable: { status: 503, title: 'The database does not answer', words: 'The database does not answer at the moment. Nothing was changed; try again.', exit: 69 },
} as const satisfies Record<string, ProblemKind>
export type WireRefusal = Refusal<keyof typeof wireProblems>
