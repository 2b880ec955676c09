import { caseStages, isCost, type CaseContent, type CaseOption, type CaseStage } from './facts.ts'
import { hasFlows } from './appraise-option.ts'

/** The five cases of a business case, each answering one question. */
export const casePartKeys = ['strategic', 'economic', 'commercial', 'financial', 'management'] as const
export type CasePart = (typeof casePartKeys)[number]
/** What each of them asks, and who is asked for it unless somebody is named. */
export const caseParts: Readonly<Record<CasePart, { readonly title: string; readonly asks: string; readonly giver: string }>> = {
  strategic: { title: 'Strategic case', asks: 'Is there a case for change, and does it serve the strategy?', giver: 'Sponsor' },
  economic: { title: 'Economic case', asks: 'Which option is worth most to society or to the organisation?', giver: 'Author of the business case' },
  commercial: { title: 'Commercial case', asks: 'Can it be bought, and on which terms?', giver: 'Commercial lead' },
  financial: { title: 'Financial case', asks: 'Can it be paid for, and by whom?', giver: 'Finance' },
  management: { title: 'Management case', asks: 'Can it be delivered, and how will one know?', giver: 'Project manager' },
}

/** What stands around a case: objectives that the initiative serves. */
export type CaseAround = { readonly objectives: number }

type Standing = (content: CaseContent, around: CaseAround) => string | undefined
/** An element that a case must have. `words`: somebody writes it; otherwise it is there once the case itself shows it. `lacks` says what is missing. */
export type CaseElement = { readonly key: string; readonly part: CasePart; readonly title: string; readonly asks: string; readonly from: CaseStage; readonly words: boolean; readonly lacks: Standing }

const written = (part: CasePart, from: CaseStage, key: string, title: string, asks: string): CaseElement => ({ key, part, title, asks, from, words: true, lacks: ({ words }) => (isSaid(words[key] ?? '') ? undefined : (words[key] ?? '').trim() === '' ? 'nobody has written it' : `“${(words[key] ?? '').trim().slice(0, 40)}” says too little: write at least ${leastWords} words`) })
const shown = (part: CasePart, from: CaseStage, key: string, title: string, asks: string, lacks: Standing): CaseElement => ({ key, part, title, asks, from, words: false, lacks })

/** Words that an element is written in at least: one is not there by a mark. */
export const leastWords = 5
export const isSaid = (text: string): boolean => text.trim().split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= leastWords

const listed = (names: readonly string[]): string => names.join(', ')
const doing = ({ options }: CaseContent): readonly CaseOption[] => options.filter(({ kind }) => kind !== 'do_nothing')
const chosenOf = ({ options, preferred }: CaseContent): CaseOption | undefined => options.find(({ id }) => id === preferred.optionId)

function optionSet({ options, framework }: CaseContent): string | undefined {
  const kinds = new Set(options.map(({ kind }) => kind))
  const absent = [...(kinds.has('do_nothing') ? [] : ['do nothing']), ...(framework === 'green_book' && !kinds.has('do_minimum') ? ['do minimum'] : []), ...(kinds.has('do_something') ? [] : ['do something'])]
  return absent.length === 0 ? undefined : `no option is of the kind ${absent.join(', nor ')}`
}
function optionFlows(content: CaseContent): string | undefined {
  const without = doing(content).filter((option) => !hasFlows(option) || !option.lines.some(({ kind }) => isCost(kind)))
  return doing(content).length === 0 ? 'there is no option to appraise' : without.length > 0 ? `nobody has said what it costs: ${listed(without.map(({ name }) => name))}` : undefined
}
function benefitsSaid(content: CaseContent): string | undefined {
  const without = doing(content).filter(({ kind, lines, unmonetised }) => kind === 'do_something' && unmonetised.length === 0 && !lines.some((line) => !isCost(line.kind) && line.amounts.some(({ minor }) => minor !== 0)))
  return without.length > 0 ? `no benefit, in money or in words: ${listed(without.map(({ name }) => name))}` : undefined
}
function optimism(content: CaseContent): string | undefined {
  const bare = doing(content).filter(({ lines, bias, overrun, estimate }) => !bias && !overrun && estimate === 'base' && lines.some(({ kind }) => kind === 'capital_cost'))
  return bare.length > 0 ? `cost is taken at its word: ${listed(bare.map(({ name }) => name))}; expected optimism bias, a reference class or estimates with a risk allowance` : undefined
}
function preferredChosen(content: CaseContent): string | undefined {
  if (!chosenOf(content)) return 'no option is preferred'
  return isSaid(content.preferred.reason) ? undefined : 'nobody has said why the preferred option is preferred'
}
function rangesSaid(content: CaseContent): string | undefined {
  const bare = (chosenOf(content)?.lines ?? []).filter(({ range, amounts }) => range === null && amounts.some(({ minor }) => minor !== 0))
  return !chosenOf(content) ? 'no option is preferred' : bare.length > 0 ? `no range is said for ${listed(bare.map(({ name }) => name))}` : undefined
}
function risksSaid(content: CaseContent): string | undefined {
  const risks = chosenOf(content)?.risks ?? []
  const open = risks.filter(({ response, owner }) => response.trim() === '' || owner.trim() === '')
  return risks.length === 0 ? 'the preferred option has no risk' : open.length > 0 ? `nobody answers for, or nothing is done about ${listed(open.map(({ name }) => name))}` : undefined
}
function provenance({ options }: CaseContent): string | undefined {
  const bare = options.flatMap(({ name, lines }) => lines.filter(({ source, given }) => source.trim() === '' && (given?.from ?? '') === '').map((line) => `${line.name} of ${name}`))
  return bare.length > 0 ? `nobody has said where it is from: ${listed(bare.slice(0, 5))}${bare.length > 5 ? ` and ${bare.length - 5} more` : ''}` : undefined
}

