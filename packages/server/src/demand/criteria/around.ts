import type { CriteriaStudio } from '@throughline/contract/demand'
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
