import type { Refusal } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

/** What an act left, as it is read; or its refusal. */
export const shownAfter = async <T, R, Seen>(acted: Result<T, R>, read: (value: T) => Promise<Result<Seen, Refusal<'not_found'>>>): Promise<Result<Seen, R | Refusal<'not_found'>>> => (acted.ok ? read(acted.value) : acted)
