import { governanceRoutes, type Attestation, type ComplianceCase, type Condition, type Obligation, type RuleAttribute } from '@throughline/contract/governance'
import { checkTable, number, set, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { readAmount, type Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, memberRoles, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about obligations, and how initiatives stand to them. A table beneath an obligation holds its conditions: all of them have to hold. */
export const complianceSentences: readonly Sentence[] = [
  does('{person} adds the obligation {text}, verified by {person}', async ({ world, table }, person, title, verifier) => {
    const { attributes } = await libraryOf(world)
    const rule = table === undefined ? [] : [table.map((row) => conditionOf(attributes, row))]
    await act(world, person, governanceRoutes.addObligation, { body: { title, source: 'The law', requirement: '', evidence: 'A signed paper', rule, validMonths: 12, verifierIds: [accountOf(world, verifier)] } })
  }),
  does('{person} retires the obligation {text}', async ({ world }, person, title) => {
    const { id, version } = await findObligation(world, title)
    await act(world, person, governanceRoutes.retireObligation, { params: { id }, body: { version, reason: 'Repealed' } })
  }),
  does('{person} attests {text} of {text} by evidence of {date}', async ({ world }, person, title, initiative, evidenceOn) => act(world, person, governanceRoutes.attest, { body: { ...(await pairOf(world, title, initiative)), ...paper, evidenceOn } })),
  does('{person} attests {text} of {text} by evidence of {date} until {date}', async ({ world }, person, title, initiative, evidenceOn, expiresOn) => act(world, person, governanceRoutes.attest, { body: { ...(await pairOf(world, title, initiative)), ...paper, evidenceOn, expiresOn } })),
  does('{person} verifies {text} of {text}', async ({ world }, person, title, initiative) => judge(world, person, await lastOf(world, title, initiative), 'verified')),
  does('{person} rejects {text} of {text}', async ({ world }, person, title, initiative) => judge(world, person, await lastOf(world, title, initiative), 'rejected')),
  does('{person} excepts {text} from {text} until {date}', async ({ world }, person, initiative, title, expiresOn) => act(world, person, governanceRoutes.grantException, { body: { ...(await pairOf(world, title, initiative)), reason: 'A pilot', compensation: 'A weekly look', fromOn: '2026-11-21', expiresOn } })),
  does('{person} ends the exception of {text} from {text}', async ({ world }, person, initiative, title) => {
    const { id, version } = present((await caseOf(world, title, initiative)).exceptions[0], `exception of ${initiative} from ${title}`)
    await act(world, person, governanceRoutes.endException, { params: { id }, body: { version, reason: 'The pilot is over' } })
  }),
  checks('the compliance cases read', async ({ world, table }) => checkTable('cases', table, (await world.home.viewer.read(governanceRoutes.readComplianceCases, {})).cases, caseColumns(world))),
  checks('the obligations read', async ({ world, table }) => checkTable('obligations', table, (await libraryOf(world)).obligations, obligationColumns)),
]

const paper = { control: 'A review before the gate', evidence: 'The signed paper', reference: 'Archive 7' }
const libraryOf = ({ home }: World) => home.viewer.read(governanceRoutes.readObligations, {})
const findObligation = async (world: World, title: string): Promise<Obligation> => theOne('obligation', (await libraryOf(world)).obligations, (one) => one.title, title)
const pairOf = async (world: World, title: string, initiative: string) => ({ obligationId: (await findObligation(world, title)).id, initiativeId: (await findInitiative(world, initiative)).id })
const caseOf = async (world: World, title: string, initiative: string): Promise<ComplianceCase> => present((await world.home.viewer.read(governanceRoutes.readComplianceCases, { query: await pairOf(world, title, initiative) })).cases[0], `case of ${title} and ${initiative}`)
const lastOf = async (world: World, title: string, initiative: string): Promise<Attestation> => present((await caseOf(world, title, initiative)).attestations[0], `attestation of ${title} for ${initiative}`)
const judge = (world: World, person: Person, { id, version }: Attestation, verdict: 'verified' | 'rejected') => act(world, person, governanceRoutes.judgeAttestation, { params: { id }, body: { version, verdict, words: 'Read it' } })

/** A row such as `Whole-life cost | at_least | 1 m`; an attribute that is not there is asked for by what was written. */
function conditionOf(attributes: readonly RuleAttribute[], row: Row): Condition {
  const [label, value] = [row['attribute'] ?? '', row['value'] ?? '']
  const attribute = attributes.find((one) => one.label === label)
  const values = attribute?.kind === 'money' ? [readAmount(value).toString()] : value.split(', ').map((one) => attribute?.choices?.find((choice) => choice.label === one)?.value ?? one)
  return { attribute: attribute?.key ?? label, operator: row['asks'] as Condition['operator'], values }
}

const caseColumns = ({ home }: World) => {
  const role = (found: string) => Object.values(memberRoles).find((one) => home[one].actor.name === found) ?? found
  return {
    initiative: words<ComplianceCase>((one) => one.initiative.name), obligation: words<ComplianceCase>((one) => one.obligation.title), status: words<ComplianceCase>((one) => one.status),
    refused: set<ComplianceCase>((one) => one.attestations.flatMap(({ refusedVerifiers }) => refusedVerifiers.map(({ name }) => role(name)))),
  }
}
const obligationColumns = {
  obligation: words<Obligation>((one) => one.title), rule: words<Obligation>((one) => one.ruleWords), compliant: number<Obligation>((one) => one.share.metric), unclear: words<Obligation>((one) => one.counts.unclear), 'does not apply': words<Obligation>((one) => one.counts.not_applicable),
}
