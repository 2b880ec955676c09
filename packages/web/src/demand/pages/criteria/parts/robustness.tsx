import type { CriteriaBackTest, CriteriaModel, CriteriaVersion, WeightSensitivity } from '@throughline/contract/demand'
import { explanationFromWire, metricCell, metricText, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { criteriaWords as words, outcomeWords, stateLooks } from '../words.ts'

/** How far each weight can move until another initiative comes first. */
export function SensitivityTable({ model: { sensitivity, criteria } }: { readonly model: CriteriaModel }) {
  const format = useFormat()
  const taker = (one: WeightSensitivity['below']) => one && <a href={places.initiative(one.id)}>{one.name}</a>
  return (
    <Card title="How far each weight can move" note="The others keep their proportions. Between the bounds the first stays first; beyond them another takes over." flush>
      <Table<WeightSensitivity>
        caption="Sensitivity to each weight" rows={sensitivity} rowKey={({ criterionId }) => criterionId} empty={words.noSensitivity}
        columns={[
          { key: 'name', label: 'Criterion', cell: ({ criterionId }) => criteria.find(({ id }) => id === criterionId)?.name ?? '' },
          { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.percent(weight, 1) },
          { key: 'low', label: 'Down to', numeric: true, cell: ({ low }) => format.percent(low, 1) },
          { key: 'below', label: 'Below, first is', cell: ({ below }) => taker(below) ?? <span className="quiet">nobody else</span> },
          { key: 'high', label: 'Up to', numeric: true, cell: ({ high }) => format.percent(high, 1) },
          { key: 'above', label: 'Above, first is', cell: ({ above }) => taker(above) ?? <span className="quiet">nobody else</span> },
          { key: 'agreement', label: 'Ranks alike at ±10 points', numeric: true, cell: ({ agreement: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (value) => format.number(value, 2))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}

type Surprise = CriteriaBackTest['surprises'][number]

/** How the model would have ordered what was decided. */
export function BackTestCard({ model: { backTest: test } }: { readonly model: CriteriaModel }) {
  const format = useFormat()
  const side = ({ initiative, outcome, score, decision }: Surprise['higher']) => <span className="block min-w-48"><a href={places.initiative(initiative.id)}>{initiative.name}</a> <span className="figures">{metricText(score, (value) => format.number(value, 1))}</span><span className="quiet block font-normal">{outcomeWords[outcome]}: <a href={places.decision(decision.id)}>{decision.question}</a></span></span>
  return (
    <Card title="Held against past decisions" note="Each score by what was known when the decision was taken." flush>
      <div className="grid gap-1 p-4">
        <p>Agreement with what was decided: <WhyFigure why={explanationFromWire(test.agreement.why)}>{metricText(test.agreement.metric, (value) => format.number(value, 2))}</WhyFigure> <span className="quiet">Kendall’s τ-b, from −1 to 1</span></p>
{test.decisions === 0 ? <p className="quiet">{words.noDecisions}</p> : <p className="quiet">{format.count(test.decisions, 'decision', 'decisions')}; {format.count(test.counted, 'outcome', 'outcomes')} with a score, {format.number(test.unscored, 0)} without. Of pairs told apart {format.number(test.alike, 0)} are ordered alike, {format.number(test.against, 0)} the other way about, {format.number(test.tiedScores, 0)} have equal scores; {format.number(test.tiedOutcomes, 0)} pairs were decided alike.</p>}
      </div>
      {test.surprises.length > 0 && <Table<Surprise>
        caption="Where the model says the other thing" captionShown rows={test.surprises} rowKey={({ higher, lower }) => `${higher.decision.id} ${higher.initiative.id} ${lower.decision.id} ${lower.initiative.id}`}
        columns={[{ key: 'higher', label: 'Decided higher, scored lower', cell: ({ higher }) => side(higher) }, { key: 'lower', label: 'Decided lower, scored higher', cell: ({ lower }) => side(lower) }, { key: 'apart', label: 'Points apart', numeric: true, cell: ({ apart }) => format.number(apart, 1) }]}
      />}
    </Card>
  )
}

/** Every version: what was agreed, by whom and why. */
export function VersionsTable({ versions, shown, onShow, onDraft }: { readonly versions: readonly CriteriaVersion[]; readonly shown: string; onShow(id: string): void; onDraft?(from: CriteriaVersion): void }) {
  const format = useFormat()
  return (
    <Card title="Versions" note="What was approved never changes; a change is the next version." flush>
      <Table<CriteriaVersion>
        caption="Versions of the criteria" rows={versions} rowKey={({ id }) => id}
        columns={[
          { key: 'no', label: 'Version', cell: ({ no, name }) => `${no}: ${name}` },
          { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={stateLooks[state].tone} word={stateLooks[state].words} /> },
          { key: 'drafted', label: 'Begun', cell: ({ draftedBy, draftedAt }) => `${draftedBy}, ${format.instant(draftedAt)}` },
          { key: 'approved', label: 'Approved', cell: ({ approvedBy, approvedAt, reason }) => (approvedBy && approvedAt ? <span>{approvedBy}, {format.instant(approvedAt)}<span className="quiet block">{reason}</span></span> : <span className="quiet">–</span>) },
          { key: 'acts', label: '', cell: (one) => <span className="flex gap-3">{one.id !== shown && <Button kind="link" aria-label={`Show version ${one.no}`} onClick={() => onShow(one.id)}>Show</Button>}{onDraft && <Button kind="link" aria-label={`Begin a draft from it: version ${one.no}`} onClick={() => onDraft(one)}>Begin a draft from it</Button>}</span> },
        ]}
      />
    </Card>
  )
}
