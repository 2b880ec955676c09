export const ideasWords = {
  title: 'Ideas',
  note: 'Where ideas come from, how they are judged, and what became of each. Everybody who signs in can hand one in and is told its outcome.',
  emptyTitle: 'No idea was handed in yet',
  emptyWhy: 'An idea says what could be done and which problem it solves. Whoever may change initiatives judges it at first sight, gives it a sponsor, and says what becomes of it: whoever handed it in is told.',
  noneHere: 'None here.',
  triage: 'Levels are counted and never averaged: which rule decided opens with the priority.',
  incubate: 'Experiments on it are designed on Innovation; problem and solution are proved before it becomes an initiative.',
  toCase: 'It becomes an initiative in the state business case, under its title, with its problem, unit and sponsor; both keep the history.',
  looking: 'What is there already is not looked up yet.',
  alike: 'Only words are compared. Whether it is the same, people say.',
} as const
