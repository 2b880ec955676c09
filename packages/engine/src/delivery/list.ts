import { invariant, type CivilDate } from '../kernel/index.ts'
import { taskFaults } from './faults.ts'
import { type TaskFacts, type TaskKind, type TaskState } from './task.ts'
import { parentsOf, treeFaults, type TreeFault } from './tree.ts'

/** A line of a list of work. What is left out stays as it is, null takes it back; `parent` is the key or the WBS code of the task above, `enables` the name of what comes about by it. */
export type TaskRow = {
  readonly line: number
  readonly key: string
  readonly name?: string | undefined
  readonly wbs?: string | null | undefined
  readonly kind?: TaskKind | undefined
  readonly parent?: string | null | undefined
  readonly owner?: string | null | undefined
  readonly state?: TaskState | undefined
  readonly startOn?: CivilDate | null | undefined
  readonly finishOn?: CivilDate | null | undefined
  readonly finishedOn?: CivilDate | null | undefined
  readonly link?: string | null | undefined
  readonly enables?: string | null | undefined
}

/** What of a list cannot be taken, where, what stands there and what would have been taken. */
export type TaskIssue = { readonly line: number; readonly found: string; readonly expected: string }

/** What comes of a list: tasks that it adds (called by the line that brings them, `line 3`), those that it changes, how many stay as they are, and what cannot be taken. */
export type TaskListPlan = {
  readonly adds: readonly (TaskFacts & { readonly line: number })[]
  readonly changes: readonly { readonly line: number; readonly before: TaskFacts; readonly after: TaskFacts }[]
  readonly same: number
  readonly issues: readonly TaskIssue[]
}

/** What a list of work is read against. */
export type TaskListGround = {
  /** The work that is there, which stands soundly. */
  readonly standing: readonly TaskFacts[]
  /** Benefits and changes that work may enable, as they are called. */
  readonly enabled: readonly { readonly kind: 'benefit' | 'change'; readonly id: string; readonly name: string }[]
  readonly today: CivilDate
}

type Line = { readonly row: TaskRow; readonly before: TaskFacts | undefined; readonly after: TaskFacts }

/**
 * What a list of work comes to, line by line. The same key is the same task: it is changed and never added twice. What is wrong is
 * named and left out with what would hang on nothing without it, and never holds the rest up.
 */
export function planTaskList(ground: TaskListGround, rows: readonly TaskRow[]): TaskListPlan {
  const issues: TaskIssue[] = []
  const byKey = new Map(ground.standing.map((task) => [plain(task.key), task]))
  const first = new Map<string, number>()
  const lines: Line[] = []
  for (const row of rows) {
    const twice = first.get(plain(row.key))
    const read = plain(row.key) === '' ? { line: row.line, found: 'no key', expected: 'the key that the task has where it comes from' }
      : twice !== undefined ? { line: row.line, found: `the key ${row.key.trim()} again`, expected: `each key once (it stands in line ${twice})` }
      : merged(row, byKey.get(plain(row.key)), ground)
    if (twice === undefined) first.set(plain(row.key), row.line)
    if ('after' in read) lines.push(read)
    else issues.push(read)
  }
  const placed = placeAll(ground.standing, lines)
  const changed = placed.lines.filter(({ before, after }) => before !== undefined && !same(before, after))
  return {
    adds: placed.lines.flatMap(({ row, before, after }) => (before === undefined ? [{ ...after, line: row.line }] : [])),
    changes: changed.flatMap(({ row, before, after }) => (before === undefined ? [] : [{ line: row.line, before, after }])),
    same: placed.lines.filter(({ before, after }) => before !== undefined && same(before, after)).length,
    issues: [...issues, ...placed.issues].toSorted((a, b) => a.line - b.line),
  }
}

const plain = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
const same = (a: TaskFacts, b: TaskFacts): boolean => fields.every((field) => a[field] === b[field]) && a.enables?.id === b.enables?.id
const fields = ['name', 'wbs', 'parentId', 'kind', 'owner', 'state', 'startOn', 'finishOn', 'finishedOn', 'link'] as const

/** A line over what is there, before anything is said of where it stands among the others. */
function merged(row: TaskRow, before: TaskFacts | undefined, { enabled, today }: TaskListGround): Line | TaskIssue {
  const { line } = row
  const name = (row.name ?? before?.name ?? '').trim().replaceAll(/\s+/g, ' ')
  if (name === '') return { line, found: 'no name', expected: 'what the task is called' }
  const wanted = row.enables ?? null
  const named = wanted === null ? [] : enabled.filter((one) => plain(one.name) === plain(wanted))
  if (wanted !== null && named.length !== 1) return { line, found: `${wanted.trim()}, which is the name of ${named.length === 0 ? 'no' : 'more than one'} benefit or change`, expected: 'the name of one benefit, or of one change of the benefits network' }
  const or = <T>(given: T | undefined, standing: T | undefined, empty: T): T => (given === undefined ? (standing ?? empty) : given)
  const state = row.state ?? before?.state ?? 'not_started'
  const wbs = or(row.wbs, before?.wbs, null)
  const enables = row.enables === undefined ? (before?.enables ?? null) : named[0] ? { kind: named[0].kind, id: named[0].id } : null
  const after: TaskFacts = {
    id: before?.id ?? `line ${line}`, key: before?.key ?? row.key.trim(), name, wbs, parentId: wbs === null ? (before?.parentId ?? null) : null, kind: row.kind ?? before?.kind ?? 'task', owner: or(row.owner, before?.owner, null), state,
    startOn: or(row.startOn, before?.startOn, null), finishOn: or(row.finishOn, before?.finishOn, null),
    // What a list takes back to work has no actual finish any more, unless the list says one.
    finishedOn: row.finishedOn === undefined && state !== 'done' ? null : or(row.finishedOn, before?.finishedOn, null), link: or(row.link, before?.link, null), enables,
  }
  const [fault] = taskFaults(after, today)
  return fault ? { line, found: fault.found, expected: fault.expected } : { row, before, after }
}

