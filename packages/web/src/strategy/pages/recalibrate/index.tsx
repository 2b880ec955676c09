import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes, type DraftEdit } from '@throughline/contract/strategy'
import { refuse } from '@throughline/engine/kernel'
import { useCallback, useMemo, useState } from 'react'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { Tripped } from '../../parts/Tripped.tsx'
import { draftMeasureActs } from '../../parts/DraftMeasures.tsx'
import { editOf, isMoved, leversOver, movedFrom, preparedOf, solverLevers, withLevers, type Levers, type Moved } from './levers.ts'
import { RecalibratePage, type Asking, type RecalibrateActs } from './Page.tsx'
import { chosenOf, retired } from './edits.ts'
import { useRanks } from './use-ranks.ts'
import { useRoadmap } from './use-roadmap.ts'
import { useRecalibration } from './use-recalibration.ts'

export const prepare = readAhead(strategyRoutes.listVersions, {})

/** Recalibrates in the browser as the next version is moved; what is saved, sent and decided goes through the server. */
export default function RecalibrateRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const versions = useRead(strategyRoutes.listVersions, {})
  const horizon = useRead(strategyRoutes.readHorizon, {})
  const item = versions.state === 'full' ? versions.value.find(({ status }) => status === 'draft' || status === 'sent') : undefined
  const params = useMemo(() => ({ id: item?.id ?? '' }), [item?.id])
  const there = { enabled: item !== undefined }
  const next = useRead(strategyRoutes.readVersion, { params }, there)
  const reading = useRead(strategyRoutes.readRecalibrationCase, { params }, there)
  const of = reading.state === 'full' ? reading.value : undefined
  const [moved, setMoved] = useState<Moved>()
  const [asking, setAsking] = useState<Asking>()
  const over = useMemo(() => of && leversOver(moved, of), [of, moved])
  const levers = over?.levers
  const prepared = useMemo(() => of && preparedOf(of), [of])
  const given = useMemo(() => (of && prepared && levers ? solverLevers(of, prepared, levers) : undefined), [of, prepared, levers])
  const known = useRecalibration(prepared?.input, given)
  const ranking = useRanks(prepared?.input, given)
  const units = useRead(peopleRoutes.listUnits, {}, { enabled: asking === 'approve' })
  const names = useMemo(() => new Map(units.state === 'full' ? units.value.map(({ id, name }) => [id, name]) : []), [units])
  const acts = useRecalibrateActs(params.id, next.state === 'full' ? next.value : undefined, of, levers, known, () => setMoved(undefined))
  const roadmap = useRoadmap(params.id, next.state === 'full' ? `${next.value.id} ${next.value.version}` : '')
  return (
    <RecalibratePage
      {...{ versions, prepared, levers, known, asking, past, roadmap, ranking }}
      next={item ? next : undefined}
      reading={item ? reading : undefined}
      current={(known.refused?.of ?? known.found?.of) === given}
      clock={useRead(strategyRoutes.listRecalibrations, {})}
      hint={horizon.state === 'full' && <Tripped assumptions={horizon.value.assumptions} />}
      approval={useRead(strategyRoutes.previewAdoption, { params }, { enabled: asking === 'approve' })}
      rebase={useRead(strategyRoutes.previewDraftRebase, { params }, { enabled: asking === 'rebase' })}
      canEdit={allows(session, 'edit_strategy')}
      today={useToday()}
      onAsk={setAsking}
      lost={over?.lost ?? false}
      onLevers={(to) => of && setMoved(movedFrom(of, to))}
      acts={acts}
      unitName={useCallback((id: string) => names.get(id) ?? 'a unit', [names])}
    />
  )
}

type Version = Parameters<typeof retired>[0]
const goneProblem = refuse({ type: 'about:blank', title: 'There is no next version', status: 409, code: 'not_found', detail: 'It was decided or discarded meanwhile. Load the page again.' })

function useRecalibrateActs(id: string, version: Version | undefined, of: Parameters<typeof editOf>[0] | undefined, levers: Levers | undefined, known: ReturnType<typeof useRecalibration>, onKept: () => void): RecalibrateActs {
  const params = { id }
  const answers = { answers: () => keyOf(strategyRoutes.readVersion, { params }) }
  const begin = useAct(strategyRoutes.startDraft)
  const change = useAct(strategyRoutes.changeDraft, answers)
  const send = useAct(strategyRoutes.sendDraft, answers)
  const recall = useAct(strategyRoutes.recallDraft, answers)
  const discard = useAct(strategyRoutes.discardDraft)
  const approve = useAct(strategyRoutes.approveDraft)
  const rebase = useAct(strategyRoutes.rebaseDraft, answers)
  const reject = useAct(strategyRoutes.rejectDraft, answers)
  const edit = async (given: Omit<DraftEdit, 'version'>) => (version ? change.run({ params, body: { version: version.version, ...given } }) : goneProblem)
  return {
    onBegin: ({ from, ...given }) => begin.run({ body: { ...given, from } }),
    onSave: async () => (of && levers ? edit(editOf(of, levers)) : goneProblem),
    onAdd: async (given) => {
      const key = crypto.randomUUID()
      return edit({ addObjectives: [{ key, weight: 0, ...given }], mappings: [...(version?.mappings ?? []), { kind: 'added', key, weight: [] }] })
    },
    onChange: async (key, given) => edit({ setObjectives: [{ key, ...given }] }),
    // Its weight goes on as the weights stand on the page, so what was moved is kept with it.
    onRetire: async (key, to) => {
      if (!version || !of || !levers) return goneProblem
      const done = await edit({ ...(isMoved(of, levers) ? { settings: editOf(of, levers).settings } : {}), ...retired(version, withLevers(of, levers), key, to) })
      if (done.ok) onKept()
      return done
    },
    measures: (key) => draftMeasureActs(edit, key),
    onChoose: async (ids) => edit({ actions: chosenOf(version?.actions ?? [], known.found?.recalibration.actions ?? [], ids) }),
    onSend: async (remark) => (version ? send.run({ params, body: { version: version.version, remark } }) : goneProblem),
    onRecall: async (remark) => (version ? recall.run({ params, body: { version: version.version, remark } }) : goneProblem),
    onDiscard: async () => (version ? discard.run({ params, query: { version: version.version } }) : goneProblem),
    onApprove: async (given, seen) => (version ? approve.run({ params, body: { version: version.version, seen, ...given } }) : goneProblem),
    onRebase: async (seen, take) => (version ? rebase.run({ params, body: { version: version.version, seen, take } }) : goneProblem),
    onReject: async (given) => (version ? reject.run({ params, body: { version: version.version, ...given } }) : goneProblem),
  }
}
