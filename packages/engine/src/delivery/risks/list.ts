import type { CivilDate } from '../../kernel/index.ts'
import { riskFaults } from './faults.ts'
import { asShare, type RiskFacts } from './risk.ts'

/** A line of a register. What is left out stays as it is, null takes it back. */
export type RiskRow = { readonly line: number; readonly key: string } & { readonly [Field in Exclude<keyof RiskFacts, 'id' | 'key'>]?: RiskFacts[Field] | null | undefined }

/** What of a register cannot be taken, where, what stands there and what would have been taken. */
export type RiskIssue = { readonly line: number; readonly found: string; readonly expected: string }

/** What comes of a register: risks that it adds, those that it changes, how many stay as they are, and what cannot be taken. */
export type RiskListPlan = { readonly adds: readonly Omit<RiskFacts, 'id'>[]; readonly changes: readonly { readonly before: RiskFacts; readonly after: RiskFacts }[]; readonly same: number; readonly issues: readonly RiskIssue[] }

/** A risk of which nothing is said yet. */
export const emptyRisk = (identifiedOn: CivilDate): Omit<RiskFacts, 'id' | 'key' | 'title'> => ({
  kind: 'threat', cause: '', event: '', effect: '', probability: null, impactLowMinor: null, impactMinor: null, impactHighMinor: null, impactDays: null, strategy: null, actions: '', costMinor: null, dueOn: null, doneOn: null,
  residualProbability: null, residualMinor: null, identifiedOn, proximityOn: null, owner: null, state: 'open', overOn: null, overReason: '',
})

const tidy = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')
export const plainKey = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** A risk with what is said of it now: what is left out stays, null takes back; kind, state and title are never nothing and stay. One that is said to be open again is over on no day. */
export function riskWith(before: Omit<RiskFacts, 'id'>, said: Omit<Partial<RiskRow>, 'line'>): Omit<RiskFacts, 'id'> {
  const or = <K extends Exclude<keyof RiskFacts, 'id' | 'key'>>(field: K, empty: RiskFacts[K]): RiskFacts[K] => (said[field] === undefined ? (before as RiskFacts)[field] : ((said[field] ?? empty) as RiskFacts[K]))
  const [state, share, blank] = [or('state', before.state), (value: number | null) => (value === null ? null : asShare(value)), emptyRisk(before.identifiedOn)]
  return {
    key: tidy(said.key ?? before.key), title: tidy(or('title', before.title)), kind: or('kind', before.kind), cause: or('cause', '').trim(), event: or('event', '').trim(), effect: or('effect', '').trim(),
    probability: share(or('probability', null)), impactLowMinor: or('impactLowMinor', null), impactMinor: or('impactMinor', null), impactHighMinor: or('impactHighMinor', null), impactDays: or('impactDays', null),
    strategy: or('strategy', null), actions: or('actions', '').trim(), costMinor: or('costMinor', null), dueOn: or('dueOn', null), doneOn: or('doneOn', null), residualProbability: share(or('residualProbability', null)), residualMinor: or('residualMinor', null),
    identifiedOn: or('identifiedOn', blank.identifiedOn), proximityOn: or('proximityOn', null), owner: or('owner', null)?.trim() || null, state,
    overOn: state === 'open' && (said.overOn ?? null) === null ? null : or('overOn', null), overReason: state === 'open' && (said.overReason ?? null) === null ? '' : or('overReason', '').trim(),
  }
}

/**
 * What a register comes to, line by line. The same key is the same risk: it is changed and never added twice. What is wrong is named and
 * left out, and holds nothing else up. A risk that the register does not name stays as it is.
 */
export function planRiskList({ standing, today }: { readonly standing: readonly RiskFacts[]; readonly today: CivilDate }, rows: readonly RiskRow[]): RiskListPlan {
  const byKey = new Map(standing.map((risk) => [plainKey(risk.key), risk]))
  const first = new Map<string, number>()
  const [adds, changes, issues]: [Omit<RiskFacts, 'id'>[], RiskListPlan['changes'][number][], RiskIssue[]] = [[], [], []]
  let same = 0
  for (const row of rows) {
    const { line, key } = row
    const twice = first.get(plainKey(key))
    first.set(plainKey(key), twice ?? line)
    if (plainKey(key) === '' || twice !== undefined) {
      issues.push(twice === undefined ? { line, found: 'no key', expected: 'the key that the risk has in its register' } : { line, found: `the key ${key.trim()} again`, expected: `each key once (it stands in line ${twice})` })
      continue
    }
    const before = byKey.get(plainKey(key))
    const after = riskWith(before ?? { ...emptyRisk(today), key, title: '' }, before ? { ...row, key: before.key } : row)
    const [fault] = after.title === '' ? [{ field: 'title', found: 'no title', expected: 'what the risk is called' }] : riskFaults(after, today)
    if (fault) issues.push({ line, found: `${fault.field}: ${fault.found}`, expected: fault.expected })
    else if (!before) adds.push(after)
    else if (sameRisk(before, after)) same += 1
    else changes.push({ before, after: { id: before.id, ...after } })
  }
  return { adds, changes, same, issues }
}

/** Whether two risks say the same. */
export const sameRisk = (a: Omit<RiskFacts, 'id'>, b: Omit<RiskFacts, 'id'>): boolean => (Object.keys(emptyRisk('2000-01-01')) as (keyof typeof a)[]).every((field) => a[field] === b[field]) && a.key === b.key && a.title === b.title
