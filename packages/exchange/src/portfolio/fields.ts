import type { FieldKind } from './reading.ts'

type Field = {
  readonly kind: FieldKind
  /** For people: screens, templates and messages. */
  readonly label: string
  /** Headings that mean this field, best first; matched as sets of words, without years, units and filler. */
  readonly headings: readonly string[]
  /** A cost: below zero it is doubted. */
  readonly cost?: true
}

/** The fields of a portfolio file. A new field is one entry here. */
export const fields = {
  id: {
    kind: 'text', label: 'Id',
    headings: ['id', 'id number', 'gmpp id number', 'reference', 'reference number', 'code', 'key', 'identifier', 'project number', 'pid'],
  },
  name: {
    kind: 'text', label: 'Name',
    headings: ['name', 'project name', 'programme name', 'title', 'project', 'programme', 'initiative', 'investment title', 'investment name', 'programme project'],
  },
  department: {
    kind: 'text', label: 'Department',
    headings: ['department', 'departments', 'organisation', 'agency', 'ministry', 'business unit', 'division', 'directorate', 'managing agency', 'portfolio', 'lead department', 'sponsoring department', 'agency name', 'department name', 'organisation name', 'unit name'],
  },
  organisationAbove: {
    kind: 'text', label: 'Organisation above the department',
    headings: ['parent organisation', 'organisation path', 'government', 'group', 'holding', 'sector', 'portfolio department', 'organisation hierarchy'],
  },
  departmentCode: {
    kind: 'text', label: 'Code of the department',
    headings: ['department code', 'agency code', 'dept acronym', 'agency acronym', 'organisation code', 'unit code', 'department acronym'],
  },
  bureau: {
    kind: 'text', label: 'Unit below the department',
    headings: ['bureau', 'bureau name', 'sub agency', 'subagency', 'branch', 'section', 'team', 'sub department', 'component', 'arm length body'],
  },
  category: {
    kind: 'text', label: 'Category',
    headings: ['category', 'report category', 'annual report category', 'type', 'project type', 'class', 'investment category', 'theme'],
  },
  description: {
    kind: 'narrative', label: 'Description',
    headings: ['description aims', 'description', 'aims', 'summary', 'scope', 'objectives', 'purpose', 'what the project does'],
  },
  ratingIpa: {
    kind: 'rating', label: 'Delivery confidence',
    headings: ['delivery confidence assessment', 'delivery confidence', 'dca', 'rag rating', 'rag', 'rating', 'colour rating', 'confidence rating', 'rag status', 'health', 'overall health', 'independent assessment', 'dca rating', 'confidence'],
  },
  ratingSro: {
    kind: 'rating', label: 'Delivery confidence by the owner',
    headings: ['sro delivery confidence assessment', 'sro delivery confidence', 'sro dca', 'sro rag rating', 'sro rating', 'owner rating', 'self assessment'],
  },
  ratingComment: {
    kind: 'narrative', label: 'Comment on the rating',
    headings: ['commentary actions planned taken rag rating', 'commentary rating', 'rating comment', 'narrative rating', 'commentary delivery confidence', 'rag comment', 'status comment', 'commentary actions planned taken delivery confidence assessment', 'comments', 'commentary dca', 'commentary sro dca', 'commentary assessment'],
  },
  startOn: {
    kind: 'date', label: 'Start',
    headings: ['start date', 'start', 'begin', 'begin date', 'commencement date', 'approved start date', 'planned start', 'date started'],
  },
  endOn: {
    kind: 'date', label: 'End',
    headings: ['end date', 'end', 'finish', 'finish date', 'completion date', 'planned completion', 'planned end', 'target date', 'estimated completion date', 'delivery date', 'due date', 'forecast completion', 'projected completion date', 'expected completion date', 'planned finish'],
  },
  scheduleComment: {
    kind: 'narrative', label: 'Comment on the schedule',
    headings: ['narrative schedule including deviation planned schedule', 'narrative schedule', 'schedule comment', 'commentary schedule', 'milestone comment', 'timeline comment'],
  },
  inYearBaseline: {
    kind: 'money', label: 'Budget of the year',
    headings: ['financial year baseline', 'year budget', 'in year baseline', 'in year budget', 'baseline'],
  },
  inYearForecast: {
    kind: 'money', label: 'Forecast of the year',
    headings: ['financial year forecast', 'in year forecast', 'full year forecast', 'forecast'],
  },
  inYearVariancePercent: {
    kind: 'percent', label: 'Variance of the year (%)',
    headings: ['financial year variance', 'year variance percent', 'variance budget forecast percent', 'in year variance', 'variance percent', 'variance'],
  },
  budgetComment: {
    kind: 'narrative', label: 'Comment on the budget',
    headings: ['narrative budget forecast variance', 'variance comment', 'narrative variance', 'narrative budget forecast variance year', 'budget comment', 'commentary budget', 'cost comment', 'financial comment', 'narrative financial year'],
  },
  wholeLifeCost: {
    kind: 'money', label: 'Whole-life cost', cost: true,
    headings: ['baseline whole life costs', 'budgeted whole life costs', 'whole life cost', 'whole life cost baseline', 'whole life costs', 'wlc', 'wlc baseline incl ncg', 'total cost', 'lifetime cost', 'life cycle cost', 'total investment', 'cost', 'project cost', 'estimated cost', 'total project cost', 'cost at completion', 'budget', 'budget forecast'],
  },
  wholeLifeCostComment: {
    kind: 'narrative', label: 'Comment on the whole-life cost',
    headings: ['narrative budgeted whole life costs', 'narrative whole life costs', 'whole life cost comment', 'wlc comment', 'budget comment', 'commentary whole life costs', 'total cost comment'],
  },
  benefits: {
    kind: 'money', label: 'Benefits',
    headings: ['baseline benefits', 'benefits', 'monetised benefits', 'total benefits', 'expected benefits', 'benefits baseline', 'whole life benefits', 'benefit value', 'budgeted benefits'],
  },
  benefitsComment: {
    kind: 'narrative', label: 'Comment on the benefits',
    headings: ['narrative budgeted benefits', 'narrative benefits', 'benefits comment', 'commentary benefits'],
  },
  snapshotOn: {
    kind: 'date', label: 'Date of the position',
    headings: ['snapshot date', 'position date', 'as of', 'as of date', 'as at', 'reporting date', 'report date', 'status date', 'date of position', 'snapshot', 'date reported', 'date reported as of'],
  },
  updatedOn: {
    kind: 'date', label: 'Row last updated',
    headings: ['updated date', 'last updated', 'last update', 'updated date time', 'modified date', 'last modified', 'updated on'],
  },
  year: {
    kind: 'number', label: 'Year of the publication',
    headings: ['year', 'report year', 'publication year', 'reporting year', 'fiscal year', 'financial year'],
  },
  owner: {
    kind: 'text', label: 'Owner',
    headings: ['owner', 'project manager', 'manager', 'project lead', 'lead', 'responsible', 'senior responsible owner', 'sro', 'sro name', 'project owner', 'programme director'],
  },
  sponsor: {
    kind: 'text', label: 'Sponsor',
    headings: ['sponsor', 'executive sponsor', 'business sponsor', 'business owner', 'client', 'exec sponsor'],
  },
  status: {
    kind: 'text', label: 'Status',
    headings: ['status', 'project status', 'state', 'stage', 'phase', 'lifecycle stage', 'project phase', 'gate', 'business case stage'],
  },
  strategicValue: {
    kind: 'number', label: 'Strategic value',
    headings: ['strategic value', 'value score', 'score', 'strategic score', 'strategic alignment', 'strategic fit', 'priority score', 'alignment score', 'priority'],
  },
  risk: {
    kind: 'text', label: 'Risk',
    headings: ['risk', 'risk level', 'risk rating', 'risk score', 'overall risk', 'risks'],
  },
  dependencies: {
    kind: 'tags', label: 'Depends on',
    headings: ['depends on', 'dependencies', 'dependency', 'predecessors', 'prerequisite'],
  },
  tags: {
    kind: 'tags', label: 'Tags',
    headings: ['tags', 'labels', 'keywords', 'tag'],
  },
} as const satisfies Readonly<Record<string, Field>>

export type FieldKey = keyof typeof fields
export const fieldKeys = Object.keys(fields) as readonly FieldKey[]

/** Kind, label and headings of a field. */
export const fieldOf = (key: FieldKey): Field => fields[key]

/** The keys of the fields of one kind: `FieldsOfKind<'money'>` is `'wholeLifeCost' | 'benefits' | …`. */
export type FieldsOfKind<K extends FieldKind> = { [F in FieldKey]: (typeof fields)[F]['kind'] extends K ? F : never }[FieldKey]
