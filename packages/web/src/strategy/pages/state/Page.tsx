import type { AlignmentState } from '@throughline/contract/strategy'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Anomalies, Facet, Overview } from './parts/Facets.tsx'
import { stateWords as words } from './words.ts'

/** Which facets of an aligned organisation hold, which fail on what evidence, and what would have to be recorded. */
export function StatePage({ reading }: { readonly reading: Reading<AlignmentState> }) {
  return (
    <PageFrame title={words.title} note={words.note}>
      <Shown reading={reading} what="the state of alignment" lines={10}>
        {({ asOf, facets, anomalies }) => (
          <>
            <Overview facets={facets} asOf={asOf} />
            <Anomalies facets={facets} anomalies={anomalies} />
            {facets.map((state) => <Facet key={state.facet} state={state} />)}
          </>
        )}
      </Shown>
    </PageFrame>
  )
}
