import type { CriteriaModel, InitiativeScore } from '@throughline/contract/demand'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { stateWords } from '../../../words.ts'
import { criteriaWords as words, gateLooks, whyOfPart } from '../words.ts'

/** Scores of one page. */
const pageRows = 100

/** Initiatives by score: what it is made of, between which ranks it lies, and how each stands at the gate before it. */
export function ScoresTable({ model: { scores, from, total, criteria }, onFrom }: { readonly model: CriteriaModel; onFrom(from: number): void }) {
  const format = useFormat()
  const points = (value: number) => format.number(value, 1)
  return (
    <Card title="Scores" note={`From 0 to 100. Where something is not known, the interval in which the score lies, and no zero.`} flush>
      <Table<InitiativeScore>
        caption="Initiatives by score" rows={scores} rowKey={({ initiative }) => initiative.id} maxHeight={640} empty={words.noScores}
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ initiative, state }) => <span className="block min-w-48"><a className="text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a><span className="quiet block font-normal">{stateWords[state]}</span></span> },
          { key: 'rank', label: 'Rank', numeric: true, cell: ({ best, worst, mandatory }) => (mandatory ? <span className="quiet">{words.mandatory}</span> : best === worst ? format.number(best ?? 0, 0) : `${format.number(best ?? 0, 0)}–${format.number(worst ?? 0, 0)}`) },
          { key: 'score', label: 'Score', numeric: true, cell: ({ total: { metric, why }, low, high }) => <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? points(metric.value) : `${points(low)}–${points(high)}`}</WhyFigure> },
          ...criteria.map(({ id, name }, at) => ({ key: id, label: name, numeric: true, cell: (score: InitiativeScore) => {
            const [part, why] = [score.parts[at], whyOfPart(score, name)]
            return part && why && <WhyFigure why={why}>{part.value.status === 'missing' ? '–' : metricCell(part.value, points)}{part.beyond ? '*' : ''}</WhyFigure>
          } })),
          { key: 'gate', label: 'Next gate', cell: ({ atGate }) => atGate ? <span className="block min-w-36"><StatusMark quiet tone={gateLooks[atGate.standing].tone} word={`${atGate.gate}: ${gateLooks[atGate.standing].words.toLowerCase()}`} />{[...atGate.failed, ...atGate.unknown].length > 0 && <span className="quiet block">{[...atGate.failed, ...atGate.unknown].join(', ')}</span>}</span> : <span className="quiet">–</span> },
        ]}
      />
      <div className="px-4 py-2 empty:hidden"><Pager what="scores" {...{ total, from, onFrom }} shown={scores.length} size={pageRows} /></div>
      {scores.some(({ parts }) => parts.some(({ beyond }) => beyond)) && <p className="quiet p-3">* Beyond the scale: the value of its nearer end.</p>}
    </Card>
  )
}
