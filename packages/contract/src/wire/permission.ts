/** What a person may be allowed to do, with what it covers, for the guide and the screens. */
export const permissionWords = {
  read: { name: 'read', about: 'Read the strategy, the portfolio, its history; compute selections' },
  own: { name: 'keep what is theirs', about: 'Their session, password, tokens, notifications, and delegations of their own roles; ideas that they hand in' },
  see_money: { name: 'see amounts', about: 'Costs, benefits and all that is computed from them; without it they are withheld, never 0' },
  see_people: { name: 'see people’s details', about: 'Emails and when somebody came; names are seen by everybody' },
  take_part: { name: 'take part', about: 'Comment, settle own threads, save and share views; take courses and checks, mentor, ask and answer in communities' },
  edit_strategy: { name: 'change the strategy', about: 'Perspectives, objectives, weights, measures, contributions; services and frameworks of the PMO; obligations; role charters' },
  record_actual: { name: 'record measured values', about: 'Actuals of measures' },
  edit_initiative: { name: 'change initiatives', about: 'Add, change, remove initiatives and their work, in a list or one by one; attest that they meet obligations' },
  edit_money: { name: 'give yearly amounts', about: 'Cost and benefits of fiscal years' },
  edit_capacity: { name: 'plan capacity', about: 'Pools of people, what they can do by period, who of them is committed, the grain of plans; skills, courses and assessments of the academy' },
  record_value: { name: 'record value', about: 'Promised, forecast and realised benefits, and their reversal' },
  verify_value: { name: 'verify value', about: 'Measure, verify, disallow and bank claims, reverse entries, close periods; never one’s own; lines of the business plan; envelopes, and funds that are committed' },
  import: { name: 'import', about: 'Bring files and examples, apply and undo them' },
  shape: { name: 'shape the list', about: 'Own fields, dependencies and exclusions; settle anybody’s thread' },
  make_scenario: { name: 'make scenarios', about: 'Make, change, share, propose and withdraw scenarios' },
  decide: { name: 'decide', about: 'Approve and reject proposals; except initiatives from obligations; sign role charters; gate starts, and except from the gate' },
  edit_units: { name: 'arrange units', about: 'Add, rename and move organisation units' },
  administer: { name: 'give access', about: 'Members, roles, services, tokens, the organisation itself' },
  provision: { name: 'provision people', about: 'Members and their groups by SCIM, as an identity provider keeps them' },
  archive: { name: 'save and restore the archive', about: 'Everything the organisation has, out and in' },
} as const
export type Permission = keyof typeof permissionWords
export const permissions = Object.keys(permissionWords) as readonly Permission[]

/**
 * On what a permission is needed: found in the request at a path such as `params.id` or `body.changes.*.id`, where `where` narrows a
 * list to entries with these fields. What is left out of a request asks for nothing; null means the whole organisation. Without any
 * place, the whole organisation is asked for.
 */
export type Place = { readonly kind: 'initiative' | 'unit' | 'value_entry' | 'benefit' | 'evidence_file' | 'task' | 'risk' | 'issue' | 'drawdown' | 'deliverable'; readonly at: string; readonly where?: Readonly<Record<string, string>> }
