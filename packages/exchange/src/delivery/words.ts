import type { TaskKind, TaskState } from '@throughline/engine/delivery'

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ').replaceAll('’', "'")

const kinds: readonly (readonly [TaskKind, readonly string[]])[] = [
  ['summary', ['summary', 'epic', 'phase', 'stage', 'heading', 'feature', 'theme']],
  ['work_package', ['work package', 'package']],
  ['planning_package', ['planning package']],
  ['milestone', ['milestone', 'event', 'gate']],
  ['task', ['task', 'activity', 'story', 'user story', 'sub task', 'subtask', 'bug', 'issue', 'deliverable', 'improvement', 'new feature', 'spike', 'fixed work', 'fixed duration', 'fixed units']],
]
const states: readonly (readonly [TaskState, readonly string[]])[] = [
  ['not_started', ['not started', 'to do', 'todo', 'open', 'new', 'backlog', 'planned', 'proposed', 'future task', 'selected for development', 'reopened']],
  ['in_progress', ['in progress', 'active', 'started', 'under way', 'underway', 'doing', 'in review', 'review', 'ongoing', 'on schedule', 'late', 'blocked', 'on hold']],
  ['done', ['done', 'closed', 'complete', 'completed', 'finished', 'resolved']],
  ['cancelled', ['cancelled', 'canceled', 'withdrawn', "won't do", "won't fix", 'rejected', 'abandoned', 'dropped']],
]

/** The kind that a word of a list means. */
export const kindOf = (text: string): TaskKind | undefined => kinds.find(([, words]) => words.includes(plain(text)))?.[0]
/** The state that a word of a list means. */
export const stateOf = (text: string): TaskState | undefined => states.find(([, words]) => words.includes(plain(text)))?.[0]

/** The state that a share of work means: nothing, something or all of it is complete. */
export function stateOfShare(text: string): TaskState | undefined {
  const found = /^(\d{1,3})([.,]\d+)?\s*%?$/.exec(text.trim())
  const share = found ? Number(found[1]) : Number.NaN
  return !(share >= 0 && share <= 100) ? undefined : share === 100 ? 'done' : share > 0 || /[1-9]/.test(found?.[2] ?? '') ? 'in_progress' : 'not_started'
}

/** Yes or no of a flag. */
export const flagOf = (text: string): boolean | undefined => (['yes', 'true', 'y', '1', 'x'].includes(plain(text)) ? true : ['no', 'false', 'n', '0', ''].includes(plain(text)) ? false : undefined)
