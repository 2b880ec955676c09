import { addDays, known, textFigure, type CivilDate, type Explanation } from '../../kernel/index.ts'

/** How a PMO stands to those it serves: it helps, it checks, or it leads. Of other bodies none is said. */
export const pmoRoles = ['supportive', 'controlling', 'directive'] as const
export type PmoRole = (typeof pmoRoles)[number]
/** Responsible, accountable, consulted, informed; of one party also responsible and accountable at once. */
export const raciLetters = ['R', 'A', 'AR', 'C', 'I'] as const
export type RaciLetter = (typeof raciLetters)[number]

/** A decision or an activity with the part of each party in it. `unitId`: in which unit with all beneath it; null in all of them. */
export type RaciRow = { readonly subject: string; readonly decides: boolean; readonly unitId: string | null; readonly parts: readonly { readonly party: string; readonly letter: RaciLetter }[] }
/** Why a row is not sound: nobody is accountable, or several are; nobody is responsible; it stands there twice. `parties`: who is accountable. */
export type RaciFault = { readonly subject: string; readonly kind: 'none_accountable' | 'several_accountable' | 'none_responsible' | 'twice'; readonly parties: readonly string[] }

type OrgUnit = { readonly id: string; readonly name: string; readonly parentId: string | null }
type Parents = ReadonlyMap<string, string | null>
const parentsOf = (units: readonly OrgUnit[]): Parents => new Map(units.map(({ id, parentId }) => [id, parentId]))

const isAccountable = (letter: RaciLetter): boolean => letter === 'A' || letter === 'AR'
const isResponsible = (letter: RaciLetter): boolean => letter === 'R' || letter === 'AR'
/** Who is accountable in a row: one, where it is sound. */
export const accountableIn = ({ parts }: RaciRow): readonly string[] => parts.filter(({ letter }) => isAccountable(letter)).map(({ party }) => party)
/** What is compared of words: neither their case nor blanks around them. */
const plain = (words: string): string => words.trim().toLowerCase()
const same = (one: string, other: string): boolean => plain(one) === plain(other)
/** Who is accountable in a row, as it is compared. */
const partiesOf = (row: RaciRow): string => accountableIn(row).map(plain).sort().join(', ')

/** What is not sound in a matrix (charter): exactly one is accountable for each subject in each unit, and somebody does it. */
export function raciFaults(rows: readonly RaciRow[], units: readonly OrgUnit[]): readonly RaciFault[] {
  const parents = parentsOf(units)
  return rows.flatMap((row, at): readonly RaciFault[] => {
    const accountable = accountableIn(row)
    const { subject } = row
    const before = rows.slice(0, at).filter((other) => same(other.subject, subject))
    const again = before.filter(({ unitId }) => unitId === row.unitId)
    // Everywhere is there as well: in a unit beneath, what is said of the one above holds too.
    const above = before.filter((other) => accountable.length > 0 && accountableIn(other).length > 0 && other.unitId !== row.unitId && meet(parents, other.unitId, row.unitId) && partiesOf(other) !== partiesOf(row))
    return [
      ...(accountable.length === 1 ? [] : [{ subject, kind: accountable.length === 0 ? 'none_accountable' as const : 'several_accountable' as const, parties: accountable }]),
      ...(row.parts.some(({ letter }) => isResponsible(letter)) ? [] : [{ subject, kind: 'none_responsible' as const, parties: [] }]),
      ...(again.length > 0 ? [{ subject, kind: 'twice' as const, parties: [...again, row].flatMap(accountableIn) }] : []),
      ...(above.length > 0 ? [{ subject, kind: 'several_accountable' as const, parties: [...above, row].flatMap(accountableIn) }] : []),
    ]
  })
}
/** What keeps a matrix from being signed (charter): a subject of which not exactly one is accountable, also where it stands there twice, or for a unit and for one above it. */
export const accountableFault = (rows: readonly RaciRow[], units: readonly OrgUnit[]): RaciFault | undefined => raciFaults(rows, units).find(({ kind }) => kind !== 'none_responsible')

