import { refuse } from '@throughline/engine/kernel'
import type { Refused } from '../refused.ts'
import type { StoredCharter } from './store.ts'

/** Refused where a charter was ended. */
export const whyEnded = ({ said, ended_at, ended_by }: StoredCharter): Refused<'charter_ended'> | undefined =>
  ended_at === null ? undefined : refuse({ code: 'charter_ended', values: { body: said.body, by: ended_by, on: ended_at.slice(0, 10) } } as const)
