import { wireProblems, type Problem } from '@throughline/contract/wire'

/** The server refused, or could not be reached. Thrown by `call`, so that a query or a form shows it; nothing else is thrown. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** What went wrong as a problem with words for the reader, whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem
  return { type: '/problems#page_broken', title: 'This page has a fault', status: 0, code: 'page_broken', detail: error instanceof Error ? error.message : String(error) }
}

/** A change asked for while the pages show an earlier moment. */
export const inThePast: Problem = { type: '/problems#in_the_past', title: 'You are looking at the past', status: 0, code: 'in_the_past', detail: 'What was known then cannot be changed. Go back to now, and change it there.' }

/** Whether the problem is that nobody is signed in. */
export const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'session_required'

/** Whether the role does not allow it. */
export const isForbidden = (error: unknown): boolean => error instanceof Refused && error.problem.status === 403

/** What a form field should say: the issue whose path ends in the field's name. */
export function fieldError(problem: Problem | undefined, field: string): string | undefined {
  const issue = problem?.issues?.find(({ path }) => path === field || path.endsWith(`/${field}`) || path.endsWith(`.${field}`))
  return issue && `Expected ${issue.expected}${issue.found === undefined || issue.found === null ? '' : `; found ${String(issue.found)}`}.`
}

/** The problem that a reply carries. A reply that is no problem document (a proxy's page, say) is described by its status. */
export async function problemFromReply(reply: Response): Promise<Problem> {
  const found: unknown = await reply.json().catch(() => undefined)
  if (isProblem(found)) return found
  return { type: '/problems#reply_unexpected', title: 'Unexpected answer', status: reply.status, code: 'reply_unexpected', detail: `The server answered ${reply.status} ${reply.statusText}`.trim() + ' without saying why. Try again; if it stays, look at the server’s log.' }
}

/** The server did not answer at all. */
export const unreachable: Problem = { type: '/problems#unreachable', title: 'The server does not answer', status: 503, code: 'unreachable', detail: 'The server does not answer. Check the connection and that it is running, then try again.' }

/** The database is away or the server restarts: the same question may be answered in a moment. Never of an act whose outcome nobody knows. */
export const isPassing = (error: unknown): boolean => error instanceof Refused && error.problem.code !== 'outcome_unknown' && (error.problem.code === 'unreachable' || error.problem.status === wireProblems.database_unavailable.status)

function isProblem(found: unknown): found is Problem {
  if (typeof found !== 'object' || found === null) return false
  const candidate = found as Readonly<Record<string, unknown>>
  return typeof candidate['code'] === 'string' && typeof candidate['title'] === 'string' && typeof candidate['detail'] === 'string' && typeof candidate['status'] === 'number'
}
