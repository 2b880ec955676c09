import type { Benchmark, Measure, MeasureSettings, PlanPoint } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { unitLabel } from '../../../words.ts'

type Peers = Omit<Benchmark, 'count' | 'p50'> & { readonly count: string | null; readonly p50: string | null }

/** What was budgeted and is forecast, one line a day, and how peers do. */
export function PlanAndPeers({ measure, onSave, onClose }: { readonly measure: Measure; onSave(settings: Partial<MeasureSettings>): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const { plan, benchmarks, dueAfterDays } = measure.settings
  const [budget, setBudget] = useState(linesOf(plan, 'budget'))
  const [forecast, setForecast] = useState(linesOf(plan, 'forecast'))
  const [days, setDays] = useState<string | null>(String(dueAfterDays))
  const [peers, setPeers] = useState<Peers>(() => (benchmarks[0] ? { ...benchmarks[0], count: String(benchmarks[0].count) } : noPeers))
  const set = (change: Partial<Peers>) => setPeers((all) => ({ ...all, ...change }))
  const [budgeted, forecasted] = [readLines(budget, 'budget'), readLines(forecast, 'forecast')]
  const wrong = [...budgeted.wrong, ...forecasted.wrong]
  const started = peers.peers.trim() !== '' || peers.p50 !== null
  const benchmark = benchmarkOf(peers)
  const notYet = wrong.length > 0 ? `Not a date and a number: ${wrong[0]}` : started && !benchmark ? 'Peers need a name, how many they are, a median and a date' : undefined
  const unit = unitLabel(measure.unit)
  return (
    <FormDialog size="wide" title="Plan and peers" subtitle={measure.name} act="Save" notYet={notYet} onSubmit={() => onSave({ plan: [...budgeted.points, ...forecasted.points], benchmarks: [...(benchmark ? [benchmark] : []), ...benchmarks.slice(1)], dueAfterDays: Number(days ?? dueAfterDays) })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextArea label="Budget" hint="One line a period, as in Excel: 2025-10-31 and the value" rows={5} value={budget} onChange={setBudget} error={fieldError(problem, 'settings/plan')} />
            <TextArea label="Forecast" hint="One line a period: 2025-10-31 and the value" rows={5} value={forecast} onChange={setForecast} />
            <NumberField label="Due so many days after a period" min={0} max={366} value={days} onChange={setDays} />
          </div>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField label="Peers" maxLength={300} value={peers.peers} onChange={(text) => set({ peers: text })} />
            <NumberField label="How many" min={1} value={peers.count} onChange={(count) => set({ count })} />
            <NumberField label="Lower quartile" unit={unit} value={peers.p25} onChange={(p25) => set({ p25 })} />
            <NumberField label="Median" unit={unit} value={peers.p50} onChange={(p50) => set({ p50 })} />
            <NumberField label="Upper quartile" unit={unit} value={peers.p75} onChange={(p75) => set({ p75 })} />
            <TextField label="As of" type="date" value={peers.asOf} onChange={(asOf) => set({ asOf })} />
            <TextField label="Valid until" type="date" value={peers.validUntil ?? ''} onChange={(until) => set({ validUntil: until || null })} />
            <TextField label="In what they differ" maxLength={2000} value={peers.comparability} onChange={(comparability) => set({ comparability })} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

const noPeers: Peers = { peers: '', count: null, p25: null, p50: null, p75: null, asOf: '', validUntil: null, comparability: '' }
const linesOf = (plan: readonly PlanPoint[], kind: PlanPoint['kind']): string => plan.filter((point) => point.kind === kind).map(({ on, value }) => `${on}\t${value}`).join('\n')

function benchmarkOf({ count, p50, ...rest }: Peers): Benchmark | undefined {
  return count !== null && p50 !== null && rest.peers.trim() !== '' && rest.asOf !== '' ? { ...rest, count: Number(count), p50 } : undefined
}

/** Lines of a date and a value; what is neither is named. */
export function readLines(text: string, kind: PlanPoint['kind']): { readonly points: readonly PlanPoint[]; readonly wrong: readonly string[] } {
  const read = text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ line, found: /^\s*(\d{4}-\d{2}-\d{2})[\s;,]+(-?\d+(?:\.\d+)?)\s*$/.exec(line) }))
  return { points: read.flatMap(({ found }) => (found?.[1] && found[2] ? [{ kind, on: found[1], value: found[2] }] : [])), wrong: read.flatMap(({ line, found }) => (found ? [] : [line.trim()])) }
}
