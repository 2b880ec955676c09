import { deliveryRoutes as routes } from '@throughline/contract/delivery'
import { useDeferredValue, useState } from 'react'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { Discuss } from '../../../governance/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { download, isPast, problemOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { pageRows, type RegisterActs } from './acts.ts'
import { RisksPage } from './Page.tsx'
import type { RiskFilter } from './parts/RisksCard.tsx'

export const prepare = readAhead(routes.listRegisters, { query: { from: 0, limit: pageRows } })
/** Risks, and issues, that a form offers to choose from at once; the others are found by their words. */
const mostChoices = 90
const everything: RiskFilter = { search: '', state: undefined, kind: undefined, from: 0 }

/** Risks and issues. Which initiative, and which risk of it, stands in the address. */
export default function RisksRoute() {
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const [chosen, shown] = [query['initiative'], query['risk']]
  const [[filter, setFilter], [riskFilter, setRiskFilter], [issueFilter, setIssueFilter]] = [useState({ search: '', from: 0 }), useState(everything), useState({ open: false, from: 0 })]
  const [asked, askedRisks] = [useDeferredValue(filter), useDeferredValue(riskFilter)]
  const found = (search: string, from: number) => ({ from, limit: pageRows, ...(search.trim() === '' ? {} : { search: search.trim() }) })
  const [params, one] = [{ id: chosen ?? '' }, { enabled: chosen !== undefined }]
  const { state, kind } = askedRisks
  const [[forms, setForms], [find, setFind]] = [useState(false), useState('')]
  const wanted = useDeferredValue(find).trim()
  const offered = { limit: mostChoices, ...(wanted === '' ? {} : { search: wanted }) }
  const every = { enabled: chosen !== undefined && forms }
  const [choosableRisks, choosableIssues] = [useRead(routes.listRisks, { params, query: offered }, every), useRead(routes.listIssues, { params, query: offered }, every)]
  return (
    <RisksPage
      registers={useRead(routes.listRegisters, { query: found(asked.search, asked.from) }, { enabled: chosen === undefined })} filter={filter} onFilter={setFilter} initiatives={useFindInitiatives({ enabled: chosen === undefined })} chosen={chosen}
      onChoose={(initiative) => {
        setRiskFilter(everything)
        setIssueFilter({ open: false, from: 0 })
        change({ initiative, risk: undefined, issue: undefined }, 'push')
      }}
      register={{
        risks: useRead(routes.listRisks, { params, query: { ...found(askedRisks.search, askedRisks.from), ...(state ? { state } : {}), ...(kind ? { kind } : {}) } }, one), issues: useRead(routes.listIssues, { params, query: { from: issueFilter.from, limit: pageRows, ...(issueFilter.open ? { open: true } : {}) } }, one), contingency: useRead(routes.readContingency, { params }, one),
        today: useToday(), past, riskFilter, onRiskFilter: setRiskFilter, issueFilter, onIssueFilter: setIssueFilter, shown, sheet: useRead(routes.readRisk, { params: { id: shown ?? '' } }, { enabled: shown !== undefined }), onShow: (risk) => change({ risk }),
        choices: { risks: choosableRisks.state === 'full' ? choosableRisks.value.risks : [], issues: choosableIssues.state === 'full' ? choosableIssues.value.issues : [], totals: { risks: choosableRisks.state === 'full' ? choosableRisks.value.total : 0, issues: choosableIssues.state === 'full' ? choosableIssues.value.total : 0 }, find: setFind },
        onForm: () => {
          setForms(true)
          setFind('')
        },
        acts: useRegisterActs(chosen ?? ''), discuss: ({ id }) => <Discuss subject={{ room: 'delivery', kind: 'risk', id }} />,
      }}
    />
  )
}

function useRegisterActs(id: string): RegisterActs {
  const toast = useToast()
  const params = { id }
  const [addRisk, changeRisk, review, withdrawRisk] = [useAct(routes.addRisk), useAct(routes.changeRisk), useAct(routes.reviewRisk), useAct(routes.withdrawRisk)]
  const [addIssue, changeIssue, withdrawIssue] = [useAct(routes.addIssue), useAct(routes.changeIssue), useAct(routes.withdrawIssue)]
  const [agree, draw, reverse, keep] = [useAct(routes.agreeContingency), useAct(routes.drawContingency), useAct(routes.reverseDrawdown), useAct(routes.keepRiskList)]
  const preview = useAct(routes.previewRiskList, { staleRoom: 'nothing' })
  return {
    addRisk: (body) => addRisk.run({ params, body }), changeRisk: (risk, given) => changeRisk.run({ params: { id: risk.id }, body: { version: risk.version, ...given } }), review: (risk, given) => review.run({ params: { id: risk.id }, body: { version: risk.version, ...given } }), withdrawRisk: (risk) => withdrawRisk.run({ params: { id: risk.id }, query: { version: risk.version } }),
    addIssue: (body) => addIssue.run({ params, body }), changeIssue: (issue, given) => changeIssue.run({ params: { id: issue.id }, body: { version: issue.version, ...given } }), withdrawIssue: (issue) => withdrawIssue.run({ params: { id: issue.id }, query: { version: issue.version } }),
    agree: (body) => agree.run({ params, body }), draw: (body) => draw.run({ params, body }), reverse: (drawdown, reason) => reverse.run({ params: { id: drawdown.id }, body: { reason } }),
    preview: (body, fileName) => preview.run({ params, query: { fileName: fileName.slice(0, 200) }, body }),
    keep: async (rows) => {
      const kept = await keep.run({ params, body: { rows: [...rows] } })
      if (kept.ok) toast({ message: `Added ${kept.value.added}, changed ${kept.value.changed}${kept.value.issues.length > 0 ? `, left out ${kept.value.issues.length}` : ''}`, tone: kept.value.issues.length > 0 ? 'warn' : 'good' })
      return kept
    },
    save: (part) => void download(routes.exportRegister, { params, query: { format: 'xlsx', part } }, `${part}.xlsx`).catch((error: unknown) => toast({ message: problemOf(error).detail, tone: 'bad' })),
  }
}
