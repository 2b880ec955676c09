import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead } from '../../../wire/index.ts'
import { useProof } from '../../proof.tsx'
import { useSignedIn } from '../../session.ts'
import { AccessPage } from './Page.tsx'

/** Members, tokens, organisation and its units. */
export default function Access() {
  const session = useSignedIn()
  const members = useRead(peopleRoutes.listMembers, {})
  const given = useRead(peopleRoutes.listRoles, {})
  const give = useAct(peopleRoutes.giveRole)
  const delegate = useAct(peopleRoutes.delegateRole)
  const end = useAct(peopleRoutes.endRole)
  const tokens = useRead(peopleRoutes.listTokens, {})
  const units = useRead(peopleRoutes.listUnits, {})
  const addMember = useAct(peopleRoutes.addMember)
  const changeMember = useAct(peopleRoutes.changeMember)
  const removeMember = useAct(peopleRoutes.removeMember)
  const createToken = useAct(peopleRoutes.createToken)
  const revokeToken = useAct(peopleRoutes.revokeToken)
  const createUnit = useAct(peopleRoutes.createUnit)
  const changeUnit = useAct(peopleRoutes.changeUnit)
  const { proof, proven } = useProof()
  const changeOrganisation = useAct(peopleRoutes.changeOrganisation)
  const restore = useAct(governanceRoutes.restoreArchive)
  const erase = useAct(governanceRoutes.erasePerson)
  if (!session) return <LoadingState what="access" />
  return (
    <AccessPage
      session={session}
      members={{
        members,
        onAdd: (body) => proven(() => addMember.run({ body })),
        onChange: ({ id }, role, version) => proven(() => changeMember.run({ params: { id }, body: { version, role } })),
        onRemove: ({ id }) => removeMember.run({ params: { id } }),
        onErase: ({ id: accountId }, name) => proven(() => erase.run({ body: { accountId, name } })),
      }}
      roles={{ given, onGive: (body) => proven(() => give.run({ body })), onDelegate: (body) => proven(() => delegate.run({ body })), onEnd: ({ id }) => end.run({ params: { id } }) }}
      tokens={{ tokens, onCreate: (body) => proven(() => createToken.run({ body })), onRevoke: ({ id }) => revokeToken.run({ params: { id } }) }}
      units={{
        units,
        onCreate: (body) => createUnit.run({ body }),
        onChange: ({ id, version }, { code, name, parentId }) => changeUnit.run({ params: { id }, body: { version, code, name, parentId } }),
      }}
      proof={proof}
      archive={{ address: governanceRoutes.saveArchive.path, onRestore: async (file) => restore.run({ body: new Uint8Array(await file.arrayBuffer()) }) }}
      organisation={{ onChange: (change, version) => changeOrganisation.run({ body: { version, ...change } }) }}
    />
  )
}
