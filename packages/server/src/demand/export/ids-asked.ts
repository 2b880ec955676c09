import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { columnsOf } from '../columns/index.ts'
import { parseAsk, soundAsk } from '../list/ask.ts'
import { orderOf } from '../list/window.ts'

/** More initiatives than any sheet holds lines. */
export const everyRow = 1_048_575

/** The ids of all that an ask of the list lets through, in its order; where its window begins and ends does not count. */
export async function idsAsked(tx: Tx, text: string): Promise<Result<readonly string[], Refusal<'list_invalid'>>> {
  const parsed = parseAsk(text)
  if (!parsed.ok) return parsed
  const asked = soundAsk(parsed.value, (await columnsOf(tx)).fields)
  return asked.ok ? ok(await orderOf(tx, { ...asked.value, from: 0, limit: everyRow })) : asked
}
