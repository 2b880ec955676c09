import type { UnitCode } from '../../kernel/index.ts'
import type { Aggregation, Direction } from './facts.ts'

/** What makes a measure the one it is: what is counted, in which unit, how it adds up. Its name does so only where nobody wrote a definition. */
export type Defined = { readonly name: string; readonly definition: string; readonly unit: UnitCode; readonly aggregation: Aggregation; readonly direction: Direction }

/**
 * The text whose hash is the identity of a measure (V-2): the same for a duplicate under another name, in other capitals or with other
 * spaces and stops. The direction is not part of it: the movement of one fact is one, whichever way somebody calls better.
 */
export function identityText({ name, definition, unit, aggregation }: Defined): string {
  const words = plain(definition) || plain(name)
  return [words, unit, aggregation].join('\n')
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}%]+/gu, ' ').trim()
