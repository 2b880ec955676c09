import type { CivilDate } from '../kernel/index.ts'
import type { TaskFacts } from './task.ts'
import { isWbs } from './wbs.ts'

/** What contradicts itself in a task: what was found and what would have been taken. */
export type TaskFault = { readonly field: 'wbs' | 'startOn' | 'finishOn' | 'finishedOn' | 'link'; readonly found: string; readonly expected: string }

/** Everything in a task that contradicts itself, wherever it stands. */
export function taskFaults({ kind, wbs, state, startOn, finishOn, finishedOn, link }: Omit<TaskFacts, 'id'>, today: CivilDate): readonly TaskFault[] {
  const faults: TaskFault[] = []
  if (wbs !== null && !isWbs(wbs)) faults.push({ field: 'wbs', found: wbs, expected: 'a code such as 1.2.3' })
  if (startOn !== null && finishOn !== null && finishOn < startOn) faults.push({ field: 'finishOn', found: `${startOn} to ${finishOn}`, expected: 'a planned finish that is not before the start' })
  else if (kind === 'milestone' && startOn !== null && finishOn !== null && startOn !== finishOn) faults.push({ field: 'startOn', found: `a milestone from ${startOn} to ${finishOn}`, expected: 'one day, for a milestone takes no time' })
  if (finishedOn !== null && state !== 'done') faults.push({ field: 'finishedOn', found: `finished on ${finishedOn}, and ${stateSaid(state)}`, expected: 'an actual finish of what is done alone' })
  else if (finishedOn !== null && finishedOn > today) faults.push({ field: 'finishedOn', found: `finished on ${finishedOn}`, expected: `an actual finish up to ${today}` })
  if (link !== null && !isLink(link)) faults.push({ field: 'link', found: link, expected: 'an address that begins with https:// or http://' })
  return faults
}

/** A state as it is written. */
export const stateSaid = (state: TaskFacts['state']): string => state.replace('_', ' ')

/** Whether an address can be opened in a browser and does nothing else. */
export const isLink = (text: string): boolean => /^https?:\/\/[^\s<>"]{1,1000}$/i.test(text)
