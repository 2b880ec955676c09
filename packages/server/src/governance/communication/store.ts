import type { Message } from '@throughline/contract/governance'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { CommunicationTable, StakeholderMessageTable, StakeholderTable } from './tables.ts'

export type StoredStakeholder = Selectable<StakeholderTable>
export type StoredCommunication = Selectable<CommunicationTable>
/** How far the mail of a message is. */
export type Mailed = NonNullable<Message['mail']>
export type StoredMessage = Omit<Selectable<StakeholderMessageTable>, 'mail'> & { readonly mail: Mailed | null }

/** Every stakeholder by name, those removed among them. */
export const readStakeholders = (tx: Tx): Promise<readonly StoredStakeholder[]> => tx.selectFrom('stakeholder').selectAll().orderBy('name').orderBy('id').execute()
export const lockStakeholder = (tx: Tx, id: string): Promise<StoredStakeholder | undefined> => tx.selectFrom('stakeholder').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()
export const insertStakeholder = (tx: Tx, row: Insertable<StakeholderTable>) => tx.insertInto('stakeholder').values(row).execute()
export const updateStakeholder = (tx: Tx, id: string, set: Updateable<StakeholderTable>) => tx.updateTable('stakeholder').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export const readCommunications = (tx: Tx): Promise<readonly StoredCommunication[]> => tx.selectFrom('communication').selectAll().orderBy('first_on').orderBy('id').execute()
export const lockCommunication = (tx: Tx, id: string): Promise<StoredCommunication | undefined> => tx.selectFrom('communication').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const insertCommunication = (tx: Tx, row: Insertable<CommunicationTable>) => tx.insertInto('communication').values(row).execute()
export const updateCommunication = (tx: Tx, id: string, set: Updateable<CommunicationTable>) => tx.updateTable('communication').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** What is still planned for a stakeholder. */
export const readPlannedFor = (tx: Tx, stakeholderId: string): Promise<readonly StoredCommunication[]> => tx.selectFrom('communication').selectAll().where('stakeholder_id', '=', stakeholderId).where('ended_at', 'is', null).orderBy('id').forUpdate().execute()

/** The newest messages. */
export const readMessages = async (tx: Tx, most: number): Promise<readonly StoredMessage[]> => (await tx.selectFrom('stakeholder_message').selectAll().orderBy('told_on', 'desc').orderBy('delivered_at', 'desc').orderBy('id', 'desc').limit(most).execute()) as readonly StoredMessage[]
export const lockMessage = async (tx: Tx, id: string): Promise<StoredMessage | undefined> => (await tx.selectFrom('stakeholder_message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredMessage | undefined
export const insertMessage = (tx: Tx, { mail, ...row }: Omit<Insertable<StakeholderMessageTable>, 'mail'> & Pick<StoredMessage, 'mail'>) => tx.insertInto('stakeholder_message').values({ ...row, mail: mail && JSON.stringify(mail) }).execute()
export const updateMessage = (tx: Tx, id: string, { mail, ...set }: Omit<Updateable<StakeholderMessageTable>, 'mail'> & { readonly mail?: Mailed }) => tx.updateTable('stakeholder_message').set({ ...set, ...(mail ? { mail: JSON.stringify(mail) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export type Told = { readonly last: string | null; readonly count: number }
/** How many messages there are of each, and when it was told last: a mail that failed told nobody. */
export async function readTold(tx: Tx): Promise<ReadonlyMap<string, Told>> {
  const { rows } = await sql<{ id: string } & Told>`select communication_id as id, max(told_on) filter (where mail is null or mail->>'state' <> 'failed') as last, count(*)::int as count from stakeholder_message group by communication_id`.execute(tx)
  return new Map(rows.map(({ id, ...told }) => [id, told]))
}

/** What is told by what it is about, and its messages. */
export const namesOfCommunications = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> => tx.selectFrom('communication').select(['id', 'about as name']).where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
export const messagesOf = async (tx: Tx, communicationId: string): Promise<readonly string[]> => (await tx.selectFrom('stakeholder_message').select('id').where('communication_id', '=', communicationId).execute()).map(({ id }) => id)
