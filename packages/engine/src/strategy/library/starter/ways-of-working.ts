import type { StarterDefinition } from '../facts.ts'

/** Measures of how work is done: delivery, quality, safety, technology and what it does to the surroundings. */
export const waysOfWorking: readonly StarterDefinition[] = [
  {
    name: 'Milestones reached on time', meaning: 'How many of the milestones that were due were reached by the day in the baseline.', calculation: 'milestones reached by their baseline day ÷ milestones due', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: true,
    perspective: 'Ways of working', gamingRisk: 'Days are baselined anew, or milestones are made small.', watch: 'Changes of the baseline and their reasons.', source: 'Practice of project control, as in ISO 21502', patterns: ['deliver', 'delivery', 'projects', 'programmes', 'milestones', 'run on time'],
  },
  {
    name: 'Cost performance', meaning: 'What is earned of the plan for each unit of money spent.', calculation: 'earned value ÷ actual cost', unit: 'ratio', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: true,
    perspective: 'Ways of working', gamingRisk: 'Progress is claimed before the work is done.', watch: 'Work that is done a second time, and accepted results.', source: 'Earned value management, EIA-748', patterns: ['projects', 'programmes', 'delivery', 'budget'],
  },
  {
    name: 'Lead time for changes', meaning: 'How long a change takes from being written until people use it.', calculation: 'median days from commit until in use', unit: 'day', direction: 'lower', aggregation: 'non_additive', frequency: 'month', tellsOf: 'output', leading: true,
    perspective: 'Ways of working', gamingRisk: 'Changes are cut into pieces that do nothing alone.', watch: 'Changes that fail, and what users get.', source: 'Forsgren, Humble & Kim 2018', patterns: ['software', 'digital', 'technology', 'release', 'agile'],
  },
  {
    name: 'Changes that fail', meaning: 'How many changes have to be mended or taken back.', calculation: 'changes mended or taken back ÷ changes', unit: 'percent', direction: 'lower', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: false,
    perspective: 'Ways of working', gamingRisk: 'Mending is called a new change.', watch: 'Hours of disturbance, as users tell of them.', source: 'Forsgren, Humble & Kim 2018', patterns: ['software', 'stable', 'reliable', 'technology', 'quality'],
  },
  {
    name: 'Availability to users', meaning: 'How much of the agreed time a service could be used.', calculation: 'agreed hours in which it could be used ÷ agreed hours', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'outcome', leading: false,
    perspective: 'Ways of working', gamingRisk: 'Failures are declared as planned maintenance.', watch: 'Hours of planned maintenance, and calls to the service desk.', source: 'ISO/IEC 20000-1, service availability', patterns: ['reliable', 'available', 'technology', 'resilient', 'resilience', 'login', 'systems'],
  },
  {
    name: 'Right the first time', meaning: 'How much of the work needs no second try.', calculation: 'pieces right the first time ÷ pieces', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: true,
    perspective: 'Ways of working', gamingRisk: 'Mistakes are mended without being recorded.', watch: 'Hours spent on rework, and mistakes found by those served.', source: 'First-pass yield of quality management', patterns: ['quality', 'errors', 'mistakes', 'defects', 'done once'],
  },
  {
    name: 'Injuries that cost working time', meaning: 'Injuries with at least a day lost, for every million hours worked.', calculation: 'injuries with lost time ÷ hours worked × 1000000', unit: 'ratio', direction: 'lower', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'Ways of working', gamingRisk: 'Injuries are not reported, or the injured are given light work.', watch: 'Near misses reported, and all injuries whatever they cost.', source: 'Lost-time injury frequency, resolution of the ILO of 1998', patterns: ['safe', 'safety', 'injuries', 'accidents'],
  },
  {
    name: 'People killed or seriously injured on roads', meaning: 'Those killed or seriously injured in a year, as the police record them.', calculation: 'people killed + people seriously injured', unit: 'count', direction: 'lower', aggregation: 'flow', frequency: 'year', tellsOf: 'outcome', leading: false,
    perspective: 'People we serve', gamingRisk: 'Seriously is defined anew.', watch: 'People brought to hospital from roads.', source: 'Road safety indicators of the OECD International Transport Forum', patterns: ['safe roads', 'road safety', 'roads', 'travelling safe'],
  },
  {
    name: 'Near misses reported', meaning: 'Near misses that people tell of, for every million hours worked; more of them means that people speak up.', calculation: 'near misses reported ÷ hours worked × 1000000', unit: 'ratio', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'activity', leading: true,
    perspective: 'Ways of working', gamingRisk: 'Quotas: trifles are reported to fill them.', watch: 'Near misses that led to a change, and injuries.', source: 'Practice of safety management, as in ISO 45001', patterns: ['safe', 'safety', 'accidents'],
  },
  {
    name: 'Greenhouse gases emitted', meaning: 'What is emitted directly and with the energy that is bought, as carbon dioxide.', calculation: 'direct emissions + emissions of purchased energy', unit: 'tonne_co2e', direction: 'lower', aggregation: 'flow', frequency: 'year', tellsOf: 'outcome', leading: false,
    perspective: 'Ways of working', gamingRisk: 'Work that emits is handed to suppliers.', watch: 'Emissions of the supply chain, and the share of work bought in.', source: 'GHG Protocol, Corporate Standard, scopes 1 and 2', patterns: ['emissions', 'emits', 'carbon', 'climate', 'net zero', 'clean energy', 'gas'],
  },
  {
    name: 'Energy from renewable sources', meaning: 'How much of the energy used comes from renewable sources.', calculation: 'energy used from renewable sources ÷ energy used', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'year', tellsOf: 'output', leading: false,
    perspective: 'Ways of working', gamingRisk: 'Certificates are bought and use goes on as it was.', watch: 'Energy used in all, and energy produced on site.', source: 'GRI 302, energy', patterns: ['energy', 'renewable', 'clean energy', 'heat'],
  },
  {
    name: 'Findings settled in time', meaning: 'How many findings of audits are settled by the day agreed.', calculation: 'findings settled by their day ÷ findings due', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'activity', leading: false,
    perspective: 'Ways of working', gamingRisk: 'Findings are closed on paper.', watch: 'Findings that return in the next audit.', source: 'Practice of internal audit', patterns: ['compliance', 'audit', 'controls', 'rules'],
  },
]
