import { useState } from 'react'

/** Part of a list from its beginning, and how long it is. */
export type PageOf<Item> = { readonly total: number; readonly items: readonly Item[] }
/** Reads on in a list, or in that of one kind. */
export type LoadPage<Item, Kind> = (kind: Kind | undefined, from: number) => Promise<PageOf<Item>>

/** A long list that is read page by page: the whole of it and that of one kind, each as far as it was asked for. `first` came with the cockpit. */
export function usePages<Item, Kind extends string>(first: PageOf<Item>, load: LoadPage<Item, Kind>) {
  const [kind, setKind] = useState<Kind>()
  const [read, setRead] = useState<Readonly<Record<string, PageOf<Item>>>>({})
  const [state, setState] = useState<'still' | 'loading' | 'failed'>('still')
  const shown = read[kind ?? ''] ?? (kind === undefined ? first : undefined)

  async function readOn(of: Kind | undefined, before: readonly Item[]): Promise<void> {
    setState('loading')
    try {
      const { total, items } = await load(of, before.length)
      setRead((all) => ({ ...all, [of ?? '']: { total, items: [...before, ...items] } }))
      setState('still')
    } catch {
      setState('failed')
    }
  }

  return {
    kind, state, items: shown?.items ?? [], total: shown?.total ?? 0,
    choose(next: Kind | undefined) {
      setKind(next)
      if (next !== undefined && !read[next]) void readOn(next, [])
    },
    more: () => void readOn(kind, shown?.items ?? []),
  }
}
