import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { askPasskey } from './passkey.ts'

type Options = Record<string, unknown>

/** Asks the server what to answer, lets a passkey answer it, and sends the answer. */
export async function answerByPasskey<T>(ask: () => Promise<Result<{ readonly options: Options }, Problem>>, send: (response: Options) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  const asked = await ask()
  if (!asked.ok) return asked
  const answered = await askPasskey(asked.value.options)
  return answered.ok ? send(answered.value) : answered
}
