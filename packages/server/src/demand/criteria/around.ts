import type { CriteriaStudio } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { criteriaIssues, type CriteriaContent } from '@throughline/engine/demand'
import { refuse } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { readStrategyFacts } from '../../strategy/index.ts'
import { readFields } from '../fields/store.ts'

/** What criteria can be made of: fields of the organisation, and measures and objectives of the strategy in force. */
export async function aroundOf(tx: Tx): Promise<CriteriaStudio['around']> {
  const [{ currency }, fields, { measures, objectives }] = [await readOrganisation(tx), await readFields(tx), await readStrategyFacts(tx)]
  return {
    currency, fields: fields.filter(({ kind }) => kind !== 'text' && kind !== 'date').map(({ id, name, kind, choices }) => ({ id, name, kind, choices: [...choices] })),
    measures: measures.map(({ id, name }) => ({ id, name })), objectives: objectives.map(({ id, key, statement }) => ({ id, key, statement })),
  }
}

/** Refused with the first thing that is wrong with what a model says, as things are now. */
export async function whyUnsound(tx: Tx, content: CriteriaContent): Promise<{ readonly ok: false; readonly refusal: Refusal<'criteria_unsound'> } | undefined> {
  const around = await aroundOf(tx)
  const [issue] = criteriaIssues(content, { fields: around.fields, measureIds: new Set(around.measures.map(({ id }) => id)), objectiveKeys: new Set(around.objectives.map(({ key }) => key)) })
  return issue && refuse({ code: 'criteria_unsound', values: issue } as const)
}
