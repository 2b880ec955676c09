import { portfolioRoutes } from '@throughline/contract/portfolio'
import { useCallback } from 'react'
import { useChoices, useSignedIn } from '../../../people/index.ts'
import { call, readAhead, useRead } from '../../../wire/index.ts'
import { CockpitPage, type CockpitProps } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(portfolioRoutes.readCockpit, {})

/** The first page: the portfolio at its latest publication. */
export default function CockpitRoute() {
  const session = useSignedIn()
  const cockpit = useRead(portfolioRoutes.readCockpit, {})
  const choices = useChoices(useCallback(() => undefined, []))
  return <CockpitPage organisation={session?.organisation.name ?? ''} cockpit={cockpit} choices={choices} loadMoved={readMoved} loadDecisions={readDecisions} onPrint={() => window.print()} />
}

const readMoved: CockpitProps['loadMoved'] = (kind, from) => call(portfolioRoutes.listMovements, { query: { from, ...(kind === undefined ? {} : { kind }) } })
const readDecisions: CockpitProps['loadDecisions'] = (kind, from) => call(portfolioRoutes.listDecisions, { query: { from, ...(kind === undefined ? {} : { kind }) } })
