import type { Done } from '../edits/use-edits.ts'
import type { EditAct } from '../edits/change.ts'
import type { Planned } from './write.ts'

/** What came of an act, in words: what changed, and what was left and why. */
export function describeAct({ changes, issues }: Done, { unread, same, locked, beyond }: Planned, locale: string): string {
  const count = counter(locale)
  const refused = issues.length - unread.length
  const parts = [
    changes.length > 0 || issues.length + same + locked === 0 ? `${count(changes.length, 'cell')} changed` : 'No cell changed',
    same > 0 ? `${count(same)} ${same === 1 ? 'was' : 'were'} so already` : '',
    refused > 0 ? `${count(refused)} refused` : '',
    unread.length > 0 ? `${count(unread.length)} could not be read` : '',
    locked > 0 ? `${count(locked)} cannot be changed` : '',
    beyond.rows > 0 ? `${count(beyond.rows, 'row')} left out below the last` : '',
    beyond.columns > 0 ? `${count(beyond.columns, 'column')} left out beyond the last` : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/** What came of taking an act back or doing it again. */
export function describeTurn(act: 'undo' | 'redo', done: (Done & { readonly of: EditAct }) | undefined, locale: string): string {
  if (!done) return act === 'undo' ? 'There is nothing to undo' : 'There is nothing to redo'
  const count = counter(locale)
  const { changes, issues } = done
  const did = `${act === 'undo' ? 'Undone' : 'Done again'}: ${actWords[done.of]}, ${count(changes.length, 'cell')}`
  return issues.length === 0 ? did : `${changes.length > 0 ? did : `Could not ${act} the ${actWords[done.of]}`}; ${count(issues.length)} refused and kept to ${act} later`
}

/** What each act is called. */
export const actWords: Readonly<Record<EditAct, string>> = { edit: 'entry', paste: 'paste', cut: 'cut', clear: 'clearing', fill: 'fill', bulk: 'change of rows', undo: 'undo', redo: 'redo' }

const counter = (locale: string) => {
  const format = new Intl.NumberFormat(locale)
  return (number: number, word = '') => `${format.format(number)}${word ? ` ${word}${number === 1 ? '' : 's'}` : ''}`
}
