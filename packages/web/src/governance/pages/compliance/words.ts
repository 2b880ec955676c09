import type { Attestation, ComplianceStatus, Condition } from '@throughline/contract/governance'
import type { Tone } from '../../../ui/tone.ts'

export const complianceWords = {
  title: 'Compliance',
  note: 'Which obligations bind which initiatives, by what evidence they are met, and who verified it. Missing evidence is never compliant.',
  emptyTitle: 'No obligation is written down',
  emptyWhy: 'Begin with the obligations that bind you: a law, a standard, a policy. Each has a rule that says to which initiatives it applies, and people who verify what others attest.',
  noCases: 'Nothing stands like this.',
  noInitiatives: 'No initiative is there yet to which an obligation could apply.',
  independence: 'Whoever attested it, is of the initiative’s team, or stands in their lines of reporting cannot verify it.',
  rule: 'It applies where all conditions of one of the groups hold. Without any group it applies to all. What nobody gave makes it unclear, never a no.',
} as const

/** How an initiative stands to an obligation. */
export const statusLooks: Readonly<Record<ComplianceStatus, { readonly tone: Tone; readonly words: string }>> = {
  missing: { tone: 'bad', words: 'No evidence' }, rejected: { tone: 'bad', words: 'Evidence rejected' }, lapsed: { tone: 'bad', words: 'Lapsed' }, attested: { tone: 'warn', words: 'Not verified yet' }, unclear: { tone: 'warn', words: 'Unclear whether it applies' },
  excepted: { tone: 'none', words: 'Excepted' }, compliant: { tone: 'good', words: 'Compliant' }, not_applicable: { tone: 'none', words: 'Does not apply' },
}
export const statuses = Object.keys(statusLooks) as readonly ComplianceStatus[]

export const attestationLooks: Readonly<Record<Attestation['state'], { readonly tone: Tone; readonly words: string }>> = { attested: { tone: 'warn', words: 'Not verified yet' }, verified: { tone: 'good', words: 'Verified' }, rejected: { tone: 'bad', words: 'Rejected' } }

/** How a condition asks, of words and of sizes; days are on or after, or before. */
export const operatorWords: Readonly<Record<Condition['operator'], string>> = { one_of: 'is one of', none_of: 'is none of', at_least: 'is at least', below: 'is below' }
export const dayOperatorWords: Readonly<Record<Condition['operator'], string>> = { ...operatorWords, at_least: 'is on or after', below: 'is before' }
