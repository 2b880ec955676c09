import type { Ground, GroundKind, Grounds } from '@throughline/contract/strategy'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table, type TableColumn } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { measurePlaces } from '../../../measure-words.ts'
import { askedText, groundName, groundsWords as words, periodText, type PolicyGround } from '../words.ts'

/** What somebody wants to do to policies, rewards and assets. */
export type GroundAsked = { readonly act: 'add' } | { readonly act: 'change' | 'remove'; readonly ground: Ground }
type Of<Kind extends GroundKind> = Extract<Ground, { readonly kind: Kind }>
type AssetGround = Of<'asset_need'> | Of<'asset_change'>

/** Beyond this height a list scrolls under its head. */
const maxHeight = 480

/** What else can contradict the strategy: policies, rewards, and what initiatives need and make of assets. */
export function GroundsCard({ reading, onAsk }: { readonly reading: Reading<Grounds>; readonly onAsk: ((asked: GroundAsked) => void) | undefined }) {
  const add = onAsk && <Button kind="secondary" onClick={() => onAsk({ act: 'add' })}>Record one</Button>
  const some = reading.state === 'full' && reading.value.grounds.length > 0
  return (
    <Card title={words.title} note={words.note} actions={some ? add : undefined} flush>
      <Shown reading={reading} what="policies, rewards and assets" lines={3}>
        {(value) => (value.grounds.length === 0 ? <EmptyState title={words.emptyTitle} actions={add}>{words.emptyWhy}</EmptyState> : <Lists {...value} onAsk={onAsk} />)}
      </Shown>
    </Card>
  )
}

function Lists({ grounds, currency, onAsk }: Grounds & { readonly onAsk: ((asked: GroundAsked) => void) | undefined }) {
  const format = useFormat()
  const acts = <Row extends Ground>(): readonly TableColumn<Row>[] => (onAsk ? [{ key: 'act', label: '', cell: (ground) => <Acts ground={ground} onAsk={onAsk} /> }] : [])
  return (
    <>
      <Part title="Policies">
        <Table<PolicyGround>
          caption="Policies that initiatives must keep" maxHeight={maxHeight} rows={grounds.filter((one) => one.kind === 'policy')} rowKey={({ id }) => id} empty="No policy is recorded."
          columns={[
            { key: 'name', label: 'Policy', cell: ({ id, name }) => <Anchor id={id}>{name}</Anchor> },
            { key: 'asks', label: 'What it asks', cell: (policy) => <span title={exactText(policy, (minor) => format.money({ minor, currency }))}>{askedText(policy, currency, format)}</span> },
            { key: 'holds', label: 'Holds', cell: ({ from, to }) => periodText(from, to, format) },
            ...acts<PolicyGround>(),
          ]}
        />
      </Part>
      <Part title="Rewards">
        <Table<Of<'reward'>>
          caption="Rewards that are tied to measures" maxHeight={maxHeight} rows={grounds.filter((one) => one.kind === 'reward')} rowKey={({ id }) => id} empty="No reward is recorded."
          columns={[
            { key: 'role', label: 'Role', cell: ({ id, role }) => <Anchor id={id}>{role}</Anchor> },
            { key: 'for', label: 'Is rewarded for', cell: ({ direction, measure }) => <>{`a ${direction} `}{measure ? <a href={measurePlaces.measure(measure.id)}>{measure.name}</a> : <span className="quiet">{`value of ${words.goneMeasure}`}</span>}</> },
            ...acts<Of<'reward'>>(),
          ]}
        />
      </Part>
      <Part title="Assets">
        <Table<AssetGround>
          caption="What initiatives need and make of assets" maxHeight={maxHeight} rows={grounds.filter((one) => one.kind === 'asset_need' || one.kind === 'asset_change')} rowKey={({ id }) => id} empty="Nothing is recorded of assets."
          columns={[
            { key: 'asset', label: 'Asset', cell: ({ id, asset }) => <Anchor id={id}>{asset}</Anchor> },
            { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => (initiative ? <a href={places.initiative(initiative.id)}>{initiative.name}</a> : <span className="quiet">{words.goneInitiative}</span>) },
            { key: 'state', label: 'What of it', cell: (one) => (one.kind === 'asset_need' ? `Needs it to be ${one.state} ${periodText(one.from, one.to, format).replace('From', 'from')}` : `Makes it ${one.state} on ${format.date(one.on)}`) },
            ...acts<AssetGround>(),
          ]}
        />
      </Part>
    </>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className="border-t border-border first:border-t-0">
    <h3 className="px-4 pt-3 pb-1 font-semibold">{title}</h3>
    {children}
  </section>
)

/** Where what shows a contradiction leads to. */
const Anchor = ({ id, children }: { readonly id: string; readonly children: string }) => <span id={`ground-${id}`} className="block min-w-40 scroll-mt-12">{children}</span>

/** An amount to its last digit, where one is told. */
const exactText = ({ attribute, value }: PolicyGround, money: (minor: string) => string): string | undefined => (value !== null && (attribute === 'cost' || attribute === 'benefits') ? money(value) : undefined)

/** Who does not see an amount cannot say it anew without giving another. */
const Acts = ({ ground, onAsk }: { readonly ground: Ground; onAsk(asked: GroundAsked): void }) => (
  <span className="flex justify-end gap-1">
    {(ground.kind !== 'policy' || ground.value !== null) && <Button kind="quiet" aria-label={`Change ${groundName(ground)}`} onClick={() => onAsk({ act: 'change', ground })}>Change</Button>}
    <Button kind="quiet" aria-label={`Remove ${groundName(ground)}`} onClick={() => onAsk({ act: 'remove', ground })}>Remove</Button>
  </span>
)
