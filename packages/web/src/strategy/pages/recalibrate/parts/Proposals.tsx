import type { CaseInitiative, RecalibrationCase } from '@throughline/contract/strategy'
import type { Action, Recalibration, SelectionStability } from '@throughline/engine/portfolio'
import { alignmentUnits, explainAlignmentChange } from '@throughline/engine/strategy'
import { places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { actionLooks, standingLooks, tickedWords } from '../words.ts'

export type ProposalsProps = {
  readonly of: RecalibrationCase
  readonly recalibration: Recalibration
  readonly stability: SelectionStability | undefined
  readonly name: (key: string) => string
  /** Those that go with the draft; undefined where nothing can be chosen. */
  readonly chosen: ReadonlySet<string> | undefined
  onChoose(ids: readonly string[]): void
}

/** What is proposed for each initiative, stops first, with the change of alignment that is the reason. Nothing happens by itself. */
export function Proposals({ of, recalibration, stability, name, chosen, onChoose }: ProposalsProps) {
  const format = useFormat()
  const known = new Map(of.initiatives.map((one) => [one.id, one]))
  const changing = recalibration.actions.filter(({ kind }) => kind !== 'continue')
  const going = recalibration.actions.length - changing.length
  const props = { recalibration, stability, name, chosen, known, onChoose }
  return (
    <>
      <Card title="What would change in the portfolio" note={changing.length === 0 ? 'Nothing: everything that runs keeps its place.' : `${format.count(changing.length, 'proposal', 'proposals')}; ${format.count(going, 'other goes', 'others go')} on as they are.${chosen ? ` ${tickedWords(chosen.size, format)}` : ''}`} flush>
        {changing.length > 0 && <Actions {...props} actions={changing} caption="Proposals" />}
      </Card>
      {going > 0 && (
        <details className="card">
          <summary className="cursor-pointer p-4 font-medium">What goes on as it is ({format.number(going, 0)})</summary>
          <Actions {...props} chosen={undefined} actions={recalibration.actions.filter(({ kind }) => kind === 'continue')} caption="What goes on" />
        </details>
      )}
    </>
  )
}

const rankWords = (rank: { readonly before: number; readonly after: number } | undefined): string => (rank === undefined ? '–' : rank.before === rank.after ? String(rank.after) : `${rank.before} to ${rank.after}`)

type ActionsProps = Omit<ProposalsProps, 'of'> & { readonly actions: readonly Action[]; readonly known: ReadonlyMap<string, CaseInitiative>; readonly caption: string }

function Actions({ actions, recalibration, stability, name, chosen, known, caption, onChoose }: ActionsProps) {
  const format = useFormat()
  const ranks = new Map(recalibration.ranks.map((rank) => [rank.id, rank]))
  const sure = new Map(stability?.initiatives.map((one) => [one.id, one]))
  const toggle = (id: string, on: boolean) => chosen && onChoose(on ? [...chosen, id] : [...chosen].filter((each) => each !== id))
  return (
    <Table
      caption={caption}
      maxHeight={520}
      rows={actions}
      rowKey={({ initiativeId }) => initiativeId}
      columns={[
        { key: 'name', label: 'Initiative', cell: ({ initiativeId, name: called }) => (
          <span className="flex items-center gap-2">
            {chosen && <input type="checkbox" aria-label={`Goes with the draft: ${called}`} checked={chosen.has(initiativeId)} onChange={(event) => toggle(initiativeId, event.target.checked)} />}
            <span className="min-w-0"><a href={places.initiative(initiativeId)}>{called}</a><span className="quiet block">{known.get(initiativeId)?.unit ?? 'No unit'}</span></span>
          </span>
        ) },
        { key: 'kind', label: 'Proposal', cell: ({ kind, because }) => <span className="block min-w-40"><StatusMark quiet tone={actionLooks[kind].tone} word={actionLooks[kind].name} /><span className="quiet block">{because}</span></span> },
        { key: 'alignment', label: 'Alignment', numeric: true, cell: ({ alignment }) => <WhyFigure why={explainAlignmentChange(alignment, name)}>{`${format.signed(alignment.delta / alignmentUnits, 3)}`}</WhyFigure> },
        { key: 'rank', label: 'Rank', numeric: true, cell: ({ initiativeId }) => (known.get(initiativeId)?.mandatory ? <span className="quiet">Mandatory</span> : rankWords(ranks.get(initiativeId))) },
        { key: 'sure', label: 'How sure', cell: ({ initiativeId }) => {
          const one = sure.get(initiativeId)
          return one ? <span title={`In the best portfolio in ${format.percent(one.share, 0)} of the samples`}><StatusMark quiet tone={standingLooks[one.standing].tone} word={standingLooks[one.standing].name} /></span> : <span className="quiet">…</span>
        } },
        { key: 'decides', label: 'Who decides', cell: ({ decides, decideBy, affected }) => <span className="block">{decides}{decideBy && `, by ${format.date(decideBy)}`}{affected.length > 0 && <span className="quiet block">Touches {affected.join(', ')}</span>}</span> },
      ]}
    />
  )
}
