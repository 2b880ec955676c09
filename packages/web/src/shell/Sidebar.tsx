import { Link } from '@tanstack/react-router'
import { CalendarClock, ChevronRight, Moon, PanelLeftClose, PanelLeftOpen, Search, Sun } from 'lucide-react'
import { Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTheme } from '../ui/appearance.ts'
import { IconButton } from '../ui/controls/Button.tsx'
import { isPast, useMoment } from '../wire/index.ts'
import { navigation, navItemOf } from './page-entry.ts'
import type { NavGroup, PageEntry } from './page-entry.ts'
import { isFolded, keepFolded } from './folded.ts'
import { useGate, type GateState } from './session.ts'
import { UserMenu } from './UserMenu.tsx'

export type SidebarProps = {
  readonly pages: readonly PageEntry[]
  readonly current: PageEntry | undefined
  readonly session: Extract<GateState, { state: 'signed_in' }>
  onSearch(): void
  onHelp(): void
  onMoment(): void
}

/** The navigation: the organisation, search, the pages by group, and the person with how things look. */
export function Sidebar({ pages, current, session, onSearch, onHelp, onMoment }: SidebarProps) {
  const [narrow, setNarrow] = useState(false)
  const { Bell } = useGate()
  const theme = useTheme()
  const past = isPast(useMoment())
  const marked = navItemOf(pages, current)
  const dark = theme.shown === 'dark'
  return (
    <aside className="sidebar" data-narrow={narrow || undefined} aria-label="Navigation">
      <div className="sidebar-head">
        <img src="/mark.svg" alt="" width={24} height={24} />
        <span className="sidebar-words sidebar-name">{session.organisation}</span>
        <IconButton className="sidebar-fold" label={narrow ? 'Widen the navigation' : 'Narrow the navigation'} icon={narrow ? <PanelLeftOpen aria-hidden="true" /> : <PanelLeftClose aria-hidden="true" />} onClick={() => setNarrow(!narrow)} />
      </div>
      <button type="button" className="sidebar-search" onClick={onSearch} aria-keyshortcuts="Control+K">
        <Search aria-hidden="true" />
        <span className="visually-hidden">Search and commands</span>
        <span className="sidebar-words" aria-hidden="true">Search</span>
        <kbd className="key sidebar-words" aria-hidden="true">Ctrl K</kbd>
      </button>
      <button type="button" className="sidebar-search" onClick={onMoment} title="Show the portfolio as of an earlier day">
        <CalendarClock aria-hidden="true" />
        <span className="visually-hidden">Which moment the pages show: </span>
        <span className="sidebar-words">{past ? 'In the past' : 'As of now'}</span>
      </button>
      <nav aria-label="Pages" className="sidebar-pages">
        {navigation(pages).map(({ group, pages: list }) => (
          <NavSection key={group} group={group} pages={list} marked={marked} />
        ))}
      </nav>
      <div className="sidebar-foot">
        <UserMenu session={session} onHelp={onHelp} />
        <Suspense fallback={null}>
          <Bell />
        </Suspense>
        <IconButton label={dark ? 'Use the light theme' : 'Use the dark theme'} icon={dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />} onClick={() => theme.choose(dark ? 'light' : 'dark')} />
      </div>
    </aside>
  )
}

/** A group of pages under its heading, which folds it; coming to a page of it unfolds it. */
function NavSection({ group, pages, marked }: { readonly group: NavGroup; readonly pages: readonly PageEntry[]; readonly marked: PageEntry | undefined }) {
  const within = marked !== undefined && pages.includes(marked)
  const [wasWithin, setWasWithin] = useState(within)
  const [folded, setFolded] = useState(() => isFolded(group) && !within)
  const id = useId()
  if (within !== wasWithin) {
    setWasWithin(within)
    if (within) setFolded(false)
  }
  const turn = () => {
    keepFolded(group, !folded)
    setFolded(!folded)
  }
  return (
    <div role="group" aria-label={group}>
      <button type="button" className="sidebar-group sidebar-words" aria-expanded={!folded} aria-controls={id} onClick={turn}>
        {group}
        <ChevronRight aria-hidden="true" />
      </button>
      <ul id={id} hidden={folded}>
        {pages.map((page) => (
          <NavItem key={page.path} page={page} current={page === marked} />
        ))}
      </ul>
    </div>
  )
}

function NavItem({ page, current }: { readonly page: PageEntry; readonly current: boolean }) {
  const Icon = page.nav?.icon
  const item = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (current) comeIntoSight(item.current)
  }, [current])
  return (
    <li>
      <Link ref={item} to={page.path} className="nav-item" aria-current={current ? 'page' : undefined} activeOptions={{ exact: true }} title={page.title}>
        {Icon && <Icon aria-hidden="true" />}
        <span className="sidebar-words">{page.title}</span>
      </Link>
    </li>
  )
}

/** Scrolls the list of pages, and nothing else, as far as it takes to see where one is. */
function comeIntoSight(item: HTMLElement | null): void {
  const list = item?.closest('.sidebar-pages')
  if (!item || !list) return
  const [{ top, bottom }, seen] = [item.getBoundingClientRect(), list.getBoundingClientRect()]
  if (bottom > seen.bottom) list.scrollTop += bottom - seen.bottom
  if (top < seen.top) list.scrollTop -= seen.top - top
}
