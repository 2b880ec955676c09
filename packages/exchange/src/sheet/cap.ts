import type { Issue, Severity } from './issue.ts'

/** Most issues of one kind and column that are listed one by one. */
export const maxIssuesAlike = 500

/** The issues, of which those that are alike (code and column) are listed up to `limit` and then counted in one line: nothing is left unsaid, and a bad column does not drown the rest. */
export function capIssues(issues: readonly Issue[], limit = maxIssuesAlike): readonly Issue[] {
  const seen = new Map<string, number>()
  const listed: Issue[] = []
  const last = new Map<string, Issue>()
  for (const issue of issues) {
    const kind = `${issue.code} ${issue.place.sheet} ${issue.place.column ?? ''}`
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    if (count <= limit) listed.push(issue)
    else last.set(kind, issue)
  }
  return [...listed, ...[...last].map(([kind, issue]): Issue => ({ ...issue, place: { sheet: issue.place.sheet, ...(issue.place.column === undefined ? {} : { column: issue.place.column }), ...(issue.place.header === undefined ? {} : { header: issue.place.header }) }, found: `${(seen.get(kind) ?? 0) - limit} more like these, the last ${issue.found}` }))]
}

/** How many issues of each severity there are. */
export function countSeverities(issues: readonly Issue[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of issues) counts[severity]++
  return counts
}
