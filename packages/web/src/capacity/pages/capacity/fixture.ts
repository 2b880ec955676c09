import type { Capacity, LoadCell, Pool, Pots } from '@throughline/contract/capacity'
import { known, missing, undefinedBecause } from '@throughline/engine/kernel'

const pool = (id: string, name: string, more: Partial<Pool> = {}): Pool => ({
  id, name, unit: 'hour', owner: null, skills: [], people: known(12), rate: known({ minor: '8000', currency: 'GBP', basis: { kind: 'nominal' }, cashClass: 'na' }), overload: { percent: null, price: missing('price') }, version: 1, ...more,
})
const cell = (capacity: string | null, demand: string, initiatives: number): LoadCell => ({ capacity, demand, initiatives, load: capacity === null ? missing('capacity') : capacity === '0' ? undefinedBecause('DIV_BY_ZERO') : known(Number(demand) / Number(capacity)) })

/** An invented organisation with two pools over three quarters: one fuller than full, one that nobody recorded for the last quarter. */
export const capacityFixture: Capacity = {
  settings: { grain: 'quarter', periods: 3, version: 1 },
  periods: [{ from: '2027-04-01', to: '2027-07-01', label: 'Q1 2027-28' }, { from: '2027-07-01', to: '2027-10-01', label: 'Q2 2027-28' }, { from: '2027-10-01', to: '2028-01-01', label: 'Q3 2027-28' }],
  pools: [
    { pool: pool('01890a5d-ac96-774b-bcce-b302099a8001', 'Data engineers', { skills: ['SQL', 'Pipelines'] }), cells: [cell('1200', '1440', 2), cell('1200', '540', 1), cell('0', '60', 1)] },
    { pool: pool('01890a5d-ac96-774b-bcce-b302099a8002', 'Architects', { people: undefinedBecause('SMALL_GROUP'), rate: undefinedBecause('SMALL_GROUP') }), cells: [cell('300', '0', 0), cell('300', '285', 3), cell(null, '90', 1)] },
  ],
  plan: { initiatives: 14, withDemand: 5, withoutStart: [{ id: '01890a5d-ac96-774b-bcce-b302099a8003', name: 'Harbour crane' }] },
}

export const emptyCapacity: Capacity = { ...capacityFixture, pools: [], plan: { initiatives: 227, withDemand: 0, withoutStart: [] } }

export const potsFixture: Pots = {
  currency: 'GBP', periods: capacityFixture.periods,
  pots: [{ id: '01890a5d-ac96-774b-bcce-b302099a8004', name: 'Digital capital', kind: 'capital', total: missing('total'), carryOver: 'limited', carryOverPercent: 10, categories: ['ICT'], units: [], version: 1, amounts: [{ minor: '250000000', currency: 'GBP', basis: { kind: 'nominal' }, cashClass: 'na' }, null, null] }],
}
