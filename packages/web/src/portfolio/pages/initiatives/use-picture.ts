import type { InitiativeRow, ListAsk } from '@throughline/contract/demand'
import { useMemo } from 'react'
import type { InitiativeListing } from './use-list.ts'
import { usePages } from './use-pages.ts'

/** Most initiatives of a picture: more points than that hide each other. */
export const picturedMost = 2000
const pageSize = 1000

/** The rows of the picture: all where they are few, else the largest by cost. Reads nothing while it is not in sight. */
export function usePicture(shown: boolean, { rows, total }: Pick<InitiativeListing, 'rows' | 'total'>, all: boolean): { readonly rows: readonly InitiativeRow[]; readonly of: number } | undefined {
  const ask = useMemo((): ListAsk => ({ ...(all ? {} : { current: true }), sort: [{ field: 'cost', descending: true }] }), [all])
  const few = total <= picturedMost
  const pages = usePages(ask, pageSize, shown && !few ? largest : noPages)
  return useMemo(() => {
    if (!shown) return undefined
    if (few) return rows && { rows, of: rows.length }
    return pages.every((page) => page !== undefined) ? { rows: pages.flatMap((page) => page?.rows ?? []), of: total } : undefined
  }, [shown, few, rows, pages, total])
}

const noPages: readonly number[] = []
const largest: readonly number[] = Array.from({ length: picturedMost / pageSize }, (_, page) => page)
