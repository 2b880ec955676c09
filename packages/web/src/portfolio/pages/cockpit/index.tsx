import { portfolioRoutes } from '@throughline/contract/portfolio'
import { Suspense } from 'react'
import { Begin, useSignedIn } from '../../../people/index.ts'
import { call, readAhead, useRead } from '../../../wire/index.ts'
import { CockpitPage, type CockpitProps } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(portfolioRoutes.readCockpit, {})

/** The first page: the portfolio at its latest publication. */
export default function CockpitRoute() {
  const session = useSignedIn()
  const cockpit = useRead(portfolioRoutes.readCockpit, {})
  return <CockpitPage organisation={session?.organisation.name ?? ''} cockpit={cockpit} begin={beginning} loadMoved={readMoved} loadDecisions={readDecisions} onPrint={() => window.print()} />
}

const beginning = (
  <Suspense fallback={null}>
    <Begin />
  </Suspense>
)
const readMoved: CockpitProps['loadMoved'] = (kind, from) => call(portfolioRoutes.listMovements, { query: { from, ...(kind === undefined ? {} : { kind }) } })
const readDecisions: CockpitProps['loadDecisions'] = (kind, from) => call(portfolioRoutes.listDecisions, { query: { from, ...(kind === undefined ? {} : { kind }) } })
