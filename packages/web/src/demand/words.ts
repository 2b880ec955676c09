import type { CustomField, ImportRow, InitiativeRow, Report } from '@throughline/contract/demand'

export type InitiativeKind = InitiativeRow['kind']
export type InitiativeState = InitiativeRow['state']
export type Flag = InitiativeRow['flags'][number]

/** What sort of initiative it is. */
export const kindWords: Readonly<Record<InitiativeKind, string>> = { programme: 'Programme', project: 'Project', product: 'Product', bundle: 'Bundle', bau_improvement: 'Improvement' }

/** Where an initiative stands, from idea to closed. */
export const stateWords: Readonly<Record<InitiativeState, string>> = { idea: 'Idea', case: 'Business case', approved: 'Approved', active: 'Active', on_hold: 'On hold', closing: 'Closing', closed: 'Closed', stopped: 'Stopped' }
export const states = Object.keys(stateWords) as readonly InitiativeState[]

/** What an import found odd in a figure and left as it was published. */
export const flagWords: Readonly<Record<Flag, { readonly name: string; readonly about: string }>> = {
  likely_units_error: { name: 'Suspect scale', about: 'The figure looks as if it were in other units than its neighbours. It is shown as published and left out of sums.' },
  negative_cost: { name: 'Negative cost', about: 'A cost below zero was published. It is shown as published.' },
  end_before_start: { name: 'End before start', about: 'The published end lies before the published start.' },
  duplicate_key: { name: 'Duplicate id', about: 'The publication gives this id to more than one row.' },
  range_only: { name: 'Range only', about: 'Only a range was published, not a single figure.' },
  exempt: { name: 'Withheld', about: 'The publisher withheld a figure.' },
  unreadable: { name: 'Unreadable', about: 'A published text could not be read as a figure.' },
}

/** How a published row was tied to an initiative. */
export const linkWords: Readonly<Record<Report['linkedBy'], string>> = { id: 'same id', name: 'same name', former_name: 'former name', new: 'first publication', chosen: 'linked by hand' }
export const matchWords: Readonly<Record<ImportRow['match'], string>> = { new: 'New', id: 'Same id', name: 'Same name', former_name: 'Former name', refused: 'Not taken' }

/** What a field that the organisation added holds. */
export const fieldKindWords: Readonly<Record<CustomField['kind'], string>> = { text: 'Text', number: 'Number', money: 'Money', date: 'Date', choice: 'One of a list', yes_no: 'Yes or no' }
