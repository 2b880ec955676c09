import type { Ground, Grounds } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { everyMeasure, readStored } from '../store.ts'
import { readStoredGrounds, type StoredGround } from './store.ts'

type Names = { readonly measures: ReadonlyMap<string, string>; readonly initiatives: ReadonlyMap<string, string>; readonly amounts: boolean }

/** Policies, rewards and what becomes of assets, with the names of what they are about; amounts to who may see them. */
export async function presentGrounds(tx: Tx, { readInitiativesOf }: Pick<InitiativeSource, 'readInitiativesOf'>, amounts: boolean): Promise<Grounds> {
  const [{ currency }, stored, kept] = [await readOrganisation(tx), await readStored(tx), await readStoredGrounds(tx)]
  const about = [...new Set(kept.flatMap(({ said }) => ('initiativeId' in said ? [said.initiativeId] : [])))]
  const names: Names = {
    measures: new Map((stored ? everyMeasure(stored) : []).map(({ id, name }) => [id, name])),
    initiatives: new Map((about.length === 0 ? [] : await readInitiativesOf(tx, about)).map(({ id, name }) => [id, name])), amounts,
  }
  return { currency, grounds: kept.map((one) => presentGround(one, names)) }
}

function presentGround({ id, version, said }: StoredGround, { measures, initiatives, amounts }: Names): Ground {
  const named = (all: ReadonlyMap<string, string>, of: string) => { const name = all.get(of); return name === undefined ? null : { id: of, name } }
  switch (said.kind) {
    case 'policy':
      return { ...said, id, version, value: amounts || (said.attribute !== 'cost' && said.attribute !== 'benefits') ? said.value : null }
    case 'reward': {
      const { measureId, ...rest } = said
      return { ...rest, id, version, measure: named(measures, measureId) }
    }
    case 'asset_need': {
      const { initiativeId, ...rest } = said
      return { ...rest, id, version, initiative: named(initiatives, initiativeId) }
    }
    case 'asset_change': {
      const { initiativeId, ...rest } = said
      return { ...rest, id, version, initiative: named(initiatives, initiativeId) }
    }
  }
}
