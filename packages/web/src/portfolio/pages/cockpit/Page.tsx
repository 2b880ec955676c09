import type { Cockpit, DecisionNeeded } from '@throughline/contract/portfolio'
import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { MoveKind } from './words.ts'
import { Decisions } from './parts/Decisions.tsx'
import { Headlines } from './parts/Headlines.tsx'
import { Health } from './parts/Health.tsx'
import { Moved } from './parts/Moved.tsx'
import { Objectives } from './parts/Objectives.tsx'
import { Trend } from './parts/Trend.tsx'
import type { LoadPage } from './parts/use-pages.ts'

export type CockpitProps = {
  readonly organisation: string
  readonly cockpit: Reading<Cockpit>
  /** How an empty organisation can begin. */
  readonly begin: ReactNode
  /** Reads on in what moved and in what waits. */
  readonly loadMoved: LoadPage<Cockpit['moved']['items'][number], MoveKind>
  readonly loadDecisions: LoadPage<DecisionNeeded, DecisionNeeded['kind']>
  onPrint(): void
}

/** The board paper: what it costs and promises, how healthy it is, what moved, what must be decided. */
export function CockpitPage({ organisation, cockpit, begin, loadMoved, loadDecisions, onPrint }: CockpitProps) {
  const format = useFormat()
  const value = cockpit.state === 'full' ? cockpit.value : undefined
  const empty = value !== undefined && isEmpty(value)
  const asOf = value?.publication ? `Figures as of ${format.date(value.publication.asOf)}: ${value.publication.title}.` : ''
  const note = value && !empty ? `${organisation}. ${format.count(value.initiatives, 'initiative', 'initiatives')}. ${asOf}` : organisation
  return (
    <PageFrame title={empty ? 'Where to begin' : 'Portfolio cockpit'} note={note} actions={value && !empty && <Button icon={<Printer aria-hidden="true" />} onClick={onPrint}>Print</Button>}>
      <Shown reading={cockpit} what="the portfolio" lines={10}>
        {(whole) => (isEmpty(whole) ? begin : <Paper key={[whole.publication?.id, whole.moved.inAll, whole.decisionsInAll].join(' ')} cockpit={whole} loadMoved={loadMoved} loadDecisions={loadDecisions} />)}
      </Shown>
    </PageFrame>
  )
}

const isEmpty = (cockpit: Cockpit): boolean => cockpit.initiatives === 0 && cockpit.objectives.length === 0 && cockpit.trend.length === 0

/** Twelve columns; cards of a row are equally high. On paper the whole is one A4 page across. */
const Paper = ({ cockpit, loadMoved, loadDecisions }: Pick<CockpitProps, 'loadMoved' | 'loadDecisions'> & { readonly cockpit: Cockpit }) => (
  <div className="grid min-w-0 gap-4 print:gap-3 print:[zoom:0.58] print:[--row:21px] print:[&_:is(td,th)]:py-0 print:[&_li]:py-1">
    <Headlines cockpit={cockpit} />
    <div className="grid grid-cols-1 items-stretch gap-4 xl:grid-cols-12 print:grid-cols-12 print:gap-3">
      <Health className="xl:col-span-7 print:col-span-7" health={cockpit.health} />
      <Moved className="xl:col-span-5 print:col-span-5" moved={cockpit.moved} previous={cockpit.previous} load={loadMoved} />
      <Decisions className="xl:col-span-5 print:col-span-5" decisions={cockpit.decisions} counts={cockpit.decisionCounts} inAll={cockpit.decisionsInAll} load={loadDecisions} />
      <Objectives className="xl:col-span-7 print:col-span-7" objectives={cockpit.objectives} />
      {cockpit.trend.length > 1 && <Trend className="xl:col-span-12 print:col-span-12" trend={cockpit.trend} />}
    </div>
  </div>
)
