import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { namesOfFrameworks, type StoredAdoption } from './store.ts'

/** What an initiative follows, as the history tells it. */
export async function adopted(tx: Tx, { framework_id, edition_no: edition, lifecycle }: StoredAdoption): Promise<{ readonly framework: string; readonly edition: number; readonly lifecycle: string }> {
  return { framework: (await namesOfFrameworks(tx, [framework_id]))[0]?.name ?? '', edition, lifecycle }
}

/** Refused where an initiative follows something else than what was seen; `seen`: the id of its adoption, null for none. */
export async function whyMoved(tx: Tx, initiative: string, found: StoredAdoption | undefined, seen: string | null): Promise<{ readonly ok: false; readonly refusal: Refusal<'adoption_moved'> } | undefined> {
  if ((found?.id ?? null) === seen) return undefined
  const now = found && (await adopted(tx, found))
  return refuse({ code: 'adoption_moved', values: { initiative, found: now ? `edition ${now.edition} of ${now.framework} by the lifecycle model ${now.lifecycle}` : 'no framework' } } as const)
}
