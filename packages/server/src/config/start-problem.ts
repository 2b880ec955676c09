/** Exit codes of sysexits.h, as far as a start can end in them. */
export const exitCodes = { usage: 64, unavailable: 69, broken: 70, cannotCreate: 73, noPermission: 77, configuration: 78 } as const

/** Why the server cannot start, for the one who started it: what was found, what is expected and what helps. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
  readonly exitCode: number

  constructor(exit: keyof typeof exitCodes, lines: { readonly what: string; readonly found: string; readonly expected: string; readonly helps: string }) {
    super(`${lines.what}\n  found:    ${lines.found}\n  expected: ${lines.expected}\n  helps:    ${lines.helps}`)
    this.exitCode = exitCodes[exit]
  }
}

/** The message of anything thrown; an aggregate (as of several addresses tried) tells all. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return [...new Set(error.errors.map(messageOf))].join('; ')
  return error instanceof Error ? error.message : String(error)
}
