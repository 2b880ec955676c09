import { demandRoutes } from '@throughline/contract/demand'
import type { InitiativeRef } from '@throughline/contract/strategy'
import { useDeferredValue, useMemo, useState } from 'react'
import { useRead } from '../wire/index.ts'

/** Initiatives to choose one from: those that fit what was typed, as many as are listed, and how many there are. */
export type InitiativeChoices = { readonly found: readonly InitiativeRef[]; readonly total: number; find(text: string): void }

/** How many initiatives are listed to choose from; who does not see theirs types more of its name. */
const mostListed = 200

/** Finds initiatives by name, key, department or sponsor while a person types; the server looks, so that there may be any number. */
export function useFindInitiatives({ current, enabled = true }: { /** Only those of the latest publication. */ readonly current?: boolean; readonly enabled?: boolean } = {}): InitiativeChoices {
  const [text, find] = useState('')
  const search = useDeferredValue(text).trim()
  const ask = JSON.stringify({ limit: mostListed, sort: [{ field: 'name', descending: false }], ...(current ? { current } : {}), ...(search === '' ? {} : { search }) })
  const reading = useRead(demandRoutes.readWindow, { query: { ask } }, { enabled })
  const value = reading.state === 'full' ? reading.value : undefined
  return useMemo(() => ({ found: value?.rows.map(({ id, key, name }) => ({ id, key, name })) ?? [], total: value?.total ?? 0, find }), [value])
}
