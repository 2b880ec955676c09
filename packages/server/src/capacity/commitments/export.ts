import type { Commitments } from '@throughline/contract/capacity'
import type { InitiativeFacts } from '@throughline/engine/demand'
import type { StartReadiness } from '@throughline/engine/capacity'
import { formatDecimal, minorDigits, type CivilDate } from '@throughline/engine/kernel'
import { exportFormats, writeTables, type ExportTable, type TableColumn } from '@throughline/exchange/table'
import type { Download } from '../../http/index.ts'
import { conditionText } from '../../starts/index.ts'

/** What a workbook of commitments is made from: all of it, as whoever asks may see it. */
export type CommitmentFile = { readonly organisation: string; readonly today: CivilDate; readonly seesMoney: boolean; readonly commitments: Commitments; readonly starts: readonly { readonly initiative: InitiativeFacts; readonly readiness: StartReadiness }[] }

type Amount = { readonly status: string; readonly value?: { readonly minor: string } }
const text = (key: string, label: string): TableColumn => ({ key, label, kind: 'text' })
const date = (key: string, label: string): TableColumn => ({ key, label, kind: 'date' })
const money = (key: string, label: string): TableColumn => ({ key, label, kind: 'money' })
const stateWords = { ready: 'Ready', blocked: 'Blocked', unknown: 'Not known' } as const
const conditionWords = { met: 'met', unmet: 'not met', unknown: 'not known' } as const

/** Envelopes, the budget ledger, what was asked for, exceptions, and whether starts are ready, a row for each condition. Without the right to see amounts their columns are left out. */
export function commitmentTables({ seesMoney, commitments, starts }: CommitmentFile): readonly ExportTable[] {
  const { currency, envelopes, entries, funding, staffing, exceptions } = commitments
  const major = (amount: Amount): string | null => (amount.status === 'ok' && amount.value ? formatDecimal(BigInt(amount.value.minor), minorDigits(currency)) : null)
  const table = (name: string, columns: readonly TableColumn[], rows: ExportTable['rows']): ExportTable => ({ name, columns: columns.filter(({ kind }) => seesMoney || kind !== 'money'), rows })
  const asked = [text('initiative', 'Initiative'), text('of', 'Of'), text('words', 'What for'), text('by', 'Asked by'), text('at', 'Asked at'), text('state', 'State'), text('answer', 'Answer'), text('answered', 'Answered by')]
  const said = ({ initiative, words, askedBy, askedAt, state, answer }: (typeof funding)[number] | (typeof staffing)[number]) => ({ initiative: initiative.name, words, by: askedBy.name, at: askedAt, state, answer: answer?.words ?? null, answered: answer?.by ?? null })
  return [
    table('Starts', [text('key', 'Key'), text('initiative', 'Initiative'), text('state', 'State'), date('starts', 'Starts'), text('ready', 'Ready'), text('condition', 'Condition'), text('standing', 'Standing'), text('found', 'Found and needed')], starts.flatMap(({ initiative: { key, name, state }, readiness }) => {
      const start = { key, initiative: name, state: state.replaceAll('_', ' '), starts: readiness.startsOn, ready: stateWords[readiness.state] }
      return readiness.conditions.length === 0 ? [{ ...start, condition: 'nothing is asked for' }] : readiness.conditions.map((one) => ({ ...start, condition: one.thing, standing: conditionWords[one.state], found: conditionText(one, seesMoney) }))
    })),
    table('Envelopes', [text('name', 'Envelope'), text('year', 'Fiscal year'), text('owner', 'Owner'), text('decision', 'Approved by'), money('amount', 'Holds'), money('committed', 'Committed'), money('waiting', 'Waiting'), money('free', 'Free')], envelopes.map((one) => ({ name: one.name, year: one.label, owner: one.owner.name, decision: one.decision?.name ?? null, amount: major(one.amount), committed: major(one.committed.metric), waiting: major(one.waiting), free: major(one.free.metric) }))),
    table('Budget ledger', [text('at', 'At'), text('kind', 'Entry'), text('initiative', 'Initiative'), text('envelope', 'Envelope'), text('year', 'Fiscal year'), money('amount', 'Amount'), text('reason', 'Reason'), text('by', 'By')], entries.map(({ at, kind, initiative, envelope, amount, reason, by }) => ({ at, kind, initiative: initiative.name, envelope: envelope.name, year: envelope.label, amount: major(amount), reason, by }))),
    table('Funds asked for', [...asked, money('amount', 'Asked'), money('committed', 'Committed')], funding.map((one) => ({ ...said(one), of: `${one.envelope.name}, ${one.envelope.label}`, amount: major(one.amount), committed: major(one.committed) }))),
    table('People asked for', [...asked, text('skill', 'Skill'), date('from', 'From'), date('to', 'Until, not with'), text('unit', 'Unit'), text('quantity', 'Asked quantity'), text('committed', 'Committed quantity')], staffing.map((one) => ({ ...said(one), of: one.pool.name, skill: one.skill, from: one.from, to: one.to, unit: one.pool.unit, quantity: one.quantity, committed: one.committed }))),
    table('Exceptions', [text('initiative', 'Initiative'), date('until', 'Until'), text('reason', 'Reason'), text('by', 'By'), text('at', 'At'), text('holds', 'In force')], exceptions.map(({ initiative, untilOn, reason, by, at, inForce }) => ({ initiative: initiative.name, until: untilOn, reason, by, at, holds: inForce ? 'yes' : 'no' }))),
  ]
}

/** The same as a workbook. */
export const commitmentFile = async (file: CommitmentFile): Promise<Download> => ({
  bytes: await writeTables(commitmentTables(file), [{ label: 'Organisation', text: file.organisation }, { label: 'Day', text: file.today }, { label: 'Start gate', text: file.commitments.gate.on ? 'on' : 'off' }, { label: 'Amounts', text: file.seesMoney ? file.commitments.currency : 'withheld from who asked for this file' }]),
  contentType: exportFormats.xlsx.mediaType, fileName: `funding-and-staffing${exportFormats.xlsx.ending}`,
})