/** Puts the lines in their places among all the work; takes out what cannot stand, until everything does. */
function placeAll(standing: readonly TaskFacts[], given: readonly Line[]): { readonly lines: readonly Line[]; readonly issues: readonly TaskIssue[] } {
  const issues: TaskIssue[] = []
  let lines = given
  for (;;) {
    const own = new Map(lines.map((line) => [line.after.id, line]))
    const others = standing.filter(({ id }) => !own.has(id))
    const ground = groundOf([...others, ...lines.map(({ after }) => after)])
    const placed = lines.map((line) => below(line, ground))
    const found = new Map<string, TaskIssue>(placed.flatMap((one) => ('issue' in one ? [[one.id, one.issue] as const] : [])))
    const sound = placed.flatMap((one) => ('issue' in one ? [] : [one]))
    // Those that are there come first, so that it is the line that is in the way.
    const plan = [...others, ...sound.map(({ after }) => after)]
    if (found.size === 0) {
      for (const fault of treeFaults(plan)) {
        const line = own.get(fault.ids.find((one) => own.has(one)) ?? '')
        invariant(line !== undefined, 'work that is there stands soundly by itself')
        if (!found.has(line.after.id)) found.set(line.after.id, { line: line.row.line, ...faultWords(fault, plan) })
      }
    }
    if (found.size === 0) return { lines: sound, issues }
    hangUp(found, sound)
    issues.push(...found.values())
    lines = lines.filter(({ after }) => !found.has(after.id))
  }
}

/** Adds to what cannot be taken the lines that hang on it, however deep. */
function hangUp(found: Map<string, TaskIssue>, lines: readonly Line[]): void {
  const parts = Map.groupBy(lines.filter(({ after }) => after.parentId !== null), ({ after }) => after.parentId)
  const open = [...found.keys()]
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const { row, before, after } of parts.get(id) ?? []) {
      // What is there already and stood below it before goes on standing there.
      if (found.has(after.id) || before?.parentId === id) continue
      found.set(after.id, { line: row.line, found: `below ${row.parent?.trim() ?? ''}`, expected: namedParent })
      open.push(after.id)
    }
}

const namedParent = 'the key or the WBS code of a task that is there or in the list'

type Ground = { readonly byKey: ReadonlyMap<string, TaskFacts>; readonly byWbs: ReadonlyMap<string, TaskFacts>; readonly byId: ReadonlyMap<string, TaskFacts>; readonly parents: ReadonlyMap<string, string | null> }
const groundOf = (plan: readonly TaskFacts[]): Ground => ({
  byKey: new Map(plan.map((task) => [plain(task.key), task])), byWbs: new Map(plan.flatMap((task) => (task.wbs === null ? [] : [[task.wbs, task] as const]))), byId: new Map(plan.map((task) => [task.id, task])), parents: parentsOf(plan),
})

/** A line below the task that it names, by key or code; what has a code stands where that says. */
function below(line: Line, { byKey, byWbs, byId, parents }: Ground): { readonly id: string; readonly issue: TaskIssue } | Line {
  const { row, after } = line
  const parent = row.parent ?? null
  if (parent === null) return row.parent === null ? { ...line, after: { ...after, parentId: null } } : line
  const named = byKey.get(plain(parent)) ?? byWbs.get(parent.trim())
  if (!named) return { id: after.id, issue: { line: row.line, found: `below ${parent.trim()}`, expected: namedParent } }
  if (after.wbs === null) return { ...line, after: { ...after, parentId: named.id } }
  const above = parents.get(after.id) ?? null
  return above === named.id ? line : { id: after.id, issue: { line: row.line, found: `${after.wbs} below ${parent.trim()}`, expected: `the parent that its WBS code says: ${byId.get(above ?? '')?.key ?? 'none'}` } }
}

/** What is wrong with where a task stands, in words, without its place. */
export function faultWords({ code, ids }: TreeFault, plan: readonly TaskFacts[]): Omit<TaskIssue, 'line'> {
  const [own, other] = ids.map((id) => plan.find((task) => task.id === id))
  switch (code) {
    case 'wbs_taken':
      return { found: `the WBS code ${own?.wbs ?? ''}, which ${other?.key ?? 'another'} has`, expected: 'a code of its own (a spreadsheet makes 1.10 in a cell of numbers 1.1: write codes as text)' }
    case 'parent_missing':
      return { found: `${own?.key ?? 'a task'} below nothing`, expected: 'a task of the same initiative above it' }
    case 'parent_holds_nothing':
      return { found: `${own?.key ?? 'a task'} below ${other?.key ?? 'another'}, a ${other?.kind.replace('_', ' ') ?? ''}`, expected: 'a summary, a work package or a task above it' }
    case 'round':
      return { found: `${ids.map((id) => plan.find((task) => task.id === id)?.key ?? '').join(' below ')} below itself`, expected: 'a top from which everything hangs' }
  }
}
