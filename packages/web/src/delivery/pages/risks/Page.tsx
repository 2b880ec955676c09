import type { Contingency, Drawdown, Issue, IssueList, Registers, Risk, RiskDetail, RiskList } from '@throughline/contract/delivery'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { places } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { FormDialog, Shown, type Reading } from '../../../wire/index.ts'
import ExposureStrip from '../../exposure/ExposureStrip.tsx'
import { riskWords as words } from '../../risk-words.ts'
import type { RegisterActs, RegisterChoices } from './acts.ts'
import { ContingencyCard } from './parts/ContingencyCard.tsx'
import { AgreeContingency, DrawContingency, ReverseDrawdown } from './parts/contingency-forms.tsx'
import { IssueForm } from './parts/IssueForm.tsx'
import { IssuesCard, type IssueFilter } from './parts/IssuesCard.tsx'
import { LoadRisks } from './parts/LoadRisks.tsx'
import { OpenRegister, Overview, type OverviewFilter } from './parts/Overview.tsx'
import { ReviewRisk } from './parts/ReviewRisk.tsx'
import { RiskForm } from './parts/RiskForm.tsx'
import { RisksCard, type RiskFilter } from './parts/RisksCard.tsx'
import { RiskSheet } from './parts/RiskSheet.tsx'

export type RegisterProps = {
  readonly risks: Reading<RiskList>; readonly issues: Reading<IssueList>; readonly contingency: Reading<Contingency>; readonly today: string; /** Nothing is done to a register of an earlier day. */ readonly past: boolean
  readonly riskFilter: RiskFilter; onRiskFilter(filter: RiskFilter): void; readonly issueFilter: IssueFilter; onIssueFilter(filter: IssueFilter): void
  /** The risk whose sheet is open. */
  readonly shown: string | undefined; readonly sheet: Reading<RiskDetail>; onShow(id: string | undefined): void
  readonly acts: RegisterActs; readonly discuss?: ((risk: Risk) => ReactNode) | undefined
  /** What forms offer to choose from, whatever the lists are narrowed down to; read once one of them opens. */
  readonly choices: RegisterChoices; onForm(): void
}
export type RisksPageProps = { readonly registers: Reading<Registers>; readonly filter: OverviewFilter; onFilter(filter: OverviewFilter): void; readonly initiatives: InitiativeChoices; /** The initiative whose register is open; all registers without. */ readonly chosen: string | undefined; onChoose(id: string | undefined): void; readonly register: RegisterProps }

/** Risks, issues and contingency: how registers stand, and one of them. */
export function RisksPage({ registers, filter, onFilter, initiatives, chosen, onChoose, register }: RisksPageProps) {
  const [finding, setFinding] = useState(false)
  const name = register.risks.state === 'full' ? register.risks.value.initiative.name : undefined
  const actions = chosen === undefined ? registers.state === 'full' && registers.value.total > 0 && <Button onClick={() => setFinding(true)}>Open an initiative</Button> : <><Button onClick={() => onChoose(undefined)}>All registers</Button><a className="button" data-kind="secondary" href={`/governance/risk-assurance?initiative=${chosen}`}>Risk assurance</a></>
  return (
    <PageFrame title={words.title} note={chosen === undefined ? words.note : name && <><a href={places.initiative(chosen)}>{name}</a> · <a href={places.sight('initiative', chosen)}>Up to its objectives</a></>} actions={actions}>
      {chosen === undefined ? <Shown reading={registers} what="registers" lines={8}>{(value) => <Overview registers={value} filter={filter} onFilter={onFilter} onChoose={onChoose} onOther={() => setFinding(true)} />}</Shown> : <Register key={chosen} {...register} />}
      {finding && <OpenRegister initiatives={initiatives} onClose={() => setFinding(false)} onChoose={(id) => { setFinding(false); onChoose(id) }} />}
    </PageFrame>
  )
}

type Open = { readonly form: 'add' | 'load' | 'issue' | 'agree' | 'draw' } | { readonly form: 'change' | 'review' | 'withdraw'; readonly risk: Risk } | { readonly form: 'change-issue' | 'withdraw-issue'; readonly issue: Issue } | { readonly form: 'reverse'; readonly drawdown: Drawdown }

