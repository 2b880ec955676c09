import type { PmoObjectives } from '@throughline/contract/governance'
import { useFormat } from '../../../format/index.ts'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { PmoStrategyCard } from './parts/PmoStrategyCard.tsx'
import { noStrategy, pmoObjectiveWords as words } from './words.ts'

/** The objectives of each PMO with their measures, their way up to the strategy of the organisation, and what is missing. */
export function PmoObjectivesPage({ reading }: { readonly reading: Reading<PmoObjectives> }) {
  const actions = <>
    <a className="button" data-kind="secondary" href="/strategy/units">Unit strategies</a>
    <a className="button" data-kind="secondary" href="/governance/services">PMO services</a>
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="PMO objectives" lines={8}>
        {({ pmos, unserved }) => pmos.length === 0
          ? <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="primary" href="/governance/services">PMO services</a>}>{words.emptyWhy}</EmptyState>
          : <>
              {pmos.map(({ name, services, strategies }) => <Pmo key={name} {...{ name, services, strategies }} />)}
              <Unserved unserved={unserved} />
            </>}
      </Shown>
    </PageFrame>
  )
}

function Pmo({ name, services, strategies }: PmoObjectives['pmos'][number]) {
  const format = useFormat()
  return (
    <>
      <h2>{name} <span className="quiet font-normal">{format.count(services, 'service', 'services')}</span></h2>
      {strategies.length === 0
        ? <Card title="No objectives"><p>{noStrategy(name)} <a href="/strategy/units">Unit strategies</a></p></Card>
        : strategies.map((strategy) => <PmoStrategyCard key={strategy.id} strategy={strategy} />)}
    </>
  )
}

/** Objectives of the organisation at which no objective of a PMO ends. */
function Unserved({ unserved }: Pick<PmoObjectives, 'unserved'>) {
  const format = useFormat()
  if (unserved.length === 0) return null
  return (
    <Card title="What no PMO objective serves" note="Not every objective needs a PMO; that none serves it is a choice to be made.">
      <ul className="grid gap-1">{unserved.map(({ key, statement, weight }) => <li key={key}>{statement} <span className="quiet figures">{format.percent(weight)}</span></li>)}</ul>
    </Card>
  )
}
