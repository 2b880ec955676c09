import { Button, Card, EmptyState, ErrorState, LoadingState, PartialState, RefusedState } from '../ui/index.ts'

export const StateShelf = () => (
  <div className="grid gap-4 md:grid-cols-2">
    <Card title="Empty"><EmptyState title="No benefits yet" actions={<Button kind="primary">Add a benefit</Button>}>Benefits show here once an initiative names what it is for.</EmptyState></Card>
    <Card title="Loading"><LoadingState what="the value ledger" /></Card>
    <Card title="Refused"><RefusedState title="The plan could not be approved" reason="The budget of the year would be exceeded." values={{ Budget: '471 M€', Asked: '502 M€', Year: '2026/27' }} tryNext="Take out 31 M€, or ask the board for more." actions={<Button>Open the plan</Button>} /></Card>
    <Card title="Error"><ErrorState title="The figures could not be loaded" detail="The server did not answer." reference="req-7f3a" onRetry={() => {}} /></Card>
    <Card title="Partial"><PartialState message="Three of 41 publications could not be read; what is shown is from the other 38." actions={<Button kind="link">See which</Button>} /></Card>
  </div>
)
