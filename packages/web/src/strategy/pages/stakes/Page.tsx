import type { Stakes } from '@throughline/contract/strategy'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Overview } from './parts/Overview.tsx'
import { GoalsAtStake, OwnersAtStake } from './parts/UnitDetail.tsx'
import { stakesWords as words } from './words.ts'

export type StakesProps = { readonly reading: Reading<Stakes>; /** Whose stakes were chosen; undefined for those of the one with most at stake. */ readonly chosen: string | undefined; onChoose(id: string): void }

/** What units want and others hold: who depends on whom, for how much, and how sure its delivery is. */
export function StakesPage({ reading, chosen, onChoose }: StakesProps) {
  return (
    <PageFrame title={words.title} note={words.note}>
      <Shown reading={reading} what="stake and control" lines={8}>
        {({ units }) => {
          const unit = units.find(({ id }) => id === chosen) ?? units[0]
          return unit === undefined ? <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="secondary" href="/strategy/units">Unit strategies</a>}>{words.emptyWhy}</EmptyState> : (
            <>
              <Overview units={units} chosen={unit.id} onChoose={onChoose} />
              <GoalsAtStake unit={unit} />
              <OwnersAtStake unit={unit} />
            </>
          )
        }}
      </Shown>
    </PageFrame>
  )
}
