import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { places } from '../format/index.ts'
import { useGo } from '../shell/address.ts'
import { usePaletteSearch, type Search } from '../shell/commands.tsx'
import { call, keyOf } from '../wire/index.ts'

/** How many things of a kind the palette lists at once. */
const most = 8

/** Finds initiatives and objectives by name or key from the palette, on every page. Shows nothing itself. */
export function PaletteFinder() {
  const client = useQueryClient()
  const go = useGo()
  usePaletteSearch(
    useCallback<Search>(
      async (query) => {
        const wanted = query.trim().toLowerCase()
        if (wanted.length < 2) return []
        const [initiatives, objectives] = await Promise.all([initiativesFrom(client), objectivesFrom(client)])
        const fits = (...texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase().includes(wanted))
        return [
          ...initiatives.filter(({ key, name }) => fits(key, name)).slice(0, most).map(({ id, key, name, unit }) => ({ key: `initiative ${id}`, label: name, group: 'Initiatives', note: unit ?? key, keywords: key, run: () => go(places.initiative(id)) })),
          ...objectives.filter(({ key, statement }) => fits(key, statement)).slice(0, most).map(({ id, key, statement }) => ({ key: `objective ${id}`, label: statement, group: 'Objectives', keywords: key, run: () => go(places.objective(id)) })),
        ]
      },
      [client, go],
    ),
  )
  return null
}

const initiativesFrom = async (client: QueryClient) =>
  (await client.fetchQuery({ queryKey: keyOf(demandRoutes.listInitiatives, { query: { current: true } }), queryFn: () => call(demandRoutes.listInitiatives, { query: { current: true } }), staleTime: 60_000 })).rows

const objectivesFrom = async (client: QueryClient) => (await client.fetchQuery({ queryKey: keyOf(strategyRoutes.readStrategy, {}), queryFn: () => call(strategyRoutes.readStrategy, {}), staleTime: 60_000 })).objectives
