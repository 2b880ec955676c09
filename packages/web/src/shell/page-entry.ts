import type { QueryClient } from '@tanstack/react-query'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

/** The rooms that have screens, in the order of the line from strategy to learning. */
export type Room = 'people' | 'strategy' | 'demand' | 'capacity' | 'delivery' | 'portfolio' | 'value' | 'governance'

/** The headings of the navigation, in order. */
export const navGroups = ['Run', 'Strategy', 'Portfolio', 'Value', 'PMO', 'Administration'] as const
export type NavGroup = (typeof navGroups)[number]

/** What a page module gives: the page itself, and optionally what to load before it shows. */
export type PageModule = {
  readonly default: ComponentType
  /** Starts loading what the page reads, so that it shows at once; failures are left to the page. */
  readonly prepare?: (client: QueryClient, params: Readonly<Record<string, string>>) => Promise<unknown>
}

/**
 * One page of a room. `path` starts with a slash and may name parameters: `/portfolio/$initiativeId`.
 * A page with `nav` stands in the navigation and the palette; `key` is the letter typed after g.
 * Any other page names in `under` the path of the one in the navigation that it belongs to.
 */
export type PageEntry = {
  readonly path: string
  readonly room: Room
  readonly title: string
  readonly nav?: { readonly group: NavGroup; readonly icon: LucideIcon; readonly order: number; readonly key?: string }
  readonly under?: string
  /** The folder of the page under its room's pages. */
  readonly page: string
  /** Loads the page at once, where the start page cannot wait for the list of all pages' modules. */
  readonly load?: () => Promise<PageModule>
}

/** The file of a page's module, as the list of modules names it. */
export const moduleOf = ({ room, page }: Pick<PageEntry, 'room' | 'page'>): string => `../${room}/pages/${page}/index.tsx`

/** Loads the page of an entry. @throws Error where the entry names a page that is not there: its room's list is wrong. */
export async function loadPage(entry: PageEntry): Promise<PageModule> {
  if (entry.load) return entry.load()
  const load = (await import('./page-modules.ts')).pageModules[moduleOf(entry)]
  if (!load) throw new Error(`There is no page ${moduleOf(entry)}`)
  return load()
}

/** The entries with a place in the navigation, by heading and order. */
export function navigation(pages: readonly PageEntry[]): readonly { readonly group: NavGroup; readonly pages: readonly PageEntry[] }[] {
  return navGroups.flatMap((group) => {
    const inGroup = pages.filter((page) => page.nav?.group === group).sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))
    return inGroup.length > 0 ? [{ group, pages: inGroup }] : []
  })
}

/** The entry that answers to an address: a path without parameters goes before one that has them. */
export function entryOf(pages: readonly PageEntry[], address: string): PageEntry | undefined {
  const parts = address.split('/')
  const answers = ({ path }: PageEntry): boolean => path.split('/').length === parts.length && path.split('/').every((part, at) => part === parts[at] || (part.startsWith('$') && parts[at] !== ''))
  return pages.find(({ path }) => path === address) ?? pages.find(answers)
}

/** The item of the navigation that a page stands under: its own, else that of the page it names. */
export function navItemOf(pages: readonly PageEntry[], entry: PageEntry | undefined): PageEntry | undefined {
  return entry?.nav ? entry : pages.find(({ path }) => path === entry?.under)
}
