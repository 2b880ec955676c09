import type { StarterDefinition } from '../facts.ts'

/** Measures of what becomes of those whom an organisation is there for. */
export const peopleWeServe: readonly StarterDefinition[] = [
  {
    name: 'Satisfaction of those served', meaning: 'How many of those who were asked are content with what they got.', calculation: 'answers of satisfied or very satisfied ÷ answers', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'People we serve', gamingRisk: 'Only those are asked who are likely to be content, or right after a good moment.', watch: 'Share of those served who were asked and who answered, by group.', source: 'ISO 10004, monitoring and measuring of customer satisfaction', patterns: ['satisfied', 'satisfaction', 'content', 'customers', 'experience', 'trust'],
  },
  {
    name: 'Likelihood to recommend', meaning: 'How much more often people would recommend the organisation than advise against it.', calculation: 'answers of 9 or 10 ÷ answers − answers of 0 to 6 ÷ answers', unit: 'score', direction: 'higher', aggregation: 'non_additive', frequency: 'quarter', tellsOf: 'outcome', leading: true,
    perspective: 'People we serve', gamingRisk: 'Staff ask for a nine or a ten, or pick whom they ask.', watch: 'Response rate, and how many of them stay.', source: 'Reichheld 2003, net promoter score', patterns: ['loyal', 'loyalty', 'recommend', 'reputation', 'customers'],
  },
  {
    name: 'Effort to get something done', meaning: 'How easy it was, on a scale from one to seven, to get done what somebody came for.', calculation: 'sum of answers ÷ answers', unit: 'score', direction: 'higher', aggregation: 'weighted_average', frequency: 'month', tellsOf: 'outcome', leading: true,
    perspective: 'People we serve', gamingRisk: 'Only those are asked who got to the end.', watch: 'How many begin and do not finish.', source: 'Dixon, Freeman & Toman 2010, customer effort', patterns: ['simple', 'easy', 'effort', 'login', 'digital services'],
  },
  {
    name: 'Waiting time, median', meaning: 'How long the one in the middle waits from asking until being served.', calculation: 'median days from request until served', unit: 'day', direction: 'lower', aggregation: 'non_additive', frequency: 'month', tellsOf: 'outcome', leading: false,
    perspective: 'People we serve', gamingRisk: 'Clocks are stopped or begun anew; easy cases go first and the long ones never end.', watch: 'The longest tenth of waits, and how many still wait at the end of the month.', source: 'Measures of referral to treatment and of court timeliness in public services', patterns: ['wait', 'waiting', 'sooner', 'queue', 'swift', 'helped at once', 'faster'],
  },
  {
    name: 'Served within the promised time', meaning: 'How many are served within the time they were promised.', calculation: 'cases served in time ÷ cases served', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: false,
    perspective: 'People we serve', gamingRisk: 'The promise is made longer, or cases are closed and opened anew.', watch: 'The promised time itself, and how many cases come back.', source: 'Service level of ISO/IEC 20000-1', patterns: ['wait', 'sooner', 'punctual', 'on-time', 'reliable', 'faster', 'promised'],
  },
  {
    name: 'Solved at first contact', meaning: 'How many matters are settled without a second contact.', calculation: 'matters settled at first contact ÷ matters', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: true,
    perspective: 'People we serve', gamingRisk: 'Matters are closed before they are settled.', watch: 'Matters that are raised again within two weeks.', source: 'Service desk practice of ITIL', patterns: ['helped', 'calls', 'answer', 'resolve', 'done once'],
  },
  {
    name: 'Complaints upheld', meaning: 'How often a complaint turns out to be right, for every thousand of those served.', calculation: 'complaints upheld ÷ people served × 1000', unit: 'ratio', direction: 'lower', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'People we serve', gamingRisk: 'Complaining is made hard, or complaints are filed as questions.', watch: 'All complaints received, and how many go to an ombudsman.', source: 'ISO 10002, handling of complaints', patterns: ['complaints', 'treated', 'fair', 'quality', 'justice'],
  },
  {
    name: 'Take-up among those entitled', meaning: 'How many of those a service is meant for use it.', calculation: 'people who use it ÷ people entitled to it', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'year', tellsOf: 'outcome', leading: false,
    perspective: 'People we serve', gamingRisk: 'Those entitled are counted narrowly.', watch: 'Take-up by group and place, and the source of the number entitled.', source: 'Non-take-up of benefits, as studied by the OECD', patterns: ['reach', 'access', 'take up', 'within reach', 'inclusion', 'every part'],
  },
  {
    name: 'People kept', meaning: 'How many of those served at the start of the period are still served at its end.', calculation: 'people served at start and end ÷ people served at start', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'People we serve', gamingRisk: 'Leaving is made hard.', watch: 'Complaints about leaving, and satisfaction of those who stay.', source: 'Retention, common in marketing since Reichheld & Sasser 1990', patterns: ['customers stay', 'members stay', 'retention', 'loyalty', 'members'],
  },
  {
    name: 'Reoffending within a year', meaning: 'How many of those released are convicted of something done within a year.', calculation: 'people convicted again within a year ÷ people released', unit: 'percent', direction: 'lower', aggregation: 'ratio', frequency: 'year', tellsOf: 'outcome', leading: false,
    perspective: 'People we serve', gamingRisk: 'Fewer cases are brought to court.', watch: 'Recorded crime and the share of it that is charged.', source: 'Proven reoffending, Ministry of Justice of the United Kingdom', patterns: ['offend', 'reoffending', 'prison', 'crime', 'safer streets'],
  },
]
