import type { Example } from '@throughline/contract/demand'
import type { Job } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import { Archive, Building2, FilePlus2, FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { ProgressBar } from '../../../../ui/display/Progress.tsx'
import { ProblemNote, isOver, shareDone, type Reading } from '../../../../wire/index.ts'

export type ChoicesProps = {
  readonly examples: Reading<readonly Example[]>
  /** The example that is being loaded, and how far it is. */
  readonly loading: { readonly key: string; readonly job: Job | undefined } | undefined
  readonly problem: Problem | undefined
  readonly canEdit: boolean
  onLoad(key: string): void
  onCancel(): void
}

/** Four ways to begin: real published data, a file of one's own, nothing, or an archive. */
export function Choices({ examples, loading, problem, canEdit, onLoad, onCancel }: ChoicesProps) {
  const busy = loading !== undefined && !(loading.job && isOver(loading.job))
  return (
    <div className="grid gap-4">
      <ProblemNote problem={problem ?? failureOf(loading?.job)} />
      {loading?.job?.state === 'cancelled' && <p role="status">Loading was stopped; nothing was kept.</p>}
      <ul className="grid gap-4 md:grid-cols-2">
        <Examples {...{ examples, canEdit, busy, onLoad, onCancel }} loading={loading} />
        <Choice icon={<FileUp />} title="Import your own portfolio" act={<LinkButton href="/demand/import">Import a file</LinkButton>}>
          A CSV or XLSX file with one row per initiative. You see what was read, and what was odd, before anything is kept.
        </Choice>
        <Choice icon={<FilePlus2 />} title="Start empty" act={<LinkButton href="/strategy">Write the strategy</LinkButton>}>
          Begin with perspectives and objectives, then add the initiatives that serve them.
        </Choice>
        <Choice icon={<Archive />} title="Come back with everything" act={<LinkButton href="/people/access">Restore an archive</LinkButton>}>
          An archive from here or from another installation brings back every figure with its history.
        </Choice>
      </ul>
    </div>
  )
}

function Examples({ examples, loading, canEdit, busy, onLoad, onCancel }: Omit<ChoicesProps, 'problem'> & { readonly busy: boolean }) {
  if (examples.state === 'loading') return <Choice icon={<Building2 />} title="A real portfolio">Looking for portfolios that ship with the product.</Choice>
  if (examples.state === 'refused') return <Choice icon={<Building2 />} title="A real portfolio" act={<Button onClick={examples.again}>Try again</Button>}>{examples.problem.detail}</Choice>
  return examples.value.map((example, index) => {
    const mine = busy && loading?.key === example.key
    return (
      <Choice
        key={example.key}
        wide={index === 0}
        icon={<Building2 />}
        title={example.title}
        act={
          mine ? (
            <div className="w-full">
              <ProgressBar label={loading.job?.progress?.words || 'Starting'} done={loading.job ? (shareDone(loading.job) ?? null) : null} onCancel={onCancel} />
            </div>
          ) : (
            <Button kind={index === 0 ? 'primary' : 'secondary'} disabled={busy || !canEdit} onClick={() => onLoad(example.key)}>
              Load this portfolio<span className="visually-hidden">: {example.title}</span>
            </Button>
          )
        }
      >
        {example.about}
        <span className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
          <span className="quiet">Publications</span>
          <span className="figures">{example.publications}</span>
          <span className="quiet">Source</span>
          <span>{example.source}</span>
          <span className="quiet">Licence</span>
          <span>{example.licence}</span>
        </span>
        {!canEdit && <span className="quiet mt-2 block">Loading it needs the role editor.</span>}
      </Choice>
    )
  })
}

const Choice = ({ icon, title, act, wide = false, children }: { readonly icon: ReactNode; readonly title: string; readonly act?: ReactNode; readonly wide?: boolean; readonly children: ReactNode }) => (
  <li className={`card gap-3 p-5 ${wide ? 'md:col-span-2' : ''}`}>
    <h2 className="flex items-center gap-2 text-section [&_svg]:size-5 [&_svg]:text-ink-3">
      {icon}
      {title}
    </h2>
    <div className="grow text-ink-2">{children}</div>
    {act && <div className="flex">{act}</div>}
  </li>
)

const LinkButton = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <a className="button" data-kind="secondary" href={href}>
    {children}
  </a>
)

const failureOf = (job: Job | undefined): Problem | undefined =>
  job?.state === 'failed' ? { type: '', status: 500, code: 'job_failed', title: 'Loading failed', detail: 'Nothing was kept.', ...job.problem } : undefined
