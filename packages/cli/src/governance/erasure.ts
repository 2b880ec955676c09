import { erasureRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { required, wordAt, type Command } from '../terminal/command.ts'

/** `throughline erase`: a person, for good. */
export const erase: Command = {
  name: 'erase',
  usage: '<email or account id>',
  summary: 'Erase a person for good: a pseudonym takes the place of name and address everywhere; figures stay',
  options: { name: { about: 'The name as it stands, so that no slip of the hand erases somebody', takes: 'name' } },
  run: async (typed, { call, print }) => {
    const [wanted, name] = [wordAt(typed, 0, 'person'), required(typed, 'name')]
    const members = await call(peopleRoutes.listMembers, {})
    const accountId = members.find(({ email }) => email?.toLowerCase() === wanted.toLowerCase())?.id ?? wanted
    const erased = await call(erasureRoutes.erasePerson, { body: { accountId, name } })
    print.answer(erased, () => [
      `${name} is ${erased.pseudonym} now, in ${erased.rows} rows of ${erased.tables} tables.`,
      ...(erased.seals > 0 ? [`${erased.seals} seals were stated again.`] : []),
      ...(erased.accountErased ? [] : ['The account is of use in another organisation and keeps its name there.']),
    ])
  },
}
