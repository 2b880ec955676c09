import type { FrameworkText } from '@throughline/contract/governance'
import { elementFaults } from '@throughline/engine/governance'
import { refuse } from '@throughline/engine/kernel'
import { asSentence, type Refused } from '../refused.ts'
import type { StoredFramework } from './store.ts'

export const noFramework = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'framework', id } } as const)
/** Refused where a framework was retired. */
export const whyRetired = ({ said, retired_at, retired_by, retired_because }: StoredFramework): Refused<'framework_retired'> | undefined =>
  retired_at === null ? undefined : refuse({ code: 'framework_retired', values: { name: said.name, by: retired_by, at: retired_at.slice(0, 10), reason: asSentence(retired_because ?? '') } } as const)
/** Refused where elements contradict one another, or are fewer than asked for; the first fault is told, with how many there are. */
export function whyUnsound({ name, elements }: FrameworkText, least = 0): Refused<'framework_unsound'> | undefined {
  if (elements.length < least) return refuse({ code: 'framework_unsound', values: { key: '1', name, found: 'no element', expected: 'at least one', more: '' } } as const)
  const [first, ...others] = elementFaults(elements)
  const more = others.length === 0 ? '' : ` ${others.length} more ${others.length === 1 ? 'is' : 'are'} not sound: ${others.map(({ key }) => key).join(', ')}.`
  return first && refuse({ code: 'framework_unsound', values: { name, ...first, more } } as const)
}
