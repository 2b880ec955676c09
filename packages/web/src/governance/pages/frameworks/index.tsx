import { governanceRoutes } from '@throughline/contract/governance'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { FrameworksPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readFrameworks, {})

/** How initiatives are to be run, and which edition of it each of them follows. */
export default function FrameworksRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const may = { edit: allows(session, 'edit_strategy') && !past, adopt: allows(session, 'edit_initiative') && !past }
  const services = useRead(governanceRoutes.readServices, {}, { enabled: may.edit })
  const initiatives = useFindInitiatives({ enabled: may.adopt })
  const [shown, edition] = [query['framework'], Number(query['migrate'])]
  const migrating = Number.isInteger(edition) && edition > 0 ? edition : undefined
  const migration = useRead(governanceRoutes.previewMigration, { params: { id: shown ?? '' }, query: { edition: migrating } }, { enabled: shown !== undefined && migrating !== undefined })
  const answers = { answers: () => keyOf(governanceRoutes.readFrameworks, {}) }
  const [add, edit, publish, retire] = [useAct(governanceRoutes.addFramework, answers), useAct(governanceRoutes.changeFramework, answers), useAct(governanceRoutes.publishFramework, answers), useAct(governanceRoutes.retireFramework, answers)]
  const [adopt, migrate] = [useAct(governanceRoutes.adoptFramework, answers), useAct(governanceRoutes.migrateInitiatives, answers)]
  return (
    <FrameworksPage
      reading={useRead(governanceRoutes.readFrameworks, {})} may={may} initiatives={initiatives} today={useToday()}
      services={services.state === 'full' ? services.value.services.filter(({ retired }) => retired === null).map(({ id, text, editions: [last] }) => ({ id, name: (last ?? text).name })) : []}
      {...{ shown, migrating, migration }} onShow={(framework, no) => change({ framework, migrate: no === undefined ? undefined : String(no) })}
      discuss={({ id }) => <Discuss subject={{ room: 'governance', kind: 'framework', id }} />}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, text) => edit.run({ params: { id }, body: { version, ...text } }),
        publish: ({ id, version }, given) => publish.run({ params: { id }, body: { version, ...given } }), retire: ({ id, version }, reason) => retire.run({ params: { id }, body: { version, reason } }),
        adopt: (id, body) => adopt.run({ params: { id }, body }), migrate: ({ id }, body) => migrate.run({ params: { id }, body }),
      }}
    />
  )
}