function Register({ risks, issues, contingency, past, riskFilter, onRiskFilter, issueFilter, onIssueFilter, shown, sheet, onShow, acts, discuss, today, choices, onForm }: RegisterProps) {
  const [open, setForm] = useState<Open>()
  const setOpen = (next: Open | undefined): void => {
    if (next) onForm()
    setForm(next)
  }
  const list = risks.state === 'full' ? risks.value : undefined
  const canEdit = !past && list !== undefined && list.may.includes('edit_initiative')
  const setting = { currency: list?.currency ?? '', amounts: list?.amounts === 'shown' }
  return (
    <>
      <Shown reading={risks} what="risks" lines={8}>
        {(value) => (
          <>
            <ExposureStrip exposure={value.exposure} />
            <p className="quiet">{words.exposure}</p>
            <RisksCard list={value} filter={riskFilter} canEdit={canEdit} onFilter={onRiskFilter} onOpen={({ id }) => onShow(id)} onAdd={() => setOpen({ form: 'add' })} onLoad={() => setOpen({ form: 'load' })} onSave={() => acts.save('risks')} />
          </>
        )}
      </Shown>
      <Shown reading={issues} what="issues" lines={4}>{(value) => <IssuesCard list={value} filter={issueFilter} canEdit={canEdit} onFilter={onIssueFilter} onAdd={() => setOpen({ form: 'issue' })} onChange={(issue) => setOpen({ form: 'change-issue', issue })} onWithdraw={(issue) => setOpen({ form: 'withdraw-issue', issue })} onSave={() => acts.save('issues')} />}</Shown>
      <Shown reading={contingency} what="the contingency" lines={3}>{(value) => <ContingencyCard contingency={value} canEdit={!past && value.may.includes('edit_money')} onAgree={() => setOpen({ form: 'agree' })} onDraw={() => setOpen({ form: 'draw' })} onReverse={(drawdown) => setOpen({ form: 'reverse', drawdown })} />}</Shown>
      {shown !== undefined && !open && <RiskSheet title="Risk" reading={sheet} {...setting} {...{ canEdit, discuss }} onChange={(risk) => setOpen({ form: 'change', risk })} onReview={(risk) => setOpen({ form: 'review', risk })} onWithdraw={(risk) => setOpen({ form: 'withdraw', risk })} onClose={() => onShow(undefined)} />}
      {open && <Forms {...{ open, acts, today, setting, choices }} contingency={contingency.state === 'full' ? contingency.value : undefined} onClose={() => setOpen(undefined)} onGone={() => onShow(undefined)} />}
    </>
  )
}

type FormsProps = { readonly open: Open; readonly acts: RegisterActs; readonly today: string; readonly setting: { readonly currency: string; readonly amounts: boolean }; readonly choices: RegisterChoices; readonly contingency: Contingency | undefined; onClose(): void; /** The risk whose sheet was open is not there any more. */ onGone(): void }

function Forms({ open, acts, today, setting, choices, contingency, onClose, onGone }: FormsProps) {
  switch (open.form) {
    case 'add':
      return <RiskForm risk={undefined} {...setting} today={today} onSubmit={acts.addRisk} onClose={onClose} />
    case 'change':
      return <RiskForm risk={open.risk} {...setting} today={today} onSubmit={(given) => acts.changeRisk(open.risk, given)} onClose={onClose} />
    case 'review':
      return <ReviewRisk risk={open.risk} {...setting} today={today} onSubmit={(given) => acts.review(open.risk, given)} onClose={onClose} />
    case 'withdraw':
      return <Withdraw name={open.risk.title} onSubmit={async () => { const done = await acts.withdrawRisk(open.risk); if (done.ok) onGone(); return done }} onClose={onClose} />
    case 'load':
      return <LoadRisks acts={acts} onClose={onClose} />
    case 'issue':
      return <IssueForm issue={undefined} {...{ choices, today, onClose }} onSubmit={acts.addIssue} />
    case 'change-issue':
      return <IssueForm issue={open.issue} {...{ choices, today, onClose }} onSubmit={(given) => acts.changeIssue(open.issue, given)} />
    case 'withdraw-issue':
      return <Withdraw name={open.issue.title} onSubmit={() => acts.withdrawIssue(open.issue)} onClose={onClose} />
    case 'agree':
      return contingency ? <AgreeContingency {...{ contingency, acts, today, onClose }} /> : null
    case 'draw':
      return <DrawContingency currency={contingency?.currency ?? setting.currency} {...{ choices, acts, today, onClose }} />
    case 'reverse':
      return <ReverseDrawdown drawdown={open.drawdown} {...{ acts, onClose }} />
  }
}

const Withdraw = ({ name, onSubmit, onClose }: { readonly name: string; onSubmit(): ReturnType<RegisterActs['withdrawRisk']>; onClose(): void }) => (
  <FormDialog title={`Withdraw: ${name}`} act="Withdraw" tone="danger" onSubmit={onSubmit} onClose={onClose}>
    <p>For what was recorded by mistake: it is not in the register any more, and the history keeps it. What can come no more is closed, and what has come has occurred.</p>
  </FormDialog>
)