/** What a body has in writing. */
export type CharterFacts = { readonly id: string; readonly body: string; readonly rows: readonly RaciRow[] }
/** A subject that two bodies have both in writing, for units of which one holds the other. `conflict`: they name another as accountable. */
export type CharterOverlap = { readonly subject: string; readonly bodies: readonly [string, string]; readonly charterIds: readonly [string, string]; readonly conflict: boolean; readonly why: Explanation }

/** What bodies have both in writing, conflicts first (charter). Subjects are the same where they are called the same, whatever their case. */
export function charterOverlaps(charters: readonly CharterFacts[], units: readonly OrgUnit[]): readonly CharterOverlap[] {
  const parents = parentsOf(units)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const bySubject = Map.groupBy(charters.flatMap((charter, at) => charter.rows.map((row) => ({ at, charter, row }))), ({ row }) => plain(row.subject))
  const found = [...bySubject.values()].flatMap((all) =>
    all.flatMap((one, at) => all.slice(at + 1).filter((other) => other.at !== one.at && meet(parents, one.row.unitId, other.row.unitId)).map((other) => overlapOf([one.charter, one.row], [other.charter, other.row], names))))
  return found.sort((a, b) => Number(b.conflict) - Number(a.conflict) || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0))
}

function overlapOf([one, row]: readonly [CharterFacts, RaciRow], [other, beside]: readonly [CharterFacts, RaciRow], names: ReadonlyMap<string, string>): CharterOverlap {
  const conflict = partiesOf(row) !== partiesOf(beside)
  const side = (charter: CharterFacts, { unitId, ...rest }: RaciRow): Explanation => ({
    term: charter.body, figure: known(textFigure(accountableIn({ unitId, ...rest }).join(', ') || 'nobody')), note: unitId === null ? 'In the whole organisation' : `In ${names.get(unitId) ?? 'a unit that is gone'} with all beneath it`,
  })
  return {
    subject: row.subject, bodies: [one.body, other.body], charterIds: [one.id, other.id], conflict,
    why: { term: row.subject, figure: known(textFigure(conflict ? 'two are accountable' : 'one is accountable')), formula: 'charter', terms: [side(one, row), side(other, beside)] },
  }
}

/** Whether two scopes meet: either is everywhere, or one of the units is the other or beneath it. */
const meet = (parents: Parents, one: string | null, other: string | null): boolean => one === null || other === null || isWithin(parents, one, other) || isWithin(parents, other, one)
function isWithin(parents: Parents, id: string, above: string): boolean {
  const passed = new Set<string>()
  for (let at: string | null = id; at !== null && !passed.has(at); at = parents.get(at) ?? null) {
    if (at === above) return true
    passed.add(at)
  }
  return false
}

/** `changed`: in force, and what stands in writing differs; `expiring`: within sixty days; `expired` and `ended` bodies stand on nothing. */
export const charterStates = ['draft', 'signed', 'changed', 'expiring', 'expired', 'ended'] as const
export type CharterState = (typeof charterStates)[number]
/** For so many days before it expires a charter is told to be renewed. */
export const renewalDays = 60

/** Where a charter stands on a day (charter): signed until, not with, the day on which it expires, which nobody has to do anything for. */
export function charterState({ expiresOn, endedOn, differs }: { readonly expiresOn: CivilDate | null; readonly endedOn: CivilDate | null; readonly differs: boolean }, today: CivilDate): CharterState {
  if (endedOn !== null && endedOn <= today) return 'ended'
  if (expiresOn === null) return 'draft'
  if (expiresOn <= today) return 'expired'
  return expiresOn <= addDays(today, renewalDays) ? 'expiring' : differs ? 'changed' : 'signed'
}
/** Whether a body stands on its charter. */
export const charterHolds = (state: CharterState): boolean => state === 'signed' || state === 'changed' || state === 'expiring'

/** What somebody found of a criterion of renewal. */
export type RenewalFinding = { readonly criterion: string; readonly met: boolean; readonly evidence: string }
/** Criteria of the charter in force that nobody has shown to be met: by default it expires. */
export const unfoundedCriteria = (criteria: readonly string[], findings: readonly RenewalFinding[]): readonly string[] => criteria.filter((criterion) => !findings.some((one) => same(one.criterion, criterion) && one.met && one.evidence.trim() !== ''))
