import type { CausalLink, CommonLink, MapUnitObjective, Objective, StrategyMap } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { servingCounts } from '../below.ts'
import { evidenceLooks, lagWords, mapWords as words, polarityWords } from '../words.ts'

/** The same as the map, in rows: objectives by band, and links with what the data say of them. */
export function Tables({ map, onSelect }: { readonly map: StrategyMap; onSelect(id: string): void }) {
  const format = useFormat()
  const counts = servingCounts(map)
  const names = new Map([...map.objectives, ...map.unitObjectives].map(({ id, statement }) => [id, statement]))
  const bands = new Map(map.perspectives.map(({ id, name, order }) => [id, { name, order }]))
  const count = (id: string, end: 'from' | 'to'): string => format.number(map.links.filter((link) => link[end] === id).length, 0)
  const rows = map.objectives.toSorted((a, b) => (bands.get(a.perspectiveId)?.order ?? 0) - (bands.get(b.perspectiveId)?.order ?? 0))
  const open = (id: string) => <Button kind="link" onClick={() => onSelect(id)}>{names.get(id) ?? ''}</Button>
  return (
    <>
      <Card flush title="Objectives">
        <Table<Objective>
          caption="Objectives of the map" rows={rows} rowKey={({ id }) => id}
          columns={[
            { key: 'objective', label: 'Objective', cell: ({ id }) => open(id) }, { key: 'band', label: 'Perspective', cell: ({ perspectiveId }) => bands.get(perspectiveId)?.name ?? '' },
            { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.weight(weight) },
            { key: 'attained', label: 'Attained', numeric: true, cell: ({ attainment: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> },
            { key: 'served', label: 'Initiatives', numeric: true, cell: ({ id }) => format.number(counts.get(id) ?? 0, 0) }, { key: 'in', label: words.drivenBy, numeric: true, cell: ({ id }) => count(id, 'to') }, { key: 'out', label: words.drives, numeric: true, cell: ({ id }) => count(id, 'from') },
          ]}
        />
      </Card>
      {map.unitObjectives.length > 0 && (
        <Card flush title={words.ofUnits}>
          <Table<MapUnitObjective>
            caption="Objectives of units on the map" rows={map.unitObjectives} rowKey={({ id }) => id}
            columns={[
              { key: 'objective', label: 'Objective', cell: ({ id }) => open(id) }, { key: 'unit', label: 'Unit', cell: ({ unit, strategy }) => unit ?? strategy }, { key: 'serves', label: words.serves, cell: ({ serves }) => (serves === null ? words.servesNothing : open(serves)) },
              { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.weight(weight) }, { key: 'attained', label: 'Attained', numeric: true, cell: ({ attainment }) => <WhyFigure why={explanationFromWire(attainment.why)}>{metricCell(attainment.metric, (share) => format.percent(share))}</WhyFigure> },
              { key: 'served', label: 'Initiatives', numeric: true, cell: ({ initiatives }) => format.number(initiatives, 0) },
            ]}
          />
        </Card>
      )}
      {map.commonLinks.length > 0 && (
        <Card flush title={words.between}>
          <Table<CommonLink>
            caption="Objectives of units that belong together" rows={map.commonLinks} rowKey={({ id }) => id}
            columns={[
              { key: 'from', label: 'Objective', cell: ({ from }) => <>{open(from.id)}<span className="quiet block">{from.strategy}</span></> }, { key: 'to', label: words.together, cell: ({ to }) => <>{open(to.id)}<span className="quiet block">{to.strategy}</span></> },
              { key: 'why', label: 'Because', cell: ({ why }) => why }, { key: 'by', label: 'Accepted by', cell: ({ decidedBy, decidedAt }) => <>{decidedBy}<span className="quiet block">{format.date(decidedAt.slice(0, 10))}</span></> },
            ]}
          />
        </Card>
      )}
      <Card flush title="Links">
        <Table<CausalLink>
          caption="Links of the map" rows={map.links} rowKey={({ id }) => id} empty={words.noLinks}
          columns={[
            { key: 'from', label: 'Objective', cell: ({ from }) => open(from) }, { key: 'way', label: 'Claim', cell: ({ polarity, lag }) => `${polarityWords[polarity].words}, ${lagWords(lag)}` }, { key: 'to', label: 'Objective moved', cell: ({ to }) => open(to) },
            { key: 'state', label: 'Data say', cell: ({ evidence }) => <StatusMark quiet tone={evidenceLooks[evidence.state].tone} word={evidenceLooks[evidence.state].words} /> }, { key: 'pairs', label: 'Pairs', numeric: true, cell: ({ evidence }) => format.number(evidence.pairs, 0) },
            { key: 'because', label: 'Because', cell: ({ evidence }) => evidence.because },
          ]}
        />
      </Card>
    </>
  )
}
