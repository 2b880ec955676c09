import type { CaseLine, CaseOption, CasePart, CaseRisk, CaseWorkbench, RealisedOffer } from '@throughline/contract/demand'
import type { CaseActs } from '../acts.ts'
import { BeginDraft, DecideCase, EditPart, PreferOption, PutAway, SubmitCase } from './forms.tsx'
import { EditBasis } from './EditBasis.tsx'
import { EditLine } from './EditLine.tsx'
import { EditOption } from './EditOption.tsx'
import { EditRisk } from './EditRisk.tsx'
import { EditScenarios } from './EditScenarios.tsx'
import { LoadFlows } from './LoadFlows.tsx'

/** What is open over the workbench. */
export type Open =
  | { readonly kind: 'draft'; readonly from?: number } | { readonly kind: 'submit' | 'decide' | 'put-away' | 'basis' | 'prefer' | 'scenarios' }
  | { readonly kind: 'option'; readonly option?: CaseOption } | { readonly kind: 'part'; readonly part: CasePart }
  | { readonly kind: 'line'; readonly option: CaseOption; readonly line?: CaseLine } | { readonly kind: 'risk'; readonly option: CaseOption; readonly risk?: CaseRisk } | { readonly kind: 'load'; readonly option: CaseOption }

/** One form at a time; what was entered stays where it is refused. */
export function Dialogs({ bench, open, offered, acts, onClose }: { readonly bench: CaseWorkbench; readonly open: Open; readonly offered: RealisedOffer | undefined; readonly acts: CaseActs; onClose(): void }) {
  const form = { acts, onClose }
  if (open.kind === 'draft') return <BeginDraft {...form} from={open.from} first={bench.versions.length === 0} currency={bench.currency} />
  const { shown, currency } = bench
  if (!shown) return null
  switch (open.kind) {
    case 'submit': return <SubmitCase {...form} shown={shown} />
    case 'decide': return <DecideCase {...form} shown={shown} name={bench.initiative.name} />
    case 'put-away': return <PutAway {...form} shown={shown} />
    case 'basis': return <EditBasis {...form} shown={shown} />
    case 'prefer': return <PreferOption {...form} shown={shown} />
    case 'scenarios': return <EditScenarios {...form} shown={shown} />
    case 'option': return <EditOption {...form} shown={shown} option={open.option} offered={offered} />
    case 'part': return <EditPart {...form} part={open.part} />
    case 'line': return <EditLine {...form} shown={shown} option={shown.options.find(({ id }) => id === open.option.id) ?? open.option} line={open.line} currency={currency} />
    case 'risk': return <EditRisk {...form} shown={shown} option={shown.options.find(({ id }) => id === open.option.id) ?? open.option} risk={open.risk} currency={currency} />
    case 'load': return <LoadFlows {...form} option={shown.options.find(({ id }) => id === open.option.id) ?? open.option} currency={currency} />
  }
}
