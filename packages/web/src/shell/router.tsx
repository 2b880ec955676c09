import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router'
import type { ErrorComponentProps } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { EmptyState, ErrorState, LoadingState } from '../ui/states/states.tsx'
import { showMoment } from '../wire/index.ts'
import { readQuery, writeQuery } from './address.ts'
import { loadPage } from './page-entry.ts'
import type { PageEntry } from './page-entry.ts'
import { Shell } from './Shell.tsx'
import { styled } from './styled.ts'

/** Routes from the lists of pages. A page's code loads when its link is pointed at or opened. */
export function buildRouter(pages: readonly PageEntry[], client: QueryClient) {
  const root = createRootRouteWithContext<{ client: QueryClient }>()({
    component: () => <Shell pages={pages} />,
    notFoundComponent: NotFound,
    validateSearch: (search: Record<string, string>): Record<string, string> => search,
    search: { middlewares: [retainSearchParams(['asOf', 'position'])] },
    beforeLoad: ({ search, preload }) => {
      if (!preload) showMoment(search)
    },
  })
  const routes = pages.map((page) => {
    const load = page.load ?? styled(() => loadPage(page))
    return createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(load),
      loader: async ({ context, params }) => {
        const module = await load()
        await module.prepare?.(context.client, params).catch(() => undefined)
      },
      pendingComponent: () => <LoadingState what={page.title.toLowerCase()} lines={8} />,
      errorComponent: PageFailed,
    })
  })
  return createRouter({
    routeTree: root.addChildren(routes),
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    scrollRestoration: true,
    parseSearch: readQuery,
    stringifySearch: writeQuery,
  })
}

/** A page that broke: an outdated tab asks to be loaded again, anything else can be tried again. */
function PageFailed({ error, reset }: ErrorComponentProps) {
  const message = error instanceof Error ? error.message : String(error)
  const outdated = /dynamically imported module|importing a module/i.test(message)
  return outdated ? (
    <ErrorState title="A newer version is running" detail="Load the page again to continue with it." onRetry={() => location.reload()} />
  ) : (
    <ErrorState title="This page could not be shown" detail={message} onRetry={reset} />
  )
}

const NotFound = () => (
  <EmptyState title="There is no page here" actions={<a href="/" className="button" data-kind="secondary">Go to the start</a>}>
    {`Nothing answers to ${location.pathname}. It may have been moved or deleted.`}
  </EmptyState>
)
