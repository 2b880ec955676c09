import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { MouseEvent } from 'react'
import { LocaleProvider, useLocale } from '../ui/locale.tsx'
import { ToastRegion } from '../ui/overlays/Toast.tsx'
import { CommandPalette } from '../ui/palette/CommandPalette.tsx'
import { ErrorState, LoadingState } from '../ui/states/states.tsx'
import { useGo } from './address.ts'
import { CommandsProvider, useAllCommands } from './commands.tsx'
import { entryOf } from './page-entry.ts'
import type { PageEntry } from './page-entry.ts'
import { useGate } from './session.ts'
import type { GateState } from './session.ts'
import { Sidebar } from './Sidebar.tsx'
import { useShortcuts } from './shortcuts.ts'

const ShortcutHelp = lazy(() => import('./ShortcutHelp.tsx'))

/** Everything around a page: who may be here, the navigation, the palette and the keys. */
export function Shell({ pages }: { readonly pages: readonly PageEntry[] }) {
  const { useSession, SignIn, FirstRun } = useGate()
  const found = useSession()
  const go = useGo()
  switch (found.state) {
    case 'loading':
      return <LoadingState what="your session" lines={3} />
    case 'unreachable':
      return <ErrorState title={found.title} detail={found.detail} onRetry={found.again} />
    case 'setup':
      return <FirstRun onBegun={() => go('/')} />
    case 'signed_out':
      return <SignIn />
    case 'signed_in':
      return <Within pages={pages} session={found} />
  }
}

type SignedIn = Extract<GateState, { state: 'signed_in' }>

function Within({ pages, session }: { readonly pages: readonly PageEntry[]; readonly session: SignedIn }) {
  const browserLocale = useLocale()
  return (
    <LocaleProvider locale={session.locale ?? browserLocale}>
      <ToastRegion>
        <CommandsProvider>
          <Frame pages={pages} session={session} />
        </CommandsProvider>
      </ToastRegion>
    </LocaleProvider>
  )
}

function Frame({ pages, session }: { readonly pages: readonly PageEntry[]; readonly session: SignedIn }) {
  const [open, setOpen] = useState<'palette' | 'help' | 'moment'>()
  const address = useRouterState({ select: (state) => state.location.pathname })
  const current = entryOf(pages, address)
  const { FirstRun, Finder, Moment } = useGate()
  const go = useGo()
  const follow = useInternalLinks()
  const { commands, search } = useAllCommands(pages)
  const close = () => setOpen(undefined)
  const askMoment = useCallback(() => setOpen('moment'), [])
  useShortcuts(useMemo(() => ({ pages, go, palette: () => setOpen('palette'), help: () => setOpen('help') }), [pages, go]))
  useEffect(() => {
    document.title = [current?.title, session.organisation, 'Throughline'].filter(Boolean).join(' · ')
  }, [current, session.organisation])
  if (session.mayBegin && address === '/') return <FirstRun onBegun={() => go('/')} />
  return (
    <div className="shell" onClick={follow}>
      <a href="#content" className="skip-link">
        Skip to the page
      </a>
      <Sidebar pages={pages} current={current} session={session} onSearch={() => setOpen('palette')} onHelp={() => setOpen('help')} onMoment={askMoment} />
      <main id="content" className="shell-main" tabIndex={-1}>
        <Suspense fallback={null}>
          <Moment asking={open === 'moment'} onAsk={askMoment} onDone={close} />
        </Suspense>
        <Outlet />
      </main>
      <Suspense fallback={null}>
        <Finder />
      </Suspense>
      <CommandPalette open={open === 'palette'} commands={commands} search={search} onClose={close} />
      {open === 'help' && (
        <Suspense fallback={null}>
          <ShortcutHelp open pages={pages} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}

/** Plain links of pages stay inside the app: a click on one moves the router instead of loading the page anew. */
function useInternalLinks(): (event: MouseEvent) => void {
  const router = useRouter()
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented
    if (!link || !plain || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.getAttribute('href')?.startsWith('#') || link.pathname.startsWith('/api/')) return
    event.preventDefault()
    void router.navigate({ href: link.pathname + link.search + link.hash })
  }
}
