import type { Framework, FrameworkAdoption, FrameworkMigration, Frameworks } from '@throughline/contract/governance'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { EditFramework } from './parts/EditFramework.tsx'
import { AdoptFramework, PublishFramework, RetireFramework, type FrameworkActs } from './parts/framework-forms.tsx'
import { FrameworkSheet } from './parts/FrameworkSheet.tsx'
import { MigrateInitiatives } from './parts/MigrateInitiatives.tsx'
import { AdoptionsTable, FrameworksTable } from './parts/tables.tsx'
import { frameworksWords as words } from './words.ts'

export type FrameworksProps = {
  readonly reading: Reading<Frameworks>; readonly may: { readonly edit: boolean; readonly adopt: boolean }; readonly initiatives: InitiativeChoices; readonly today: string
  /** Services of the PMO that an element can name. */
  readonly services: readonly { readonly id: string; readonly name: string }[]
  /** The framework whose sheet is open, and the edition to which initiatives are about to be moved. */
  readonly shown: string | undefined; readonly migrating: number | undefined; readonly migration: Reading<FrameworkMigration>
  onShow(id: string | undefined, migrating?: number): void
  readonly discuss: (framework: Framework) => ReactNode
  readonly acts: FrameworkActs
}
type Open = { readonly form: 'edit' | 'publish' | 'retire'; readonly framework: Framework } | { readonly form: 'add' } | { readonly form: 'adopt'; readonly adoption?: FrameworkAdoption }

/** How initiatives are to be run, and which edition of it each of them follows. */
export function FrameworksPage({ reading, may, initiatives, today, services, shown, migrating, migration, onShow, discuss, acts }: FrameworksProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const sheet = found?.frameworks.find(({ id }) => id === shown)
  const nameOf = (id: string): string => [...services, ...(found?.services ?? [])].find((one) => one.id === id)?.name ?? 'a service'
  const canAdopt = may.adopt && (found?.frameworks.some(({ inForce, retired }) => inForce !== null && retired === null) ?? false)
  const act = (form: 'edit' | 'publish' | 'retire' | 'migrate', framework: Framework) => {
    if (form === 'migrate') return onShow(framework.id, framework.editions[0]?.no)
    onShow(undefined)
    setOpen({ form, framework })
  }
  const adding = may.edit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'add' })}>Add a framework</Button>
  const actions = found && found.frameworks.length > 0 && <>{canAdopt && <Button onClick={() => setOpen({ form: 'adopt' })}>Follow a framework</Button>}{adding}</>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="frameworks" lines={8}>
        {(value) => value.frameworks.length === 0
          ? <EmptyState title={words.emptyTitle} actions={adding}>{words.emptyWhy}</EmptyState>
          : <>
              <FrameworksTable frameworks={value.frameworks} onOpen={({ id }) => onShow(id)} />
              <AdoptionsTable found={value} canAdopt={canAdopt} onAdopt={(adoption) => setOpen({ form: 'adopt', adoption })} />
            </>}
      </Shown>
      {sheet && !open && migrating === undefined && <FrameworkSheet framework={sheet} services={found?.services ?? []} canEdit={may.edit} discuss={discuss(sheet)} onClose={() => onShow(undefined)} onAct={(form) => act(form, sheet)} />}
      {sheet && migrating !== undefined && may.edit && <MigrateInitiatives framework={sheet} edition={migrating} onEdition={(no) => onShow(sheet.id, no)} onClose={() => onShow(sheet.id)} {...{ migration, today, nameOf, acts }} />}
      {open?.form === 'add' && <EditFramework services={services} acts={acts} onClose={close} />}
      {open?.form === 'edit' && <EditFramework framework={open.framework} services={services} acts={acts} onClose={close} />}
      {open?.form === 'publish' && <PublishFramework framework={open.framework} {...{ today, nameOf, acts }} onClose={close} />}
      {open?.form === 'retire' && <RetireFramework framework={open.framework} acts={acts} onClose={close} />}
      {found && open?.form === 'adopt' && <AdoptFramework adoption={open.adoption} adoptions={found.adoptions} frameworks={found.frameworks} initiatives={initiatives} acts={acts} onClose={close} />}
    </PageFrame>
  )
}
