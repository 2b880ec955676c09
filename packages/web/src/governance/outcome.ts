import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

/** What an act of a page came to. */
export type Outcome = Promise<Result<unknown, Problem>>