/** What the five cases ask for, by the stage from which on they do (five-case-completeness). */
export const caseElements: readonly CaseElement[] = [
  written('strategic', 'light', 'case_for_change', 'Case for change', 'What is wrong today, and what happens if nothing changes?'),
  shown('strategic', 'light', 'objectives_served', 'Objectives served', 'Which objectives of the strategy does it serve?', (_, { objectives }) => (objectives > 0 ? undefined : 'the initiative is linked to no objective')),
  written('strategic', 'strategic_outline', 'existing_arrangements', 'Existing arrangements', 'How is it done today?'),
  written('strategic', 'strategic_outline', 'spending_objectives', 'Spending objectives', 'What is to be reached, by how much, by when?'),
  written('strategic', 'outline', 'constraints', 'Constraints and dependencies', 'What limits it, and on what does it depend?'),
  shown('economic', 'light', 'option_set', 'Options', 'Are all kinds of options looked at?', optionSet),
  shown('economic', 'light', 'option_flows', 'Costs of options', 'Does every option but doing nothing say what it costs?', optionFlows),
  shown('economic', 'light', 'option_benefits', 'Benefits of options', 'Does every option that does something say what it brings?', benefitsSaid),
  shown('economic', 'light', 'preferred', 'Preferred option', 'Which one, and why?', preferredChosen),
  written('economic', 'strategic_outline', 'success_factors', 'Critical success factors', 'By what are options judged?'),
  shown('economic', 'outline', 'optimism', 'Optimism', 'Do costs allow for what estimates leave out?', optimism),
  shown('economic', 'outline', 'ranges', 'Ranges', 'By how much may the lines of the preferred option be off?', rangesSaid),
  shown('economic', 'outline', 'risks', 'Risks', 'What may happen, what is done about it, and who answers for it?', risksSaid),
  shown('economic', 'outline', 'provenance', 'Sources', 'Where is each line from?', provenance),
  written('commercial', 'outline', 'procurement', 'Procurement', 'How is it bought, and from which market?'),
  written('commercial', 'outline', 'required_services', 'Required services', 'What exactly is bought?'),
  written('commercial', 'full', 'contract', 'Contract terms', 'For how long, at which price mechanism, with which incentives?'),
  written('commercial', 'full', 'risk_transfer', 'Risk transfer', 'Who bears which risk?'),
  written('financial', 'light', 'affordability', 'Affordability', 'Is there room for it in the budget of each year?'),
  written('financial', 'strategic_outline', 'funding', 'Funding', 'Who pays, from which budget?'),
  written('financial', 'full', 'commitment', 'Commitment of funders', 'Who has agreed to pay, and when?'),
  written('management', 'light', 'governance', 'Governance', 'Who decides, who delivers, who answers for the benefits?'),
  written('management', 'strategic_outline', 'plan', 'Plan', 'By which milestones is it delivered?'),
  written('management', 'outline', 'benefits_realisation', 'Benefits realisation', 'Who realises each benefit, measured how, from when?'),
  written('management', 'outline', 'change', 'Change management', 'Who works differently, and who helps them?'),
  written('management', 'full', 'assurance', 'Assurance', 'Who looks at it from outside, and when?'),
  written('management', 'full', 'evaluation', 'Evaluation', 'How will one know afterwards whether it was worth it?'),
]

/** How an element stands: it is there, it is missing, or the stage does not ask for it. */
export type ElementStanding = { readonly element: CaseElement; readonly standing: 'given' | 'missing' | 'not_asked'; readonly lacks: string; readonly giver: string }

/** How far a case is complete (five-case-completeness): by what it holds, never by a mark that somebody sets. */
export function standingsOf(content: CaseContent, around: CaseAround): readonly ElementStanding[] {
  const stage = caseStages.indexOf(content.stage)
  return caseElements.map((element) => {
    const lacks = element.lacks(content, around) ?? ''
    const given = content.givers[element.part]?.trim() ?? ''
    return { element, lacks, standing: lacks === '' ? 'given' : caseStages.indexOf(element.from) > stage ? 'not_asked' : 'missing', giver: given === '' ? caseParts[element.part].giver : given }
  })
}

/** What keeps a case from its gate. */
export const missingOf = (standings: readonly ElementStanding[]): readonly ElementStanding[] => standings.filter(({ standing }) => standing === 'missing')
