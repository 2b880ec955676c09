import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { GitFork } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { places } from '../format/index.ts'
import { useGo } from '../shell/address.ts'
import { useCommands, usePaletteSearch, type Search } from '../shell/commands.tsx'
import { call, keyOf } from '../wire/index.ts'

/** How many things of a kind the palette lists at once. */
const most = 8

/** Finds initiatives and objectives by name or key from the palette, on every page. Shows nothing itself. */
export function PaletteFinder() {
  const client = useQueryClient()
  const go = useGo()
  useCommands(useMemo(() => [{ key: 'scenario begin', label: 'Begin a scenario from the plan…', group: 'Scenario', keywords: 'fork branch copy what-if new', icon: <GitFork aria-hidden="true" />, run: () => go(`${places.scenarios}?begin=1`) }], [go]))
  usePaletteSearch(
    useCallback<Search>(
      async (query) => {
        const wanted = query.trim().toLowerCase()
        if (wanted.length < 2) return []
        const [initiatives, objectives] = await Promise.all([initiativesFrom(client, wanted), objectivesFrom(client)])
        const fits = (...texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase().includes(wanted))
        return [
          ...initiatives.map(({ id, key, name, unit }) => ({ key: `initiative ${id}`, label: name, group: 'Initiatives', note: unit ?? key, keywords: key, run: () => go(places.initiative(id)) })),
          ...objectives.filter(({ key, statement }) => fits(key, statement)).slice(0, most).map(({ id, key, statement }) => ({ key: `objective ${id}`, label: statement, group: 'Objectives', keywords: key, run: () => go(places.objective(id)) })),
        ]
      },
      [client, go],
    ),
  )
  return null
}

const initiativesFrom = async (client: QueryClient, search: string) => {
  const request = { query: { ask: JSON.stringify({ search, limit: most, sort: [{ field: 'name', descending: false }] }) } }
  return (await client.fetchQuery({ queryKey: keyOf(demandRoutes.readWindow, request), queryFn: ({ signal }) => call(demandRoutes.readWindow, request, { signal }), staleTime: 60_000 })).rows
}

const objectivesFrom = async (client: QueryClient) => (await client.fetchQuery({ queryKey: keyOf(strategyRoutes.readStrategy, {}), queryFn: () => call(strategyRoutes.readStrategy, {}), staleTime: 60_000 })).objectives
