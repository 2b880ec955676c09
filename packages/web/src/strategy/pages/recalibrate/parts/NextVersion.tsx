import type { RecalibrationCase, StrategyVersionDetail } from '@throughline/contract/strategy'
import { weightUnits } from '@throughline/engine/strategy'
import { Plus } from 'lucide-react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Slider } from '../../../../ui/controls/Slider.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { withWeight, type Levers } from '../levers.ts'

export type EditingKind = { readonly kind: 'add' } | { readonly kind: 'change' | 'retire'; readonly key: string } | { readonly kind: 'measure'; readonly key: string }
export type NextVersionProps = {
  readonly version: StrategyVersionDetail
  readonly of: RecalibrationCase
  readonly levers: Levers
  readonly canEdit: boolean
  onLevers(levers: Levers): void
  onEdit(editing: EditingKind): void
}

/** The next version beside the one in force: what each objective counted and counts. One weight moves, the others give way in proportion. */
export function NextVersion({ version, of, levers, canEdit, onLevers, onEdit }: NextVersionProps) {
  const format = useFormat()
  const was = new Map(of.before.objectives.map(({ key, units }) => [key, units]))
  const kept = new Set(of.after.objectives.map(({ key }) => key))
  const gone = of.before.objectives.filter(({ key }) => !kept.has(key))
  const most = Math.max(...Object.values(levers.units), 30_000_000)
  const inOrder = version.content.perspectives.map((perspective) => ({ perspective, objectives: version.content.objectives.filter(({ perspectiveId }) => perspectiveId === perspective.id) })).filter(({ objectives }) => objectives.length > 0)
  return (
    <Card title={`Version ${version.no} beside version ${of.before.no}`} note="Move one weight and the others give way in proportion; what follows is worked out at once." actions={canEdit && <Button icon={<Plus aria-hidden="true" />} onClick={() => onEdit({ kind: 'add' })}>Objective</Button>}>
      <div className="grid gap-4">
        {inOrder.map(({ perspective, objectives }) => (
          <section key={perspective.id} aria-label={perspective.name} className="grid gap-2">
            <h3 className="text-label text-ink-2">{perspective.name}</h3>
            {objectives.map(({ key, statement }) => {
              const [now, before] = [levers.units[key] ?? 0, was.get(key)]
              return (
                <div key={key} className="grid gap-1 border-b border-border pb-2">
                  <Slider label={statement} min={0} max={Math.round(most / 100_000)} step={5} value={Math.round(now / 100_000)} disabled={!canEdit} format={() => before === undefined ? `new, ${format.percent(now / weightUnits, 1)}` : before === now ? format.percent(now / weightUnits, 1) : `${format.percent(before / weightUnits, 1)} to ${format.percent(now / weightUnits, 1)}`} onChange={(part) => onLevers({ ...levers, units: withWeight(levers.units, key, part * 100_000) })} />
                  {canEdit && <span className="flex justify-end"><Button kind="link" onClick={() => onEdit({ kind: 'change', key })}>Change</Button><Button kind="link" onClick={() => onEdit({ kind: 'measure', key })}>Measures</Button><Button kind="link" onClick={() => onEdit({ kind: 'retire', key })}>Retire</Button></span>}
                </div>
              )
            })}
          </section>
        ))}
        {gone.length > 0 && <p className="quiet">Not in it any more: {gone.map(({ statement, units }) => `${statement} (${format.percent(units / weightUnits, 1)})`).join(', ')}.</p>}
        <div className="grid gap-3 border-t border-border pt-3">
          <NumberField label="Money to go, of what runs" hint="Left empty, money is no limit." unit="%" min={0} max={1000} disabled={!canEdit} value={levers.budgetPercent === null ? null : String(levers.budgetPercent)} onChange={(text) => onLevers({ ...levers, budgetPercent: text === null ? null : Number(text) })} />
          <NumberField label="What a stop must gain" hint={of.settings.worth.kind === 'strategic' ? 'Points; full alignment is 10,000. It keeps small changes from tossing work about.' : 'Minor units beyond its costs.'} min={0} disabled={!canEdit} value={String(levers.hysteresis)} onChange={(text) => onLevers({ ...levers, hysteresis: Math.max(0, Math.round(Number(text ?? 0))) })} />
        </div>
      </div>
    </Card>
  )
}
