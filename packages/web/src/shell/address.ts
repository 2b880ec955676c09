import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Parameters of the path: for `/portfolio/$initiativeId`, `{ initiativeId }`. */
export function usePathParams(): Readonly<Record<string, string>> {
  return useParams({ strict: false })
}

/** The address' query as text, and how to change it; `undefined` removes a key. Replaces the entry in the history unless told to push. */
export function useAddressQuery(): readonly [Readonly<Record<string, string>>, (patch: Readonly<Record<string, string | undefined>>, how?: 'push' | 'replace') => void] {
  const search: Readonly<Record<string, string>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Readonly<Record<string, string | undefined>>, how: 'push' | 'replace' = 'replace') => void navigate({ to: '.', search: (before: Record<string, string | undefined>) => ({ ...before, ...patch }), replace: how === 'replace' }),
    [navigate],
  )
  return [search, change]
}

/** Goes to an address of the app: `/portfolio?view=frontier`. */
export function useGo(): (address: string) => void {
  const navigate = useNavigate()
  return useCallback((address: string) => void navigate({ href: address }), [navigate])
}

/** A query string as plain text values: nothing is read as JSON, so an id of digits stays text. */
export const readQuery = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query))

export function writeQuery(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams(Object.entries(values).flatMap(([key, value]) => (value === undefined || value === null || value === '' ? [] : [[key, String(value)]]))).toString()
  return query === '' ? '' : `?${query}`
}
