import type { OfferSheet, OutsideInitiative, SheetGoal } from '@throughline/contract/governance'
import { useState } from 'react'
import { explanationFromWire, metricCell, places, RatingMark, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { lackLooks, lackSentences, riskLooks, unitOfferWords as words } from '../words.ts'

/** What the sheet of a unit comes to: at risk with others, helped, the share of it, and what is lacking. */
export function SheetFigures({ sheet: { holder, lack, atRisk, covered, coverage } }: { readonly sheet: OfferSheet }) {
  const format = useFormat()
  return (
    <>
      <h2>{holder.name}</h2>
      <p><StatusMark tone={lackLooks[lack].tone} word={lackLooks[lack].words} /> {lackSentences[lack](holder.name)}</p>
      <FigureStrip label={`What is in it for ${holder.name}`}>
        <Figure label="At risk with others" value={metricCell(atRisk.metric, format.moneyShort)} why={explanationFromWire(atRisk.why)} comparison={{ words: 'benefits of its goals, in doubt or not rated' }} />
        <Figure label="The PMO offers something for" value={metricCell(covered.metric, format.moneyShort)} why={explanationFromWire(covered.why)} />
        <Figure label="Share of it" value={coverage.metric.status === 'ok' ? format.percent(coverage.metric.value) : null} absent={metricCell(coverage.metric, (share) => format.percent(share))} why={explanationFromWire(coverage.why)} />
      </FigureStrip>
    </>
  )
}

/** The unit’s own goals, each with the worst that it hangs on. */
export function GoalsTable({ sheet: { holder, goals, goalsOf } }: { readonly sheet: OfferSheet }) {
  const format = useFormat()
  return (
    <Card flush title="Its own goals" note={goalsOf === 'organisation' ? 'Objectives of the organisation that it owns; it has no strategy of its own' : undefined}>
      <Table<SheetGoal>
        caption={`Goals of ${holder.name} with what they hang on`} rows={goals} rowKey={({ id }) => id}
        columns={[
          { key: 'goal', label: 'Goal', cell: ({ statement }) => <span className="block min-w-56">{statement}</span> },
          { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.percent(weight, 1) },
          { key: 'own', label: 'Own initiatives', numeric: true, cell: ({ own }) => format.number(own, 0) },
          { key: 'others', label: 'Of others', numeric: true, cell: ({ others }) => format.number(others, 0) },
          { key: 'risk', label: 'Delivery by others', cell: ({ risk, own }) => (risk === null ? <span className="quiet">{own === 0 ? 'nothing serves it' : 'in its own hands'}</span> : <StatusMark quiet tone={riskLooks[risk].tone} word={riskLooks[risk].words} />) },
          { key: 'exposed', label: 'At stake with others', numeric: true, cell: ({ exposed: { metric, why }, others }) => (others === 0 ? <span className="quiet">–</span> : <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, format.moneyShort)}</WhyFigure>) },
        ]}
      />
    </Card>
  )
}

/** Rows that a sheet begins with, so that it prints on a page. */
const firstShown = 6

/** Initiatives of others that its goals hang on, with what of the PMO lowers the risk of each. */
export function OutsideTable({ sheet: { holder, outside }, onOffer, lackServices }: { readonly sheet: OfferSheet; readonly onOffer: ((about: OutsideInitiative) => void) | undefined; readonly lackServices: boolean }) {
  const format = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? outside : outside.slice(0, firstShown)
  const more = outside.length > firstShown && <Button aria-expanded={all} onClick={() => setAll((before) => !before)}>{all ? `Show the first ${firstShown}` : `Show all ${format.number(outside.length, 0)}`}</Button>
  return (
    <Card flush title="What it hangs on outside of its control" actions={more} note={lackServices ? <>{words.noServices} <a href="/governance/services">PMO services</a></> : `What is in doubt first, then by what is at stake${more && !all ? `; ${firstShown} of ${format.number(outside.length, 0)}` : ''}`}>
      <Table<OutsideInitiative>
        caption={`Initiatives of others that ${holder.name} depends on`} rows={shown} rowKey={({ initiative }) => initiative.id} empty={words.allOwn} maxHeight={560}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative, owner }) => <span className="block min-w-48"><a className="text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a><span className="quiet block">{owner ?? words.nobody}</span></span> },
          { key: 'rating', label: 'Delivery confidence', cell: ({ rating }) => <RatingMark rating={rating} /> },
          { key: 'goals', label: 'Serves', cell: ({ goals }) => <ul className="grid min-w-48 gap-0.5">{goals.map((goal) => <li key={goal}>{goal}</li>)}</ul> },
          { key: 'value', label: 'At stake', numeric: true, cell: ({ value }) => metricCell(value, format.moneyShort) },
          { key: 'help', label: 'What lowers the risk', cell: ({ services, offers, helped, risk }) => (helped ? (
            <ul className="grid min-w-40 gap-0.5">
              {services.map(({ name, state }) => <li key={name}>{name}<span className="quiet"> {state === 'delivered' ? 'delivered' : 'at work'}</span></li>)}
              {offers > 0 && <li>{format.count(offers, 'offer stands', 'offers stand')}</li>}
            </ul>
          ) : risk === 'likely' ? <span className="quiet">needs nothing</span> : <StatusMark quiet tone="bad" word="Nothing is offered" />) },
          ...(onOffer ? [{ key: 'act', label: '', cell: (one: OutsideInitiative) => <Button aria-label={`Offer something for ${one.initiative.name}`} onClick={() => onOffer(one)}>Offer</Button> }] : []),
        ]}
      />
    </Card>
  )
}
