import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { Moon, Rows3, Sun } from 'lucide-react'
import { useDensity, useTheme } from '../ui/appearance.ts'
import type { Density } from '../ui/appearance.ts'
import { whenIdle } from '../ui/idle.ts'
import type { Command } from '../ui/palette/rank.ts'
import { useGo } from './address.ts'
import { navigation } from './page-entry.ts'
import type { PageEntry } from './page-entry.ts'

/** Finds things for the palette while a person types. */
export type Search = (query: string, signal: AbortSignal) => Promise<readonly Command[]>
type Offer = { readonly commands?: readonly Command[]; readonly search?: Search }

const OffersContext = createContext<{ readonly offers: ReadonlySet<Offer>; add(offer: Offer): () => void } | undefined>(undefined)

/** Gathers what pages and rooms offer to the palette. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [offers, setOffers] = useState<ReadonlySet<Offer>>(new Set())
  const add = useCallback((offer: Offer) => {
    setOffers((before) => new Set(before).add(offer))
    return () => setOffers((before) => new Set([...before].filter((other) => other !== offer)))
  }, [])
  return <OffersContext value={useMemo(() => ({ offers, add }), [offers, add])}>{children}</OffersContext>
}

/** Offers commands while the page is shown. Keep the list the same object while nothing changes. */
export function useCommands(commands: readonly Command[]): void {
  const add = useContext(OffersContext)?.add
  useEffect(() => add?.({ commands }), [add, commands])
}

/** Offers a search while the component is mounted. Keep the function the same while nothing changes. */
export function usePaletteSearch(search: Search): void {
  const add = useContext(OffersContext)?.add
  useEffect(() => add?.({ search }), [add, search])
}

/** All commands of the moment: what the page offers, where one can go, and how things look. */
export function useAllCommands(pages: readonly PageEntry[]): { readonly commands: readonly Command[]; readonly search: Search } {
  const offers = useContext(OffersContext)?.offers
  const go = useGo()
  const looks = useLooks()
  const keywords = useKeywords()
  const commands = useMemo(() => {
    const offered = [...(offers ?? [])].flatMap((offer) => offer.commands ?? [])
    const places = navigation(pages).flatMap(({ pages: list }) => list.map((page): Command => placeCommand(page, keywords[page.path], go)))
    return [...offered, ...places, ...looks]
  }, [offers, pages, go, looks, keywords])
  const search = useCallback<Search>(
    async (query, signal) => {
      const searches = [...(offers ?? [])].flatMap((offer) => offer.search ?? [])
      const answers = await Promise.allSettled(searches.map((each) => each(query, signal)))
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    },
    [offers],
  )
  return { commands, search }
}

const noneYet: Readonly<Record<string, string>> = {}
/** Words that find pages; none until they have come. */
function useKeywords(): Readonly<Record<string, string>> {
  const [known, setKnown] = useState(noneYet)
  useEffect(() => whenIdle(() => void import('./keywords.ts').then(({ keywords }) => setKnown(keywords), () => undefined)), [])
  return known
}

function placeCommand(page: PageEntry, keywords: string | undefined, go: (address: string) => void): Command {
  const Icon = page.nav?.icon
  return { key: `go ${page.path}`, label: page.title, group: 'Go to', icon: Icon && <Icon aria-hidden="true" />, note: page.nav?.key ? `G then ${page.nav.key.toUpperCase()}` : page.nav?.group, keywords, run: () => go(page.path) }
}

function useLooks(): readonly Command[] {
  const { shown, choose: chooseTheme } = useTheme()
  const { choose } = useDensity()
  return useMemo(() => {
    const other = shown === 'dark' ? 'light' : 'dark'
    const densities: readonly Density[] = ['compact', 'default', 'comfortable']
    return [
      { key: 'theme', label: `Use the ${other} theme`, group: 'Appearance', keywords: 'dark light colours night', icon: other === 'dark' ? <Moon aria-hidden="true" /> : <Sun aria-hidden="true" />, run: () => chooseTheme(other) },
      ...densities.map((density): Command => ({ key: `rows ${density}`, label: `${density[0]?.toUpperCase()}${density.slice(1)} rows`, group: 'Appearance', keywords: 'density height', icon: <Rows3 aria-hidden="true" />, run: () => choose(density) })),
    ]
  }, [shown, chooseTheme, choose])
}
