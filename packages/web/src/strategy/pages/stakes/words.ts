export const stakesWords = {
  title: 'Stake and control',
  note: 'What units want and others hold: goals that depend on initiatives somebody else owns',
  emptyTitle: 'No unit has goals',
  emptyWhy: 'Goals are those of a unit’s own strategy or, where it has none, objectives of the organisation whose owner is called as the unit is. Once there are any, this page shows how far each depends on initiatives that others own, what of their benefits is at stake, and with whom there is something to agree.',
  nobody: 'No unit owns it',
  function: 'a function, which owns no initiative',
  ofOrganisation: 'objectives of the organisation',
  allOwn: 'Everything that serves these goals is in its own hands.',
} as const
