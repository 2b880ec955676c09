export const frameworksWords = {
  title: 'Frameworks',
  note: 'How initiatives are to be run: lifecycle models with their stages and gates, roles, templates and procedures, in editions that hold from a day on.',
  emptyTitle: 'No framework is written down',
  emptyWhy: 'A framework begins as a draft of whoever may change the strategy: add it with its lifecycle models, publish it with the day from which it holds, and have initiatives follow it.',
  noAdoptions: 'No initiative follows a framework yet. Once an edition is in force, whoever may change an initiative has it follow one.',
  kept: 'Running initiatives keep their edition until somebody migrates them.',
} as const
